import { leastSquares } from '../numeric/least-squares.ts'
import { type Matrix, matrixFrom } from '../numeric/matrix.ts'
import { momentsOf } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { ArmEstimate, ArmGap } from './arm-estimate.ts'
import { compareEstimates, type Difference } from './compare-estimates.ts'
import { welch } from './welch.ts'

/** An arm's units, in one order. */
export interface CovariateArm {
  /** One per unit. */
  outcomes: readonly number[]
  /** One row per unit, as many columns in every row and in both arms, all measured before the start. */
  covariates: readonly (readonly number[])[]
}

export interface RegressionAdjustment {
  /** The adjusted difference, its test and interval, in the unit of the outcome. */
  difference: Difference<ArmGap>
  /** Without adjustment: always kept beside it. */
  unadjusted: Difference<ArmGap>
  /** Columns left out, ascending: other columns determine them in one of the arms, or they do not vary there. */
  dropped: number[]
  /** Share of the variance that the adjustment took away; below 0 when it added some; null when there is no test. */
  varianceReduction: number | null
  /**
   * `too-few-units`: more covariates than a tenth of the smaller arm's units. `no-covariate-variation`: every column was
   * dropped. `unit-of-its-own`: a covariate marks one single unit of an arm, whose outcome then counts for nothing.
   */
  notAdjusted: 'too-few-units' | 'no-covariate-variation' | 'unit-of-its-own' | null
}

/**
 * The difference of two means adjusted for several covariates, each with its own slope in each arm.
 *
 * The same as least squares on arm, centred covariates and their products, with HC2 standard errors. It is never less precise
 * than `welch` in large samples, however wrong the straight lines are; degrees of freedom are Satterthwaite's, from what each arm's line leaves.
 *
 * Relative error about 1e-12, at a level of 1e9 (of outcomes or covariates) about 1e-9.
 *
 * For a missing covariate put 0, and add a column that is 1 where it was missing. Forbidden: covariates that the change can
 * move. Not for choosing covariates by what they do to the effect: name them in the plan.
 *
 * @throws {RangeError} when lengths differ, a value is not finite or the confidence is outside (0, 1).
 * @see Lin (2013), Annals of Applied Statistics 7, 295-318, section 3; MacKinnon & White (1985), Journal of
 *   Econometrics 29, 305-325 (HC2).
 */
export function adjustByRegression(
  treated: CovariateArm,
  comparison: CovariateArm,
  { confidence = 0.95 }: { confidence?: number } = {},
): RegressionAdjustment {
  requireConfidence(confidence)
  const width = requireCovariates(treated, comparison)
  // A level of 1e9 would cost the digits of the difference: both arms are read from one of their values on.
  const about = comparison.outcomes[0] ?? treated.outcomes[0] ?? 0
  const momentsAbout = ({ outcomes }: CovariateArm) => momentsOf(outcomes.map((value) => value - about))
  const unadjusted = welch(momentsAbout(treated), momentsAbout(comparison), { confidence })
  const plain = (dropped: number[], notAdjusted: RegressionAdjustment['notAdjusted']) => ({
    ...{ difference: unadjusted, unadjusted, dropped },
    ...{ varianceReduction: unadjusted.standardError ? 0 : null, notAdjusted },
  })
  const fewest = Math.min(treated.outcomes.length, comparison.outcomes.length)
  if (width > fewest / 10) return plain([], 'too-few-units')

  // Centred at the mean over both arms: the intercept of an arm is then what it would average with everybody's covariates.
  const all = [...treated.covariates, ...comparison.covariates]
  const starts = Array.from({ length: width }, (_, j) => all[0]?.[j] ?? 0)
  const fromStart = starts.map((start, j) => momentsOf(all.map((row) => (row[j] as number) - start)).mean)
  const centred = ({ outcomes, covariates }: CovariateArm): CovariateArm => ({
    outcomes: outcomes.map((value) => value - about),
    // In two steps: a mean near 1e9 is itself rounded.
    covariates: covariates.map((row) =>
      row.map((value, j) => value - (starts[j] as number) - (fromStart[j] as number)),
    ),
  })
  const [first, second] = [centred(treated), centred(comparison)]
  const largest = [...treated.outcomes, ...comparison.outcomes].reduce(
    (most, value) => Math.max(most, Math.abs(value)),
    0,
  )
  let kept = starts.map((_, j) => j)
  for (;;) {
    if (kept.length === 0) return plain(missingFrom(kept, width), 'no-covariate-variation')
    const [a, b] = [fitArm(first, kept, largest), fitArm(second, kept, largest)]
    const lost = new Set([...a.dropped, ...b.dropped])
    // A slope that one arm cannot give is taken from both, or the arms would be compared at different covariates.
    if (lost.size > 0) {
      kept = kept.filter((_, position) => !lost.has(position))
      continue
    }
    if (a.arm === null || b.arm === null) return plain(missingFrom(kept, width), 'unit-of-its-own')
    const difference = compareEstimates(a.arm, b.arm, { confidence })
    const before = unadjusted.standardError
    const varianceReduction = before ? 1 - ((difference.standardError ?? 0) / before) ** 2 : null
    return { difference, unadjusted, dropped: missingFrom(kept, width), varianceReduction, notAdjusted: null }
  }
}

interface ArmFit {
  /** Positions within the kept columns. */
  dropped: number[]
  arm: ArmEstimate | null
}

/** @param largest Outcome in size, before centring: what rounding is measured against. */
function fitArm({ outcomes, covariates }: CovariateArm, kept: readonly number[], largest: number): ArmFit {
  const x: Matrix = matrixFrom(covariates.map((row) => [1, ...kept.map((j) => row[j] as number)]))
  // A level of 1e9 would cost the residuals their digits: the mean is put back at the end.
  const { mean } = momentsOf(outcomes)
  const fit = leastSquares(
    x,
    outcomes.map((value) => value - mean),
  )
  if (fit.dropped.length > 0) return { dropped: fit.dropped.map((column) => column - 1), arm: null }
  let variance = 0
  for (const [i, residual] of fit.residuals.entries()) {
    const free = 1 - (fit.leverages[i] as number)
    if (free < 1e-9) return { dropped: [], arm: null }
    let weight = 0
    for (let j = 0; j < x.columns; j++)
      weight += (fit.inverse.values[j] as number) * (x.values[i * x.columns + j] as number)
    variance += (weight * residual) ** 2 / free
  }
  const isRounding = Math.sqrt(variance * outcomes.length) <= 64 * Number.EPSILON * largest
  const degreesOfFreedom = outcomes.length - fit.rank
  const estimate = mean + (fit.coefficients[0] as number)
  return { dropped: [], arm: { estimate, variance: isRounding ? 0 : variance, degreesOfFreedom } }
}

function missingFrom(kept: readonly number[], width: number): number[] {
  return Array.from({ length: width }, (_, j) => j).filter((j) => !kept.includes(j))
}

/** How many covariates there are. @throws {RangeError} when lengths differ or a covariate is not finite. */
export function requireCovariates(...arms: CovariateArm[]): number {
  const rows = arms.flatMap(({ covariates }) => covariates)
  const width = rows[0]?.length ?? 0
  for (const { outcomes, covariates } of arms)
    if (outcomes.length !== covariates.length)
      throw new RangeError(`need one row of covariates per outcome, got ${covariates.length} for ${outcomes.length}`)
  for (const row of rows) {
    if (row.length !== width) throw new RangeError(`rows must have ${width} covariates, got ${row.length}`)
    for (const value of row)
      if (!Number.isFinite(value)) throw new RangeError(`covariates must be finite numbers, got ${value}`)
  }
  return width
}
