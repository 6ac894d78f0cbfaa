import { type Arm, checkArms, EVEN_ARMS } from './arm.ts'

interface PlanBase {
  /** Names, no two alike; of blocked plans in the order of arrival. */
  units: readonly string[]
  /** Default: `treated` and `comparison`, half and half. */
  arms?: readonly Arm[]
}

/**
 * How arms are to be drawn. Together with the seed it is all that is needed to draw again, and it survives JSON.
 *
 * - `simple`: each unit by itself; the arms' sizes are left to chance.
 * - `complete`: the arms' sizes are fixed.
 * - `stratified`: their sizes are fixed within each stratum.
 * - `paired`: one of each pair to each of two arms.
 * - `blocked`: balanced after every block of arrivals, the blocks' lengths drawn from `blockSizes` so that nobody can
 *   guess the next arm.
 * - `clustered`: whole clusters, within strata of clusters where given.
 * - `rerandomised`: drawn as `base` says, and again until the Mahalanobis distance between the arms' covariate means is at
 *   most `threshold`.
 */
export type AllocationPlan =
  | (PlanBase & { method: 'simple' | 'complete' })
  | (PlanBase & { method: 'stratified'; strata: readonly string[] })
  | { method: 'paired'; units: readonly string[]; pairs: readonly string[]; arms?: readonly Arm[] }
  | (PlanBase & { method: 'blocked'; blockSizes: readonly number[]; strata?: readonly string[] })
  | (PlanBase & { method: 'clustered'; clusters: readonly string[]; strata?: readonly string[] })
  | RerandomisedPlan

/** Two arms; covariates one list a unit, as long for each. */
export interface RerandomisedPlan {
  method: 'rerandomised'
  base: PlanBase & ({ method: 'complete' } | { method: 'stratified'; strata: readonly string[] })
  covariates: readonly (readonly number[])[]
  /** Largest distance that is kept, positive: see `balanceThreshold`. */
  threshold: number
}

/** The units of a plan, in order. */
export function unitsOf(plan: AllocationPlan): readonly string[] {
  return plan.method === 'rerandomised' ? plan.base.units : plan.units
}

export function armsOf(plan: AllocationPlan): readonly Arm[] {
  return (plan.method === 'rerandomised' ? plan.base.arms : plan.arms) ?? EVEN_ARMS
}

/**
 * @throws {RangeError} on two units of one name, lists of unequal length, arms that are none, pairs that are not two, blocks
 *   that the arms' parts do not divide, a cluster in two strata, or a threshold that is not positive.
 */
export function checkPlan(plan: AllocationPlan): void {
  const units = unitsOf(plan)
  const arms = armsOf(plan)
  checkArms(arms)
  if (new Set(units).size < units.length) throw new RangeError('two units have one name')
  const lists = {
    strata:
      'strata' in plan
        ? plan.strata
        : plan.method === 'rerandomised' && 'strata' in plan.base
          ? plan.base.strata
          : undefined,
    pairs: 'pairs' in plan ? plan.pairs : undefined,
    clusters: 'clusters' in plan ? plan.clusters : undefined,
    covariates: 'covariates' in plan ? plan.covariates : undefined,
  }
  for (const [name, list] of Object.entries(lists))
    if (list && list.length !== units.length)
      throw new RangeError(`${name} must be one for each of the ${units.length} units, got ${list.length}`)
  if (plan.method === 'paired') {
    if (arms.length !== 2 || arms.some(({ parts }) => parts !== 1))
      throw new RangeError('pairs go to two arms of one part each')
    for (const [pair, members] of Map.groupBy(plan.pairs, (name) => name))
      if (members.length !== 2) throw new RangeError(`pair ${pair} has ${members.length} units`)
  }
  if (plan.method === 'blocked') {
    const parts = arms.reduce((sum, arm) => sum + arm.parts, 0)
    const wrong = plan.blockSizes.find((size) => !(Number.isInteger(size) && size > 0 && size % parts === 0))
    if (wrong !== undefined || plan.blockSizes.length === 0)
      throw new RangeError(`block sizes must be multiples of ${parts}, got ${wrong ?? 'none'}`)
  }
  if (plan.method === 'clustered' && plan.strata) {
    const at = new Map<string, string>()
    for (const [i, cluster] of plan.clusters.entries()) {
      const stratum = plan.strata[i] as string
      if ((at.get(cluster) ?? stratum) !== stratum) throw new RangeError(`cluster ${cluster} lies in two strata`)
      at.set(cluster, stratum)
    }
  }
  if (plan.method === 'rerandomised' && !(plan.threshold > 0))
    throw new RangeError(`threshold must be positive, got ${plan.threshold}`)
  if (plan.method === 'rerandomised' && arms.length !== 2) throw new RangeError('re-randomisation is for two arms')
}
