import { comparableMeans } from './comparable-means.ts'
import type { PanelSite } from './panel.ts'

/** What the two lines of the picture show at one period. */
export interface PeriodMeans {
  /** Index of the period, from 0. */
  period: number
  /** In the unit of the metric; null where half of the group's sites or fewer have a value. */
  treated: number | null
  comparison: number | null
  /** How many sites have a value there. */
  treatedSites: number
  comparisonSites: number
}

/**
 * The two groups' mean in every period, for a picture: see `comparableMeans` for what a missing value does to it.
 *
 * @param sites All with the same number of periods.
 */
export function groupSeries(sites: readonly PanelSite[]): PeriodMeans[] {
  const periods = sites[0]?.values.length ?? 0
  const meansOf = (isTreated: boolean) =>
    comparableMeans(
      sites.filter(({ treated }) => treated === isTreated).map(({ values }) => values),
      periods,
    )
  const [treated, comparison] = [meansOf(true), meansOf(false)]
  return Array.from({ length: periods }, (_, period) => ({
    period,
    treated: treated[period]?.mean ?? null,
    comparison: comparison[period]?.mean ?? null,
    treatedSites: treated[period]?.sites ?? 0,
    comparisonSites: comparison[period]?.sites ?? 0,
  }))
}
