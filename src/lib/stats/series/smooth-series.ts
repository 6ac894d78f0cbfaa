import { dot, type Matrix, multiply, multiplyVector, transposed, zeroMatrix } from '../numeric/matrix.ts'
import { filterSeries } from './filter-series.ts'
import { loadingsAt, moveState, type StructuralModel, type StructuralVariances, stateSize } from './structural-model.ts'

export interface SmoothedPeriod {
  /** The level, given all values before and after, in the unit of the series, and its standard deviation. */
  level: number
  levelDeviation: number
  /** Level, season and regressors together: the period's value without its noise. */
  signal: number
  signalDeviation: number
}

/**
 * Level and signal of every period given the whole series (fixed-interval smoother with exact diffuse start): what a
 * picture shows behind the noise. Missing periods are filled.
 *
 * Variances are taken as known. Not for a forecast, nor for judging a change (the smoother has seen what came after).
 *
 * @returns null when the values do not determine the state (fewer than a season, say).
 * @see Durbin & Koopman (2012), sections 4.4 and 5.3.
 */
export function smoothSeries(
  model: StructuralModel,
  values: readonly (number | null)[],
  variances: StructuralVariances,
): SmoothedPeriod[] | null {
  const { steps, isDiffuse } = filterSeries(model, values, variances, true)
  if (isDiffuse) return null
  const size = stateSize(model)
  const move = transitionOf(model, size)
  const back = transposed(move)
  const smoothed: SmoothedPeriod[] = []
  // Of the finite part (0), of its product with the infinite part (1), and of the infinite part alone (2).
  let [r0, r1] = [new Float64Array(size), new Float64Array(size)]
  let [n0, n1, n2] = [zeroMatrix(size, size), zeroMatrix(size, size), zeroMatrix(size, size)]
  for (let time = values.length - 1; time >= 0; time--) {
    const step = steps[time]
    if (!step) break
    const z = loadingsAt(model, time)
    r0 = Float64Array.from(multiplyVector(back, r0))
    r1 = Float64Array.from(multiplyVector(back, r1))
    ;[n0, n1, n2] = [n0, n1, n2].map((n) => multiply(multiply(back, n), move)) as [Matrix, Matrix, Matrix]
    const finite: Matrix = { rows: size, columns: size, values: step.covariance }
    const infinite: Matrix | null = step.diffuse && { rows: size, columns: size, values: step.diffuse }
    if (step.error !== null) {
      const reach = multiplyVector(finite, z)
      if (infinite && step.diffuseVariance > 1e-9 * dot(z, z)) {
        const [f, g] = [step.variance, step.diffuseVariance]
        const gain = multiplyVector(infinite, z).map((value) => value / g)
        const next = reach.map((value, i) => (value - (gain[i] ?? 0) * f) / g)
        // left = I - gain z', cross = -next z'
        const left = minusOuter(identity(size), gain, z)
        const cross = minusOuter(zeroMatrix(size, size), next, z)
        const [toLeft, toCross] = [transposed(left), transposed(cross)]
        const [leftR1, crossR0] = [multiplyVector(toLeft, r1), multiplyVector(toCross, r0)]
        r1 = z.map((value, i) => (value * (step.error ?? 0)) / g + (leftR1[i] ?? 0) + (crossR0[i] ?? 0))
        r0 = Float64Array.from(multiplyVector(toLeft, r0))
        const of = (a: Matrix, n: Matrix, b: Matrix) => multiply(multiply(a, n), b)
        const square = (factor: number) =>
          minusOuter(
            zeroMatrix(size, size),
            z.map((value) => -factor * value),
            z,
          )
        n2 = sum(
          square(-f / g ** 2),
          of(toLeft, n2, left),
          of(toLeft, n1, cross),
          of(toCross, transposed(n1), left),
          of(toCross, n0, cross),
        )
        n1 = sum(square(1 / g), of(toLeft, n1, left), of(toCross, n0, left))
        n0 = of(toLeft, n0, left)
      } else if (step.variance > 0) {
        const f = step.variance
        const left = minusOuter(
          identity(size),
          reach.map((value) => value / f),
          z,
        )
        const toLeft = transposed(left)
        const leftR0 = multiplyVector(toLeft, r0)
        r0 = z.map((value, i) => (value * (step.error ?? 0)) / f + (leftR0[i] ?? 0))
        n1 = multiply(n1, left)
        n0 = sum(
          minusOuter(
            zeroMatrix(size, size),
            z.map((value) => -value / f),
            z,
          ),
          multiply(multiply(toLeft, n0), left),
        )
      }
    }
    const moved = multiplyVector(finite, r0)
    const far = infinite ? multiplyVector(infinite, r1) : null
    const state = step.state.map((value, i) => value + (moved[i] ?? 0) + (far?.[i] ?? 0))
    let covariance = sum(finite, multiply(multiply(finite, n0), finite), -1)
    if (infinite) {
      const mixed = multiply(multiply(infinite, n1), finite)
      covariance = sum(covariance, mixed, -1)
      covariance = sum(covariance, transposed(mixed), -1)
      covariance = sum(covariance, multiply(multiply(infinite, n2), infinite), -1)
    }
    const deviation = (along: Float64Array) => Math.sqrt(Math.max(0, dot(along, multiplyVector(covariance, along))))
    const ofLevel = new Float64Array(size)
    ofLevel[0] = 1
    smoothed.push({
      level: state[0] ?? 0,
      levelDeviation: deviation(ofLevel),
      signal: dot(z, state),
      signalDeviation: deviation(z),
    })
  }
  return smoothed.reverse()
}

function transitionOf(model: StructuralModel, size: number): Matrix {
  const move = identity(size)
  for (let j = 0; j < size; j++) moveState(model, move.values, j, size)
  return move
}

function identity(size: number): Matrix {
  const matrix = zeroMatrix(size, size)
  for (let i = 0; i < size; i++) matrix.values[i * size + i] = 1
  return matrix
}

/** `matrix - a b'`, in place. */
function minusOuter(matrix: Matrix, a: ArrayLike<number>, b: ArrayLike<number>): Matrix {
  for (let i = 0; i < matrix.rows; i++)
    for (let j = 0; j < matrix.columns; j++) {
      const at = i * matrix.columns + j
      matrix.values[at] = (matrix.values[at] as number) - (a[i] as number) * (b[j] as number)
    }
  return matrix
}

/** The sum of matrices; a number at the end multiplies all but the first. */
function sum(first: Matrix, ...rest: (Matrix | number)[]): Matrix {
  const last = rest.at(-1)
  const factor = typeof last === 'number' ? last : 1
  const values = first.values.slice()
  for (const matrix of rest) {
    if (typeof matrix === 'number') continue
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) + factor * (matrix.values[i] as number)
  }
  return { ...first, values }
}
