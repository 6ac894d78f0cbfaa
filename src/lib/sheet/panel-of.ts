import type { Gathered } from './gathered.ts'
import { cellsOf, orderGathered, sumsAt } from './grid-of.ts'
import type { OrderedPeriods } from './order-periods.ts'
import type { PanelMapping } from './panel-mapping.ts'
import { panelWarnings } from './panel-warnings.ts'
import { placeOfSince } from './place-of-since.ts'
import type { PanelSite, SheetPanel } from './sheet-panel.ts'
import { SheetProblem } from './sheet-problem.ts'

/** @throws {SheetProblem} when the rows make no panel. */
export function panelOf(gathered: Gathered, mapping: PanelMapping): SheetPanel {
  const { sites } = gathered
  const ordered = orderGathered(gathered)
  const since = placeOfSince(mapping.since, ordered)
  const kept = [...sites.keys()].filter((site) => isKnown(sites[site]))
  const settled = gathered.measures.map((measure) => measure.settle())
  const doubts = settled.flatMap(({ warnings }) => warnings)
  const next = () => settled.shift()
  const value = next()
  const denominator = mapping.denominator === undefined ? null : next()
  const received = mapping.received ? next() : null
  const main = panelSites(gathered, ordered, kept, value, denominator)
  if (!main.some(({ treated }) => treated))
    throw new SheetProblem('no-treated-site', {}, { column: mapping.treated.column })
  const panel: SheetPanel = {
    sites: received ? withReceived(main, panelSites(gathered, ordered, kept, received, null)) : main,
    periods: ordered.periods,
    periodKind: ordered.kind,
    since: since.place,
    rows: gathered.rowCount,
    guardrails: settled.map((column, at) => ({
      column: mapping.alsoValues?.[at] ?? '',
      sites: panelSites(gathered, ordered, kept, column, null),
    })),
    cells: cellsOf(gathered, ordered, kept),
    warnings: doubts,
  }
  panel.warnings.push(...panelWarnings(panel, mapping, gathered, ordered, since.isExact))
  return panel
}

/** A site whose every row leaves open whether it is treated belongs to no group. */
function isKnown(site: Gathered['sites'][number] | undefined): boolean {
  return site !== undefined && site.on + site.off > 0
}

type Settled = ReturnType<Gathered['measures'][number]['settle']>

function panelSites(
  gathered: Gathered,
  ordered: OrderedPeriods,
  kept: readonly number[],
  column: Settled | undefined,
  denominator: Settled | undefined | null,
): PanelSite[] {
  return kept.map((site) => {
    const { name = '', on = 0 } = gathered.sites[site] ?? {}
    const { sums, counts } = sumsAt(gathered, ordered, site, column)
    const over = denominator ? sumsAt(gathered, ordered, site, denominator).sums : counts
    const values = Array.from(sums, (sum, place) => (counts[place] && over[place] ? sum / over[place] : null))
    return { name, treated: on > 0, values }
  })
}

function withReceived(sites: readonly PanelSite[], shares: readonly PanelSite[]): PanelSite[] {
  return sites.map((site, at) => ({ ...site, received: shares[at]?.values ?? [] }))
}
