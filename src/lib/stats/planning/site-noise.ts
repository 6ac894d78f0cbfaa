/** How the values of sites (shops, wards, teams) scatter, period by period: what `noiseOf` reads from history. */
export interface SiteNoise {
  /** Variance between sites' long-run levels, in the metric's unit squared, at least 0. */
  between: number
  /** Variance of one site's period about its level, likewise, positive. */
  within: number
  /** Of a site's neighbouring periods about its level, in (-1, 1). */
  autocorrelation: number
}

/** @throws {RangeError} when a variance is negative, nothing varies, or the autocorrelation is outside (-1, 1). */
export function checkNoise({ between, within, autocorrelation }: SiteNoise): void {
  if (!(between >= 0 && between < Number.POSITIVE_INFINITY))
    throw new RangeError(`between must be at least 0, got ${between}`)
  if (!(within > 0 && within < Number.POSITIVE_INFINITY)) throw new RangeError(`within must be positive, got ${within}`)
  if (!(Math.abs(autocorrelation) < 1))
    throw new RangeError(`autocorrelation must be in (-1, 1), got ${autocorrelation}`)
}

/**
 * The noise of site-period means from a variance and an intracluster correlation, where there is no history to read.
 *
 * @param deviation Of one site-period in all, in the metric's unit, positive.
 * @param intraclusterCorrelation The part of that variance that lies between sites, in [0, 1).
 * @throws {RangeError} when they are impossible.
 */
export function noiseFrom(deviation: number, intraclusterCorrelation: number, autocorrelation = 0): SiteNoise {
  if (!(intraclusterCorrelation >= 0 && intraclusterCorrelation < 1))
    throw new RangeError(`intraclusterCorrelation must be in [0, 1), got ${intraclusterCorrelation}`)
  const variance = deviation ** 2
  const noise = {
    between: variance * intraclusterCorrelation,
    within: variance * (1 - intraclusterCorrelation),
    autocorrelation,
  }
  checkNoise(noise)
  return noise
}
