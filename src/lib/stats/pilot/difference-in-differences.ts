import { compareMeans, type MeanComparison } from '../sites/compare-means.ts'
import type { Panel } from './panel.ts'
import { type DroppedSite, type SiteChange, siteChanges } from './site-changes.ts'

/** Group means, every site one vote, in the unit of the metric. */
export interface GroupMeans {
  /** Sites used. */
  sites: number
  before: number
  after: number
}

export interface DifferenceInDifferences extends MeanComparison {
  treated: GroupMeans
  comparison: GroupMeans
  used: SiteChange[]
  dropped: DroppedSite[]
}

/**
 * How much more the treated sites changed than the comparison sites did, with a cluster-robust interval.
 *
 * Each site is one cluster: its mean before and its mean after make one change, and `compareMeans` compares the changes
 * (CR2, Bell-McCaffrey degrees of freedom). It says what the change did if the groups would otherwise have moved in
 * parallel: look at `preTrend`. The standard error and interval are null where a group has one site.
 *
 * Not for sites that start at different times (a two-way regression is biased there; use group-time effects), not for
 * one treated site with a long history (synthetic control), and not below four sites a group: use `permuteSites`.
 *
 * @param confidence Long-run coverage in (0, 1), default 0.95.
 * @throws {RangeError} when the panel is malformed, the start leaves no period on a side, or a group has no usable site.
 * @see Card & Krueger (1994), AER 84, 772-793; Bertrand, Duflo & Mullainathan (2004), QJE 119, 249-275, section IV.C
 *   (one before, one after per cluster keeps the size right under serial correlation).
 */
export function differenceInDifferences(panel: Panel, confidence = 0.95): DifferenceInDifferences {
  const { used, dropped, resolution } = siteChanges(panel)
  const treated = used.filter((site) => site.treated)
  const comparison = used.filter((site) => !site.treated)
  return {
    ...compareMeans(changesOf(treated), changesOf(comparison), { confidence, resolution }),
    treated: groupMeansOf(treated),
    comparison: groupMeansOf(comparison),
    used,
    dropped,
  }
}

/** The changes alone, in the same order. */
export function changesOf(sites: readonly SiteChange[]): number[] {
  return sites.map(({ change }) => change)
}

/** @throws {RangeError} when there are no sites. */
export function groupMeansOf(sites: readonly SiteChange[]): GroupMeans {
  if (sites.length === 0) throw new RangeError('a group needs at least one site')
  const mean = (side: 'before' | 'after') => sites.reduce((sum, site) => sum + site[side] / sites.length, 0)
  return { sites: sites.length, before: mean('before'), after: mean('after') }
}
