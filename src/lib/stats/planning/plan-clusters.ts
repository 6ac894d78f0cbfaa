import { powerOfEffect } from './power-of-effect.ts'
import { requireWhole } from './require-whole.ts'
import { smallestSize } from './smallest-size.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface ClustersPlan extends PlanQuestion {
  /** Of one unit's value in all, between clusters and within, in the metric's unit, positive. */
  standardDeviation: number
  /** The part of that variance that lies between clusters, in [0, 1]; a negative estimate counts as 0. */
  intraclusterCorrelation: number
  /** Units in a cluster on average, at least 1. */
  clusterSize: number
  /** Standard deviation of the cluster sizes over their mean, at least 0, default 0. */
  sizeVariation?: number
  /** Comparison clusters for each treated one, positive, default 1. */
  ratio?: number
  /** Degrees of freedom that strata or cluster covariates take, default 0. */
  degreesLost?: number
}

export interface ClustersPlanAnswer extends PlanAnswer {
  /** Whole clusters in each group. */
  treated: number | null
  comparison: number | null
  /** How many times the variance of independent units, at least 1 - ICC. */
  designEffect: number
  /**
   * Units per cluster that give a power of 0.8 with `size` clusters, where the effect and the size were given; null where no number
   * would (the clusters themselves differ too much), or where not asked.
   */
  clusterSizeNeeded: number | null
}

/**
 * How many clusters (shops, wards, teams drawn as a whole), or which effect, or which chance to find it, when cluster
 * summaries are compared by t with one degree of freedom per cluster, less 2. Size: treated clusters.
 *
 * More units per cluster help only up to 1 / ICC; more clusters always. With unequal sizes the design effect is that of an
 * analysis weighted by size, and slightly too large. With few clusters the trial is read by permutation:
 * `smallestPermutationP` says whether it can find anything at all.
 *
 * @throws {RangeError} when a variance part, a size or the question is impossible.
 * @see Donner & Klar (2000), Design and Analysis of Cluster Randomization Trials, chapter 5; Eldridge, Ashby & Kerry
 *   (2006), Int. J. Epidemiology 35, 1292-1300, equation 1 (unequal sizes).
 */
export function planClusters(plan: ClustersPlan): ClustersPlanAnswer {
  const { standardDeviation, clusterSize, sizeVariation = 0, ratio = 1, degreesLost = 0, ...question } = plan
  if (!(standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardDeviation must be positive, got ${standardDeviation}`)
  if (!(plan.intraclusterCorrelation <= 1))
    throw new RangeError(`intraclusterCorrelation must be at most 1, got ${plan.intraclusterCorrelation}`)
  requireWhole({ degreesLost: [degreesLost, 0] })
  if (!(clusterSize >= 1 && clusterSize < Number.POSITIVE_INFINITY))
    throw new RangeError(`clusterSize must be at least 1, got ${clusterSize}`)
  if (!(sizeVariation >= 0 && sizeVariation < Number.POSITIVE_INFINITY))
    throw new RangeError(`sizeVariation must be at least 0, got ${sizeVariation}`)
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratio must be positive, got ${ratio}`)
  const correlation = Math.max(0, plan.intraclusterCorrelation)
  const uneven = 1 + sizeVariation ** 2
  const effectOf = (size: number) => 1 + (uneven * size - 1) * correlation
  const powerWith = (effect: number, clusters: number, size: number) => {
    const variance = (standardDeviation ** 2 * effectOf(size)) / size
    const standardError = Math.sqrt((variance * (1 + 1 / ratio)) / clusters)
    return powerOfEffect(effect, standardError, clusters * (1 + ratio) - 2 - degreesLost, question)
  }
  const answer = solvePlan(question, (effect, clusters) => powerWith(effect, clusters, clusterSize), {
    leastSize: Math.max(1, 1 / ratio, (3 + degreesLost) / (1 + ratio)),
    startEffect: standardDeviation * Math.sign(question.effect ?? 1),
  })
  const { size } = answer
  const { effect } = question
  const needed =
    effect !== undefined && question.size !== undefined
      ? smallestSize((units) => powerWith(effect, question.size ?? 0, units), 0.8, { leastSize: 1 })
      : null
  return {
    ...answer,
    treated: size,
    comparison: size === null ? null : Math.ceil(size * ratio * (1 - 1e-12)),
    designEffect: effectOf(clusterSize),
    clusterSizeNeeded: needed === null ? null : Math.ceil(needed * (1 - 1e-12)),
  }
}
