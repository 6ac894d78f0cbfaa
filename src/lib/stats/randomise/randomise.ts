import { seededGenerator } from '../numeric/seeded-generator.ts'
import { type AllocationPlan, armsOf, unitsOf } from './allocation-plan.ts'
import { drawAllocation } from './draw-allocation.ts'
import { mahalanobisBalance } from './mahalanobis-balance.ts'

/** A draw and everything that is needed to draw it again, as plain JSON. */
export interface Allocation {
  /** Of this record and its algorithms: a later version keeps drawing the old ones as they were. */
  version: 1
  plan: AllocationPlan
  seed: number
  /** In the order of the plan's units. */
  assigned: { unit: string; arm: string }[]
  /** Units in each arm, in the order of the arms. */
  counts: { arm: string; units: number }[]
  /** Draws until one was kept; 1 but for `rerandomised`. */
  tries: number
  /** Mahalanobis distance between the arms' covariate means; null where the plan names no covariates. */
  distance: number | null
}

/**
 * Draws who gets what, from a seed that can be published before the draw: whoever knows plan and seed can draw again.
 *
 * Publish the seed (or a digest of it) before the list of units is fixed, or somebody could pick the seed that suits them.
 * Analyse as drawn: strata, pairs and re-randomisation belong into `permuteDesign`, clusters are the unit of analysis.
 *
 * Not for secrets: the seed tells all arms to come, so of blocked plans it stays closed until the last arrival.
 *
 * @param seed Whole number in 0..2^53 - 1.
 * @throws {RangeError} on a plan or seed that is none, or a threshold that no draw of 100,000 reached.
 */
export function randomise(plan: AllocationPlan, seed: number): Allocation {
  const { arms, tries } = drawAllocation(plan, seededGenerator(seed))
  const names = armsOf(plan).map(({ name }) => name)
  return {
    version: 1,
    plan,
    seed,
    assigned: unitsOf(plan).map((unit, i) => ({ unit, arm: arms[i] as string })),
    counts: names.map((arm) => ({ arm, units: arms.filter((name) => name === arm).length })),
    tries,
    distance:
      plan.method === 'rerandomised'
        ? mahalanobisBalance(plan.covariates)(arms.map((name) => (name === names[0] ? 1 : 0)))
        : null,
  }
}

/** True when this is what its plan and seed draw: nobody moved a unit afterwards. */
export function isAsDrawn({ plan, seed, assigned }: Allocation): boolean {
  const again = randomise(plan, seed).assigned
  return (
    again.length === assigned.length &&
    again.every(({ unit, arm }, i) => unit === assigned[i]?.unit && arm === assigned[i]?.arm)
  )
}
