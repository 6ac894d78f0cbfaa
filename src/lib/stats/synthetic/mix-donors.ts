import { type DonorPanel, meanOf, rootMeanSquare } from './donor-panel.ts'
import { simplexWeights } from './simplex-weights.ts'

export interface DonorMixture {
  /** One per donor, in their order. */
  weights: number[]
  /** Treated less mixture, one per period. */
  gaps: number[]
  estimate: number
  rmspeBefore: number
  rmspeAfter: number
}

/** The nearest mixture before the start, whatever the number of donors (at least one): placebos have one fewer. */
export function mixDonors({ treated, donors, since }: DonorPanel): DonorMixture {
  const weights = simplexWeights(
    donors.map(({ values }) => values.slice(0, since)),
    treated.slice(0, since),
  )
  return { weights, ...gapsOf({ treated, donors, since }, weights) }
}

/** Gaps as weighted differences, so that levels of 1e9 cancel before they are added up. The weights must sum to 1. */
export function gapsOf(
  { treated, donors, since }: DonorPanel,
  weights: readonly number[],
): Omit<DonorMixture, 'weights'> {
  const gaps = treated.map((value, t) =>
    donors.reduce((sum, { values }, j) => sum + (weights[j] as number) * (value - (values[t] as number)), 0),
  )
  const [before, after] = [gaps.slice(0, since), gaps.slice(since)]
  return { gaps, estimate: meanOf(after), rmspeBefore: rootMeanSquare(before), rmspeAfter: rootMeanSquare(after) }
}
