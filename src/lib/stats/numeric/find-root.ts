export interface RootOptions {
  /** The root is found to this share of its own size, and to the smallest step of a double at 0; default 1e-15. */
  tolerance?: number
  /** Default 200; bisection alone needs about 60, or 1100 when the root is 1e-300. */
  rounds?: number
}

/**
 * The x in [low, high] where `f` changes its sign; null when f has the same sign at both ends.
 *
 * Needs no slope, and cannot leave the bracket. f need not be continuous: the place of its jump is found. Not for a root
 * where f touches 0 without crossing: that is a minimum, see `minimiseLine`.
 *
 * @throws {RangeError} when low or high is not finite, high is below low, or f gives NaN.
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-15, rounds = 200 }: RootOptions = {},
): number | null {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
    throw new RangeError(`low and high must be finite and in order, got ${low} and ${high}`)
  // b is the best guess, a the one before it, c the end on the other side of the root.
  let [a, b] = [low, high]
  let [fa, fb] = [valueAt(f, a), valueAt(f, b)]
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) return null
  let [c, fc] = [a, fa]
  let last = b - a
  let beforeLast = last
  for (let round = 0; round < rounds; round++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const room = 2 * Number.EPSILON * Math.abs(b) + 0.5 * tolerance * Math.abs(b) + Number.MIN_VALUE
    const half = (c - b) / 2
    if (Math.abs(half) <= room || fb === 0) return b
    const step = interpolated(a, fa, b, fb, c, fc)
    // Interpolation is taken while it stays inside and shrinks the steps; else the bracket is halved.
    const isGood =
      Math.abs(beforeLast) >= room &&
      Math.abs(fa) > Math.abs(fb) &&
      step * half > 0 &&
      Math.abs(step) < Math.min(1.5 * Math.abs(half) - room / 2, Math.abs(beforeLast) / 2)
    beforeLast = isGood ? last : half
    last = isGood ? step : half
    ;[a, fa] = [b, fb]
    b += Math.abs(last) > room ? last : half > 0 ? room : -room
    fb = valueAt(f, b)
    if (fb > 0 === fc > 0) {
      ;[c, fc] = [a, fa]
      last = b - a
      beforeLast = last
    }
  }
  return b
}

/** The step from b to where a parabola in f through the three points (a line, when a is c) reaches 0. */
function interpolated(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  if (a === c) return ((b - a) * fb) / (fa - fb)
  const [r, s, t] = [fb / fc, fb / fa, fa / fc]
  return (s * (t * (r - t) * (c - b) - (1 - r) * (b - a))) / ((t - 1) * (r - 1) * (s - 1))
}

function valueAt(f: (x: number) => number, x: number): number {
  const value = f(x)
  if (Number.isNaN(value)) throw new RangeError(`the function has no value at ${x}`)
  return value
}
