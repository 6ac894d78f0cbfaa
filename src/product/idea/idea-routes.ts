import { Problem } from '#platform/anywhere/problem.ts'
import type { Serve } from '#platform/http.ts'
import { findGoal } from '#product/goal/goal-store.ts'
import { settleNotices, tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import { answerOf, editIdea, type IdeaAnswerId, type IdeaId, mayRemove, moveIdea, newIdea } from './idea.ts'
import { ideaApi } from './idea-api.ts'
import {
  addIdea,
  countAnswers,
  countIdeasByGoal,
  findIdea,
  findNamedIdea,
  listAnswers,
  listIdeas,
  removeIdea,
  storeEdit,
  storeMove,
} from './idea-store.ts'
import { listAsked } from './judge-store.ts'

/** Ideas on one page of the list. */
const most = 50

export function ideaRoutes(serve: Serve): void {
  serve(ideaApi.list, async ({ state, goal, mine, before }, { db, signed }) => {
    const filter = { state, goal, authorId: mine ? signed.personId : undefined }
    // One more than is shown says whether any follow.
    const found = await listIdeas(db, filter, { before, most: most + 1 })
    const ideas = found.slice(0, most)
    const last = ideas.at(-1)
    return { ideas, next: last && found.length > most ? { createdAt: last.createdAt, id: last.id } : null }
  })

  serve(ideaApi.countByGoal, (_input, { db }) => countIdeasByGoal(db))

  serve(ideaApi.find, async ({ id }, { db }) => {
    const idea = await findNamedIdea(db, id)
    const asked = await listAsked(db, id)
    return {
      ...idea,
      answers: await listAnswers(db, id),
      asked: idea.state === 'open' ? asked : [],
      isOnlyJudge: asked.length === 0,
    }
  })

  serve(ideaApi.write, async (written, context) => {
    const { db, signed, now, newId, emit } = context
    if (written.goalId) await findGoal(db, written.goalId)
    const idea = newIdea(written, newId<IdeaId>(), signed, now)
    await addIdea(db, idea)
    await emit('idea.written', { id: idea.id })
    const asked = await listAsked(db, idea.id)
    await tell(
      context,
      asked.map(({ id }) => id),
      {
        message: 'idea.told-new',
        messageValues: { title: idea.title, by: (await findPerson(db, signed.personId)).name },
        href: `/ideas/${idea.id}`,
        needsAct: true,
      },
    )
    return idea
  })

  serve(ideaApi.edit, async ({ id, seenEditedAt, ...edit }, context) => {
    const { db, signed, now, may, emit } = context
    const before = await findIdea(db, id)
    if (edit.goalId) await findGoal(db, edit.goalId)
    const idea = editIdea(before, edit, { signed, may }, now)
    await storeEdit(db, idea, seenEditedAt)
    await emit('idea.edited', { id })
    const isReworded = idea.text !== before.text || idea.title !== before.title
    if (isReworded && idea.authorId !== signed.personId)
      await tell(context, [idea.authorId], {
        message: 'idea.told-edit',
        messageValues: { title: idea.title, by: (await findPerson(db, signed.personId)).name },
        href: `/ideas/${id}`,
      })
    return idea
  })

  serve(ideaApi.move, async ({ id, move, reason }, context) => {
    const { db, signed, now, newId, may, emit } = context
    const before = await findIdea(db, id)
    const judge = { signed, may, isOnlyJudge: (await listAsked(db, id)).length === 0 }
    const idea = moveIdea(before, move, judge)
    const given = { id: newId<IdeaAnswerId>(), reason, byId: signed.personId, at: now }
    await storeMove(db, before, idea, answerOf(before, move, judge, given))
    await emit('idea.moved', { id })
    await settleNotices(db, `/ideas/${id}`, now)
    if (idea.authorId !== signed.personId)
      await tell(context, [idea.authorId], {
        message: `idea.told-${move}`,
        messageValues: { title: idea.title, by: (await findPerson(db, signed.personId)).name, reason },
        href: `/ideas/${id}`,
      })
    return idea
  })

  serve(ideaApi.remove, async ({ id }, { db, signed, now, emit }) => {
    const idea = await findIdea(db, id)
    if (!mayRemove(idea, await countAnswers(db, id), signed, now))
      throw new Problem('not-allowed', 'idea.not-removable')
    await removeIdea(db, id)
    await emit('idea.removed', { id })
  })
}
