import { dot, type Matrix, multiplyVector, rowOf, zeroMatrix } from './matrix.ts'
import { nelderMead } from './nelder-mead.ts'

export interface Minimum {
  x: number[]
  value: number
  /** `bfgs` when slopes led there, `nelder-mead` when they failed and a simplex did. */
  method: 'bfgs' | 'nelder-mead'
  /** Did it end where nothing near is smaller, within the tolerance? */
  converged: boolean
  evaluations: number
}

export interface MinimiseOptions {
  /** The slopes, if they are known; else they are measured by small steps to both sides. */
  gradient?: (x: readonly number[]) => readonly number[]
  /** Ends when a step would gain less than this share of the value (or of 1); default 1e-15. */
  tolerance?: number
  rounds?: number
}

/**
 * Where `f` is smallest, near `start`: BFGS, and Nelder-Mead's simplex when the slopes lead nowhere.
 *
 * Finds one local minimum: start from several points when there may be others. Scale x so that its parts are of order 1.
 * A value of NaN or Infinity counts as worst, so that f may refuse a region; `start` itself must have a value. The
 * minimum's place is good to about 1e-7 of x where slopes are measured, the value to 1e-14.
 *
 * @param start One number per part of x.
 * @throws {RangeError} when start is empty, or f is not finite there.
 * @see Nocedal & Wright (2006), Numerical Optimization, algorithm 6.1 with 6.20 for the first scale.
 */
export function minimise(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  { gradient, tolerance = 1e-15, rounds = 500 }: MinimiseOptions = {},
): Minimum {
  const n = start.length
  let evaluations = 0
  const valueAt = (x: readonly number[]): number => {
    evaluations += 1
    const value = f(x)
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
  }
  const slopesAt = gradient ?? ((x: readonly number[]) => measuredSlopes(valueAt, x))
  let x = [...start]
  let value = valueAt(x)
  if (n === 0 || !Number.isFinite(value)) throw new RangeError(`start must have parts and a value, got ${value}`)
  let slopes = [...slopesAt(x)]
  let inverse = scaledIdentity(n, 1 / Math.max(1, Math.sqrt(dot(slopes, slopes))))
  let isFresh = true
  for (let round = 0; round < rounds; round++) {
    const direction = multiplyVector(inverse, slopes).map((part) => -part)
    const fall = dot(direction, slopes)
    if (Number.isNaN(fall)) break
    const isFlat = -fall <= 2 * tolerance * Math.max(1, Math.abs(value))
    if (isFlat) return { x, value, method: 'bfgs', converged: true, evaluations }
    const step = fall < 0 ? lineStep(valueAt, x, value, direction, fall) : null
    if (!step) {
      // What is left to gain is lost in the rounding of the values: this is as low as can be seen.
      if (-fall <= LOST * Math.max(1, Math.abs(value)))
        return { x, value, method: 'bfgs', converged: true, evaluations }
      // A curvature learned far away may mislead: forget it once, then give up on slopes.
      if (isFresh) break
      inverse = scaledIdentity(n, 1 / Math.max(1, Math.sqrt(dot(slopes, slopes))))
      isFresh = true
      continue
    }
    const next = [...slopesAt(step.x)]
    const moved = step.x.map((part, i) => part - (x[i] as number))
    const turned = next.map((slope, i) => slope - (slopes[i] as number))
    const curvature = dot(moved, turned)
    if (curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
      if (isFresh) inverse = scaledIdentity(n, curvature / dot(turned, turned))
      update(inverse, moved, turned, curvature)
      isFresh = false
    }
    ;({ x, value } = step)
    slopes = next
  }
  const simplex = nelderMead(valueAt, x)
  return { x: simplex.x, value: simplex.value, method: 'nelder-mead', converged: simplex.converged, evaluations }
}

/** A gain of this share of the value is rounding, where the slopes are measured. */
const LOST = 1e-10

/** A step along the direction that gains at least 1e-4 of what the slope promises; null when there is none. */
function lineStep(
  valueAt: (x: readonly number[]) => number,
  x: readonly number[],
  value: number,
  direction: readonly number[],
  fall: number,
): { x: number[]; value: number } | null {
  let length = 1
  for (let round = 0; round < 60; round++) {
    const tried = x.map((part, i) => part + length * (direction[i] as number))
    if (tried.every((part, i) => part === x[i])) return null
    const reached = valueAt(tried)
    if (reached <= value + 1e-4 * length * fall) return { x: tried, value: reached }
    // The vertex of the parabola through value, slope and what was reached, kept within a tenth and a half.
    const vertex = (-fall * length) / (2 * ((reached - value) / length - fall))
    length = Math.min(length / 2, Math.max(length / 10, Number.isFinite(vertex) ? vertex : 0))
  }
  return null
}

/** Differences to both sides, by a step where truncation and rounding weigh about the same. */
function measuredSlopes(valueAt: (x: readonly number[]) => number, x: readonly number[]): number[] {
  const moved = [...x]
  return x.map((part, i) => {
    const step = 6e-6 * Math.max(1, Math.abs(part))
    moved[i] = part + step
    const above = valueAt(moved)
    moved[i] = part - step
    const below = valueAt(moved)
    moved[i] = part
    return (above - below) / (part + step - (part - step))
  })
}

function scaledIdentity(n: number, scale: number): Matrix {
  const matrix = zeroMatrix(n, n)
  for (let i = 0; i < n; i++) matrix.values[i * n + i] = scale
  return matrix
}

/** The BFGS update of the inverse curvature, in place. */
function update(inverse: Matrix, moved: readonly number[], turned: readonly number[], curvature: number): void {
  const image = multiplyVector(inverse, turned)
  const factor = (1 + dot(turned, image) / curvature) / curvature
  moved.forEach((step, i) => {
    const row = rowOf(inverse, i)
    const [own, ofImage] = [factor * step - (image[i] as number) / curvature, step / curvature]
    for (let j = 0; j < row.length; j++)
      row[j] = (row[j] as number) + own * (moved[j] as number) - ofImage * (image[j] as number)
  })
}
