import type { Gathered } from './gathered.ts'
import type { OrderedPeriods } from './order-periods.ts'
import type { PanelMapping } from './panel-mapping.ts'
import { cellRows, type SheetPanel } from './sheet-panel.ts'
import type { SheetWarning } from './sheet-warning.ts'
import { siteWarnings } from './site-warnings.ts'

/** What a person should know before trusting a panel, most of it in the order of its rows, columns, sites and periods. */
export function panelWarnings(
  panel: SheetPanel,
  mapping: PanelMapping,
  gathered: Gathered,
  ordered: OrderedPeriods,
  isSinceExact: boolean,
): SheetWarning[] {
  return [
    ...keyWarnings(gathered),
    ...dateWarnings(ordered, gathered),
    ...cellWarnings(panel),
    ...sinceWarnings(panel, mapping.since.trim(), isSinceExact),
    ...sideWarnings(panel),
    ...siteWarnings(panel, mapping, gathered, ordered),
  ]
}

export function* keyWarnings({ noSite, noPeriod }: Gathered): Generator<SheetWarning> {
  if (noSite.count) yield { code: 'no-key', values: { role: 'site', count: noSite.count }, ...noSite.all }
  if (noPeriod.count) yield { code: 'no-key', values: { role: 'period', count: noPeriod.count }, ...noPeriod.all }
}

export function* dateWarnings(
  { unsure, order }: OrderedPeriods,
  { mapping, periods }: Gathered,
): Generator<SheetWarning> {
  if (unsure === null) return
  const row = periods.find(({ text }) => text === unsure)?.row ?? 1
  yield { code: 'unsure-dates', values: { text: unsure, order }, at: { row, column: mapping.period } }
}

/** A table of sites and periods, as far as its rows are counted. */
type Celled = Pick<SheetPanel, 'periods' | 'cells'> & { sites: readonly { name: string }[] }

/** Rows that share a site and period, and sites without any row for a period. */
export function* cellWarnings(panel: Celled): Generator<SheetWarning> {
  let [places, rows, gaps] = [0, 0, 0]
  let firstDouble: [number, number] | undefined
  let firstGap: [number, number] | undefined
  const gappy = new Set<number>()
  for (const site of panel.sites.keys()) {
    for (const period of panel.periods.keys()) {
      const count = panel.cells.count[site * panel.periods.length + period] ?? 0
      if (count === 0) {
        gaps++
        gappy.add(site)
        firstGap ??= [site, period]
      } else if (count > 1) {
        places++
        rows += count
        firstDouble ??= [site, period]
      }
    }
  }
  const named = ([site, period]: [number, number]) => ({
    site: panel.sites[site]?.name ?? '',
    period: panel.periods[period]?.label ?? '',
  })
  if (firstDouble) {
    const row = cellRows(panel, ...firstDouble).rows[1] ?? 1
    yield { code: 'duplicate-rows', values: { places, rows, ...named(firstDouble) }, at: { row } }
  }
  if (firstGap) yield { code: 'gaps', values: { places: gaps, sites: gappy.size, ...named(firstGap) } }
}

function* sinceWarnings(
  { since: place, periods }: SheetPanel,
  since: string,
  isExact: boolean,
): Generator<SheetWarning> {
  const [first, last, chosen] = [periods[0], periods.at(-1), periods[place]]
  if (!chosen) yield { code: 'since-after-all', values: { since, last: last?.label ?? '' } }
  else if (place === 0) yield { code: 'since-before-all', values: { since, first: first?.label ?? '' } }
  else if (!isExact) yield { code: 'since-moved', values: { since, period: chosen.label } }
}

/** A group that has no value at all on one side of `since`. Silent where every group lacks that side by choice of `since`. */
function* sideWarnings({ sites, since, periods }: SheetPanel): Generator<SheetWarning> {
  for (const group of ['treated', 'comparison'] as const) {
    const members = sites.filter(({ treated }) => treated === (group === 'treated'))
    if (members.length === 0) continue
    const has = (from: number, to: number) =>
      members.some(({ values }) => values.slice(from, to).some((v) => v !== null))
    if (since > 0 && !has(0, since)) yield { code: 'empty-side', values: { group, side: 'before' } }
    if (since < periods.length && !has(since, periods.length))
      yield { code: 'empty-side', values: { group, side: 'after' } }
  }
}
