import { dot } from '../numeric/matrix.ts'

/** Coordinate descent on half the variance plus `price` times the sum of sizes; `free` is where it starts and ends. */
export function lassoDescent(
  free: number[],
  quadratic: readonly number[][],
  linear: readonly number[],
  price: number,
): void {
  for (let round = 0; round < 10_000; round++) {
    let [moved, largest] = [0, 0]
    for (let j = 0; j < free.length; j++) {
      const row = quadratic[j] as number[]
      const own = row[j] as number
      if (!(own > 0)) continue
      const pull = (free[j] as number) * own - dot(row, free) - (linear[j] as number)
      const value = (Math.sign(pull) * Math.max(0, Math.abs(pull) - price)) / own
      moved = Math.max(moved, Math.abs(value - (free[j] as number)))
      largest = Math.max(largest, Math.abs(value))
      free[j] = value
    }
    if (moved <= 1e-11 * largest) return
  }
}
