import { parseFlag } from '#lib/sheet/parse-flag.ts'
import { analyseSwitchback, type SwitchbackAnswer } from '#lib/stats/analyse/analyse-switchback.ts'
import { trialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import { oneSample } from '#lib/stats/means/one-sample.ts'
import { momentsOf } from '#lib/stats/numeric/moments.ts'
import type { SwitchbackSite } from '#lib/stats/schedule/switchback.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { columnOf, treatedOf } from './columns.ts'
import { effectTold } from './effect-told.ts'
import { panelOfTable, type TablePanel } from './panel-of-table.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { seed, type Told } from './told.ts'

/** `permutation` of the schedule; `sites`: a t test of the sites' own differences, which needs no schedule. */
export const switchbackMethods = ['permutation', 'sites'] as const

export interface AskedSwitchback {
  readonly site: string
  readonly period: string
  readonly value: string
  /** In which periods the change was on: a column of yes and no, or its values that mean yes. */
  readonly treated: string
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
  /** Periods a window. */
  readonly window: number
  /** How many windows were drawn together, half of them on. */
  readonly block: number
  readonly carryOver: number
  readonly isRandomised: boolean
  readonly method?: (typeof switchbackMethods)[number]
}

/** @throws {WrongInput} when the file holds no schedule, or the figures hold no answer. */
export async function switchbackTold(file: string, asked: AskedSwitchback): Promise<Told> {
  const { site, period, value } = asked
  let treated: ReturnType<typeof treatedOf> = { column: asked.treated }
  const table = await readTable(file, (header) => {
    treated = treatedOf(asked.treated, header)
    return {
      texts: [columnOf('--site', site, header), columnOf('--period', period, header), treated.column],
      numbers: [columnOf('--value', value, header)],
    }
  })
  const panel = panelOfTable(table, asked)
  const sites = panel.sites.map(({ name, values, rows }): SwitchbackSite => {
    const states = statesOf(rows, table, panel, treated, name)
    return { name, values, on: windowsOf(states, asked.window, name, panel) }
  })
  if (asked.block < 2 || asked.block % 2 === 1)
    throw new WrongInput(`--block ${asked.block}: an even number, because half of its windows are on.`)
  if (asked.carryOver >= asked.window)
    throw new WrongInput(
      `--carry-over ${asked.carryOver}: fewer periods than a window has (${asked.window}), or nothing is left.`,
    )
  const answer = analyseSwitchback(sites, {
    better: asked.better,
    ...(asked.worth === null ? {} : { worthHaving: asked.worth }),
    seed,
    planned: 'none',
    randomised: asked.isRandomised,
    windowLength: asked.window,
    blockWindows: asked.block,
    carryOver: asked.carryOver,
  })
  if ('refused' in answer)
    throw new WrongInput(
      'Nothing can be told: within no block is there a window with the change and one without it. Check --window and --block.',
    )
  return told(asked.method === 'sites' ? bySites(answer, asked) : answer, asked, table.warnings)
}

const leastSites = 5

/** One difference a site, however its schedule came about. @throws {WrongInput} with few sites. */
function bySites(answer: SwitchbackAnswer, asked: AskedSwitchback): SwitchbackAnswer {
  const differences = answer.bySite.flatMap((site) => (site.estimate === null ? [] : [site.estimate]))
  if (differences.length < leastSites)
    throw new WrongInput(
      `--method sites: it needs at least ${leastSites} sites that were on and off, and there are ${differences.length}; leave --method out.`,
    )
  const { estimate, standardError, low, high, pValue } = oneSample(momentsOf(differences))
  if (estimate === null || pValue === null)
    throw new WrongInput('Nothing varies between the sites, so there is no noise to judge by.')
  const effect = { estimate, standardError, low, high, pValue, confidence: 0.95, smallestPossibleP: null }
  const { groups, rows, checks } = answer
  const relative = { ...answer.relative, low: null, high: null }
  const again = trialAnswer(
    'switchback',
    {
      ...{ method: 'sites-t', effect, relative, groups, rows },
      checks: checks.filter(({ code }) => code !== 'enough-windows'),
    },
    { better: asked.better, worthHaving: asked.worth, seed, planned: 'none', randomised: asked.isRandomised },
  )
  return { ...answer, ...again, design: 'switchback' }
}

/** Of each period: whether the change was on; null where no row says. */
function statesOf(
  rows: readonly number[],
  { texts }: ReadTable,
  { ordered }: TablePanel,
  { column, values }: ReturnType<typeof treatedOf>,
  site: string,
): (boolean | null)[] {
  const states: (boolean | null)[] = ordered.periods.map(() => null)
  for (const row of rows) {
    const text = texts[column]?.[row] ?? ''
    const isOn = values ? values.includes(text) : parseFlag(text)
    if (isOn === null)
      throw new WrongInput(
        `--treated: "${text}" is neither yes nor no; name the values that mean that the change was on: ${column}=VALUE.`,
      )
    const place = ordered.placeOf[row] ?? 0
    if (states[place] !== null && states[place] !== isOn)
      throw new WrongInput(`--treated: "${site}" is both on and off in ${ordered.periods[place]?.label ?? ''}.`)
    states[place] = isOn
  }
  return states
}

function windowsOf(
  states: readonly (boolean | null)[],
  length: number,
  site: string,
  { ordered }: TablePanel,
): boolean[] {
  return Array.from({ length: Math.ceil(states.length / length) }, (_, window) => {
    const inside = states.slice(window * length, (window + 1) * length)
    if (inside.includes(true) && inside.includes(false))
      throw new WrongInput(
        `--window ${length}: "${site}" switches inside the window that begins with ${ordered.periods[window * length]?.label ?? ''}; say how many periods a window has.`,
      )
    return inside.includes(true)
  })
}

const within = 'Within each site and block: its mean with the change on less its mean with it off.'
const methods: Record<(typeof switchbackMethods)[number], Told['method']> = {
  permutation: {
    name: 'Switchback, permutation of the schedule',
    steps: [
      within,
      'How unusual the average is among all schedules that could have been drawn gives p and the interval.',
    ],
    sources: ['Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777'],
  },
  sites: {
    name: 'Switchback, t test of the sites',
    steps: [within, 'One figure a site, judged by how they scatter.'],
    sources: ['Student (1908), Biometrika 6, 1-25'],
  },
}

function told(answer: SwitchbackAnswer, asked: AskedSwitchback, warnings: readonly string[]): Told {
  const { windows, bySite, carriedOver } = answer
  return effectTold(answer, {
    metric: asked.value,
    better: asked.better,
    worth: asked.worth,
    compared: `${windows.on} windows with the change against ${windows.off} without it, at ${bySite.length} site${bySite.length === 1 ? '' : 's'}.${carriedOver > 0 ? ` ${carriedOver} periods after a switch are left out.` : ''}`,
    start: asked.isRandomised
      ? 'Switched on and off by a schedule that was drawn by chance'
      : 'Switched on and off, and the schedule was chosen, not drawn',
    method: methods[asked.method ?? 'permutation'],
    checks: {
      'enough-windows': ({ values }) => ({
        title: 'There are enough windows to tell',
        detail: `${values['on']} on, ${values['off']} off: the smallest possible p is ${formatNumber(Number(values['smallestPossibleP']), 'en', 2)}.`,
      }),
    },
    warnings,
    more: [
      {
        title: 'Every site',
        fold: `${bySite.length} sites, on less off`,
        rows: [
          ['site', 'on less off'],
          ...bySite.map(({ name, estimate }) => [name, estimate === null ? 'none' : formatNumber(estimate, 'en', 4)]),
        ],
      },
    ],
  })
}
