import { chiSquareUpperTail } from '../distribution/chi-square.ts'
import { checkProportion, type Proportion, pooledProportion, smallestExpectedCount } from './proportion.ts'

export interface Homogeneity {
  /** Pearson's chi-square of the table "arm by did it or not"; null when `reason` says why. */
  statistic: number | null
  /** Arms with units less 1. */
  degreesOfFreedom: number | null
  pValue: number | null
  /** The chi-square law is good from about 5 on; below 1 do not trust it. */
  smallestExpected: number
  /** `too-few-arms`: fewer than two have units. */
  reason: 'too-few-arms' | null
}

/**
 * Whether two or more arms have one proportion, by Pearson's chi-square. Two arms: the pooled score test, squared.
 *
 * p is 1 when nobody or everybody had an event; arms without units are left out. It says that arms differ, not which:
 * `compareProportionsWithControl`. Not with expected counts below 5, pairs or clusters.
 *
 * @throws {RangeError} when counts are impossible.
 * @see Pearson (1900), Philosophical Magazine 50, 157-175; Cochran (1954), Biometrics 10, 417-451.
 */
export function chiSquareHomogeneity(arms: readonly Proportion[]): Homogeneity {
  for (const arm of arms) checkProportion(arm)
  const filled = arms.filter(({ units }) => units > 0)
  const smallestExpected = smallestExpectedCount(filled)
  if (filled.length < 2)
    return { statistic: null, degreesOfFreedom: null, pValue: null, smallestExpected, reason: 'too-few-arms' }
  const pooled = pooledProportion(filled)
  const share = pooled.events / pooled.units
  const variance = share * (1 - share)
  let statistic = 0
  if (variance > 0)
    for (const { events, units } of filled) statistic += (events - units * share) ** 2 / (units * variance)
  const degreesOfFreedom = filled.length - 1
  const pValue = Math.min(1, chiSquareUpperTail(statistic, degreesOfFreedom))
  return { statistic, degreesOfFreedom, pValue, smallestExpected, reason: null }
}
