import { coMomentsOf } from '../numeric/co-moments.ts'
import { seededGenerator, shuffled } from '../numeric/seeded-generator.ts'
import { type CovariateArm, requireCovariates } from './adjust-by-regression.ts'
import { type Cuped, cuped } from './cuped.ts'
import { ridgeLine } from './ridge-line.ts'

export interface CupacOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** Into how many parts the units are split, at least 2, default 5. */
  folds?: number
  /** How strongly slopes are drawn to 0: times the units' number, on covariates of spread 1; above 0, default 0.01. */
  penalty?: number
  /** Of the split into parts. */
  seed: number
}

/**
 * CUPED on a prediction: ridge regression foretells each unit's outcome from many covariates, and that is subtracted.
 *
 * Each unit is foretold by a line fitted to the other parts, both arms together, so that no unit's outcome foretells itself and
 * the arm is not known to the line. `theta` near 1 says that the prediction is good; nothing breaks when it is bad.
 *
 * For one covariate use `cuped`, for a few `adjustByRegression`. Forbidden: covariates that the change can move.
 *
 * @throws {RangeError} when lengths differ, a value is not finite, or an option is outside its range.
 * @see Tang et al. (2020), DoorDash engineering (CUPAC); Guo et al. (2021), NeurIPS, arXiv:2106.07263 (cross-fitting); Hoerl & Kennard
 *   (1970), Technometrics 12, 55-67 (ridge).
 */
export function cupac(
  treated: CovariateArm,
  comparison: CovariateArm,
  { confidence = 0.95, folds = 5, penalty = 0.01, seed }: CupacOptions,
): Cuped {
  if (!(Number.isInteger(folds) && folds >= 2)) throw new RangeError(`folds must be at least 2, got ${folds}`)
  if (!(penalty > 0 && penalty < Number.POSITIVE_INFINITY))
    throw new RangeError(`penalty must be above 0, got ${penalty}`)
  requireCovariates(treated, comparison)
  const covariates = [...treated.covariates, ...comparison.covariates]
  const outcomes = [...treated.outcomes, ...comparison.outcomes]
  const order = shuffled(
    outcomes.map((_, i) => i),
    seededGenerator(seed),
  )
  const foretold = outcomes.map(() => 0)
  for (let fold = 0; fold < folds; fold++) {
    const others = order.filter((_, place) => place % folds !== fold)
    const line = ridgeLine(
      others.map((i) => covariates[i] ?? []),
      others.map((i) => outcomes[i] as number),
      penalty,
    )
    for (let place = fold; place < order.length; place += folds) {
      const unit = order[place] as number
      foretold[unit] = line(covariates[unit] ?? [])
    }
  }
  const count = treated.outcomes.length
  return cuped(
    coMomentsOf(foretold.slice(0, count), treated.outcomes),
    coMomentsOf(foretold.slice(count), comparison.outcomes),
    { confidence },
  )
}
