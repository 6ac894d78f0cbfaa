import { type Generator, shuffled } from '../numeric/seeded-generator.ts'
import { type AllocationPlan, armsOf, checkPlan, type RerandomisedPlan } from './allocation-plan.ts'
import { type Arm, blockOf, evenArms } from './arm.ts'
import { mahalanobisBalance } from './mahalanobis-balance.ts'

/** Re-randomisation gives up here: a threshold that one draw in 100,000 reaches leaves no chance in the trial. */
export const MOST_TRIES = 100_000

export interface DrawnArms {
  /** The arm of each unit, in the order of the plan. */
  arms: string[]
  /** Draws until one was kept; 1 but for `rerandomised`. */
  tries: number
}

/**
 * Draws the arm of each unit once, as the plan says. `randomise` is this from a seed, with a record; use this one for many
 * draws from one generator, such as a simulation.
 *
 * @throws {RangeError} on a plan that is none, or a threshold that no draw of 100,000 reached.
 * @see Rosenberger & Lachin (2016), Randomization in Clinical Trials, chapters 3 (simple, blocked), 7 (strata); Morgan & Rubin
 *   (2012), Annals of Statistics 40, 1263-1282 (re-randomisation).
 */
export function drawAllocation(plan: AllocationPlan, generator: Generator): DrawnArms {
  checkPlan(plan)
  if (plan.method === 'rerandomised') return untilBalanced(plan, generator)
  return { arms: drawOnce(plan, armsOf(plan), generator), tries: 1 }
}

function drawOnce(
  plan: Exclude<AllocationPlan, RerandomisedPlan>,
  arms: readonly Arm[],
  generator: Generator,
): string[] {
  switch (plan.method) {
    case 'simple': {
      const block = blockOf(arms)
      return plan.units.map(() => block[generator.below(block.length)] as string)
    }
    case 'complete':
      return evenArms(plan.units.length, arms, generator)
    case 'stratified':
      return byGroup(plan.strata, (size) => evenArms(size, arms, generator))
    case 'paired':
      return byGroup(plan.pairs, (size) => evenArms(size, arms, generator))
    case 'blocked':
      return byGroup(plan.strata ?? plan.units.map(() => ''), (size) =>
        inBlocks(size, plan.blockSizes, arms, generator),
      )
    case 'clustered': {
      const clusters = [...new Set(plan.clusters)]
      const strata = clusters.map((cluster) => plan.strata?.[plan.clusters.indexOf(cluster)] ?? '')
      const drawn = byGroup(strata, (size) => evenArms(size, arms, generator))
      const armOf = new Map(clusters.map((cluster, i) => [cluster, drawn[i] as string]))
      return plan.clusters.map((cluster) => armOf.get(cluster) as string)
    }
  }
}

function inBlocks(count: number, sizes: readonly number[], arms: readonly Arm[], generator: Generator): string[] {
  const block = blockOf(arms)
  const labels: string[] = []
  while (labels.length < count) {
    const size = sizes[generator.below(sizes.length)] as number
    labels.push(...shuffled(Array.from({ length: size / block.length }, () => block).flat(), generator))
  }
  return labels.slice(0, count)
}

function untilBalanced(plan: RerandomisedPlan, generator: Generator): DrawnArms {
  const arms = armsOf(plan)
  const distanceOf = mahalanobisBalance(plan.covariates)
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const drawn = drawOnce(plan.base, arms, generator)
    if (distanceOf(drawn.map((name) => (name === arms[0]?.name ? 1 : 0))) <= plan.threshold)
      return { arms: drawn, tries }
  }
  throw new RangeError(`no draw of ${MOST_TRIES} came within the threshold ${plan.threshold}`)
}

/** Labels for each group by itself, put where the group's members stand. Groups in the order of their first member. */
function byGroup(groups: readonly string[], labelsFor: (size: number) => string[]): string[] {
  const answer = Array<string>(groups.length)
  for (const members of Map.groupBy(groups.keys(), (i) => groups[i] as string).values())
    for (const [k, label] of labelsFor(members.length).entries()) answer[members[k] as number] = label
  return answer
}
