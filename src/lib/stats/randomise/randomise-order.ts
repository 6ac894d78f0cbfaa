import { seededGenerator, shuffled } from '../numeric/seeded-generator.ts'

export interface OrderPlan {
  /** Names, no two alike. */
  sites: readonly string[]
  /** How many sites start at each step; they add up to the sites. */
  perStep: readonly number[]
  /** Sites change over within strata as evenly as it comes out. Default: none. */
  strata?: readonly string[]
}

export interface DrawnOrder {
  version: 1
  plan: OrderPlan
  seed: number
  /** In the order of the plan's sites; steps from 0. */
  starts: { site: string; step: number }[]
}

/**
 * Draws in which order sites start: a staggered roll-out, or a stepped wedge in which all have started at the end.
 *
 * With strata, each stratum's sites are spread over the order as evenly as it comes out, so that no step is all of one kind.
 * Analyse by `steppedWedge`, which permutes this very order.
 *
 * @param seed Whole number in 0..2^53 - 1, published before the draw.
 * @throws {RangeError} when names are repeated, counts are not whole and positive or do not add up, or the seed is none.
 * @see Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191; Hemming et al. (2015), BMJ 350, h391.
 */
export function randomiseOrder(plan: OrderPlan, seed: number): DrawnOrder {
  const { sites, perStep, strata = sites.map(() => '') } = plan
  if (new Set(sites).size < sites.length) throw new RangeError('two sites have one name')
  if (strata.length !== sites.length) throw new RangeError(`strata must be one a site, got ${strata.length}`)
  const wrong = perStep.find((count) => !(Number.isInteger(count) && count >= 1))
  if (wrong !== undefined) throw new RangeError(`each step needs a whole number of sites, got ${wrong}`)
  const total = perStep.reduce((sum, count) => sum + count, 0)
  if (total !== sites.length) throw new RangeError(`the steps hold ${total} of ${sites.length} sites`)

  const generator = seededGenerator(seed)
  const groups = [...Map.groupBy(sites.keys(), (i) => strata[i] as string).values()]
  // Each stratum's sites stand evenly along the line from 0 to 1, each in its own stretch: strata interleave.
  const places = groups.flatMap((group) =>
    shuffled(group, generator).map((site, k) => ({ site, place: (k + generator.uniform()) / group.length })),
  )
  const order = places.sort((a, b) => a.place - b.place).map(({ site }) => site)
  const slots = perStep.flatMap((count, step) => Array<number>(count).fill(step))
  const stepOf = new Map(order.map((site, k) => [site, slots[k] as number]))
  return { version: 1, plan, seed, starts: sites.map((site, i) => ({ site, step: stepOf.get(i) as number })) }
}
