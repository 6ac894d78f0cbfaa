import { eTest } from './e-test.ts'
import { exactRateTest } from './exact-rate-test.ts'
import type { Rate } from './rate.ts'
import { scoreRateTest } from './score-rate-test.ts'

export type RateTest = 'score' | 'e-test' | 'exact' | 'exact-mid-p'

export interface RateComparison {
  /** Events per unit of exposure in each arm; null without exposure. */
  treated: number | null
  comparison: number | null
  /** Treated less comparison, per unit of exposure. */
  estimate: number | null
  low: number | null
  high: number | null
  confidence: number
  /** Two-sided, against equal rates. */
  pValue: number | null
  method: RateTest
  /** Events that the arm with less exposure expects under equal rates: below 5, the test is an E-test. */
  smallestExpected: number
  /** False when test and interval fall on two sides of "no difference". */
  agrees: boolean | null
  /** The effect as a share of the comparison's rate; `high` is null alone when there is no upper end. */
  relative: { estimate: number | null; low: number | null; high: number | null }
  /** `no-exposure`: an arm could have no events. */
  reason: 'no-exposure' | null
}

/**
 * How much more often events happen under `treated` per unit of exposure: difference, interval, test, relative effect.
 *
 * Score intervals always; the score test, or the E-test when an arm expects fewer than 5 events. Never Wald's.
 *
 * Only for counts that scatter as Poisson's do, which shops, days and people seldom do: with the counts of each unit at
 * hand use `quasiPoissonComparison`. Not for repeated looks at a running trial.
 *
 * @throws {RangeError} when a rate is impossible or the confidence is outside (0, 1).
 * @see `scoreRateTest`, `eTest`, `exactRateTest`.
 */
export function compareRates(
  treated: Rate,
  comparison: Rate,
  { confidence = 0.95, method }: { confidence?: number; method?: RateTest } = {},
): RateComparison {
  const score = scoreRateTest(treated, comparison, { confidence })
  const total = treated.events + comparison.events
  const exposure = treated.exposure + comparison.exposure
  const smallestExpected = exposure > 0 ? total * (Math.min(treated.exposure, comparison.exposure) / exposure) : 0
  const chosen = method ?? (smallestExpected < 5 ? 'e-test' : 'score')
  const { ratio } = score
  const excludesZero = score.low !== null && score.high !== null && (score.low > 0 || score.high < 0)
  const pValue = score.reason ? null : pValueOf(chosen, treated, comparison, score.pValue)
  return {
    treated: rateOf(treated),
    comparison: rateOf(comparison),
    estimate: score.estimate,
    low: score.low,
    high: score.high,
    confidence,
    pValue,
    method: chosen,
    smallestExpected,
    agrees: pValue === null ? null : excludesZero === pValue <= 1 - confidence,
    relative: { estimate: lessOne(ratio.estimate), low: lessOne(ratio.low), high: lessOne(ratio.high) },
    reason: score.reason,
  }
}

function rateOf({ events, exposure }: Rate): number | null {
  return exposure === 0 ? null : events / exposure
}

function lessOne(ratio: number | null): number | null {
  return ratio === null ? null : ratio - 1
}

function pValueOf(method: RateTest, treated: Rate, comparison: Rate, score: number | null): number | null {
  if (method === 'score') return score
  if (method === 'e-test') return eTest(treated, comparison)?.pValue ?? null
  const { pValue, midPValue } = exactRateTest(treated, comparison)
  return method === 'exact' ? pValue : midPValue
}
