import { studentTQuantile } from '../distribution/student-t.ts'
import { momentsOf, varianceOf } from '../numeric/moments.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type DonorPanel, type DonorRefusal, donorRefusal, meanOf } from './donor-panel.ts'
import { simplexWeights } from './simplex-weights.ts'

export interface SyntheticDifference {
  /** In the unit of the metric; null when `reason` says why (with donors that move alike it stands without an interval). */
  estimate: number | null
  /** Of the placebo estimates, one per donor; null when `reason` says why. */
  standardError: number | null
  /** Donors less 1. */
  degreesOfFreedom: number | null
  low: number | null
  high: number | null
  confidence: number
  /** One per donor, in their order; at least 0, summing to 1. */
  weights: { name: string; weight: number }[]
  /** One per period before the start; at least 0, summing to 1. */
  periodWeights: number[]
  /** The penalty on unit weights, in the unit of the metric. */
  zeta: number | null
  /** `no-variation`: the donors do not move before the start, or all move alike, so that their placebos have no spread. */
  reason: DonorRefusal | 'no-variation' | null
}

/**
 * Difference in differences between one treated unit and donors weighted to move in parallel with it, against periods
 * before the start weighted to resemble those after.
 *
 * Levels may differ, only movements are matched; the penalty spreads the weights over many donors. The standard error is
 * the spread of the same estimate for each donor in turn (all of them, nothing is drawn), the interval t with donors
 * less 1 degrees of freedom; it holds where the treated unit is as noisy as the donors. For several treated units give
 * their mean and `treatedUnits`; the interval is then too wide.
 *
 * @throws {RangeError} when the panel is malformed (see `donorRefusal`), or an option is impossible.
 * @see Arkhangelsky, Athey, Hirshberg, Imbens & Wager (2021), American Economic Review 111, 4088-4118, algorithms 1, 4.
 */
export function syntheticDifference(
  panel: DonorPanel,
  { confidence = 0.95, treatedUnits = 1 }: { confidence?: number; treatedUnits?: number } = {},
): SyntheticDifference {
  requireConfidence(confidence)
  if (!Number.isInteger(treatedUnits) || treatedUnits < 1)
    throw new RangeError(`treatedUnits must be a whole number of at least 1, got ${treatedUnits}`)
  const none = { estimate: null, standardError: null, degreesOfFreedom: null, low: null, high: null, confidence }
  const refusal = donorRefusal(panel)
  if (refusal) return { ...none, weights: [], periodWeights: [], zeta: null, reason: refusal }
  const { treated, donors, since } = panel
  const rows = donors.map(({ values }) => levelled(values, since))
  const steps = rows.flatMap((row) => row.slice(1, since).map((value, t) => value - (row[t] as number)))
  const noise = Math.sqrt(varianceOf(momentsOf(steps)) ?? 0)
  const zeta = (treatedUnits * (treated.length - since)) ** 0.25 * noise
  const scale = donors.reduce((most, { values }) => values.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0)
  if (noise <= 64 * Number.EPSILON * scale)
    return { ...none, weights: [], periodWeights: [], zeta, reason: 'no-variation' }

  const own = estimateOf(levelled(treated, since), rows, since, { zeta, noise })
  const placebos = rows.map(
    (row, out) =>
      estimateOf(
        row,
        rows.filter((_, j) => j !== out),
        since,
        { zeta, noise },
      ).estimate,
  )
  // Divisor n: the estimates are all there are, not a sample.
  const standardError = Math.sqrt(momentsOf(placebos).sumOfSquares / placebos.length)
  const weights = donors.map(({ name }, j) => ({ name, weight: own.weights[j] as number }))
  // Donors that are copies of one another have placebos of 0 whatever happens: they show no spread, not a sure answer.
  if (standardError <= 1e-9 * noise)
    return {
      ...{ ...none, estimate: own.estimate, weights, periodWeights: own.periodWeights, zeta },
      reason: 'no-variation',
    }
  const degreesOfFreedom = placebos.length - 1
  const reach = studentTQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError
  return {
    estimate: own.estimate,
    standardError,
    degreesOfFreedom,
    low: own.estimate - reach,
    high: own.estimate + reach,
    confidence,
    weights,
    periodWeights: own.periodWeights,
    zeta,
    reason: null,
  }
}

/** Less the unit's mean before the start: levels are free, and 1e9 keeps its digits. */
function levelled(values: readonly number[], since: number): number[] {
  const [first = 0] = values
  const level = meanOf(values.slice(0, since).map((value) => value - first))
  return values.map((value) => value - first - level)
}

function estimateOf(
  treated: readonly number[],
  donors: readonly (readonly number[])[],
  since: number,
  { zeta, noise }: { zeta: number; noise: number },
): { estimate: number; weights: number[]; periodWeights: number[] } {
  const weights = simplexWeights(
    donors.map((row) => row.slice(0, since)),
    treated.slice(0, since),
    { ridge: zeta * zeta * since },
  )
  // A column is a period, its rows the donors, less their mean: an intercept of its own.
  const acrossDonors = (values: number[]) => {
    const mean = meanOf(values)
    return values.map((value) => value - mean)
  }
  const periodWeights = simplexWeights(
    Array.from({ length: since }, (_, t) => acrossDonors(donors.map((row) => row[t] as number))),
    acrossDonors(donors.map((row) => meanOf(row.slice(since)))),
    { ridge: (1e-6 * noise) ** 2 * donors.length },
  )
  const changeOf = (row: readonly number[]) =>
    meanOf(row.slice(since)) - periodWeights.reduce((sum, weight, t) => sum + weight * (row[t] as number), 0)
  const estimate = changeOf(treated) - donors.reduce((sum, row, j) => sum + (weights[j] as number) * changeOf(row), 0)
  return { estimate, weights, periodWeights }
}
