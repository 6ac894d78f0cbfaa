import { findRoot } from '../numeric/find-root.ts'

export const MOST_SIZE = 1e12

export interface SizeLimits {
  /** The smallest size at which the test exists, default 2. */
  leastSize?: number
  /** Default 1e12. */
  mostSize?: number
  /** Whether a size between two whole numbers means something: false for sites, default true. */
  divisible?: boolean
}

/** The smallest size at which `powerOf`, which rises with it, reaches `power`; null when even the largest has less. */
export function smallestSize(
  powerOf: (size: number) => number,
  power: number,
  { leastSize = 2, mostSize = MOST_SIZE, divisible = true }: SizeLimits = {},
): number | null {
  if (powerOf(leastSize) >= power) return leastSize
  let [low, high] = [leastSize, Math.min(mostSize, 2 * leastSize)]
  while (powerOf(high) < power) {
    if (high >= mostSize) return null
    low = high
    high = Math.min(mostSize, 2 * high)
  }
  if (divisible) return findRoot((size) => powerOf(size) - power, low, high) ?? high
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (powerOf(middle) >= power) high = middle
    else low = middle
  }
  return high
}
