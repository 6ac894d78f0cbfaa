import type { ReactNode } from 'react'
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
  /** At the end of each line: what a later noun knows of the idea. */
  end?: ((idea: IdeaRow, all: readonly IdeaRow[]) => ReactNode) | undefined
}

/** Ideas, a line each: what, where it stands, whose, since when, and for which goal. */
export function IdeaRows({ ideas, hidesGoal, end }: IdeaRowsProps) {
  const addressOf = useAddress()
  const { timeZone } = useMyself().workspace
  return (
    <List>
      {ideas.map((idea) => (
        <ListItem
          key={idea.id}
          title={idea.title}
          href={addressOf(`/ideas/${idea.id}`)}
          action={end?.(idea, ideas)}
          detail={
            <Row as="span" gap="1h">
              <IdeaBadge state={idea.state} />
              <span>{idea.authorName ?? t('idea.anonymous')}</span>
              <DayText day={dayOf(idea.createdAt, timeZone)} />
            </Row>
          }
          meta={!hidesGoal && idea.goalTitle && t('idea.for-goal', { goal: idea.goalTitle })}
        />
      ))}
    </List>
  )
}
