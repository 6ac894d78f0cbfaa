import { t } from '#platform/browser/language.ts'
import type { PlanBody } from '../plan-body.ts'
import { groupsIn } from './groups-in.ts'

/** Every site by name, in its group, wave or schedule; folded, for there may be hundreds. */
export function PlannedSites({ body }: { body: PlanBody }) {
  const groups = groupsIn(body)
  const count = groups.reduce((sum, { names }) => sum + names.length, 0)
  if (count === 0) return null
  return (
    <details className="numbers small">
      <summary>{t('plan.show-sites', { count })}</summary>
      {groups.map(({ title, names }) => (
        <p key={title} className="small">
          <strong>{title}</strong> {names.join(', ')}
        </p>
      ))}
    </details>
  )
}
