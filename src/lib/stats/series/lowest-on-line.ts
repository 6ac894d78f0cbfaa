import { minimiseLine } from '../numeric/minimise-line.ts'

/**
 * Where `f` is lowest between `low` and `high`: the best of a grid, then Brent's method about it.
 *
 * For likelihoods in one parameter, which may have two hills and may be highest at an end: the end itself is tried.
 * Right to about 1e-8 of the width, as far as a flat bottom can be told in doubles.
 *
 * @param steps Parts of the grid, default 24.
 */
export function lowestOnLine(f: (x: number) => number, low: number, high: number, steps = 24): number {
  const width = (high - low) / steps
  let best = 0
  let least = f(low)
  for (let i = 1; i <= steps; i++) {
    const value = f(i === steps ? high : low + i * width)
    if (value < least) [best, least] = [i, value]
  }
  const from = low + Math.max(0, best - 1) * width
  const to = Math.min(high, low + (best + 1) * width)
  // From 1 to 2: its tolerance is relative, and an end at 0 would be approached for ever.
  const at = (z: number) => from + (z - 1) * (to - from)
  const { x, value } = minimiseLine((z) => f(at(z)), 1, 2)
  return value <= least ? at(x) : best === steps ? high : low + best * width
}
