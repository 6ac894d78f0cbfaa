import { chiSquareLogDensity } from '../distribution/chi-square.ts'
import { normalCdf } from '../distribution/normal.ts'
import { studentTQuantile } from '../distribution/student-t.ts'
import { integrate } from '../numeric/integrate.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { powerOfEffect } from './power-of-effect.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface MarginPlan extends Omit<PlanQuestion, 'effect' | 'sides'> {
  /** `non-inferiority`: not worse by more than the margin. `equivalence`: neither worse nor better by more. */
  kind: 'non-inferiority' | 'equivalence'
  /** How much difference is bearable, in the metric's unit, positive; left out: the smallest that this size can show. */
  margin?: number
  /** The true difference, up is better, default 0. Planning for an improvement flatters: say why. */
  difference?: number
  /** Of one unit's value (for a share p: the root of p (1 - p)), in the metric's unit, positive. */
  standardDeviation: number
  /** Comparison units for each treated one, positive, default 1. */
  ratio?: number
}

export interface MarginPlanAnswer extends Omit<PlanAnswer, 'effect' | 'smallestEffect'> {
  margin: number | null
  /** The smallest margin that this size shows with the wanted power. */
  smallestMargin: number | null
  treated: number | null
  comparison: number | null
}

/**
 * How many units, or which margin, or which chance to show it, when a metric must not get worse (or must stay the same) by
 * more than a margin, read by the side of a two-sided interval. Size: treated units.
 *
 * Each side is a one-sided test at half of 1 less the confidence (2.5 % for a 95 % interval), as `nonInferiority` reads it.
 * Exact for normal values, the two tests of equivalence with their common spread included.
 *
 * @throws {RangeError} when the margin does not exceed the true difference, or another number is impossible.
 * @see Schuirmann (1987), J. Pharmacokinetics and Biopharmaceutics 15, 657-680; Phillips (1990), ibid. 18, 137-144 (exact
 *   power); Piaggio et al. (2012), JAMA 308, 2594-2604.
 */
export function planMargin({
  kind,
  margin,
  difference = 0,
  standardDeviation,
  ratio = 1,
  confidence = 0.95,
  ...question
}: MarginPlan): MarginPlanAnswer {
  requireConfidence(confidence)
  if (!(standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY))
    throw new RangeError(`standardDeviation must be positive, got ${standardDeviation}`)
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratio must be positive, got ${ratio}`)
  const least = kind === 'equivalence' ? Math.abs(difference) : Math.max(0, -difference)
  if (!Number.isFinite(difference)) throw new RangeError(`difference must be finite, got ${difference}`)
  if (margin !== undefined && !(margin > least)) throw new RangeError(`margin must exceed ${least}, got ${margin}`)
  const oneSided = { confidence: (1 + confidence) / 2, sides: 1 as const }
  const powerAt = (bound: number, size: number) => {
    const standardError = standardDeviation * Math.sqrt((1 + 1 / ratio) / size)
    const freedom = size * (1 + ratio) - 2
    if (kind === 'non-inferiority') return powerOfEffect(bound + difference, standardError, freedom, oneSided)
    return powerOfBoth(
      (bound - difference) / standardError,
      (bound + difference) / standardError,
      freedom,
      oneSided.confidence,
    )
  }
  const asked = { ...question, ...oneSided, ...(margin === undefined ? {} : { effect: margin }) }
  const { effect, smallestEffect, ...answer } = solvePlan(asked, powerAt, {
    leastSize: Math.max(1, 1 / ratio, 2.5 / (1 + ratio)),
    startEffect: least + standardDeviation,
  })
  const { size } = answer
  const comparison = size === null ? null : Math.ceil(size * ratio * (1 - 1e-12))
  return { ...answer, margin: effect, smallestMargin: smallestEffect, treated: size, comparison }
}

/** The chance that the estimate stays inside both bounds by more than t standard errors, over all spreads there could be. */
function powerOfBoth(up: number, down: number, freedom: number, confidence: number): number {
  const critical = studentTQuantile(confidence, freedom)
  // The estimated over the true spread: beyond `widest` there is no room left between the two tests.
  const widest = (up + down) / (2 * critical)
  const reach = 9 / Math.sqrt(2 * freedom)
  const [low, high] = [Math.max(0, 1 - reach), Math.min(widest, 1 + Math.max(reach, 40 / freedom))]
  if (high <= low) return 0
  return integrate(
    (spread) => {
      if (spread === 0) return 0
      const density = Math.exp(chiSquareLogDensity(freedom * spread * spread, freedom)) * 2 * freedom * spread
      return density * Math.max(0, normalCdf(up - critical * spread) - normalCdf(critical * spread - down))
    },
    low,
    high,
  ).value
}
