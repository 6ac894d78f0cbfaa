import type { Metric } from '#product/metric/metric.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'
import type { Look } from './look.ts'

/** What stopping a trial before its planned end saved. */
export interface Saved {
  /** Periods with the change, or units, that were planned and did not come. */
  periods: number
  runsFor: number
  /** Sites with the change times those periods; 0 for a split, which has none. */
  sitePeriods: number
  /** What the harm of that time would have cost, in minor units; null where it did none, or money does not fit. */
  moneyMinor: bigint | null
}

/** How many sites have the change at once, at most. */
function sitesWithChange(body: PlanBody): number {
  switch (body.design) {
    case 'split':
      return 0
    case 'pilot':
      return body.sites.filter(({ treated }) => treated).length
    case 'staggered':
      return body.sites.filter(({ start }) => start !== null).length
    case 'switchback':
    case 'before-after':
      return Math.max(1, body.sites.length)
  }
}

/**
 * What was saved at the last look before the stop; null where it came to its end. The harm counts as it was estimated
 * then, per site and period: a rough figure, and said as one.
 */
export function savedBy(
  look: Pick<Look, 'elapsed' | 'runsFor' | 'estimate' | 'seen'>,
  body: PlanBody,
  { better, worthMinor }: Pick<Metric, 'better' | 'worthMinor'>,
): Saved | null {
  const periods = look.runsFor - look.elapsed
  if (periods <= 0) return null
  const sitePeriods = sitesWithChange(body) * periods
  const harm = look.estimate === null ? 0 : better === 'higher' ? -look.estimate : look.estimate
  const isHarm = look.seen.includes('harm') && harm > 0 && worthMinor !== null && sitePeriods > 0
  const moneyMinor = isHarm ? BigInt(Math.round(Number(worthMinor) * harm * sitePeriods)) : null
  return { periods, runsFor: look.runsFor, sitePeriods, moneyMinor }
}
