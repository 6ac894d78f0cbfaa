import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { leastSquares } from '../numeric/least-squares.ts'
import { dot, matrixFrom } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type FirstStage, jointTest, sandwich, scaled } from './first-stage.ts'
import { type InstrumentedRows, type RobustKind, readRows } from './instrumented-rows.ts'

export interface TwoStageLeastSquares {
  /** Effect of one unit of treatment, in the outcome's unit; null when `reason` says why. */
  estimate: number | null
  standardError: number | null
  /** Rows less coefficients, or clusters less 1. */
  degreesOfFreedom: number
  low: number | null
  high: number | null
  confidence: number
  pValue: number | null
  /** How strongly the instruments move the treatment. When it `isWeak`, do not read the interval: `andersonRubin`. */
  firstStage: FirstStage
  /** `no-first-stage`: the instruments do not move the treatment at all, or repeat. `no-variation`: no error is left. */
  reason: 'too-few-rows' | 'no-first-stage' | 'no-variation' | null
}

export interface TwoStageOptions {
  /** Default `robust`: HC1, or CR1 where there are clusters. */
  errors?: RobustKind
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

/**
 * The effect of a treatment that not everybody took as drawn: two-stage least squares.
 *
 * The instrument (in a trial: the draw) moves the treatment, and the outcome only through it. With a drawn 0 or 1 and no
 * covariates it is the compliers' effect, the effect on those who take the treatment because of the draw; see
 * `compliersEffect`. Comparing takers with others instead answers who takes it, not what it does.
 *
 * Not with weak instruments (`firstStage.isWeak`), and not with few clusters (under 20): the errors are too sure.
 *
 * @throws {RangeError} when the rows are malformed (see `readRows`), or the confidence is outside (0, 1).
 * @see Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, section 5.2; Imbens & Angrist (1994),
 *   Econometrica 62, 467-475.
 */
export function twoStageLeastSquares(
  rows: InstrumentedRows,
  { errors = 'robust', confidence = 0.95 }: TwoStageOptions = {},
): TwoStageLeastSquares {
  requireConfidence(confidence)
  const read = readRows(rows)
  const { outcome, treatment, exogenous, excluded, clusterOf, clusterCount } = read
  const columns = exogenous.columns + 1
  const isClustered = errors === 'robust' && clusterOf !== null
  const degreesOfFreedom = isClustered ? clusterCount - 1 : outcome.length - columns
  const stage = jointTest(read, treatment, rows.instruments.length, errors)
  const none = {
    standardError: null,
    degreesOfFreedom,
    low: null,
    high: null,
    confidence,
    pValue: null,
    firstStage: stage,
  }
  if (degreesOfFreedom < 1 || outcome.length <= columns) return { estimate: null, ...none, reason: 'too-few-rows' }

  const { residuals: missed } = leastSquares(excluded, treatment)
  const foretold = treatment.map((value, i) => value - (missed[i] as number))
  // What covariates alone foretell is no first stage; measured against the treatment, not against rounding.
  const { residuals: own } = leastSquares(exogenous, foretold)
  if (dot(own, own) <= 1e-20 * dot(treatment, treatment)) return { estimate: null, ...none, reason: 'no-first-stage' }
  const x = matrixFrom(
    foretold.map((value, i) => [
      ...exogenous.values.subarray(i * exogenous.columns, (i + 1) * exogenous.columns),
      value,
    ]),
  )
  const fit = leastSquares(x, outcome)
  const estimate = fit.coefficients[columns - 1] as number
  // Residuals of the effect itself: with the treatment as it was, not as it was foretold.
  const residuals = fit.residuals.map((value, i) => value - estimate * (missed[i] as number))
  const squares = dot(residuals, residuals)
  if (squares <= 1e-24 * dot(outcome, outcome)) return { estimate, ...none, standardError: 0, reason: 'no-variation' }
  const covariance =
    errors === 'robust'
      ? sandwich(x, residuals, fit.inverse, read)
      : scaled(fit.inverse, squares / (outcome.length - columns))
  const standardError = Math.sqrt(covariance.values[columns * columns - 1] as number)
  const reach = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError
  return {
    estimate,
    standardError,
    degreesOfFreedom,
    low: estimate - reach,
    high: estimate + reach,
    confidence,
    pValue: studentTTwoSided(estimate / standardError, degreesOfFreedom),
    firstStage: stage,
    reason: null,
  }
}
