import { eachSlot, type Gathered } from './gathered.ts'
import type { SettledMeasure } from './measure.ts'
import { type OrderedPeriods, orderPeriods } from './order-periods.ts'
import { cellWarnings, dateWarnings, keyWarnings } from './panel-warnings.ts'
import { moveRows, type RowNumbers } from './row-numbers.ts'
import type { GridColumn, GridSite, SheetGrid } from './sheet-grid.ts'
import { cellRows } from './sheet-panel.ts'
import { SheetProblem } from './sheet-problem.ts'
import type { SheetWarning } from './sheet-warning.ts'
import { nameWarnings } from './site-warnings.ts'

/** @throws {SheetProblem} when the rows make no table of sites and periods. */
export function gridOf(gathered: Gathered): SheetGrid {
  const { mapping } = gathered
  const ordered = orderGathered(gathered)
  const settled = gathered.measures.map((measure) => measure.settle())
  const all = [...gathered.sites.keys()]
  const grid: SheetGrid = {
    sites: all.map((site) => siteOf(gathered, ordered, site, settled)),
    periods: ordered.periods,
    periodKind: ordered.kind,
    dateOrder: ordered.order,
    rows: gathered.rowCount,
    cells: cellsOf(gathered, ordered, all),
    warnings: settled.flatMap(({ warnings }) => warnings),
  }
  grid.warnings.push(
    ...keyWarnings(gathered),
    ...dateWarnings(ordered, gathered),
    ...(mapping.site === null ? repeatedPeriods(grid) : cellWarnings(grid)),
    ...nameWarnings(grid.sites, gathered),
  )
  return grid
}

/** The periods of all rows in their order. @throws {SheetProblem} when there are no rows, or what they say fits nothing. */
export function orderGathered({ mapping, periods, rowCount, treatment, received }: Gathered): OrderedPeriods {
  if (rowCount === 0) throw new SheetProblem('no-rows', {})
  treatment?.check()
  received?.check()
  return orderPeriods(
    periods.map(({ text }) => text),
    { order: mapping.dateOrder, rows: periods.map(({ row }) => row), column: mapping.period },
  )
}

function siteOf(
  gathered: Gathered,
  ordered: OrderedPeriods,
  site: number,
  settled: readonly SettledMeasure[],
): GridSite {
  const { mapping, sites } = gathered
  const columns = settled.map((measure) => sumsAt(gathered, ordered, site, measure))
  const none = { sums: new Float64Array(0), counts: new Uint32Array(0) }
  const next = () => columns.shift() ?? none
  return {
    name: sites[site]?.name ?? '',
    start: sites[site]?.start ?? null,
    states: statesAt(gathered, ordered, site),
    value: next(),
    denominator: mapping.denominator === undefined ? null : next(),
    weight: mapping.weight === undefined ? null : next(),
    received: mapping.received ? next() : null,
    also: columns,
  }
}

/** What one column of numbers adds up to at a site, period by period. */
export function sumsAt(
  gathered: Gathered,
  ordered: OrderedPeriods,
  site: number,
  column: SettledMeasure | undefined,
): GridColumn {
  const sums = new Float64Array(ordered.periods.length)
  const counts = new Uint32Array(ordered.periods.length)
  eachSlot(gathered, ordered, site, (slot, place) => {
    sums[place] = (sums[place] ?? 0) + (column?.sum(slot) ?? 0)
    counts[place] = (counts[place] ?? 0) + (column?.count(slot) ?? 0)
  })
  return { sums, counts }
}

/** Whether a site is treated, period by period: 1, 2 for not, 3 for both, 0 for neither. Empty without the column. */
function statesAt(gathered: Gathered, ordered: OrderedPeriods, site: number): Uint8Array {
  const found = new Uint8Array(gathered.treatment ? ordered.periods.length : 0)
  if (gathered.treatment)
    eachSlot(gathered, ordered, site, (slot, place) => {
      found[place] = (found[place] ?? 0) | (gathered.flags[slot] ?? 0)
    })
  return found
}

export function cellsOf(gathered: Gathered, ordered: OrderedPeriods, kept: readonly number[]): RowNumbers {
  const size = kept.length * ordered.periods.length
  const cells: RowNumbers = { first: new Uint32Array(size), count: new Uint32Array(size), more: new Map() }
  for (const [at, site] of kept.entries()) {
    eachSlot(gathered, ordered, site, (slot, place) => {
      moveRows(gathered.rows, slot, cells, at * ordered.periods.length + place)
    })
  }
  return cells
}

/** Several rows for one period, where no column tells places apart. */
function* repeatedPeriods(grid: SheetGrid): Generator<SheetWarning> {
  const found = grid.periods.map((period, place) => ({ period, ...cellRows(grid, 0, place) }))
  const repeated = found.filter(({ count }) => count > 1)
  const [first] = repeated
  if (!first) return
  const rows = repeated.reduce((sum, { count }) => sum + count, 0)
  const values = { periods: repeated.length, rows, period: first.period.label }
  yield { code: 'repeated-periods', values, at: { row: first.rows[1] ?? 1 } }
}
