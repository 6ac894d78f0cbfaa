import { dayOf } from '#platform/anywhere/time.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'

/** The calendar day where the workspace is. */
export function useToday(): string {
  return dayOf(new Date(), useMyself().workspace.timeZone)
}
