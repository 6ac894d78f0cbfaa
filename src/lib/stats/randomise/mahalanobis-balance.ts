import { orthonormalBasis } from '../sites/orthonormal-basis.ts'

/**
 * How far apart the arms' covariate means are, for any arrangement: the squared Mahalanobis distance of Morgan and Rubin.
 *
 * About chi-square with as many degrees of freedom as covariates when arms are drawn at random, so 0 is perfect and the
 * number of covariates is ordinary. It knows no unit: covariates may be rescaled or mixed without changing it.
 *
 * @param covariates One list a unit; constant ones, and ones that others determine, count for nothing.
 * @returns From a 1 for each unit of the first arm (0 for the others) to the distance, at least 0. An empty arm gives 0.
 * @throws {RangeError} when the lists are of unequal length, or a value is not finite.
 * @see Morgan & Rubin (2012), Annals of Statistics 40, 1263-1282, equation 1 and theorem 2.1.
 */
export function mahalanobisBalance(covariates: readonly (readonly number[])[]): (isFirst: ArrayLike<number>) => number {
  const n = covariates.length
  const k = covariates[0]?.length ?? 0
  for (const row of covariates) {
    if (row.length !== k) throw new RangeError(`each unit needs ${k} covariates, got ${row.length}`)
    const wild = row.find((value) => !Number.isFinite(value))
    if (wild !== undefined) throw new RangeError(`covariates must be finite numbers, got ${wild}`)
  }
  const columns = Array.from({ length: k }, (_, j) => covariates.map((row) => row[j] as number))
  const [, ...basis] = orthonormalBasis([Array<number>(n).fill(1), ...columns]).basis

  return (isFirst) => {
    let [first, squares] = [0, 0]
    for (let i = 0; i < n; i++) first += isFirst[i] as number
    if (first === 0 || first === n) return 0
    for (const member of basis) {
      let sum = 0
      for (let i = 0; i < n; i++) if (isFirst[i]) sum += member[i] as number
      squares += sum * sum
    }
    return (n - 1) * squares * (1 / first + 1 / (n - first))
  }
}
