import { placeOfSince } from '#lib/sheet/place-of-since.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { analyseStaggered, type StaggeredAnswer } from '#lib/stats/analyse/analyse-staggered.ts'
import type { Aggregation } from '#lib/stats/staggered/aggregate-effects.ts'
import type { StaggeredUnit } from '#lib/stats/staggered/staggered-panel.ts'
import { formatNumber } from '#platform/anywhere/format.ts'
import { WrongInput } from '../wrong-input.ts'
import { columnOf } from './columns.ts'
import { effectTold } from './effect-told.ts'
import { panelOfTable, type TablePanel } from './panel-of-table.ts'
import { eventSvg } from './pictures.ts'
import { type ReadTable, readTable } from './read-table.ts'
import { seed, type Told } from './told.ts'
import { wedgeTold } from './wedge.ts'

/** Sites by an effect of their own each, or by a random one. */
type Wedge = 'wedge' | 'wedge-mixed'

export const aggregations = [
  'group',
  'simple',
  'calendar',
  'event',
  'wedge',
  'wedge-mixed',
] as const satisfies readonly (Aggregation | Wedge)[]

export interface AskedStaggered {
  readonly site: string
  readonly period: string
  readonly value: string
  /** The column that says when each site started; empty, 0 or "never": it did not. */
  readonly first: string
  readonly better: 'higher' | 'lower'
  readonly worth: number | null
  /** `wedge`: one effect beside periods and sites, as stepped wedge trials are read. */
  readonly method: Aggregation | Wedge
  /** With `wedge`: the column of counts behind each value. */
  readonly weight?: string | undefined
  /** Columns of what was known of each site before any start, by commas. */
  readonly covariate?: string | undefined
  readonly isRandomised: boolean
}

/** @throws {WrongInput} when the file does not hold a roll-out, or the figures hold no answer. */
export async function staggeredTold(file: string, asked: AskedStaggered): Promise<Told> {
  const { site, period, value, first } = asked
  let columns: string[] = []
  const table = await readTable(file, (header) => {
    columns = covariateColumns(asked.covariate, header)
    return {
      texts: [columnOf('--site', site, header), columnOf('--period', period, header)],
      maybeTexts: [columnOf('--first', first, header)],
      numbers: [
        columnOf('--value', value, header),
        ...(asked.weight === undefined ? [] : [columnOf('--weight', asked.weight, header)]),
        ...columns,
      ],
    }
  })
  const panel = panelOfTable(table, asked)
  const question = {
    better: asked.better,
    ...(asked.worth === null ? {} : { worthHaving: asked.worth }),
    seed,
    planned: 'none',
    randomised: asked.isRandomised,
  } as const
  const units = unitsOf(table, panel, first, columns)
  if (columns.length > 0 && (asked.method === 'wedge' || asked.method === 'wedge-mixed'))
    throw new WrongInput('--covariate: a wedge compares each site with itself; leave it out, or leave out --method.')
  if (asked.method === 'wedge' || asked.method === 'wedge-mixed') return wedgeTold(units, panel, table, asked, question)
  if (asked.weight !== undefined) throw new WrongInput('--weight: does nothing without --method wedge or wedge-mixed.')
  const answer = analyseStaggered(units, { ...question, aggregation: asked.method })
  if ('refused' in answer) throw new WrongInput(refusals[answer.refused])
  return told(answer, panel, asked, table.warnings)
}

/** A column, or several by commas. */
function covariateColumns(text: string | undefined, header: readonly string[]): string[] {
  if (text === undefined) return []
  const names = header.includes(text) ? [text] : text.split(',').map((name) => name.trim())
  return names.map((name) => columnOf('--covariate', name, header))
}

/** What every row of a site says alike. @throws {WrongInput} where it says several things, or nothing. */
function covariateOf({ numbers }: ReadTable, { name, rows }: TablePanel['sites'][number], column: string): number {
  const said = new Set(rows.map((row) => numbers[column]?.[row] ?? null))
  const [value = null] = said
  if (said.size > 1)
    throw new WrongInput(
      `--covariate ${column}: "${name}" has several values; give a column that was known before any start and stays the same.`,
    )
  if (value === null) throw new WrongInput(`--covariate ${column}: "${name}" has no value.`)
  return value
}

function unitsOf(
  table: ReadTable,
  { sites, ordered }: TablePanel,
  first: string,
  covariates: readonly string[],
): StaggeredUnit[] {
  const { texts } = table
  return sites.map((site) => {
    const { name, values, rows } = site
    const said = new Set(rows.map((row) => texts[first]?.[row] ?? null).map((text) => (isNever(text) ? null : text)))
    if (said.size > 1)
      throw new WrongInput(
        `--first: "${name}" has several starts (${[...said].map((each) => each ?? 'none').join(', ')}); a site starts once.`,
      )
    const [start = null] = said
    const since = start === null ? null : placeOrSay(start, ordered)
    return { name, since, values, covariates: covariates.map((column) => covariateOf(table, site, column)) }
  })
}

function isNever(text: string | null): boolean {
  return text === null || /^(?:0|never|none|inf)$/i.test(text)
}

function placeOrSay(start: string, ordered: TablePanel['ordered']): number {
  try {
    return placeOfSince(start, ordered).place
  } catch (error) {
    if (error instanceof SheetProblem)
      throw new WrongInput(
        `--first: "${start}" is no period of this sheet, such as "${ordered.periods[0]?.label ?? ''}".`,
      )
    throw error
  }
}

const refusals = {
  'no-treated-units': 'Nothing can be told: no site starts within these periods. Check the column of --first.',
  'no-comparison-units':
    'Nothing can be told: all sites start in the same period, so nobody shows what would have been.',
  'too-few-periods': 'Nothing can be told from one period: a roll-out needs a time before and a time after.',
  'no-effect': 'Nothing can be told: no site with the change can be compared with one that has none yet.',
  'one-unit':
    'Nothing can be told about chance: a single site stands for a whole group. More sites in each wave would help.',
  'no-variation': 'Nothing varies between the sites, so there is no noise to judge by. Are the rows copies?',
} as const

function told(
  answer: StaggeredAnswer,
  { ordered, sites }: TablePanel,
  asked: AskedStaggered,
  warnings: readonly string[],
): Told {
  const label = (place: number) => ordered.periods[place]?.label ?? ''
  const started = answer.groups.filter(({ name }) => name !== 'never')
  const never = answer.groups.find(({ name }) => name === 'never')?.units ?? 0
  const named = answer.groups.map((group) => ({
    ...group,
    name: group.name === 'never' ? 'never' : `since ${label(Number(group.name))}`,
  }))
  return effectTold(
    { ...answer, groups: named },
    {
      metric: asked.value,
      better: asked.better,
      worth: asked.worth,
      compared: `${countOf(sites.length, answer.dropped.length)}, ${started.length === 1 ? 'one wave' : `${started.length} waves`}; each wave is compared with ${answer.comparison === 'never-treated' ? `the ${never} sites that never start` : 'the sites that have not started yet'}.`,
      start: asked.isRandomised
        ? 'Rolled out in an order that was drawn by chance'
        : 'Rolled out in waves, and the order was chosen, not drawn',
      method: {
        name:
          answer.method === 'order-permutation' ? 'Group-time effects, permutation of the order' : 'Group-time effects',
        steps: [
          'For each wave and period: how much more it changed since just before its start than the sites that have no change.',
          ...(answer.covariates === 0
            ? []
            : [
                `Compared are sites alike in ${asked.covariate}: by what it foretells of the change, and by how likely it made the start (doubly robust).`,
              ]),
          `These are averaged (${asked.method}); sites that have the change already are never a comparison.`,
          answer.method === 'order-permutation'
            ? 'How unusual the average is among all orders in which these sites could have started gives p and the interval.'
            : 'The interval comes from how much sites differ.',
        ],
        sources: [
          "Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230",
          ...(answer.covariates === 0 ? [] : ["Sant'Anna & Zhao (2020), Journal of Econometrics 219, 101-122"]),
        ],
      },
      checks: {
        'all-compared': ({ passed, values }) => ({
          title: passed ? 'Every period could be compared' : 'Some periods could not be compared',
          detail: passed
            ? 'There was always somebody without the change.'
            : `${values['skipped']} had nobody without the change.`,
        }),
      },
      warnings,
      pictures: (sentence) => [
        {
          title: 'By time since the start',
          note: 'Periods since each site started; before that there should be no effect. Bars hold every size that fits the data.',
          svg: eventSvg(answer.byTime, { start: 'change starts' }, sentence),
        },
      ],
      more: [
        {
          title: 'By time since the start',
          fold: `${answer.byTime.length} times; below 0 is before the start`,
          rows: [['periods since', 'effect', 'low', 'high'], ...answer.byTime.map(timeRow)],
        },
        {
          title: 'Every wave and period',
          fold: `${answer.effects.length} effects`,
          rows: [
            ['wave', 'period', 'effect', 'standard error'],
            ...answer.effects.map(({ group, period, estimate, standardError }) => [
              label(group),
              label(period),
              formatNumber(estimate, 'en', 4),
              standardError === null ? '' : formatNumber(standardError, 'en', 4),
            ]),
          ],
        },
      ],
    },
  )
}

/** Sites with a gap, or with the change from the first period on, say nothing of a change. */
function countOf(sites: number, dropped: number): string {
  return dropped === 0
    ? `${sites} sites`
    : `${sites - dropped} of ${sites} sites (the others have gaps, or no time before)`
}

function timeRow({ at, estimate, low, high }: StaggeredAnswer['byTime'][number]): string[] {
  return [String(at), ...[estimate, low, high].map((each) => (each === null ? '' : formatNumber(each, 'en', 4)))]
}
