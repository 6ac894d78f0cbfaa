import { fQuantile, fUpperTail } from '../distribution/f.ts'
import { leastSquares } from '../numeric/least-squares.ts'
import { dot } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { sandwich } from './first-stage.ts'
import { type InstrumentedRows, readRows } from './instrumented-rows.ts'
import type { TwoStageOptions } from './two-stage-least-squares.ts'

export interface AndersonRubin {
  /**
   * The ends of the set of effects that are not rejected; null is no end. For `two-rays`, all effects up to `high` and all
   * from `low` on.
   */
  low: number | null
  high: number | null
  confidence: number
  /** Against no effect at all. Null when there is a reason and no set. */
  pValue: number | null
  /**
   * Null: an interval. `unbounded`: every effect is possible. `two-rays`: the instruments may not move the treatment.
   * `empty`: several instruments contradict each other. `collinear`: an instrument is constant, or repeats others.
   */
  reason:
    | 'collinear'
    | 'unbounded'
    | 'two-rays'
    | 'empty'
    | 'too-few-rows'
    | 'no-variation'
    | 'several-instruments'
    | null
}

/**
 * The effects of the treatment that the data do not reject, however weak the instruments are.
 *
 * For each possible effect it is taken off the outcome; what is left must not depend on the instruments. Exactly solved as
 * a quadratic, not searched. With `robust` errors for one instrument only (`several-instruments`: ask for `classical`).
 *
 * @throws {RangeError} when the rows are malformed (see `readRows`), or the confidence is outside (0, 1).
 * @see Anderson & Rubin (1949), Annals of Mathematical Statistics 20, 46-63; Andrews, Stock & Sun (2019), section 5.
 */
export function andersonRubin(
  rows: InstrumentedRows,
  { errors = 'robust', confidence = 0.95 }: TwoStageOptions = {},
): AndersonRubin {
  requireConfidence(confidence)
  const read = readRows(rows)
  const { outcome, treatment, exogenous, excluded, clusterOf, clusterCount } = read
  const count = rows.instruments.length
  const none = { low: null, high: null, confidence, pValue: null }
  const left = errors === 'robust' && clusterOf !== null ? clusterCount - 1 : outcome.length - excluded.columns
  if (left < 1 || outcome.length <= excluded.columns) return { ...none, reason: 'too-few-rows' }
  if (errors === 'robust' && count > 1) return { ...none, reason: 'several-instruments' }
  const [y, d] = [leastSquares(excluded, outcome), leastSquares(excluded, treatment)]
  if (y.dropped.length > 0) return { ...none, reason: 'collinear' }
  const limit = fQuantile(confidence, count, left)

  // Rejected where a fit's square exceeds `limit` times its error's: both quadratic in the effect.
  const [fits, errs] = errors === 'robust' ? robustParts() : classicalParts()
  const [c, b, a] = [0, 1, 2].map((k) => (fits[k] as number) - limit * (errs[k] as number)) as [number, number, number]
  if (!((errs[0] as number) > 0)) return { ...none, reason: 'no-variation' }
  const pValue = fUpperTail((fits[0] as number) / (errs[0] as number), count, left)
  const set = solveQuadratic(a, b, c)
  return { ...set, confidence, pValue }

  /** Coefficient and variance of the one instrument, for the outcome, both, and the treatment. */
  function robustParts(): [number[], number[]] {
    const last = excluded.columns - 1
    const at = last * excluded.columns + last
    const varianceOf = (effect: number, own: number) =>
      sandwich(
        excluded,
        y.residuals.map((value, i) => own * value - effect * (d.residuals[i] as number)),
        y.inverse,
        read,
      ).values[at] as number
    const [ofOutcome, ofTreatment, ofBoth] = [varianceOf(0, 1), varianceOf(1, 0), varianceOf(1, 1)]
    const [p, q] = [y.coefficients[last] as number, d.coefficients[last] as number]
    return [
      [p * p, -2 * p * q, q * q],
      [ofOutcome, ofBoth - ofOutcome - ofTreatment, ofTreatment],
    ]
  }

  /** What the instruments explain, per instrument, and what is left, per degree of freedom. */
  function classicalParts(): [number[], number[]] {
    const products = (p: readonly number[], q: readonly number[], share: number) => [
      dot(p, p) / share,
      (-2 * dot(p, q)) / share,
      dot(q, q) / share,
    ]
    const [outer, inner] = [leastSquares(exogenous, outcome).residuals, leastSquares(exogenous, treatment).residuals]
    const explained = (whole: readonly number[], rest: readonly number[]) =>
      whole.map((value, i) => value - (rest[i] as number))
    return [
      products(explained(outer, y.residuals), explained(inner, d.residuals), count),
      products(y.residuals, d.residuals, left),
    ]
  }
}

/** Where `a x^2 + b x + c <= 0`. */
function solveQuadratic(a: number, b: number, c: number): Pick<AndersonRubin, 'low' | 'high' | 'reason'> {
  const disc = b * b - 4 * a * c
  if (a > 0 && disc < 0) return { low: null, high: null, reason: 'empty' }
  if (disc <= 0 || a === 0) return { low: null, high: null, reason: 'unbounded' }
  // The root that does not cancel first, the other from the product of both.
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(disc)) / 2
  const [first, second] = [q / a, q === 0 ? 0 : c / q]
  const [smaller, larger] = [Math.min(first, second), Math.max(first, second)]
  return a > 0 ? { low: smaller, high: larger, reason: null } : { low: larger, high: smaller, reason: 'two-rays' }
}
