import { countCombinations } from '../numeric/combinations.ts'
import { dot } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { seededGenerator, shuffled } from '../numeric/seeded-generator.ts'
import { type ComparisonGroup, countOf, poolOf } from './comparison-pool.ts'
import { type ReadStaggered, readStaggered, type StaggeredRefusal, type StaggeredUnit } from './staggered-panel.ts'

/** Up to this many orders are all tried; beyond it, `DRAWS` are drawn. */
const MOST_ENUMERATED = 50_000
const DRAWS = 9_999

export interface OrderPermutation {
  /** The `simple` aggregation of `groupTimeEffects`, in the unit of the values. */
  estimate: number
  /** Two-sided, in [smallestPossibleP, 1]; null when `reason` is `no-variation`. */
  pValue: number | null
  /** Constant effects that the test does not reject; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  confidence: number
  /** What no data can go below. When it exceeds your level, the trial can show nothing. */
  smallestPossibleP: number
  /** Orders tried, the real one included. */
  arrangements: number
  /** True when these are all there are. */
  exact: boolean
  /** `unbounded`: too few orders for an interval at this confidence. */
  reason: 'no-variation' | 'unbounded' | null
}

/**
 * How unusual the effect of a roll-out is among all orders in which the same units could have started.
 *
 * Exact at any number of units when the order was drawn at random, also with one unit a wave; it needs no parallel
 * trends. Which units were never treated is part of the draw. The interval inverts the test for an effect that is the
 * same for all units and periods.
 *
 * Not for a chosen order, and not for an order drawn within strata or pairs.
 *
 * @param options `seed`: whole number in 0..2^53 - 1, used where orders are drawn (more than 50,000).
 *   `comparison`: default `not-yet-treated`. `confidence`: default 0.95.
 * @throws {RangeError} when the units are malformed, or the seed or confidence is impossible.
 * @see Roth & Sant'Anna (2023), "Efficient estimation for staggered rollout designs", JPE Microeconomics 1, 669-709,
 *   section 3 (Fisher tests); Phipson & Smyth (2010) on why the real one is counted.
 */
export function permuteOrder(
  units: readonly StaggeredUnit[],
  options: { seed: number; comparison?: ComparisonGroup; confidence?: number },
): OrderPermutation | StaggeredRefusal {
  const { seed, comparison = 'not-yet-treated', confidence = 0.95 } = options
  requireConfidence(confidence)
  const generator = seededGenerator(seed)
  const read = readStaggered(units)
  if ('refused' in read) return read
  const { cohorts, cohortOf, resolution } = read
  const loads = loadsOf(read, comparison)
  // Of a unit in each cohort: what its values add to the effect, and what an effect of 1 in its treated periods would.
  const valueParts = read.rows.map((row) => loads.map((load) => dot(load, row)))
  const treatedParts = read.cohortOf.map((cohort) => {
    const since = cohorts[cohort]?.since ?? null
    const row = read.periods.map((period) => (since !== null && period >= since ? 1 : 0))
    return loads.map((load) => dot(load, row))
  })
  const sum = (parts: readonly number[][], order: readonly number[]) =>
    order.reduce((total, cohort, unit) => total + ((parts[unit] as number[])[cohort] as number), 0)

  const estimate = sum(valueParts, cohortOf)
  const sizes = cohorts.map(({ count }) => count)
  const ways = sizes.reduce(
    ({ left, ways: so }, size) => ({ left: left - size, ways: so * countCombinations(left, size) }),
    { left: cohortOf.length, ways: 1 },
  ).ways
  const exact = ways <= MOST_ENUMERATED
  const effects: number[] = []
  const ofOne: number[] = []
  const add = (order: readonly number[]) => {
    effects.push(sum(valueParts, order))
    ofOne.push(sum(treatedParts, order))
  }
  if (exact) visitOrders(sizes, add)
  else {
    add(cohortOf)
    for (let draw = 0; draw < DRAWS; draw++) add(shuffled(cohortOf, generator))
  }
  const count = effects.length
  const answer = { estimate, confidence, smallestPossibleP: 1 / count, arrangements: count, exact }
  const largest = effects.reduce((most, effect) => Math.max(most, Math.abs(effect)), 0)
  if (largest <= resolution) return { ...answer, pValue: null, low: null, high: null, reason: 'no-variation' }

  const tie = 1e-9 * largest + resolution
  const pValue = effects.filter((effect) => Math.abs(effect) >= Math.abs(estimate) - tie).length / count
  const reaches = effects.map((effect, index) =>
    reachesOf(effect - estimate * (ofOne[index] as number), ofOne[index] as number),
  )
  const place = Math.floor((1 - confidence) * count + 1e-9)
  const up = reaches.map(([, high]) => high).sort((a, b) => b - a)[place] ?? 0
  const down = reaches.map(([low]) => low).sort((a, b) => a - b)[place] ?? 0
  if (!(Number.isFinite(up) && Number.isFinite(down)))
    return { ...answer, pValue, low: null, high: null, reason: 'unbounded' }
  return { ...answer, pValue, low: estimate + down, high: estimate + up, reason: null }
}

/**
 * How far below and above the estimate a constant effect may lie with this order still as far out as the real one.
 * An order on which an effect would have told more than on the real one is kept throughout: the interval is only wider.
 */
function reachesOf(distance: number, ofOne: number): [number, number] {
  if (Math.abs(ofOne) >= 1 - 1e-12) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const [a, b] = [distance / (ofOne + 1), distance / (ofOne - 1)]
  return [Math.min(a, b), Math.max(a, b)]
}

/** The effect as a sum over units: `loads[cohort]` times the values of each unit in it. */
function loadsOf({ cohorts, periods }: ReadStaggered, comparison: ComparisonGroup): Float64Array[] {
  const loads = cohorts.map(() => new Float64Array(periods.length))
  const cells = cohorts.flatMap(({ since, count }, cohort) => {
    if (since === null) return []
    const base = periods.filter((period) => period < since).length - 1
    return [...periods.entries()].flatMap(([period, original]) => {
      const pool = original < since ? [] : poolOf(cohorts, comparison, cohort, original)
      return pool.length > 0 ? [{ cohort, count, period, base, pool }] : []
    })
  })
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  for (const { cohort, count, period, base, pool } of cells) {
    for (const member of [cohort, ...pool]) {
      const load = loads[member] as Float64Array
      const share = (count / total) * (member === cohort ? 1 / count : -1 / countOf(cohorts, pool))
      load[period] = (load[period] as number) + share
      load[base] = (load[base] as number) - share
    }
  }
  return loads
}

/** Every way to give each unit a cohort, with these cohort sizes, once. */
function visitOrders(sizes: readonly number[], visit: (order: readonly number[]) => void): void {
  const left = [...sizes]
  const order: number[] = []
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const next = () => {
    if (order.length === total) return visit(order)
    for (const [cohort, count] of left.entries()) {
      if (count === 0) continue
      left[cohort] = count - 1
      order.push(cohort)
      next()
      order.pop()
      left[cohort] = count
    }
  }
  next()
}
