import { coMomentsOf } from '../numeric/co-moments.ts'
import { momentsOf } from '../numeric/moments.ts'
import { type Cuped, type CupedOptions, cuped } from './cuped.ts'

/** An arm's units, all lists in one order, one entry per unit. */
export interface RatioUnits {
  numerators: readonly number[]
  /** Units with 0 stay in. */
  denominators: readonly number[]
  /** The same from before the start, or any other measurement from then. */
  priorNumerators: readonly number[]
  /** Left out: the prior measurement is a mean per unit, not a ratio. */
  priorDenominators?: readonly number[]
}

/** `no-denominator`: the denominators of an arm, or those from before, add up to 0. */
export type RatioCuped = Cuped | { reason: 'no-denominator' | 'empty-arm' }

/**
 * The difference of two ratios of sums, adjusted by what the units did before the start.
 *
 * Each ratio is turned into one value per unit whose mean is the ratio and whose spread is the delta method's; from there
 * it is `cuped`. Not for a prior measurement that the change can move.
 *
 * @throws {RangeError} when lists differ in length, a value is not finite, or as `cuped`.
 * @see Deng, Xu, Kohavi & Walker (2013), WSDM, appendix B; Deng, Knoblich & Lu (2018), arXiv:1803.06336, section 3.
 */
export function ratioCuped(treated: RatioUnits, comparison: RatioUnits, options: CupedOptions = {}): RatioCuped {
  const arms = [treated, comparison].map((arm) => {
    const outcome = linearised(arm.numerators, arm.denominators)
    const prior = arm.priorDenominators ? linearised(arm.priorNumerators, arm.priorDenominators) : arm.priorNumerators
    return { count: arm.numerators.length, outcome, prior }
  })
  if (arms.some(({ count }) => count === 0)) return { reason: 'empty-arm' }
  const [a, b] = arms.map(({ outcome, prior }) => (outcome && prior ? coMomentsOf(prior, outcome) : null))
  return a && b ? cuped(a, b, options) : { reason: 'no-denominator' }
}

/** Per unit: the ratio, and how the unit pulls it up or down. Null when the denominators add up to 0. */
function linearised(numerators: readonly number[], denominators: readonly number[]): number[] | null {
  if (numerators.length !== denominators.length)
    throw new RangeError(`need one denominator per numerator, got ${denominators.length} for ${numerators.length}`)
  const [top, bottom] = [momentsOf(numerators).mean, momentsOf(denominators).mean]
  if (bottom === 0) return null
  const ratio = top / bottom
  return numerators.map((numerator, i) => ratio + (numerator - ratio * (denominators[i] as number)) / bottom)
}
