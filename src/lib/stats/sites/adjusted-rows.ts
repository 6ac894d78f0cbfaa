import { dot } from '../numeric/matrix.ts'
import { takeOff } from './orthonormal-basis.ts'
import type { PushRow } from './stratified-rows.ts'

/**
 * Reads arrangements by analysis of covariance: the coefficient of the treatment beside what `basis` spans, and its HC2
 * variance. The covariates stay where they are, only the treatment is rearranged.
 *
 * @param residuals Of the values, less the estimate where treated, on `basis`; of size one.
 * @param real 1 for each really treated unit, in the same order.
 * @param basis Orthonormal, of the covariates, the strata and the constant.
 */
export function adjustedRows(
  residuals: Float64Array,
  real: Uint8Array,
  basis: readonly Float64Array[],
): (z: Uint8Array, push: PushRow) => void {
  const size = residuals.length
  const moved = Float64Array.from(real)
  takeOff(moved, basis)
  const leverage = Float64Array.from({ length: size }, (_, i) =>
    basis.reduce((sum, member) => sum + (member[i] as number) ** 2, 0),
  )
  const rest = new Float64Array(size)

  return (z, push) => {
    rest.set(z)
    takeOff(rest, basis)
    const own = dot(rest, rest)
    // The covariates alone say who is treated here: nothing can be told, which counts as far, the cautious way.
    if (own < 1e-9) return push(0, 0, 0, 0, 0)
    const difference = dot(rest, residuals) / own
    const slope = dot(rest, moved) / own
    let [constant, linear, square] = [0, 0, 0]
    for (let i = 0; i < size; i++) {
      const at = rest[i] as number
      const free = 1 - (leverage[i] as number) - (at * at) / own
      // A unit that the model fits by itself has no residual, and would divide by nothing.
      if (free < 1e-9) continue
      const weight = (at * at) / free / (own * own)
      const [a, b] = [(residuals[i] as number) - difference * at, (moved[i] as number) - slope * at]
      constant += weight * a * a
      linear -= 2 * weight * a * b
      square += weight * b * b
    }
    push(difference, slope, constant, linear, square)
  }
}
