import { normalQuantile } from '#lib/stats/distribution/normal.ts'
import type { PlannedLook } from '#lib/stats/looks/look-schedule.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'

/** What a look says to do. The person decides; only what the plan names may end the trial. */
export const advices = ['too-early', 'go-on', 'stop-harm', 'stop-futility', 'stop-success', 'end'] as const
export type LookAdvice = (typeof advices)[number]

/** Why: what was seen, though the plan may go on in spite of it. */
export const seenCodes = ['nothing-yet', 'harm', 'guardrail', 'better', 'worth-having', 'futile', 'whole'] as const
export type LookSeen = (typeof seenCodes)[number]

/** What a look needs of the analysis that was made at its confidence. */
export interface LookedAt {
  readonly estimate: number
  readonly pValue: number
  readonly verdict: 'better' | 'worse' | 'unclear'
  readonly worthHaving: 'yes' | 'no' | 'unclear' | null
  readonly guardrails?: readonly { readonly verdict: 'safe' | 'harm' | 'unclear' }[] | undefined
}

/**
 * What a look shows and advises. Harm comes first, in the metric or in a guardrail; then success, then futility.
 *
 * @param answer The analysis at `look.confidence`, or null where the figures hold no answer yet.
 */
export function readLook(
  answer: LookedAt | null,
  look: PlannedLook,
  { stops, better }: { stops: PlanBody['stops']; better: Metric['better'] },
): { advice: LookAdvice; seen: LookSeen[] } {
  const harms = harmsIn(answer)
  // Harm has a rule of its own and may be seen at the first look; for everything else it can be too early.
  if (answer === null || (look.confidence === null && harms.length === 0))
    return look.fraction >= 1 ? { advice: 'end', seen: ['whole'] } : { advice: 'too-early', seen: ['nothing-yet'] }
  const seen: LookSeen[] = [
    ...harms,
    ...(answer.verdict === 'better' ? (['better'] as const) : []),
    ...(answer.worthHaving === 'yes' ? (['worth-having'] as const) : []),
    ...(isFutile(answer, look, better) ? (['futile'] as const) : []),
    ...(look.fraction >= 1 ? (['whole'] as const) : []),
  ]
  return { advice: adviceOf(seen, stops), seen }
}

function harmsIn(answer: LookedAt | null): LookSeen[] {
  const isHarmed = answer?.guardrails?.some(({ verdict }) => verdict === 'harm') ?? false
  return [...(answer?.verdict === 'worse' ? (['harm'] as const) : []), ...(isHarmed ? (['guardrail'] as const) : [])]
}

function adviceOf(seen: readonly LookSeen[], stops: PlanBody['stops']): LookAdvice {
  if (stops.harm && (seen.includes('harm') || seen.includes('guardrail'))) return 'stop-harm'
  if (seen.includes('whole')) return 'end'
  if (stops.success && seen.includes('better')) return 'stop-success'
  if (stops.futility && seen.includes('futile')) return 'stop-futility'
  return 'go-on'
}

/** Whether so little of the planned effect shows that going on is hardly worth it. */
function isFutile({ estimate, pValue }: LookedAt, { futileAt }: PlannedLook, better: Metric['better']): boolean {
  if (futileAt === null) return false
  // The size of z that has this two-sided p, on the side of the estimate.
  const size = normalQuantile(1 - Math.min(1, Math.max(pValue, 1e-15)) / 2)
  const isBetter = better === 'higher' ? estimate > 0 : estimate < 0
  return (isBetter ? size : -size) <= futileAt
}
