/**
 * The largest violation, within a relative 1e-4, at which an interval still excludes no effect.
 *
 * @param at The interval at a violation of that size; it widens with it.
 * @param first A size to start the search with, above 0.
 * @returns Null when the interval includes no effect even at 0, or excludes it at every size.
 */
export function breakdownOf(at: (size: number) => { low: number; high: number }, first: number): number | null {
  const excludes = (size: number) => {
    const { low, high } = at(size)
    return low > 0 || high < 0
  }
  if (!excludes(0)) return null
  let [low, high] = [0, first]
  for (let step = 0; step < 60 && excludes(high); step++) [low, high] = [high, 2 * high]
  if (low > first && excludes(high)) return null
  // Counted steps: an interval that only just excludes no effect would be halved for ever.
  for (let step = 0; step < 30 && high - low > 1e-4 * high; step++) {
    const middle = (low + high) / 2
    if (excludes(middle)) low = middle
    else high = middle
  }
  return low
}
