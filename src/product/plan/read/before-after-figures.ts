import { gridReader } from '#lib/sheet/grid-reader.ts'
import type { DateOrder } from '#lib/sheet/period-of.ts'
import { addRow, rowNumbers } from '#lib/sheet/row-numbers.ts'
import { type GridColumn, meansOf, type SheetGrid, sumsOf } from '#lib/sheet/sheet-grid.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { gridMappingOf } from '#product/sheet/mapping-of.ts'
import { readWith } from '#product/sheet/sheet-store.ts'
import type { BodyOf } from '../plan-body.ts'
import type { FiguresPart } from '../trial-figures.ts'
import { designReading, type Readable } from './design-reading.ts'
import { type MergedParts, originOf, partMerger, type Values } from './merge-parts.ts'
import { moreColumnsOf, moreSites } from './more-columns.ts'
import { type Ordered, placeIn } from './place-in.ts'

type Body = BodyOf<'before-after'>

/** The models of a series need so many periods on a side. */
export const leastPeriods = 8

/** One place, or several counted together, before and after. */
export const beforeAfterReading = designReading<'before-after', SheetGrid>({
  read: (db, id, { columns, ...plan }) => {
    const mapping = gridMappingOf(columns, moreColumnsOf(plan))
    return readWith(db, id, (header, options) => gridReader(header, mapping, options), columns)
  },
  settle(grid, plan, door) {
    const sites = plan.columns.site === null ? [] : grid.sites.map(({ name }) => ({ name }))
    const merger = beforeAfterMerger({ ...plan, sites })
    merger.add(grid)
    refuseShortSeries(merger.finish(), plan, door, grid)
    return { sites }
  },
  merger: beforeAfterMerger,
})

/** @throws {Problem} `bad-input` when `since` is no period, or a side is too short for any model. */
function refuseShortSeries(
  { sites, since, transition, periods }: FiguresPart<'before-after'>,
  plan: Readable<'before-after'>,
  door: 'plan-first' | 'look-back',
  grid: SheetGrid,
): void {
  if (placeIn(plan.since, grid) === null)
    throw refused('sheet.problem.no-since', { since: plan.since, example: periods[0]?.label ?? '' })
  const count = (from: number, to: number) =>
    sites[0]?.values.slice(from, to).filter((value) => value !== null).length ?? 0
  const [before, after] = [count(0, since), count(since + transition, periods.length)]
  const least = plan.season === null ? leastPeriods : Math.max(leastPeriods, 2 * plan.season)
  if (before < least) throw refused('plan.short-before', { count: before, least })
  const isForecast = plan.method === 'local-level'
  if (door === 'look-back' && after > 0 && after < leastPeriods && !isForecast)
    throw refused('plan.short-after', { count: after, least: leastPeriods })
}

/** Puts the sheets of a series together, and then its places. */
export function beforeAfterMerger(
  plan: Pick<Body, 'sites' | 'guardrails' | 'control' | 'also' | 'columns' | 'together' | 'since' | 'transition'>,
) {
  const { sites, columns, together } = plan
  const names = columns.site === null ? [''] : sites.map(({ name }) => name)
  const merger = partMerger(names, 2 + moreColumnsOf(plan).length)
  let dateOrder: DateOrder | null = null

  function add(grid: SheetGrid): void {
    dateOrder ??= grid.dateOrder
    const of = (column: GridColumn) => (together === 'add' ? sumsOf(column) : meansOf(column))
    const more = grid.sites[0]?.also.map((_, at) => grid.sites.map(({ also }) => of(also[at] ?? noFigures))) ?? []
    merger.add({
      ...grid,
      names: grid.sites.map(({ name }) => name),
      tables: [
        grid.sites.map(({ value }) => of(value)),
        grid.sites.map(({ denominator }) => (denominator ? of(denominator) : [])),
        ...more,
      ],
      since: grid.periods.length,
      regrouped: [],
    })
  }

  function finish(): FiguresPart<'before-after'> {
    const { tables, origins, slots, ...merged } = merger.finish()
    const ordered: Ordered = { ...merged, dateOrder: columns.dateOrder ?? dateOrder ?? 'day-first' }
    const isDivided = columns.denominator !== null
    const needsAll = together === 'add' && !isDivided
    const [values = [], denominators = [], ...more] = tables
    const name = names.length === 1 ? (names[0] ?? '') : ''
    const siteOf = (series: Values) => ({ name, values: series })
    const one = (table: readonly Values[]) => togetherOf(table, together, needsAll, merged.periods.length)
    return {
      ...merged,
      since: placeIn(plan.since, ordered) ?? merged.periods.length,
      transition: plan.transition,
      sites: [{ ...siteOf(one(values)), ...(isDivided ? { denominators: one(denominators) } : {}) }],
      ...moreSites(
        more.map((table) => [one(table)]),
        plan,
        siteOf,
      ),
      ...originsTogether({ origins, slots }, merged.periods.length),
    }
  }

  return { add, finish }
}

/** Places as one series. A sum lacks what a place lacks, so it needs all of them; a mean or a rate takes those there are. */
function togetherOf(table: readonly Values[], together: Body['together'], needsAll: boolean, periods: number): Values {
  return Array.from({ length: periods }, (_, period) => {
    const found = table.flatMap((values) => values[period] ?? [])
    if (found.length === 0 || (needsAll && found.length < table.length)) return null
    const sum = found.reduce((total, value) => total + value, 0)
    return together === 'add' ? sum : sum / found.length
  })
}

/** The rows behind each period: those of all places, of the sheet that came last. */
function originsTogether(
  parts: Pick<MergedParts, 'origins' | 'slots'>,
  periods: number,
): Pick<MergedParts, 'origins' | 'slots'> {
  const sheet = new Int16Array(periods).fill(-1)
  const rows = rowNumbers()
  for (let period = 0; period < periods; period++) {
    const found = parts.origins.flatMap((_, site) => originOf(parts, site, period) ?? [])
    const last = Math.max(-1, ...found.map((origin) => origin.sheet))
    sheet[period] = last
    for (const origin of found.filter((one) => one.sheet === last)) {
      for (const row of origin.rows) addRow(rows, period, row)
      rows.count[period] = (rows.count[period] ?? 0) + origin.count - origin.rows.length
    }
  }
  return { origins: [{ sheet, rows }], slots: Int32Array.from({ length: periods }, (_, period) => period) }
}

const noFigures = { sums: new Float64Array(0), counts: new Uint32Array(0) }

type Refusal = 'sheet.problem.no-since' | 'plan.short-before' | 'plan.short-after'

function refused(message: Refusal, values: Record<string, string | number>): Problem {
  return new Problem('bad-input', message, values, [{ pointer: '#/since', message, values }])
}
