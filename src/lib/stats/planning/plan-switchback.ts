import { covarianceOfRuns, runOf } from './autocorrelated-means.ts'
import { permutationPower } from './permutation-power.ts'
import { powerOfEffect } from './power-of-effect.ts'
import { requireWhole } from './require-whole.ts'
import { checkNoise, type SiteNoise } from './site-noise.ts'
import { smallestPermutationP } from './smallest-permutation-p.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface SwitchbackSizing extends PlanQuestion {
  /** Of one site's periods; `between` plays no part, because every site is its own comparison. */
  noise: SiteNoise
  /** Whole periods in a block, at least 1: how long the change stays on or off at a time. */
  blockLength: number
  /** Periods at the start of each block that are left out because the block before still works, default 0. */
  carryOver?: number
  /** Sites that switch, each by a draw of its own, default 1. */
  sites?: number
  /** How it will be read: `permutation` (default), or `t` whatever the number of blocks. */
  inference?: 'permutation' | 't'
}

export interface SwitchbackPlanAnswer extends PlanAnswer<'p-floor'> {
  /** Periods in all; null when no size would do. */
  periods: number | null
  standardError: number | null
  degreesOfFreedom: number | null
  /** The smallest p-value that a permutation of the schedule can give. */
  smallestP: number | null
}

/**
 * How many blocks, or which effect, or which chance to find it, when the change is switched on and off in blocks whose
 * order is drawn (half of them on). Size: blocks at each site.
 *
 * The noise of one site alone: `noiseOf([values], { periodsShared: false })`.
 *
 * Slow drifts are in the error: blocks far apart differ more the longer the trial runs. Shorter blocks are better until the
 * carry-over eats them. `p-floor`: too few blocks for a permutation test to reach the level, and the power of
 * one site is 0. One site of up to ten blocks is planned by its permutation test, whose steps matter there; else by t.
 *
 * @throws {RangeError} when the blocks, the noise or the question is impossible.
 * @see Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777; Neyman (1923) for the variance over draws.
 */
export function planSwitchback(plan: SwitchbackSizing): SwitchbackPlanAnswer {
  const { noise, blockLength, carryOver = 0, sites = 1, inference = 'permutation', confidence = 0.95 } = plan
  checkNoise(noise)
  requireWhole({ blockLength: [blockLength, 1], carryOver: [carryOver, 0], sites: [sites, 1] })
  if (carryOver >= blockLength)
    throw new RangeError(`carryOver must be shorter than the block's ${blockLength} periods, got ${carryOver}`)
  const first = runOf(carryOver, blockLength - carryOver)
  const shared: number[] = []
  // Between the means of two blocks so many blocks apart, for values of variance 1.
  const sharedAt = (apart: number) => {
    for (let k = shared.length; k <= apart; k++)
      shared.push(
        covarianceOfRuns(
          first,
          first.map((period) => period + k * blockLength),
          noise.autocorrelation,
        ),
      )
    return shared[apart] ?? 0
  }
  /** Expected sample variance of the block means: what the draw spreads over on and off. */
  const scatterAt = (blocks: number) => {
    let together = 0
    for (let apart = 1; apart < blocks; apart++) together += (blocks - apart) * sharedAt(apart)
    return noise.within * (sharedAt(0) - (2 * together) / (blocks * (blocks - 1)))
  }
  const errorAt = (blocks: number) => {
    const on = Math.floor(blocks / 2)
    return Math.sqrt((scatterAt(blocks) * (1 / on + 1 / (blocks - on))) / sites)
  }
  const answer = solvePlan(
    plan,
    (effect, blocks) => {
      const on = Math.floor(blocks / 2)
      // Up to ten windows of one site p has coarse steps, and the t test would promise too much.
      const ofPermutation = sites === 1 && inference === 'permutation' ? permutationPower(on, blocks - on, plan) : null
      if (ofPermutation !== null) return ofPermutation(effect / Math.sqrt(scatterAt(blocks)))
      return powerOfEffect(effect, errorAt(blocks), sites * (blocks - 2), plan)
    },
    {
      leastSize: 3,
      mostSize: 5_000,
      divisible: false,
      startEffect: Math.sqrt(noise.within) * Math.sign(plan.effect ?? 1),
    },
  )
  const { size } = answer
  if (size === null) return { ...answer, periods: null, standardError: null, degreesOfFreedom: null, smallestP: null }
  const on = Math.floor(size / 2)
  const floor = smallestPermutationP({ by: 'blocks', on, off: size - on, sites }, confidence)
  return {
    ...answer,
    periods: size * blockLength,
    standardError: errorAt(size),
    degreesOfFreedom: sites * (size - 2),
    smallestP: floor.smallestP,
    reason: floor.canReject || inference === 't' ? answer.reason : 'p-floor',
  }
}
