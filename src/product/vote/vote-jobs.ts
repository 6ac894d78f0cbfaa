import { z } from 'zod'
import { type Job, job } from '#platform/job.ts'
import { IdeaId } from '#product/idea/idea.ts'
import { findIdea, listAnswers } from '#product/idea/idea-store.ts'
import { listTold, tell } from '#product/notice/notice-store.ts'
import { listVoters } from './vote-store.ts'

/** Whoever voted for an idea hears what became of it and why, each move once: running it again tells nobody anything. */
export const tellVoters = job({
  name: 'vote.tell-voters',
  on: ['idea.moved'],
  input: z.object({ id: IdeaId }),
  async run({ id }, context) {
    const { db } = context
    const idea = await findIdea(db, id)
    const answer = (await listAnswers(db, id)).at(-1)
    if (!answer) return
    const message = `vote.told-${answer.move}` as const
    // The answer in the address tells this move from the same one made before.
    const href = `/ideas/${id}#${answer.id}`
    const told = new Set([...(await listTold(db, href, message)), answer.byId, idea.authorId])
    const concerned = (await listVoters(db, id)).filter((personId) => !told.has(personId))
    await tell(context, concerned, {
      message,
      messageValues: {
        title: idea.title,
        // Empty: a trial's start has its reasons in the plan, and a rule says its own.
        reason: answer.reason ?? '',
      },
      href,
    })
  },
})

export const voteJobs: readonly Job[] = [tellVoters]
