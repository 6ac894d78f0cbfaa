import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface RatesPlan extends PlanQuestion {
  /** Events per unit of exposure in the comparison group, positive. */
  rate: number
  /** Where the effect is to be found by size alone: does the rate rise or fall? Default `higher`. */
  better?: 'higher' | 'lower'
  /** Comparison exposure for each unit of treated exposure, positive, default 1. */
  ratio?: number
  /** Variance of the counts over their mean (1 for Poisson), positive, default 1. From history, it is rarely below 1. */
  dispersion?: number
}

export interface RatesPlanAnswer extends PlanAnswer<'too-few-events'> {
  /** Exposure in each group (patient days, visits, machine hours), not rounded. */
  treated: number | null
  comparison: number | null
  /** Events to expect in both together. */
  events: number | null
}

const LEAST_EXPECTED = 5

/**
 * How much exposure, or which effect, or which chance to find it, when two rates of events are compared by the score test.
 * Size: treated exposure. Effect: difference of the rates.
 *
 * Not for rates measured site by site (`planClusters`, `planPilot`): sites differ by more than chance. `too-few-events`:
 * fewer than 5 expected in a group, a rough guess.
 *
 * @throws {RangeError} when rate and effect leave a negative rate, or the question is impossible.
 * @see Ng & Tang (2005), Statistics in Medicine 24, 955-965; Gu, Ng, Tang & Schucany (2008), Biometrical J. 50, 283-298.
 */
export function planRates({ rate, better, ratio = 1, dispersion = 1, ...question }: RatesPlan): RatesPlanAnswer {
  if (!(rate > 0 && rate < Number.POSITIVE_INFINITY)) throw new RangeError(`rate must be positive, got ${rate}`)
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratio must be positive, got ${ratio}`)
  if (!(dispersion > 0 && dispersion < Number.POSITIVE_INFINITY))
    throw new RangeError(`dispersion must be positive, got ${dispersion}`)
  const { effect, confidence = 0.95, sides = 2 } = question
  requireConfidence(confidence)
  const direction = effect === undefined ? (better === 'lower' ? -1 : 1) : Math.sign(effect)
  if (effect !== undefined && effect < -rate)
    throw new RangeError(`effect must leave a rate of at least 0, got ${effect}`)
  const critical = -normalQuantile((1 - confidence) / sides)
  const powerAt = (change: number, exposure: number) => {
    const pooled = (rate + change + ratio * rate) / (1 + ratio)
    const ofNull = Math.sqrt((dispersion * pooled * (1 + 1 / ratio)) / exposure)
    const ofTruth = Math.sqrt((dispersion * (rate + change + rate / ratio)) / exposure)
    const right = normalUpperTail((critical * ofNull - Math.abs(change)) / ofTruth)
    return sides === 1 ? right : right + normalUpperTail((critical * ofNull + Math.abs(change)) / ofTruth)
  }
  const answer = solvePlan(question, powerAt, {
    // Exposure has a unit of its own: a thousandth of an event is as little as it can be.
    leastSize: 1e-3 / rate,
    mostSize: 1e12 / rate,
    whole: false,
    startEffect: direction * rate * 0.5,
    ...(direction < 0 ? { mostEffect: rate * (1 + 1e-9) } : {}),
  })
  const { size: exposure, effect: change } = answer
  if (exposure === null || change === null) return { ...answer, treated: null, comparison: null, events: null }
  const comparison = exposure * ratio
  const [ofTreated, ofComparison] = [exposure * (rate + change), comparison * rate]
  return {
    ...answer,
    treated: exposure,
    comparison,
    events: ofTreated + ofComparison,
    reason: Math.min(ofTreated, ofComparison) < LEAST_EXPECTED ? 'too-few-events' : null,
  }
}
