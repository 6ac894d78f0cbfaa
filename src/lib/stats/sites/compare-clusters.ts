import { momentsOf } from '../numeric/moments.ts'
import { clusterRobust } from './cluster-robust.ts'
import { compareMeans, type MeanComparison } from './compare-means.ts'

export interface ClusterComparison extends Omit<MeanComparison, 'reason'> {
  /** `one-cluster`: an arm has a single cluster. `no-variation`: nothing varies between clusters of one arm. */
  reason: 'one-cluster' | 'no-variation' | null
  /** `clusters`: the average cluster. `rows`: the average row. */
  counting: 'clusters' | 'rows'
  clusters: { treated: number; comparison: number }
  rows: { treated: number; comparison: number }
}

/**
 * Two arms of whole clusters, each cluster summed up by its mean first: as many independent values as were randomised.
 *
 * `clusters` weighs each cluster alike (the effect on the average site): CR2, which is HC2 of the means. `rows` weighs
 * them by their rows (the effect on the average customer): weighted CR2 with its own Satterthwaite degrees of freedom.
 * They differ when the effect goes with size; say before the start which of them is meant.
 *
 * Not below four clusters an arm: `permuteDesign` on the means. Clusters without rows tell nothing and do not count.
 *
 * @param treated The rows of each treated cluster.
 * @param comparison The rows of each other cluster.
 * @throws {RangeError} when an arm has no rows, a value is not finite, or the confidence is outside (0, 1).
 * @see Donner & Klar (2000), section 7.2; Hayes & Moulton (2017), Cluster Randomised Trials, chapter 10.
 */
export function compareClusters(
  treated: readonly (readonly number[])[],
  comparison: readonly (readonly number[])[],
  { counting = 'clusters', confidence = 0.95 }: { counting?: 'clusters' | 'rows'; confidence?: number } = {},
): ClusterComparison {
  const arms = [treated, comparison].map((arm) => arm.filter((rows) => rows.length > 0).map(momentsOf))
  const [a = [], b = []] = arms
  const meansOf = (arm: typeof a) => arm.map(({ mean }) => mean)
  const rowsOf = (arm: typeof a) => arm.reduce((sum, { count }) => sum + count, 0)
  const counts = {
    clusters: { treated: a.length, comparison: b.length },
    rows: { treated: rowsOf(a), comparison: rowsOf(b) },
  }
  const byMeans = compareMeans(meansOf(a), meansOf(b), { confidence })
  const reasonOf = (reason: 'too-few-values' | 'no-variation' | null) =>
    reason === 'too-few-values' ? 'one-cluster' : reason
  if (counting === 'clusters') return { ...byMeans, reason: reasonOf(byMeans.reason), counting, ...counts }

  const both = [...a, ...b]
  // Less the first mean: the fit keeps the digits of the differences at any level.
  const level = (both[0] as (typeof both)[number]).mean
  const { coefficients } = clusterRobust(
    {
      y: both.map(({ mean }) => mean - level),
      x: both.map((_, i) => [1, i < a.length ? 1 : 0]),
      clusters: both.map((_, i) => String(i)),
      weights: both.map(({ count }) => count),
    },
    { confidence },
  )
  const { estimate, standardError, degreesOfFreedom, low, high, pValue } =
    coefficients[1] as (typeof coefficients)[number]
  const without = {
    standardError: byMeans.standardError,
    degreesOfFreedom: null,
    low: null,
    high: null,
    pValue: null,
    confidence,
  }
  const judged = { standardError, degreesOfFreedom, low, high, pValue, confidence }
  const reason = reasonOf(byMeans.reason)
  return { estimate: estimate ?? 0, ...(reason ? without : judged), reason, counting, ...counts }
}
