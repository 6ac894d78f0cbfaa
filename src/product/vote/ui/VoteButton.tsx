import { ChevronUp } from 'lucide-react'
import { Button } from '#design/Button.tsx'
import { useToast } from '#design/Toast.tsx'
import { t } from '#platform/browser/language.ts'
import { useMay, useSigned } from '#platform/browser/signed.ts'
import { useAction, useEndpoint } from '#platform/browser/use-endpoint.ts'
import type { IdeaRow } from '#product/idea/idea-api.ts'
import { isVotable } from '../vote.ts'
import { voteApi } from '../vote-api.ts'

interface VoteButtonProps {
  idea: Pick<IdeaRow, 'id' | 'title' | 'state' | 'authorId'>
  /** The ideas that are on the page with it: all of them are asked for at once. */
  among?: readonly Pick<IdeaRow, 'id'>[] | undefined
}

/** How many would like to see an idea tried, and one's own vote with one press. Nothing where nobody votes. */
export function VoteButton({ idea, among = [idea] }: VoteButtonProps) {
  const { data } = useEndpoint(voteApi.list, { ideaIds: among.map(({ id }) => id).join(',') }, { keepsLast: true })
  const cast = useAction(voteApi.cast)
  const withdraw = useAction(voteApi.withdraw)
  const signed = useSigned()
  const may = useMay()
  const toast = useToast()
  const standing = data?.ideas.find(({ ideaId }) => ideaId === idea.id)
  if (!data || !standing || (data.most === 0 && standing.votes === 0)) return null
  const { votes, isMine } = standing
  if (data.most === 0 || !may('vote.cast') || !isVotable(idea, signed))
    return votes === 0 ? null : <span className="small quiet">{t('vote.count', { votes })}</span>

  const { id, title } = idea
  async function press(): Promise<void> {
    const action = isMine ? withdraw : cast
    const done = await action.run({ id })
    if (done && !isMine) toast({ text: t('vote.left', { left: done.left, most: done.most }) })
  }
  const failed = cast.error ?? withdraw.error
  return (
    <>
      <Button
        small
        icon={ChevronUp}
        pressed={isMine}
        busy={cast.isBusy || withdraw.isBusy}
        onPress={() => void press()}
      >
        <span className="sr">{t(isMine ? 'vote.withdraw-for' : 'vote.cast-for', { title })}</span>
        <span aria-hidden="true">{t(isMine ? 'vote.withdraw' : 'vote.cast')}</span>{' '}
        <span className="num">
          <span aria-hidden="true">{votes}</span>
          <span className="sr">{t('vote.count', { votes })}</span>
        </span>
      </Button>
      {failed && (
        <p className="xs warn" role="alert">
          {failed.problem.detail}
        </p>
      )}
    </>
  )
}
