import { countCombinations, drawCombinations, visitCombinations } from '../numeric/combinations.ts'
import { momentsOf } from '../numeric/moments.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { arrangementTable } from './arrangement-table.ts'
import type { PermutationStatistic } from './shift-table.ts'

/** Up to this many arrangements are all tried; beyond it, `DRAWS` are drawn. */
export const MOST_ENUMERATED = 1_000_000
export const DRAWS = 20_000

export interface ArrangementOptions {
  /** Whole number in 0..2^53 - 1; it matters only when arrangements are drawn. */
  seed: number
  /** Default `studentised` where both groups have two sites or more, else `difference`. */
  statistic?: PermutationStatistic
  /** Differences up to this size are ties, in the unit of the values. Default 0; a relative 1e-9 always is one. */
  resolution?: number
}

/** All (or 20,000 random) ways in which the same sites could have been the treated ones. */
export interface Arrangements {
  /** Mean of the treated less mean of the comparison, as the sites really were. */
  estimate: number
  /** How many arrangements were tried, the real one included. */
  count: number
  /** True when these are all there are, false when they were drawn. */
  exact: boolean
  statistic: PermutationStatistic
  /** The p-value that no data in groups of these sizes can go below, in (0, 1]. */
  smallestPossibleP: number
  /** The largest distance in the data, in their unit: where a search starts. Positive. */
  scale: number
  /**
   * How many arrangements lie at least as far from `effect` as the real one, itself included, had the change added
   * `effect` to each treated value. Divided by `count`: a two-sided p-value. From 1 to `count`.
   */
  atLeastAsFar(effect: number): number
  /** Likewise without the ties: how many lie truly farther. From 0. Half of the ties added to it gives the mid-p. */
  farther(effect: number): number
}

/**
 * Rearranges which sites were treated, and says how unusual the real arrangement is.
 *
 * Every way is tried up to 1,000,000; beyond that 20,000 are drawn and the real one is counted among them, so p is
 * never 0. Exact when the real arrangement was drawn at random; for chosen sites it compares with placebos.
 *
 * Not for sites drawn in pairs or strata (only the draws that could have happened may be tried), and with unequal
 * spread in small uneven groups it is only nearly exact (measured in `calibration.test.ts`).
 *
 * @throws {RangeError} when a group is empty, a value is not finite, the seed is not a whole number in 0..2^53 - 1, or
 *   `studentised` is asked of a one-site group.
 * @see Fisher (1935), The Design of Experiments; Chung & Romano (2013), Annals of Statistics 41, 484-507 (studentised);
 *   Phipson & Smyth (2010), SAGMB 9(1), 39 (why the real one is counted).
 */
export function arrangeSites(
  treated: readonly number[],
  comparison: readonly number[],
  { seed, resolution = 0, statistic = defaultStatistic(treated, comparison) }: ArrangementOptions,
): Arrangements {
  if (treated.length === 0 || comparison.length === 0) throw new RangeError('each group needs at least one value')
  if (statistic === 'studentised' && Math.min(treated.length, comparison.length) < 2)
    throw new RangeError('a studentised difference needs two sites in each group')
  const generator = seededGenerator(seed)
  // Less one of them, which is exact where they lie close together: at a level of 1e9 a mean has 7 digits left after the point.
  const level = treated[0] ?? 0
  const [raised, others] = [treated, comparison].map((values) => values.map((value) => value - level)) as [
    number[],
    number[],
  ]
  const estimate = momentsOf(raised).mean - momentsOf(others).mean
  const swapped = raised.length > others.length
  const [smaller, larger] = swapped ? [others, raised] : [raised, others]
  const residuals = [...residualsOf(smaller), ...residualsOf(larger)]
  const scale = residuals.reduce((most, value) => Math.max(most, Math.abs(value)), Math.abs(estimate)) || 1
  const values = Float64Array.from(residuals, (value) => value / scale)

  const ways = countCombinations(values.length, smaller.length)
  const exact = ways <= MOST_ENUMERATED
  const count = exact ? ways : DRAWS + 1
  const table = arrangementTable(values, smaller.length, count)
  if (exact) visitCombinations(values.length, smaller.length, table.add)
  else {
    table.add(Int32Array.from(smaller, (_, index) => index))
    drawCombinations(values.length, smaller.length, DRAWS, generator, table.add)
  }
  const shiftOf = (effect: number) => ((swapped ? -1 : 1) * (effect - estimate)) / scale
  return {
    estimate,
    count,
    exact,
    statistic,
    // Between groups of one size, the mirrored arrangement is always exactly as far out as the real one.
    smallestPossibleP: (exact && smaller.length === larger.length ? 2 : 1) / count,
    scale,
    atLeastAsFar: (effect) => table.atLeastAsFar(shiftOf(effect), resolution / scale, statistic),
    farther: (effect) => table.farther(shiftOf(effect), resolution / scale, statistic),
  }
}

function defaultStatistic(treated: readonly number[], comparison: readonly number[]): PermutationStatistic {
  return Math.min(treated.length, comparison.length) < 2 ? 'difference' : 'studentised'
}

/** What the values look like when the estimate is the true effect: small, however high their level. */
function residualsOf(values: readonly number[]): number[] {
  const { mean } = momentsOf(values)
  return values.map((value) => value - mean)
}
