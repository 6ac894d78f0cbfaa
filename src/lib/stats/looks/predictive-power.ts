import { normalUpperTail } from '../distribution/normal.ts'
import { checkHalfWay, type HalfWay } from './conditional-power.ts'

/**
 * The chance that the trial ends in success, averaged over the effects that are still believable: conditional power
 * without having to name one.
 *
 * @param prior Of the drift (the expected z at the planned information): normal, its standard deviation positive. Default:
 *   none, so that the data speak alone; early on the answer is then as unsure as they are.
 * @returns In [0, 1], against one critical value at the end, no looks between.
 * @throws {RangeError} when a number is not finite, the fraction outside (0, 1), or the prior's deviation not positive.
 * @see Spiegelhalter, Freedman & Blackburn (1986), Controlled Clinical Trials 7, 8-17.
 */
export function predictivePower(
  { statistic, fraction, criticalValue }: HalfWay,
  prior?: { readonly mean: number; readonly standardDeviation: number },
): number {
  checkHalfWay({ statistic, fraction, criticalValue })
  if (prior && !(prior.standardDeviation > 0 && Number.isFinite(prior.mean)))
    throw new RangeError(`the prior needs a finite mean and a positive deviation, got ${JSON.stringify(prior)}`)
  const score = statistic * Math.sqrt(fraction)
  const precision = prior ? prior.standardDeviation ** -2 : 0
  const drift = (score + (prior ? prior.mean * precision : 0)) / (fraction + precision)
  const left = 1 - fraction
  const deviation = Math.sqrt(left + (left * left) / (fraction + precision))
  return normalUpperTail((criticalValue - score - drift * left) / deviation)
}
