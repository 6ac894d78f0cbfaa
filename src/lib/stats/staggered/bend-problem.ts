import type { StudyPath } from './study-path.ts'

/** The weights before the start that a bounded bend leaves free. */
export interface BendProblem {
  /** Weights over the times when all free double sums are 0. */
  start: number[]
  /** What one unit of each free double sum adds to the weights. */
  directions: number[][]
  /** Sum of sizes of the double sums that the weights after the start fix. */
  fixed: number
}

/**
 * Weights that ignore levels and straight lines have double cumulative sums that end at 0, and weight the changes of slope
 * by those. The ones from the period before the reference on are fixed by the weights after the start.
 */
export function bendProblem({ before, after }: StudyPath): BendProblem {
  const total = after.reduce((sum, weight) => sum + weight, 0)
  const sums: number[] = []
  let running = -total
  for (const weight of after) {
    sums.push(running)
    running += weight
  }
  // The double sum before the reference undoes all single sums after it.
  let double = -sums.reduce((sum, value) => sum + value, 0)
  const last = double
  let fixed = Math.abs(double)
  for (const value of sums) {
    double += value
    fixed += Math.abs(double)
  }
  const weightsFrom = (doubles: readonly number[], post: readonly number[]) => [
    ...doubles.map((value, i) => value - 2 * (doubles[i - 1] ?? 0) + (doubles[i - 2] ?? 0)),
    ...post,
  ]
  const base = Array<number>(before).fill(0)
  const none = after.map(() => 0)
  return {
    start: weightsFrom(base.with(before - 1, last), after),
    directions: base.slice(1).map((_, i) => weightsFrom(base.with(i, 1), none)),
    fixed,
  }
}
