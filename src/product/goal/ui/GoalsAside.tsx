import { Section } from '#design/Section.tsx'
import { t } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useEndpoint } from '#platform/browser/use-endpoint.ts'
import { goalApi } from '../goal-api.ts'
import { GoalSpan } from './GoalSpan.tsx'

/** The next goals to fall due, in a margin: what small changes are wanted for. Nothing while there are none. */
export function GoalsAside() {
  const { data } = useEndpoint(goalApi.list, {})
  if (!data || data.length === 0) return null
  return (
    <Section small title={t('goal.wanted')}>
      <ul className="list" data-dense>
        {data.slice(0, 3).map((goal) => (
          <li key={goal.id}>
            <Link to={`/goals/${goal.id}`} className="medium unlined">
              {goal.title}
            </Link>
            <p className="small quiet">
              <GoalSpan goal={goal} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
