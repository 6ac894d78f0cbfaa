import { Badge } from '#design/Badge.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { Goal } from '../goal.ts'

/** Whether there is still time. What was reached is shown by what was measured, not claimed here. */
export function GoalBadge({ goal: { dueOn } }: { goal: Goal }) {
  const { timeZone } = useMyself().workspace
  const isPast = dueOn < dayOf(new Date(), timeZone)
  return <Badge tone={isPast ? 'warn' : 'pending'}>{isPast ? t('goal.past') : t('goal.running')}</Badge>
}
