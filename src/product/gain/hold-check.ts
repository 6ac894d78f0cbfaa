import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { daysAfter } from '#product/decision/decision.ts'
import { Metric } from '#product/metric/metric.ts'
import { Person } from '#product/person/person.ts'
import { Trial } from '#product/trial/trial.ts'
import { type Gain, GainId } from './gain.ts'

/** Days after a change was adopted on which it is asked whether its gain still holds. */
export const holdDays = [30, 90, 180] as const

/** A booked gain is to be measured again on a day. */
export const HoldCheck = z.strictObject({
  gainId: GainId,
  days: z.literal(holdDays),
  dueOn: day,
})
export type HoldCheck = z.output<typeof HoldCheck>

/** A check with the trial whose gain it is about, what is measured there, and on whom it waits. */
export const HoldCheckShown = HoldCheck.extend({
  trialId: Trial.shape.id,
  trialTitle: Trial.shape.title,
  metricId: Metric.shape.id,
  metricName: Metric.shape.name,
  ownerId: Trial.shape.ownerId,
  ownerName: Person.shape.name,
})
export type HoldCheckShown = z.output<typeof HoldCheckShown>

/**
 * When a line of the ledger is looked at again, counted from when the change began or, where that was long before, from
 * the decision. Nothing was gained, nothing has to hold.
 */
export function holdChecksOf(
  { id, outcome, fromOn }: Pick<Gain, 'id' | 'outcome' | 'fromOn'>,
  decidedOn: string,
): HoldCheck[] {
  if (outcome !== 'gain' && outcome !== 'without-proof') return []
  // A look back may adopt what began a year ago: its checks would all lie behind the day they were planned on.
  const begins = fromOn > decidedOn ? fromOn : decidedOn
  return holdDays.map((days) => ({ gainId: id, days, dueOn: daysAfter(begins, days) }))
}

/** Days that a check is asked for. Nothing marks it as done yet, and what is asked for ever is heard by nobody. */
export const holdAskedDays = 30

/** The earliest day on which a check can have come due that is still asked for. */
export function firstAskedOn(today: string): string {
  return daysAfter(today, 1 - holdAskedDays)
}

/** Whether a check waits for somebody now, rather than for its day. */
export function isDue({ dueOn }: Pick<HoldCheck, 'dueOn'>, today: string): boolean {
  return dueOn <= today
}

/** Of each gain the check that comes next, or is due; `checks` by their days. */
export function nextChecks<Check extends HoldCheck>(checks: readonly Check[]): Check[] {
  return [...Map.groupBy(checks, ({ gainId }) => gainId).values()].flatMap((ofGain) => ofGain.slice(0, 1))
}
