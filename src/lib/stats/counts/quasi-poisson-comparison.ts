import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { checkRate, type Rate } from './rate.ts'
import { rateRatioInterval } from './score-rate-test.ts'

export interface QuasiPoissonComparison {
  /** Ratio of the rates, treated over comparison; null when `reason` says why. */
  estimate: number | null
  low: number | null
  high: number | null
  confidence: number
  /** Of the natural logarithm of the ratio: sqrt(dispersion (1/x1 + 1/x2)); null with no events in an arm. */
  standardError: number | null
  /** Pearson's chi-square over its degrees of freedom: 1 for Poisson counts, more when units differ among themselves. */
  dispersion: number | null
  /** Units in both arms less 2. */
  degreesOfFreedom: number | null
  /** Score statistic of equal rates, over the root of the dispersion. */
  statistic: number | null
  /** Two-sided, t distribution. */
  pValue: number | null
  /** `too-few-units`: no unit to spare for the dispersion. `no-events`: none in either arm. `no-variation`: dispersion 0. `unbounded`: no events in the comparison. */
  reason: 'too-few-units' | 'no-events' | 'no-variation' | 'unbounded' | null
}

/**
 * Two rates from the counts of each unit, when units scatter more (or less) than Poisson's law allows.
 *
 * One entry per unit of randomisation. The dispersion is estimated from how units scatter within arms; test and interval
 * are the score ones widened by it, with t in place of z, and agree with each other. As a generalised linear model
 * (quasi-Poisson, logarithmic link, offset) does, but for Rao's test instead of Wald's: no events in an arm stay finite.
 *
 * Not with fewer than about 5 units an arm (the dispersion is then a guess: permute), nor when the arms scatter very
 * unequally. Units without exposure are left out.
 *
 * @throws {RangeError} when a rate is impossible or the confidence is outside (0, 1).
 * @see McCullagh & Nelder (1989), Generalized Linear Models, sections 6.2 and 9.2; Wedderburn (1974), Biometrika 61, 439-447.
 */
export function quasiPoissonComparison(
  treated: readonly Rate[],
  comparison: readonly Rate[],
  { confidence = 0.95 } = {},
): QuasiPoissonComparison {
  requireConfidence(confidence)
  const [a, b] = [sumOf(treated), sumOf(comparison)]
  const nothing = { estimate: null, low: null, high: null, confidence, standardError: null, dispersion: null }
  const without = { ...nothing, degreesOfFreedom: null, statistic: null, pValue: null }
  const units = a.units + b.units
  if (a.units === 0 || b.units === 0 || units < 3) return { ...without, reason: 'too-few-units' }
  const total = a.events + b.events
  if (total === 0) return { ...without, degreesOfFreedom: units - 2, reason: 'no-events' }

  const degreesOfFreedom = units - 2
  const dispersion = (pearsonWithin(treated, a) + pearsonWithin(comparison, b)) / degreesOfFreedom
  if (dispersion <= 1e-14) return { ...without, dispersion: 0, degreesOfFreedom, reason: 'no-variation' }
  const share = a.exposure / (a.exposure + b.exposure)
  const statistic = (a.events - total * share) / Math.sqrt(dispersion * total * share * (1 - share))
  const t = studentTQuantile((1 + confidence) / 2, degreesOfFreedom)
  const isZero = a.events === 0 || b.events === 0
  return {
    ...rateRatioInterval(a, b, t * Math.sqrt(dispersion)),
    confidence,
    standardError: isZero ? null : Math.sqrt(dispersion * (1 / a.events + 1 / b.events)),
    dispersion,
    degreesOfFreedom,
    statistic,
    pValue: studentTTwoSided(statistic, degreesOfFreedom),
    reason: b.events === 0 ? 'unbounded' : null,
  }
}

function sumOf(rates: readonly Rate[]): Rate & { units: number } {
  let [events, exposure, units] = [0, 0, 0]
  for (const rate of rates) {
    checkRate(rate)
    events += rate.events
    exposure += rate.exposure
    if (rate.exposure > 0) units += 1
  }
  return { events, exposure, units }
}

/** Squared distances from what the arm's own rate expects, over that. 0 for an arm without events. */
function pearsonWithin(rates: readonly Rate[], { events, exposure }: Rate): number {
  if (events === 0) return 0
  let sum = 0
  for (const rate of rates) {
    if (rate.exposure === 0) continue
    const expected = rate.exposure * (events / exposure)
    sum += (rate.events - expected) ** 2 / expected
  }
  return sum
}
