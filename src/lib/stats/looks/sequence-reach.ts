import { normalMixtureBound, normalMixtureScale, type Sides } from './normal-mixture.ts'

/** What a running trial fixes before its first look. */
export interface SequencePlan {
  /** Units planned in all arms together (N*): the sequence is narrowest there. At least 1; never changed afterwards. */
  readonly plannedCount: number
  /** Long-run coverage over all looks together, in (0, 1), default 0.95; for one side in (0.5, 1). */
  readonly confidence?: number
}

/**
 * The tuning constant rho of an asymptotic confidence sequence that is narrowest at the planned number of units.
 *
 * @throws {RangeError} when the planned count is below 1 or the confidence out of range.
 * @see Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas (2024), "Time-uniform central limit theory and asymptotic
 *   confidence sequences", arXiv 2103.06476, appendix B.2 (the approximation of Lambert's W); one-sided: at twice alpha.
 */
export function sequenceRho({ plannedCount, confidence = 0.95 }: SequencePlan, sides: Sides = 2): number {
  return 1 / Math.sqrt(scaleOf({ plannedCount, confidence }, sides))
}

/**
 * How many standard errors a confidence sequence reaches from its estimate, after `count` units: what 1.96 is for one look.
 *
 * At N* = 5,000 and 95 %: 3.4 at 1,000 units, 3.0 at 5,000, 3.1 at 20,000: 1.5 to 1.7 times the fixed interval. That is
 * the price of looking whenever one likes; `scheduledBounds` costs less where the looks are on a calendar.
 *
 * @param count Units so far, in all arms together; at least 1.
 * @throws {RangeError} when a count is below 1 or the confidence out of range.
 * @see Waudby-Smith et al. (2024), arXiv 2103.06476, equation 9. One-sided: the exact half-normal mixture, a little
 *   narrower than the closed form of their appendix (`ln(1 + sqrt(n rho^2 + 1) / (2 alpha))`).
 */
export function sequenceReach(count: number, plan: SequencePlan, sides: Sides = 2): number {
  if (!(count >= 1 && count < Number.POSITIVE_INFINITY)) throw new RangeError(`count must be at least 1, got ${count}`)
  const alpha = 1 - (plan.confidence ?? 0.95)
  return normalMixtureBound(count, alpha, scaleOf(plan, sides), sides) / Math.sqrt(count)
}

/** 1 / rho², in units: the weight of the planned mixture. */
export function scaleOf({ plannedCount, confidence = 0.95 }: SequencePlan, sides: Sides): number {
  if (!(plannedCount >= 1 && plannedCount < Number.POSITIVE_INFINITY))
    throw new RangeError(`plannedCount must be at least 1, got ${plannedCount}`)
  const least = sides === 1 ? 0.5 : 0
  if (!(confidence > least && confidence < 1))
    throw new RangeError(`confidence must be in (${least}, 1), got ${confidence}`)
  return normalMixtureScale(plannedCount, 1 - confidence, sides)
}
