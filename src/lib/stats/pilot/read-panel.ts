import { changesOf, type GroupMeans, groupMeansOf } from './difference-in-differences.ts'
import { type Panel, periodsOf } from './panel.ts'
import { type DroppedSite, type SiteChange, siteChanges } from './site-changes.ts'

/** Why a panel holds no answer. A possible input, so a value and not an error: every caller has to say what it means. */
export interface Refusal {
  refused:
    | 'no-treated-sites'
    | 'no-comparison-sites'
    | 'since-at-first-period'
    | 'since-after-last-period'
    | 'one-site-per-group'
    | 'no-variation'
  values: Record<string, number>
}

export interface ReadGroup extends GroupMeans {
  /** Changes of the sites, in the unit of the metric. */
  changes: number[]
  used: SiteChange[]
}

/** A panel that can be analysed: two groups of usable sites. */
export interface ReadPanel {
  periods: number
  treated: ReadGroup
  comparison: ReadGroup
  used: SiteChange[]
  dropped: DroppedSite[]
  resolution: number
}

/**
 * The groups of a panel, ready to be compared, or the reason why they cannot be.
 *
 * `since-at-first-period`: nothing lies before the start. `since-after-last-period`: nothing after. `no-...-sites`: the
 * group is empty (`values.dropped` says how many were there without usable values). `one-site-per-group`: any other
 * cause that struck one of the two would look the same. `no-variation`: every site changed by the same amount.
 *
 * @throws {RangeError} when the panel is malformed (see `periodsOf`).
 */
export function readPanel(panel: Panel): ReadPanel | Refusal {
  const periods = periodsOf(panel)
  const { since, sites } = panel
  for (const isTreated of [true, false])
    if (!sites.some(({ treated }) => treated === isTreated)) return emptyGroup(isTreated, 0)
  if (since < 1) return { refused: 'since-at-first-period', values: { since, periods } }
  if (since >= periods) return { refused: 'since-after-last-period', values: { since, periods } }

  const { used, dropped, resolution } = siteChanges(panel)
  const treated = used.filter((site) => site.treated)
  const comparison = used.filter((site) => !site.treated)
  if (treated.length === 0) return emptyGroup(true, dropped.filter((site) => site.treated).length)
  if (comparison.length === 0) return emptyGroup(false, dropped.filter((site) => !site.treated).length)
  if (used.length === 2) return { refused: 'one-site-per-group', values: { dropped: dropped.length } }

  const changes = changesOf(used)
  const first = changes[0] ?? 0
  if (changes.every((change) => Math.abs(change - first) <= 4 * resolution))
    return { refused: 'no-variation', values: { change: first, sites: used.length } }
  return { periods, treated: groupOf(treated), comparison: groupOf(comparison), used, dropped, resolution }
}

function groupOf(used: SiteChange[]): ReadGroup {
  return { ...groupMeansOf(used), changes: changesOf(used), used }
}

function emptyGroup(isTreated: boolean, dropped: number): Refusal {
  return { refused: isTreated ? 'no-treated-sites' : 'no-comparison-sites', values: { dropped } }
}
