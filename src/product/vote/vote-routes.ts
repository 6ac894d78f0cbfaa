import { waitForTurn } from '#platform/database/wait-for-turn.ts'
import type { RequestContext, Serve } from '#platform/http.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { findIdea } from '#product/idea/idea-store.ts'
import { refuseVote, refuseWithdrawal, votesLeft } from './vote.ts'
import { type Standing, voteApi } from './vote-api.ts'
import { addVote, countVotes, findPurse, findVote, holdIdea, listVotedFor, removeVote } from './vote-store.ts'

type Context = RequestContext<'workspace'>

export function voteRoutes(serve: Serve): void {
  serve(voteApi.list, async ({ ideaIds }, context) => ({
    ...(await left(context)),
    ideas: await countVotes(context.db, ideaIds.split(',') as IdeaId[], context.signed.personId),
  }))

  serve(voteApi.mine, async (_input, context) => ({
    ...(await left(context)),
    ideas: await listVotedFor(context.db, context.signed.personId),
  }))

  serve(voteApi.cast, async ({ id }, context) => {
    const { db, signed, now, emit } = context
    const vote = { ideaId: id, personId: signed.personId, votedAt: now }
    await waitForTurn(db, 'vote.cast', signed.personId)
    await holdIdea(db, id)
    const idea = await findIdea(db, id)
    if (!(await findVote(db, vote))) {
      refuseVote(idea, signed, await findPurse(db, signed.personId))
      await addVote(db, vote)
      await emit('vote.changed', { ideaId: id })
    }
    return { ...(await left(context)), idea: await standingOf(context, id) }
  })

  serve(voteApi.withdraw, async ({ id }, context) => {
    const { db, signed, emit } = context
    const vote = { ideaId: id, personId: signed.personId }
    await waitForTurn(db, 'vote.cast', signed.personId)
    await holdIdea(db, id)
    const idea = await findIdea(db, id)
    if (await findVote(db, vote)) {
      refuseWithdrawal(idea)
      await removeVote(db, vote)
      await emit('vote.changed', { ideaId: id })
    }
    return { ...(await left(context)), idea: await standingOf(context, id) }
  })
}

async function left({ db, signed }: Context): Promise<{ most: number; left: number }> {
  const purse = await findPurse(db, signed.personId)
  return { most: purse.most, left: votesLeft(purse) }
}

async function standingOf({ db, signed }: Context, id: IdeaId): Promise<Standing> {
  const [standing] = await countVotes(db, [id], signed.personId)
  return standing ?? { ideaId: id, votes: 0, isMine: false }
}
