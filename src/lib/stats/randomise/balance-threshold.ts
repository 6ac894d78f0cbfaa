import { chiSquareQuantile } from '../distribution/chi-square.ts'

/**
 * The Mahalanobis distance that a share `acceptance` of all draws stays within: the threshold for a `rerandomised` plan.
 *
 * From chi-square, which is close from about ten units an arm; with fewer the share that is kept differs a little, and the
 * inference stays exact all the same. 0.1 to 0.01 is usual: smaller ones leave few arrangements for the test, and with 3
 * against 3 sites hardly any.
 *
 * @param covariates How many, at least 1; ones that others determine do not count.
 * @param acceptance Share in (0, 1), default 0.1.
 * @throws {RangeError} when an argument is out of its range.
 * @see Morgan & Rubin (2012), Annals of Statistics 40, 1263-1282, section 3.1.
 */
export function balanceThreshold(covariates: number, acceptance = 0.1): number {
  if (!(Number.isInteger(covariates) && covariates >= 1))
    throw new RangeError(`covariates must be a whole number of at least 1, got ${covariates}`)
  if (!(acceptance > 0 && acceptance < 1)) throw new RangeError(`acceptance must be in (0, 1), got ${acceptance}`)
  return chiSquareQuantile(acceptance, covariates)
}
