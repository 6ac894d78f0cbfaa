import type { PanelSite } from './panel.ts'

/** What the two lines of the picture show at one period. */
export interface PeriodMeans {
  /** Index of the period, from 0. */
  period: number
  /** Mean over the group's sites with a value there, in the unit of the metric; null when none has one. */
  treated: number | null
  comparison: number | null
  /** How many sites each mean has. */
  treatedSites: number
  comparisonSites: number
}

/**
 * The two groups' mean in every period, for a picture.
 *
 * Not for analysis: where sites miss periods, a mean moves because other sites are in it.
 *
 * @param sites All with the same number of periods.
 */
export function groupSeries(sites: readonly PanelSite[]): PeriodMeans[] {
  const treated = sites.filter((site) => site.treated)
  const comparison = sites.filter((site) => !site.treated)
  const periods = sites[0]?.values.length ?? 0
  return Array.from({ length: periods }, (_, period) => {
    const [a, b] = [meanAt(treated, period), meanAt(comparison, period)]
    return { period, treated: a.mean, comparison: b.mean, treatedSites: a.sites, comparisonSites: b.sites }
  })
}

function meanAt(group: readonly PanelSite[], period: number): { mean: number | null; sites: number } {
  let sites = 0
  let mean = 0
  for (const { values } of group) {
    const value = values[period]
    if (value === null || value === undefined) continue
    sites += 1
    mean += (value - mean) / sites
  }
  return { mean: sites === 0 ? null : mean, sites }
}
