import { solvePositive } from '../numeric/cholesky.ts'
import { crossProduct, type Matrix, matrixFrom, zeroMatrix } from '../numeric/matrix.ts'
import { momentsOf } from '../numeric/moments.ts'

/**
 * The prediction of an outcome from covariates by ridge regression; a constant where there is nothing to fit.
 *
 * Covariates are brought to mean 0 and spread 1 first, so that the penalty does not depend on their units. The mean
 * is not penalised.
 *
 * @param penalty Times the number of rows, on covariates of spread 1; above 0.
 * @see Hoerl & Kennard (1970), Technometrics 12, 55-67, equation 2.1.
 */
export function ridgeLine(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  penalty: number,
): (row: readonly number[]) => number {
  const { mean } = momentsOf(outcomes)
  const width = rows[0]?.length ?? 0
  const scales = Array.from({ length: width }, (_, j) => {
    const column = momentsOf(rows.map((row) => row[j] as number))
    const spread = Math.sqrt(column.sumOfSquares / column.count)
    // A column that does not vary says nothing: it is left at 0.
    return { centre: column.mean, inverse: spread > 64 * Number.EPSILON * Math.abs(column.mean) ? 1 / spread : 0 }
  })
  if (width === 0) return () => mean
  const standard = (row: readonly number[]) =>
    scales.map(({ centre, inverse }, j) => ((row[j] as number) - centre) * inverse)
  const x = matrixFrom(rows.map(standard))
  const slopes = solvePositive(penalised(crossProduct(x), penalty * rows.length), productsWith(x, outcomes, mean))
  if (slopes === null) return () => mean
  return (row) => standard(row).reduce((sum, value, j) => sum + value * (slopes[j] as number), mean)
}

function penalised(a: Matrix, by: number): Matrix {
  const b = zeroMatrix(a.rows, a.columns)
  b.values.set(a.values)
  for (let j = 0; j < a.rows; j++) b.values[j * a.columns + j] = (b.values[j * a.columns + j] as number) + by
  return b
}

function productsWith(x: Matrix, outcomes: readonly number[], mean: number): number[] {
  return Array.from({ length: x.columns }, (_, j) =>
    outcomes.reduce((sum, outcome, i) => sum + (outcome - mean) * (x.values[i * x.columns + j] as number), 0),
  )
}
