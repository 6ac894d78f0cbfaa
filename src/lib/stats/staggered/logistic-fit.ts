import { leastSquares } from '../numeric/least-squares.ts'
import { dot, type Matrix, rowOf, zeroMatrix } from '../numeric/matrix.ts'

export interface LogisticFit {
  /** Of being true, one per row, within (0, 1). */
  probabilities: number[]
  /** The inverse of the information `x'wx`: the covariance of the coefficients. */
  inverse: Matrix
}

/**
 * How likely each row is to be true, given its columns: logistic regression by reweighted least squares, to the last digits.
 *
 * @returns Null where the columns tell true from false entirely (or a column repeats others): no finite coefficients exist.
 * @see McCullagh & Nelder (1989), Generalized Linear Models, sections 2.5 and 4.4.
 */
export function logisticFit(x: Matrix, isTrue: readonly boolean[]): LogisticFit | null {
  let coefficients = Array<number>(x.columns).fill(0)
  let last = Number.POSITIVE_INFINITY
  for (let round = 0; round < 60; round++) {
    const weighted = zeroMatrix(x.rows, x.columns)
    const probabilities: number[] = []
    // The step and not the coefficients: near the answer its residuals are small, and its digits all count.
    const response = isTrue.map((truth, i) => {
      const linear = dot(rowOf(x, i), coefficients)
      const [share, rest] = [1 / (1 + Math.exp(-linear)), 1 / (1 + Math.exp(linear))]
      const root = Math.sqrt(share * rest)
      probabilities.push(share)
      rowOf(weighted, i).set(rowOf(x, i).map((value) => root * value))
      return truth ? rest / root : -share / root
    })
    if (!response.every(Number.isFinite)) return null
    const step = leastSquares(weighted, response)
    if (step.dropped.length > 0) return null
    const size = Math.max(...step.coefficients.map(Math.abs))
    coefficients = coefficients.map((value, j) => value + (step.coefficients[j] as number))
    // Newton doubles the right digits: after a step below half of them the next one is rounding.
    if (last < 1e-9) return { probabilities, inverse: step.inverse }
    last = size
  }
  return null
}
