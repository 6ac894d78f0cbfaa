import { eachSlot, type Gathered } from './gathered.ts'
import { type OrderedPeriods, orderPeriods } from './order-periods.ts'
import { panelWarnings } from './panel-warnings.ts'
import { placeOfSince } from './place-of-since.ts'
import { moveRows, type RowNumbers } from './row-numbers.ts'
import type { PanelSite, SheetPanel } from './sheet-panel.ts'
import { SheetProblem } from './sheet-problem.ts'

/** @throws {SheetProblem} when the rows make no panel. */
export function panelOf(gathered: Gathered): SheetPanel {
  const { mapping, sites } = gathered
  if (gathered.rowCount === 0) throw new SheetProblem('no-rows', {})
  gathered.treatment.check()
  const ordered = orderPeriods(
    gathered.periods.map(({ text }) => text),
    { order: mapping.dateOrder, rows: gathered.periods.map(({ row }) => row), column: mapping.period },
  )
  const since = placeOfSince(mapping.since, ordered)
  const kept = [...sites.keys()].filter((site) => isKnown(sites[site]))
  const settled = gathered.measures.map((measure) => measure.settle())
  const [main = [], ...others] = settled.map(({ sum, count }) => means(gathered, ordered, kept, sum, count))
  if (!main.some(({ treated }) => treated))
    throw new SheetProblem('no-treated-site', {}, { column: mapping.treated.column })
  const panel: SheetPanel = {
    sites: main,
    periods: ordered.periods,
    periodKind: ordered.kind,
    since: since.place,
    rows: gathered.rowCount,
    guardrails: others.map((sites, at) => ({ column: mapping.alsoValues?.[at] ?? '', sites })),
    cells: cellsOf(gathered, ordered, kept),
    warnings: settled.flatMap(({ warnings }) => warnings),
  }
  panel.warnings.push(...panelWarnings(panel, gathered, ordered, since.isExact))
  return panel
}

/** A site whose every row leaves open whether it is treated belongs to no group. */
function isKnown(site: Gathered['sites'][number] | undefined): boolean {
  return site !== undefined && site.on + site.off > 0
}

function means(
  gathered: Gathered,
  ordered: OrderedPeriods,
  kept: readonly number[],
  sum: (slot: number) => number,
  count: (slot: number) => number,
): PanelSite[] {
  return kept.map((site) => {
    const sums = new Float64Array(ordered.periods.length)
    const counts = new Uint32Array(ordered.periods.length)
    eachSlot(gathered, ordered, site, (slot, place) => {
      sums[place] = (sums[place] ?? 0) + sum(slot)
      counts[place] = (counts[place] ?? 0) + count(slot)
    })
    const values = Array.from(sums, (total, place) => (counts[place] ? total / counts[place] : null))
    return { name: gathered.sites[site]?.name ?? '', treated: (gathered.sites[site]?.on ?? 0) > 0, values }
  })
}

function cellsOf(gathered: Gathered, ordered: OrderedPeriods, kept: readonly number[]): RowNumbers {
  const size = kept.length * ordered.periods.length
  const cells: RowNumbers = { first: new Uint32Array(size), count: new Uint32Array(size), more: new Map() }
  for (const [at, site] of kept.entries()) {
    eachSlot(gathered, ordered, site, (slot, place) => {
      moveRows(gathered.rows, slot, cells, at * ordered.periods.length + place)
    })
  }
  return cells
}
