import { dayOf } from '#platform/anywhere/time.ts'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { gainApi } from '../gain-api.ts'
import { type HoldCheckShown, isDue, nextChecks } from '../hold-check.ts'

export interface NextCheck extends HoldCheckShown {
  isDue: boolean
}

/** Of each gain, or of that of one trial, the check that is due or comes next; by their days. */
export function useNextChecks(trial?: TrialId): NextCheck[] {
  const { timeZone } = useMyself().workspace
  const { data } = useEndpoint(gainApi.holdChecks, trial ? { trial } : {})
  const today = dayOf(new Date(), timeZone)
  return nextChecks(data ?? []).map((check) => ({ ...check, isDue: isDue(check, today) }))
}
