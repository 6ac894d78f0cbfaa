import { Problem } from '#platform/anywhere/problem.ts'
import type { RequestContext, Serve } from '#platform/http.ts'
import type { IdeaAnswerId } from '#product/idea/idea.ts'
import { findIdea } from '#product/idea/idea-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import {
  changeTrial,
  moveTrial,
  newTrial,
  refuseFrozen,
  refuseWithoutOutcomes,
  type Trial,
  type TrialId,
  type TrialRun,
  type TrialShown,
} from './trial.ts'
import { trialApi } from './trial-api.ts'
import {
  addTrial,
  findTrial,
  listTrialSheets,
  listTrials,
  lockTrial,
  removeDraft,
  storeTrialChange,
  storeTrialMove,
  tryIdea,
} from './trial-store.ts'

const eventOf = { start: 'trial.started', stop: 'trial.stopped', end: 'trial.ended' } as const

export function trialRoutes(serve: Serve): void {
  serve(trialApi.list, (filter, { db }) => listTrials(db, filter))

  serve(trialApi.find, ({ id }, { db }) => findTrial(db, id))

  serve(trialApi.add, async ({ ideaId, ...chosen }, { db, signed, demand, newId, now, emit }) => {
    const idea = await findIdea(db, ideaId)
    if (idea.state !== 'approved') throw new Problem('out-of-step', 'trial.idea-not-approved')
    const teamId = signed.teamId ?? idea.teamId
    const trial = newTrial(idea, chosen, { id: newId<TrialId>(), ownerId: signed.personId, teamId, createdAt: now })
    demand('trial.plan', trial)
    await addTrial(db, trial)
    await emit('trial.planned', { id: trial.id })
    return findTrial(db, trial.id)
  })

  serve(trialApi.change, async ({ id, ...change }, context) => {
    // Locked: of two choices made in one breath, the second must not put back what the first has changed.
    const before = await lockTrial(context.db, id)
    context.demand('trial.plan', before)
    const trial = changeTrial(before, change)
    await storeTrialChange(context.db, trial)
    await context.emit('trial.changed', { id })
    return findTrial(context.db, id)
  })

  serve(trialApi.move, async ({ id, move, reason }, context) => {
    const { db, now, emit } = context
    const before = await findOwn(context, id)
    const after = moveTrial(before, move, now, reason)
    if (move === 'end') refuseWithoutOutcomes(await listTrialSheets(db, id))
    // The idea first: whose trial of it is under way hears that, and not of an index.
    if (move === 'start') await beginTrying(context, before)
    await storeTrialMove(db, before, after)
    await emit(eventOf[move], { id })
    await tellConcerned(context, after, move)
    return findTrial(db, id)
  })

  serve(trialApi.discard, async ({ id }, context) => {
    refuseFrozen(await findOwn(context, id))
    await removeDraft(context.db, id)
    await context.emit('trial.discarded', { id })
  })
}

/** The trial, if the person may plan and run it. @throws {Problem} `not-found`, `not-allowed`. */
async function findOwn({ db, demand }: RequestContext<'workspace'>, id: TrialId): Promise<TrialShown> {
  const trial = await findTrial(db, id)
  demand('trial.plan', trial)
  return trial
}

async function beginTrying({ db, signed, now, newId, emit }: RequestContext<'workspace'>, trial: Trial): Promise<void> {
  await tryIdea(db, trial.ideaId, { id: newId<IdeaAnswerId>(), byId: signed.personId, at: now })
  await emit('idea.moved', { id: trial.ideaId })
}

/** Whose idea it is and whose trial, but for the one who did it. */
async function tellConcerned(context: RequestContext<'workspace'>, trial: Trial, move: TrialRun): Promise<void> {
  const { db, signed } = context
  const idea = await findIdea(db, trial.ideaId)
  const concerned = [idea.authorId, trial.ownerId].filter((id) => id !== signed.personId)
  const { name } = await findPerson(db, signed.personId)
  await tell(context, concerned, {
    message: `trial.told-${move}`,
    messageValues: { title: trial.title, by: name, ...(trial.stopReason ? { reason: trial.stopReason } : {}) },
    href: `/trials/${trial.id}`,
  })
}
