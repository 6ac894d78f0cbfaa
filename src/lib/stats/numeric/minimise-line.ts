export interface LineMinimum {
  x: number
  value: number
  /** How often f was asked. */
  evaluations: number
}

export interface LineOptions {
  /** Of x, relative; default 1e-8: the root of rounding, closer than which f is flat. */
  tolerance?: number
  rounds?: number
}

const GOLDEN = (3 - Math.sqrt(5)) / 2

/**
 * The x in [low, high] where `f` is smallest.
 *
 * Golden section with parabolas; needs no slope. Finds one minimum: for a function with several, search parts of the range.
 * A value of NaN or Infinity counts as worst, so that f may refuse a part of the range.
 *
 * @throws {RangeError} when low or high is not finite or high is below low.
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 5.
 */
export function minimiseLine(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-8, rounds = 500 }: LineOptions = {},
): LineMinimum {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high))
    throw new RangeError(`low and high must be finite and in order, got ${low} and ${high}`)
  let [left, right] = [low, high]
  let evaluations = 0
  const at = (x: number): Point => {
    evaluations += 1
    const value = f(x)
    return { x, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  let best = at(left + GOLDEN * (right - left))
  let second = best
  let third = best
  let step = 0
  let before = 0
  for (let round = 0; round < rounds; round++) {
    const middle = left + (right - left) / 2
    const room = tolerance * Math.abs(best.x) + 1e-12 * tolerance * (high - low) + Number.MIN_VALUE
    if (Math.abs(best.x - middle) <= 2 * room - (right - left) / 2) break
    const parabola = Math.abs(before) > room ? vertexStep(best, second, third) : Number.NaN
    const next = best.x + parabola
    // The parabola must fall inside, and move less than half the step before last: else the section is cut.
    if (Math.abs(parabola) < Math.abs(before) / 2 && next > left && next < right) {
      before = step
      step = next - left < 2 * room || right - next < 2 * room ? (best.x < middle ? room : -room) : parabola
    } else {
      before = (best.x < middle ? right : left) - best.x
      step = GOLDEN * before
    }
    const tried = at(best.x + (Math.abs(step) >= room ? step : step > 0 ? room : -room))
    if (tried.value <= best.value) {
      if (tried.x < best.x) right = best.x
      else left = best.x
      ;[third, second, best] = [second, best, tried]
    } else {
      if (tried.x < best.x) left = tried.x
      else right = tried.x
      if (tried.value <= second.value || second === best) [third, second] = [second, tried]
      else if (tried.value <= third.value || third === best || third === second) third = tried
    }
  }
  // The section never asks at the ends, where a falling function is smallest.
  for (const end of [low, high]) {
    const point = Math.abs(best.x - end) <= 10 * tolerance * (high - low) ? at(end) : best
    if (point.value < best.value) best = point
  }
  return { ...best, evaluations }
}

interface Point {
  x: number
  value: number
}

/** From a to the vertex of the parabola through three points; NaN when they lie on a line. */
function vertexStep(a: Point, b: Point, c: Point): number {
  const r = (a.x - b.x) * (a.value - c.value)
  const q = (a.x - c.x) * (a.value - b.value)
  const top = (a.x - c.x) * q - (a.x - b.x) * r
  const bottom = 2 * (q - r)
  return bottom === 0 ? Number.NaN : -top / bottom
}
