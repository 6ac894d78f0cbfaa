import { z } from 'zod'
import type { PlanBody } from '#product/plan/plan-body.ts'

/** What somebody expected of the change: better is positive, in the metric's unit. Whoever comes by a link reads no name. */
export const Expected = z.strictObject({ name: z.string().nullable(), low: z.number(), high: z.number() })
export type Expected = z.output<typeof Expected>

export function expectedIn({ forecasts }: Pick<PlanBody, 'forecasts'>): Expected[] {
  return forecasts.map(({ name, low, high }) => ({ name, low, high }))
}
