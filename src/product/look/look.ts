import { z } from 'zod'
import { normalQuantile } from '#lib/stats/distribution/normal.ts'
import { instant } from '#platform/anywhere/time.ts'
import { Metric } from '#product/metric/metric.ts'
import { PlanId } from '#product/plan/plan.ts'
import { TrialId } from '#product/trial/trial.ts'
import { advices, seenCodes } from './read-look.ts'

export const LookId = z.uuid().brand<'LookId'>()
export type LookId = z.output<typeof LookId>

/** A guardrail as it stood at a look: its change with the interval at the look's confidence, in the column's own unit. */
export const WatchedGuardrail = z.strictObject({
  name: z.string(),
  better: Metric.shape.better,
  margin: z.number(),
  verdict: z.enum(['safe', 'harm', 'unclear']),
  estimate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type WatchedGuardrail = z.output<typeof WatchedGuardrail>

/**
 * What a running trial showed at one moment, by the plan in force: valid however often anybody looks, because each
 * look's interval is as sure as its place in the schedule asks for. Written once for each cut of the figures.
 */
export const Look = z.strictObject({
  id: LookId,
  trialId: TrialId,
  planId: PlanId,
  /** SHA-256 over the plan and the figures: looking at the same again changes nothing. */
  cut: z.string(),
  /** Periods with the change, or units, that have come, and how many are planned. */
  elapsed: z.int().min(1),
  runsFor: z.int().min(1),
  /** Of the planned looks, in (0, 1]. */
  fraction: z.number().gt(0).max(1),
  /** Of the interval. Null while it is too early for one. */
  confidence: z.number().gt(0).lt(1).nullable(),
  /** In the metric's unit, as measured: higher with the change is positive. Null where there is none. */
  estimate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  guardrails: z.array(WatchedGuardrail),
  advice: z.enum(advices),
  seen: z.array(z.enum(seenCodes)),
  takenAt: instant,
})
export type Look = z.output<typeof Look>

/**
 * How wide the interval will probably be at the planned end, from how wide it is now: noise shrinks as the root of what
 * has come, and the last look asks for less sureness than this one.
 *
 * @param confidence Of this look and of the last one, in (0, 1).
 * @returns Half its width, in the metric's unit; null where there is no interval to go by.
 */
export function reachAtEnd(
  { low, high, fraction }: Pick<Look, 'low' | 'high' | 'fraction'>,
  confidence: { now: number; end: number },
): number | null {
  if (low === null || high === null) return null
  const [now, end] = [confidence.now, confidence.end].map((sure) => normalQuantile((1 + sure) / 2))
  return ((high - low) / 2) * Math.sqrt(fraction) * ((end ?? 1) / (now ?? 1))
}
