import { normalQuantile } from '../distribution/normal.ts'
import { fiellerRatio } from '../means/fieller-ratio.ts'
import { boschlooExact, isBeyondBoschloo } from './boschloo-exact.ts'
import { fisherExact } from './fisher-exact.ts'
import { newcombeInterval } from './newcombe-interval.ts'
import { type Proportion, smallestExpectedCount } from './proportion.ts'
import { scoreDifference } from './score-difference.ts'
import { scoreRatio } from './score-ratio.ts'

export type ProportionTest = 'score' | 'boschloo' | 'fisher' | 'fisher-mid-p'

export interface ProportionComparison {
  /** Share of each arm in [0, 1]; null without units. */
  treated: number | null
  comparison: number | null
  /** Treated less comparison, as a share: 0.02 is two points more. */
  estimate: number | null
  low: number | null
  high: number | null
  confidence: number
  /** Two-sided, against no difference. The one test, whatever scale is shown. */
  pValue: number | null
  /** How `pValue` was found. */
  method: ProportionTest
  intervalMethod: 'miettinen-nurminen' | 'newcombe'
  /** The smallest expected count of the 2 x 2 table: below 5, the test is exact. */
  smallestExpected: number
  /** False when test and interval fall on two sides of "no difference": near the limit, where neither is to be trusted alone. */
  agrees: boolean | null
  relative: RelativeProportion
  /** `no-units`: an arm is empty. */
  reason: 'no-units' | null
}

export interface RelativeProportion {
  /** Effect as a share of the comparison's proportion: 0.25 is a quarter more. */
  estimate: number | null
  low: number | null
  /** Null alone where there is no upper end. */
  high: number | null
  method: 'score' | 'fieller'
  /** `unbounded`: the comparison's proportion could be 0. `no-events`: none in either arm. `no-variation`: nothing varies. */
  reason: 'no-units' | 'no-events' | 'unbounded' | 'no-variation' | null
}

export interface ProportionOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /**
   * Default: `boschloo` when an expected count is below 5, otherwise `score`. `fisher` in place of the former when a tiny arm stands
   * against more than some 100 million units (`isBeyondBoschloo`).
   */
  method?: ProportionTest
  /** Default `miettinen-nurminen`, which agrees with the score test; `newcombe` is closed form. */
  interval?: 'miettinen-nurminen' | 'newcombe'
  /** Default `score`; `fieller` for the same relative interval as with means, needing events in plenty. */
  relative?: 'score' | 'fieller'
}

/**
 * How much more often units of `treated` do it than those of `comparison`: difference, interval, test, relative effect.
 *
 * The test is the score test, or an unconditional exact one when an expected count is below 5; the intervals are score
 * intervals always. Never Wald's: 0 of 1,000 against 5 of 1,000 has p 0.035 and an interval from -0.0117 to -0.0012, where
 * Wald's formulas can give p = 1 and an interval of width 0. Which test it is depends on totals, not on the outcome sought.
 *
 * The exact test looks for the worst common proportion within an interval that misses it with a chance of 1e-4, or of a hundredth of
 * p below p = 0.01 (Berger and Boos); that chance is part of p. So there is no floor under p, and no p is understated.
 *
 * Not for several rows of one unit (sum them to yes or no first), clusters, pairs, or a running trial looked at often.
 *
 * @throws {RangeError} when counts are impossible or the confidence is outside (0, 1).
 * @see `scoreDifference`, `boschlooExact`, `scoreRatio`; Lydersen, Fagerland & Laake (2009), Statistics in Medicine 28,
 *   1159-1175; Fagerland, Lydersen & Laake (2015), Statistical Methods in Medical Research 24, 224-254.
 */
export function compareProportions(
  treated: Proportion,
  comparison: Proportion,
  { confidence = 0.95, method, interval = 'miettinen-nurminen', relative = 'score' }: ProportionOptions = {},
): ProportionComparison {
  const score = scoreDifference(treated, comparison, { confidence })
  const smallestExpected = smallestExpectedCount([treated, comparison])
  const chosen =
    method ?? (smallestExpected >= 5 ? 'score' : isBeyondBoschloo(treated, comparison) ? 'fisher' : 'boschloo')
  const isEmpty = score.reason !== null
  const pValue = isEmpty ? null : pValueOf(chosen, treated, comparison, score.pValue)
  const ends = interval === 'newcombe' ? newcombeInterval(treated, comparison, { confidence }) : score
  const [low, high] = [ends?.low ?? null, ends?.high ?? null]
  const excludesZero = low !== null && high !== null && (low > 0 || high < 0)
  return {
    treated: shareOf(treated),
    comparison: shareOf(comparison),
    estimate: score.estimate,
    low,
    high,
    confidence,
    pValue,
    method: chosen,
    intervalMethod: interval,
    smallestExpected,
    agrees: pValue === null ? null : excludesZero === pValue <= 1 - confidence,
    relative:
      relative === 'score' ? byScore(treated, comparison, confidence) : byFieller(treated, comparison, confidence),
    reason: isEmpty ? 'no-units' : null,
  }
}

function shareOf({ events, units }: Proportion): number | null {
  return units === 0 ? null : events / units
}

function pValueOf(method: ProportionTest, treated: Proportion, comparison: Proportion, score: number | null) {
  if (method === 'score') return score
  if (method === 'boschloo') return boschlooExact(treated, comparison, { nuisanceError: 'shrinking' }).pValue
  const { pValue, midPValue } = fisherExact(treated, comparison)
  return method === 'fisher' ? pValue : midPValue
}

function byScore(treated: Proportion, comparison: Proportion, confidence: number): RelativeProportion {
  const { estimate, low, high, reason } = scoreRatio(treated, comparison, { confidence })
  return { estimate: lessOne(estimate), low: lessOne(low), high: lessOne(high), method: 'score', reason }
}

function byFieller(treated: Proportion, comparison: Proportion, confidence: number): RelativeProportion {
  const [a, b] = [shareOf(treated), shareOf(comparison)]
  const without = { estimate: null, low: null, high: null, method: 'fieller' } as const
  if (a === null || b === null) return { ...without, reason: 'no-units' }
  if (b === 0) return { ...without, reason: a === 0 ? 'no-events' : 'unbounded' }
  const estimate = (a - b) / b
  const varianceA = (a * (1 - a)) / (treated.units - 1)
  const varianceB = (b * (1 - b)) / (comparison.units - 1)
  if (treated.units < 2 || comparison.units < 2 || varianceA + varianceB === 0)
    return { ...without, estimate, reason: 'no-variation' }
  const ends = fiellerRatio({
    numerator: a - b,
    denominator: b,
    numeratorVariance: varianceA + varianceB,
    denominatorVariance: varianceB,
    covariance: -varianceB,
    reach: normalQuantile((1 + confidence) / 2),
  })
  return ends
    ? { estimate, low: ends.low, high: ends.high, method: 'fieller', reason: null }
    : { ...without, estimate, reason: 'unbounded' }
}

function lessOne(ratio: number | null): number | null {
  return ratio === null ? null : ratio - 1
}
