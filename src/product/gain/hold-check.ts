import { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { daysAfter } from '#product/decision/decision.ts'
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

/** A check with the trial whose gain it is about. */
export const HoldCheckShown = HoldCheck.extend({ trialId: Trial.shape.id, trialTitle: Trial.shape.title })
export type HoldCheckShown = z.output<typeof HoldCheckShown>

/** When a line of the ledger is looked at again. Nothing was gained, nothing has to hold. */
export function holdChecksOf({ id, outcome, fromOn }: Pick<Gain, 'id' | 'outcome' | 'fromOn'>): HoldCheck[] {
  if (outcome !== 'gain' && outcome !== 'without-proof') return []
  return holdDays.map((days) => ({ gainId: id, days, dueOn: daysAfter(fromOn, days) }))
}
