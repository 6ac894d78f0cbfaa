import { requireConfidence } from '../numeric/require-confidence.ts'
import { binomialRanks } from './binomial-ranks.ts'
import { bootstrapRanks, quantileOfDifferences, shareOfDifferencesUpTo, weightedVariance } from './bootstrap-ranks.ts'
import { type Difference, noDifference } from './compare-estimates.ts'
import { type QuantileGap, requireShare } from './quantile-interval.ts'
import { sampleQuantile, sortedValues } from './sample-quantile.ts'

/** Finer than this a bootstrap's tail means nothing. */
const LEAST_P = 1e-15

/**
 * How much higher a quantile is in the treated arm, by the percentile bootstrap with infinitely many draws.
 *
 * The draws are summed in closed form (`bootstrapRanks`), so there is no seed and no chance in the answer. `standardError`
 * is the bootstrap's; there is no `statistic` and there are no degrees of freedom. About 2 ms for 2000 against 2000.
 *
 * One value per independent unit; for many events of one unit use `compareClusteredQuantiles`. Not for waiting times that are
 * cut off at the end of the trial.
 *
 * @param share The quantile, in (0, 1).
 * @throws {RangeError} when the share or the confidence is outside (0, 1) or a value is not finite.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13; Hutson & Ernst (2000), JRSS B 62, 89-94.
 */
export function compareQuantiles(
  treated: readonly number[],
  comparison: readonly number[],
  share: number,
  { confidence = 0.95 }: { confidence?: number } = {},
): Difference<QuantileGap> {
  requireConfidence(confidence)
  requireShare(share)
  const [a, b] = [sortedValues(treated), sortedValues(comparison)]
  if (a.length === 0 || b.length === 0) return noDifference(confidence, 'empty-arm')
  const estimate = sampleQuantile(a, share) - sampleQuantile(b, share)
  const isResolvable = (count: number) => binomialRanks(count, share, confidence) !== null
  if (!isResolvable(a.length) || !isResolvable(b.length))
    return { ...noDifference(confidence, 'too-few-values'), estimate }

  const [drawnA, drawnB] = [bootstrapRanks(a, share), bootstrapRanks(b, share)]
  const tail = (1 - confidence) / 2
  const low = quantileOfDifferences(tail, drawnA, drawnB)
  // The other end is the same question with the arms exchanged, so that exchanging them mirrors the answer.
  const high = -quantileOfDifferences(tail, drawnB, drawnA)
  if (low === high) return { ...noDifference(confidence, 'not-resolvable'), estimate }
  const oneSided = Math.min(shareOfDifferencesUpTo(0, drawnA, drawnB), shareOfDifferencesUpTo(0, drawnB, drawnA))
  return {
    ...{ estimate, standardError: Math.sqrt(weightedVariance(drawnA) + weightedVariance(drawnB)) },
    ...{ degreesOfFreedom: null, statistic: null, low, high, confidence },
    pValue: Math.max(LEAST_P, Math.min(1, 2 * oneSided)),
    reason: null,
  }
}
