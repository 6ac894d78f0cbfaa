import { parseFlag } from '#lib/sheet/parse-flag.ts'
import { analyseSwitchback, type SwitchbackAnswer } from '#lib/stats/analyse/analyse-switchback.ts'
import type { SwitchbackSite } from '#lib/stats/schedule/switchback.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { columnOf, treatedOf } from './columns.ts'
import { effectTold } from './effect-told.ts'
import { panelOfTable, type TablePanel } from './panel-of-table.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { seed, type Told } from './told.ts'

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
  return told(answer, asked, table.warnings)
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
    method: {
      name: 'Switchback, permutation of the schedule',
      steps: [
        'Within each site and block: its mean with the change on less its mean with it off.',
        'How unusual the average is among all schedules that could have been drawn gives p and the interval.',
      ],
      sources: ['Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777'],
    },
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
