import type { Gathered } from './gathered.ts'
import { cellsOf, orderGathered, statesAt, sumsAt } from './grid-of.ts'
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
  const isDivided = mapping.denominator !== undefined
  const [value, ...more] = settled
  const guardrails = more.slice((isDivided ? 1 : 0) + (mapping.weight === undefined ? 0 : 1))
  const main = panelSites(gathered, ordered, kept, value, isDivided ? more[0] : null)
  if (!main.some(({ treated }) => treated))
    throw new SheetProblem('no-treated-site', {}, { column: mapping.treated.column })
  const panel: SheetPanel = {
    sites: mapping.received ? main.map((site, at) => withReceived(site, kept[at] ?? 0, gathered, ordered)) : main,
    periods: ordered.periods,
    periodKind: ordered.kind,
    since: since.place,
    rows: gathered.rowCount,
    guardrails: guardrails.map((column, at) => ({
      column: mapping.alsoValues?.[at] ?? '',
      sites: panelSites(gathered, ordered, kept, column, null),
    })),
    cells: cellsOf(gathered, ordered, kept),
    warnings: settled.flatMap(({ warnings }) => warnings),
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

function withReceived(site: PanelSite, at: number, gathered: Gathered, ordered: OrderedPeriods): PanelSite {
  return { ...site, received: statesAt(gathered, ordered, at, 1).map((flag) => (flag === 0 ? null : (flag & 1) === 1)) }
}
