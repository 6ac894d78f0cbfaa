import type { ReactNode } from 'react'
import { Row } from '#design/Layout.tsx'
import { List, ListItem } from '#design/List.tsx'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import type { GoalRow } from '../goal-api.ts'
import { GoalBadge } from './GoalBadge.tsx'
import { GoalSpan } from './GoalSpan.tsx'

interface GoalRowsProps {
  goals: readonly GoalRow[]
  /** What later nouns know of a goal, such as how many ideas serve it. */
  more?: (goal: GoalRow) => ReactNode
}

/** Goals, a line each: what, from where to where, who answers for it. */
export function GoalRows({ goals, more }: GoalRowsProps) {
  const addressOf = useAddress()
  return (
    <List>
      {goals.map((goal) => (
        <ListItem
          key={goal.id}
          title={goal.title}
          href={addressOf(`/goals/${goal.id}`)}
          detail={
            <Row as="span" gap="1h">
              <GoalBadge goal={goal} />
              <span>
                <GoalSpan goal={goal} />
              </span>
            </Row>
          }
          meta={
            <>
              {t('goal.owned-by', { name: goal.ownerName })} {more?.(goal)}
            </>
          }
        />
      ))}
    </List>
  )
}
