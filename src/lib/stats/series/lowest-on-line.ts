/** Golden section: the share of the longer part. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * Where `f` is lowest between `low` and `high`: the best of a grid, then golden section about it.
 *
 * For likelihoods in one parameter, which may have two hills and may be highest at an end: the end itself is tried.
 * Right to about 1e-8 of the width, as far as a flat bottom can be told in doubles.
 *
 * @param steps Parts of the grid, default 24.
 */
export function lowestOnLine(f: (x: number) => number, low: number, high: number, steps = 24): number {
  const at = (i: number) => low + ((high - low) * i) / steps
  let best = 0
  let least = f(at(0))
  for (let i = 1; i <= steps; i++) {
    const value = f(at(i))
    if (value < least) [best, least] = [i, value]
  }
  const edge = at(best)
  let [a, b] = [at(Math.max(0, best - 1)), at(Math.min(steps, best + 1))]
  let [x, y] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)]
  let [fx, fy] = [f(x), f(y)]
  while (b - a > 2e-9 * (high - low)) {
    if (fx <= fy) {
      ;[b, y, fy] = [y, x, fx]
      x = b - GOLDEN * (b - a)
      fx = f(x)
    } else {
      ;[a, x, fx] = [x, y, fy]
      y = a + GOLDEN * (b - a)
      fy = f(y)
    }
  }
  const found = (a + b) / 2
  return f(found) <= least ? found : edge
}
