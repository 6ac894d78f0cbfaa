import { solvePositive } from '../numeric/cholesky.ts'
import { crossProduct, dot, type Matrix, matrixFrom, multiplyVector, transposed } from '../numeric/matrix.ts'
import { symmetricEigen } from '../numeric/symmetric-eigen.ts'
import { type DonorPanel, type DonorRefusal, donorRefusal, meanOf } from './donor-panel.ts'
import { type DonorMixture, gapsOf, mixDonors } from './mix-donors.ts'

export interface AugmentedSyntheticControl {
  /** Mean gap from the start on, in the unit of the metric; null when `reason` says why. */
  estimate: number | null
  /** One per donor, in their order; they sum to 1 and may be negative. */
  weights: { name: string; weight: number }[]
  gaps: number[]
  rmspeBefore: number | null
  /** Of the plain mixture: how much there was to correct. */
  rmspePlain: number | null
  /** Sum of the sizes of negative weights: 0 is no extrapolation beyond the donors. */
  extrapolation: number | null
  /** The penalty used, in the unit squared. */
  ridge: number | null
  /** `no-variation`: the donors do not differ before the start. */
  reason: DonorRefusal | 'no-variation' | null
}

/** Candidates for the penalty: this many, down to this share of the largest. */
const CANDIDATES = 20
const SMALLEST = 1e-8

/**
 * A synthetic control whose misfit before the start is corrected by a ridge regression of later on earlier outcomes.
 *
 * For a treated unit that no mixture of donors comes near. The larger the penalty, the nearer to the plain
 * mixture. By default it is the largest one whose error on periods before the start, each left out in turn, lies within one
 * standard error of the smallest.
 *
 * Not when the plain mixture fits: then it only adds noise. Read `extrapolation` beside the estimate.
 *
 * @param options `ridge`: the penalty, above 0, in the unit squared.
 * @throws {RangeError} when the panel is malformed (see `donorRefusal`), or the ridge is not above 0.
 * @see Ben-Michael, Feller & Rothstein (2021), JASA 116, 1789-1803, equations 8 to 10 and section 5.3.
 */
export function augmentedSyntheticControl(
  panel: DonorPanel,
  { ridge }: { ridge?: number } = {},
): AugmentedSyntheticControl {
  if (ridge !== undefined && !(ridge > 0 && ridge < Number.POSITIVE_INFINITY))
    throw new RangeError(`ridge must be above 0, got ${ridge}`)
  const without = { estimate: null, weights: [], gaps: [], rmspeBefore: null, rmspePlain: null, extrapolation: null }
  const refusal = donorRefusal(panel)
  if (refusal) return { ...without, ridge: null, reason: refusal }
  const augmented = augmentDonors(panel, ridge)
  if (augmented === null) return { ...without, ridge: null, reason: 'no-variation' }
  const { gaps, estimate, rmspeBefore, weights, plain } = augmented
  return {
    estimate,
    weights: panel.donors.map(({ name }, j) => ({ name, weight: weights[j] as number })),
    gaps,
    rmspeBefore,
    rmspePlain: plain.rmspeBefore,
    extrapolation: weights.reduce((sum, weight) => sum + Math.max(0, -weight), 0),
    ridge: augmented.ridge,
    reason: null,
  }
}

/** The corrected mixture, whatever the number of donors: placebos have one fewer. Null: the donors do not differ before the start. */
export function augmentDonors(
  panel: DonorPanel,
  ridge?: number,
): (DonorMixture & { plain: DonorMixture; ridge: number }) | null {
  const largest = symmetricEigen(crossProduct(centred(panel).donors)).values.reduce((a, b) => Math.max(a, b), 0)
  const scale = panel.donors.reduce((most, { values }) => values.reduce((a, b) => Math.max(a, Math.abs(b)), most), 0)
  if (Math.sqrt(largest) <= 64 * Number.EPSILON * scale) return null
  const penalty = ridge ?? chosenPenalty(panel, largest)
  const plain = mixDonors(panel)
  const weights = corrected(panel, plain.weights, penalty)
  return { weights, ...gapsOf(panel, weights), plain, ridge: penalty }
}

/** Values before the start less the donors' mean of each period: donors in rows, and the treated unit. */
function centred({ treated, donors, since }: DonorPanel): { donors: Matrix; treated: number[] } {
  const means = Array.from({ length: since }, (_, t) => meanOf(donors.map(({ values }) => values[t] as number)))
  return {
    donors: matrixFrom(donors.map(({ values }) => means.map((mean, t) => (values[t] as number) - mean))),
    treated: means.map((mean, t) => (treated[t] as number) - mean),
  }
}

function corrected(panel: DonorPanel, weights: readonly number[], ridge: number): number[] {
  const { donors, treated } = centred(panel)
  const mixture = multiplyVector(transposed(donors), weights)
  const gram = crossProduct(donors)
  for (let t = 0; t < panel.since; t++)
    gram.values[t * panel.since + t] = (gram.values[t * panel.since + t] as number) + ridge
  const solved = solvePositive(
    gram,
    treated.map((value, t) => value - (mixture[t] as number)),
  )
  // A penalty below rounding: nothing can be corrected with it.
  if (solved === null) return [...weights]
  const moves = multiplyVector(donors, solved)
  return weights.map((weight, j) => weight + (moves[j] as number))
}

function chosenPenalty(panel: DonorPanel, largest: number): number {
  const { since } = panel
  const candidates = Array.from({ length: CANDIDATES }, (_, k) => largest * SMALLEST ** (k / (CANDIDATES - 1)))
  const errors = candidates.map(() => [] as number[])
  for (let out = 0; out < since; out++) {
    const drop = (values: readonly number[]) => values.filter((_, t) => t !== out && t < since)
    const rest = {
      treated: drop(panel.treated),
      donors: panel.donors.map(({ name, values }) => ({ name, values: drop(values) })),
      since: since - 1,
    }
    const { weights } = mixDonors(rest)
    const gaps = panel.donors.map(({ values }) => (panel.treated[out] as number) - (values[out] as number))
    candidates.forEach((candidate, k) => {
      errors[k]?.push(dot(corrected(rest, weights, candidate), gaps) ** 2)
    })
  }
  const means = errors.map(meanOf)
  const least = means.indexOf(Math.min(...means))
  const own = errors[least] ?? []
  const mean = means[least] ?? 0
  const spread = Math.sqrt(own.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (since - 1) / since)
  const chosen = means.findIndex((error) => error <= mean + spread)
  return candidates[chosen] ?? largest
}
