import { eachSlot, type Gathered } from './gathered.ts'
import type { OrderedPeriods } from './order-periods.ts'
import type { PanelMapping } from './panel-mapping.ts'
import type { SheetPanel } from './sheet-panel.ts'
import type { SheetWarning } from './sheet-warning.ts'
import { fold } from './treatment.ts'

/** Doubts about the sites of a panel: too few in a group, a treatment that comes and goes, names that look alike. */
export function siteWarnings(
  panel: SheetPanel,
  mapping: PanelMapping,
  gathered: Gathered,
  ordered: OrderedPeriods,
): SheetWarning[] {
  return [
    ...groupWarnings(panel),
    ...treatedWarnings(panel, mapping, gathered, ordered),
    ...nameWarnings(panel.sites, gathered),
  ]
}

function* groupWarnings({ sites }: SheetPanel): Generator<SheetWarning> {
  const [treated, comparison] = [sites.filter((site) => site.treated), sites.filter((site) => !site.treated)]
  const [site, ...others] = sites
  if (site && others.length === 0) return yield { code: 'one-site', values: { site: site.name } }
  if (comparison.length === 0) yield { code: 'no-comparison-site', values: {} }
  if (treated[0] && treated.length === 1) yield { code: 'one-treated-site', values: { site: treated[0].name } }
  if (comparison[0] && comparison.length === 1)
    yield { code: 'one-comparison-site', values: { site: comparison[0].name } }
}

function* treatedWarnings(
  panel: SheetPanel,
  mapping: PanelMapping,
  gathered: Gathered,
  ordered: OrderedPeriods,
): Generator<SheetWarning> {
  const { sites, flags } = gathered
  const { column } = mapping.treated
  const unknown = sites.filter(({ on, off }) => on + off === 0)
  const changing = [...sites.entries()].filter(([, { on, off }]) => on > 0 && off > 0)
  const elsewhere = changing
    .map(([site, { name }]) => {
      let start = panel.periods.length
      eachSlot(gathered, ordered, site, (slot, place) => {
        if ((flags[slot] ?? 0) & 1) start = Math.min(start, place)
      })
      return { name, start }
    })
    .filter(({ start }) => start !== panel.since)
  const at = (row = 1) => ({ row, column })
  if (unknown[0]) {
    yield { code: 'unknown-treated', values: { sites: unknown.length, site: unknown[0].name }, at: at(unknown[0].row) }
  }
  const [first] = changing
  if (first)
    yield { code: 'treated-changes', values: { sites: changing.length, site: first[1].name }, at: at(first[1].row) }
  const [other] = elsewhere
  if (other) {
    const period = panel.periods[other.start]?.label ?? ''
    const values = { sites: elsewhere.length, site: other.name, period, since: mapping.since.trim() }
    yield { code: 'treated-elsewhere', values }
  }
}

export function* nameWarnings(sites: readonly { name: string }[], gathered: Gathered): Generator<SheetWarning> {
  const seen = new Map<string, string>()
  let pairs = 0
  let first: { site: string; other: string } | undefined
  for (const { name } of sites) {
    const other = seen.get(fold(name))
    if (other === undefined) seen.set(fold(name), name)
    else {
      pairs++
      first ??= { site: other, other: name }
    }
  }
  if (first) {
    const row = gathered.sites.find(({ name }) => name === first.other)?.row ?? 1
    yield { code: 'similar-sites', values: { pairs, ...first }, at: { row, column: gathered.mapping.site ?? '' } }
  }
  const { longNames } = gathered
  const length = Math.max(0, ...longNames.kept.map(({ text = '' }) => text.length))
  if (longNames.count) yield { code: 'long-names', values: { count: longNames.count, length }, ...longNames.all }
}
