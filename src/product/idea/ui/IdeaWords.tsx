import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { Row, Stack } from '#design/Layout.tsx'
import { formatDay } from '#platform/anywhere/format.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { Link } from '#platform/browser/router.tsx'
import { useMay, useSigned } from '#platform/browser/signed.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import { mayEdit, mayRemove } from '../idea.ts'
import type { WholeIdea } from '../idea-api.ts'
import { IdeaEditForm } from './IdeaEditForm.tsx'
import { TakeBack } from './TakeBack.tsx'

/** What somebody wrote, who and when, and the goal it serves; edited in place by who may. */
export function IdeaWords({ idea }: { idea: WholeIdea }) {
  const signed = useSigned()
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <IdeaEditForm idea={idea} onDone={() => setEditing(false)} />
  return (
    <Stack gap="1h">
      <Paragraphs idea={idea} />
      <Byline idea={idea} />
      <Row>
        {mayEdit(idea, { signed, may }) && (
          <Button small icon={Pencil} onPress={() => setEditing(true)}>
            {t('idea.edit')}
          </Button>
        )}
        {mayRemove(idea, idea.answers.length, signed, new Date()) && <TakeBack idea={idea} />}
      </Row>
    </Stack>
  )
}

/** The words as they were broken into lines. Not a second time where the title has said them all. */
function Paragraphs({ idea: { text, title } }: { idea: WholeIdea }) {
  if (text.replace(/\.$/, '') === title) return null
  return (
    <Stack gap="1">
      {text.split(/\n+/).map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and none moves
        <p key={place} className="lead ink">
          {line}
        </p>
      ))}
    </Stack>
  )
}

function Byline({ idea: { authorName, createdAt, editedAt, goalId, goalTitle } }: { idea: WholeIdea }) {
  const language = useLanguage()
  const { timeZone } = useMyself().workspace
  const said = {
    name: authorName ?? t('idea.anonymous'),
    day: formatDay(dayOf(createdAt, timeZone), language),
  }
  return (
    <div className="small faint">
      <p>{editedAt ? t('idea.written-on-edited', said) : t('idea.written-on', said)}</p>
      {goalId && (
        <p>
          {t('idea.serves')} <Link to={`/goals/${goalId}`}>{goalTitle}</Link>
        </p>
      )}
    </div>
  )
}
