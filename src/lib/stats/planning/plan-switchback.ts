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
  /** Half of so many neighbouring blocks are on, drawn anew for each: even, default 2, as `switchback` and the draw have it. `all`: of all. */
  blockWindows?: number | 'all'
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
 * How many blocks (windows), or which effect, or which chance to find it, when the change is switched on and off in blocks
 * whose order is drawn: half on among each two neighbours, or each `blockWindows`. Size: blocks at each site.
 *
 * The noise of one site alone: `noiseOf([values], { periodsShared: false })`.
 *
 * Neighbours are alike, and compared with one another: slow drifts enter only within `blockWindows`, so 2 has the smallest
 * error; but one site then needs 12 blocks before any p can reach 5 %, where a draw among all of them needs 8. Shorter
 * blocks are better until the carry-over eats them. Up to 500 schedules are planned by the permutation test itself (8 pairs of
 * blocks, or one site of ten blocks among all), whose steps matter there; more by t. `p-floor`: too few blocks for a
 * permutation test to reach the level, and the power is 0.
 *
 * @throws {RangeError} when the blocks, the noise or the question is impossible.
 * @see Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777; Neyman (1923) for the variance over draws.
 */
export function planSwitchback(plan: SwitchbackSizing): SwitchbackPlanAnswer {
  const { noise, blockLength, carryOver = 0, blockWindows = 2, sites = 1, inference = 'permutation' } = plan
  const { confidence = 0.95 } = plan
  checkNoise(noise)
  requireWhole({ blockLength: [blockLength, 1], carryOver: [carryOver, 0], sites: [sites, 1] })
  if (carryOver >= blockLength)
    throw new RangeError(`carryOver must be shorter than the block's ${blockLength} periods, got ${carryOver}`)
  if (blockWindows !== 'all' && !(Number.isInteger(blockWindows) && blockWindows >= 2 && blockWindows % 2 === 0))
    throw new RangeError(`blockWindows must be even, got ${blockWindows}`)
  const scatterOf = scatterWithin(noise, blockLength, carryOver)
  /** What is drawn together, how many such there are at all sites, and how far their blocks scatter. */
  const drawAt = (blocks: number) => {
    const together = blockWindows === 'all' ? blocks : blockWindows
    const on = Math.floor(together / 2)
    return { on, off: together - on, strata: (sites * blocks) / together, scatter: scatterOf(together) }
  }
  const errorAt = (blocks: number) => {
    const { on, off, strata, scatter } = drawAt(blocks)
    return Math.sqrt((scatter * (1 / on + 1 / off)) / strata)
  }
  // Of pairs the differences scatter, of larger draws the blocks within each.
  const freedomAt = (blocks: number) => {
    const { on, off, strata } = drawAt(blocks)
    return on === 1 && off === 1 ? strata - 1 : strata * (on + off - 2)
  }
  const powerAt = (effect: number, blocks: number) => {
    const { on, off, strata, scatter } = drawAt(blocks)
    const draw = { ...plan, strata: Math.floor(strata) }
    const ofPermutation = inference === 'permutation' ? permutationPower(on, off, draw) : null
    if (ofPermutation !== null) return ofPermutation(effect / Math.sqrt(scatter))
    return powerOfEffect(effect, errorAt(blocks), freedomAt(blocks), plan)
  }
  const multiple = blockWindows === 'all' ? 1 : blockWindows
  const answer = solvePlan(plan, powerAt, {
    // Of one pair nothing scatters.
    leastSize: blockWindows === 'all' ? 3 : blockWindows === 2 && sites === 1 ? 4 : blockWindows,
    mostSize: 5_000,
    divisible: false,
    multiple,
    startEffect: Math.sqrt(noise.within) * Math.sign(plan.effect ?? 1),
  })
  const { size } = answer
  if (size === null) return { ...answer, periods: null, standardError: null, degreesOfFreedom: null, smallestP: null }
  const { on, off, strata } = drawAt(size)
  const floor = smallestPermutationP({ by: 'blocks', on, off, sites: strata }, confidence)
  return {
    ...answer,
    periods: size * blockLength,
    standardError: errorAt(size),
    degreesOfFreedom: freedomAt(size),
    smallestP: floor.smallestP,
    reason: floor.canReject || inference === 't' ? answer.reason : 'p-floor',
  }
}

/** Expected sample variance of the means of so many neighbouring blocks: what the draw spreads over on and off. */
function scatterWithin(noise: SiteNoise, blockLength: number, carryOver: number): (blocks: number) => number {
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
  return (blocks) => {
    let together = 0
    for (let apart = 1; apart < blocks; apart++) together += (blocks - apart) * sharedAt(apart)
    return noise.within * (sharedAt(0) - (2 * together) / (blocks * (blocks - 1)))
  }
}
