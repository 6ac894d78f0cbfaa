import { type ArrangementOptions, arrangeSites } from './arrange-sites.ts'

export interface SitePermutation {
  /** Mean of the treated less mean of the comparison, in the unit of the values. */
  estimate: number
  /** Two-sided, in [smallestPossibleP, 1]. */
  pValue: number
  /** Ties counted half: less cautious, and its level only holds on average. Reported beside the p-value, never for it. */
  midP: number
  /** What no data in groups of these sizes can go below. When it exceeds your level, the trial can show nothing. */
  smallestPossibleP: number
  /** Arrangements tried, the real one included. */
  arrangements: number
  /** True when these are all there are; false when 20,000 were drawn and the real one added. */
  exact: boolean
  /** Place of the real arrangement by distance from the null effect, 1 the farthest; ties share the worst place. */
  rank: number
}

/**
 * How unusual the difference between the treated and the other sites is, among all ways to choose as many treated ones.
 *
 * Exact at any number of sites when the sites were drawn at random; a placebo test when they were chosen. With one
 * treated site it is the rank of that site's change among all sites.
 *
 * Not for rows, days or customers of the same site (one value a site), nor for sites drawn in pairs or strata.
 *
 * @param options `nullEffect`: the effect to test against, in the unit of the values, default 0. Others: `arrangeSites`.
 * @throws {RangeError} when a group is empty or a value is not finite.
 * @see Fisher (1935); Abadie, Diamond & Hainmueller (2010), JASA 105, 493-505 (placebos); Phipson & Smyth (2010).
 */
export function permuteSites(
  treated: readonly number[],
  comparison: readonly number[],
  { nullEffect = 0, ...options }: ArrangementOptions & { nullEffect?: number },
): SitePermutation {
  const { estimate, count, exact, smallestPossibleP, atLeastAsFar, farther } = arrangeSites(
    treated,
    comparison,
    options,
  )
  const rank = atLeastAsFar(nullEffect)
  const midP = (rank + farther(nullEffect)) / 2 / count
  return { estimate, pValue: rank / count, midP, smallestPossibleP, arrangements: count, exact, rank }
}
