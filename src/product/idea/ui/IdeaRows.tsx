import { Row } from '#design/Layout.tsx'
import { List, ListItem } from '#design/List.tsx'
import { DayText } from '#design/NumberText.tsx'
import { dayOf } from '#platform/anywhere/time.ts'
import { t } from '#platform/browser/language.ts'
import { useAddress } from '#platform/browser/router.tsx'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { IdeaRow } from '../idea-api.ts'
import { IdeaBadge } from './IdeaBadge.tsx'

interface IdeaRowsProps {
  ideas: readonly IdeaRow[]
  /** Where they all serve the one that the page is about. */
  hidesGoal?: boolean | undefined
}

/** Ideas, a line each: what, where it stands, whose, since when, and for which goal. */
export function IdeaRows({ ideas, hidesGoal }: IdeaRowsProps) {
  const addressOf = useAddress()
  const { timeZone } = useMyself().workspace
  return (
    <List>
      {ideas.map(({ id, title, state, authorName, createdAt, goalTitle }) => (
        <ListItem
          key={id}
          title={title}
          href={addressOf(`/ideas/${id}`)}
          detail={
            <Row as="span" gap="1h">
              <IdeaBadge state={state} />
              <span>{authorName ?? t('idea.anonymous')}</span>
              <DayText day={dayOf(createdAt, timeZone)} />
            </Row>
          }
          meta={!hidesGoal && goalTitle && t('idea.for-goal', { goal: goalTitle })}
        />
      ))}
    </List>
  )
}
