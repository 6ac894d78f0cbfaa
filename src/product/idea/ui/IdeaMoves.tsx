import { useState } from 'react'
import { Button } from '#design/Button.tsx'
import { ProblemNotice } from '#design/ProblemNotice.tsx'
import { ReasonDialog } from '#design/ReasonDialog.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay, useSigned } from '#platform/browser/signed.ts'
import { useAction } from '#platform/browser/use-endpoint.ts'
import { type IdeaMove, isAuthor, movesFor } from '../idea.ts'
import { ideaApi, type WholeIdea } from '../idea-api.ts'

/** The moves that this person may make now, as buttons; each asks for its reason first. */
export function IdeaMoves({ idea }: { idea: WholeIdea }) {
  const signed = useSigned()
  const may = useMay()
  const [asking, setAsking] = useState<IdeaMove | null>(null)
  const moves = movesFor(idea, { signed, may, isOnlyJudge: idea.isOnlyJudge })
  return (
    <>
      {moves.map((move) => (
        <Button key={move} variant={lookOf(move, isAuthor(idea, signed))} onPress={() => setAsking(move)}>
          {t(`idea.move.${move}`)}
        </Button>
      ))}
      {asking && <AskReason idea={idea} move={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

/** One filled button: saying yes, to others. Authors have the rule for theirs. Declining is no harm, so it is not red. */
function lookOf(move: IdeaMove, isOwn: boolean): 'primary' | 'plain' | 'default' {
  if (move === 'approve' && !isOwn) return 'primary'
  return move === 'decline' ? 'plain' : 'default'
}

function AskReason({ idea, move, onClose }: { idea: WholeIdea; move: IdeaMove; onClose: () => void }) {
  const signed = useSigned()
  const action = useAction(ideaApi.move)
  const toast = useToast()
  const isOwn = isAuthor(idea, signed)
  const name = isOwn ? null : idea.authorName

  async function send(reason: string): Promise<void> {
    if (!(await action.run({ id: idea.id, move, reason }))) return
    toast({
      text: name === null ? t(`idea.done.${move}`) : t('idea.done-and-told', { done: t(`idea.done.${move}`), name }),
    })
    onClose()
  }

  const reasonError = action.error?.field('#/reason')
  return (
    <ReasonDialog
      open
      onClose={onClose}
      title={t(`idea.ask.${move}`)}
      text={isOwn && idea.isOnlyJudge ? t('idea.self-judged-help') : whoReads(name)}
      confirm={t(`idea.move.${move}`)}
      busy={action.isBusy}
      error={reasonError ?? (action.error && <ProblemNotice error={action.error} />)}
      onReason={(reason) => void send(reason)}
    />
  )
}

function whoReads(name: string | null): string {
  return name === null ? t('idea.reason-read') : t('idea.reason-read-by', { name })
}
