import { matrixFrom } from './matrix.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

export interface QuadratureRule {
  /** Where to ask the function, ascending. */
  nodes: number[]
  weights: number[]
}

/**
 * The n-point Gauss-Legendre rule on [low, high]: exact for polynomials up to degree 2n - 1. Error of nodes about 1e-15.
 *
 * @throws {RangeError} when n is not a whole number in 1..200.
 * @see Golub & Welsch (1969), Mathematics of Computation 23, 221-230.
 */
export function gaussLegendre(n: number, low = -1, high = 1): QuadratureRule {
  const rule = ruleFrom(n, (k) => k / Math.sqrt(4 * k * k - 1))
  const half = (high - low) / 2
  return {
    nodes: rule.nodes.map((node) => low + half * (node + 1)),
    weights: rule.weights.map((weight) => 2 * half * weight),
  }
}

/**
 * The n-point Gauss-Hermite rule for the mean of a function of a standard normal draw: `sum of weights f(nodes)`; the
 * weights add up to 1.
 *
 * @throws {RangeError} when n is not a whole number in 1..200.
 * @see Golub & Welsch (1969), as above.
 */
export function gaussHermite(n: number): QuadratureRule {
  return ruleFrom(n, Math.sqrt)
}

/** Nodes and weights (adding up to 1) from the recurrence of the orthogonal polynomials, symmetric about 0. */
function ruleFrom(n: number, besideAt: (k: number) => number): QuadratureRule {
  if (!(Number.isInteger(n) && n >= 1 && n <= 200)) throw new RangeError(`n must be a whole number in 1..200, got ${n}`)
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (Math.abs(i - j) === 1 ? besideAt(Math.max(i, j)) : 0)),
  )
  const { values, vectors } = symmetricEigen(matrixFrom(rows))
  const weights = values.map((_, k) => (vectors.values[k] as number) ** 2)
  // Symmetric by rounding too, so that odd functions give 0.
  return {
    nodes: values.map((value, k) => (value - (values[n - 1 - k] as number)) / 2),
    weights: weights.map((weight, k) => (weight + (weights[n - 1 - k] as number)) / 2),
  }
}
