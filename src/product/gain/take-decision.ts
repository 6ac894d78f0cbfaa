import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs, dayOf } from '#platform/anywhere/time.ts'
import type { RequestContext } from '#platform/http.ts'
import {
  checkAdoption,
  type Decision,
  type DecisionId,
  daysAfter,
  decide,
  ideaMoveOf,
} from '#product/decision/decision.ts'
import type { TakenDecision } from '#product/decision/decision-api.ts'
import { addDecision } from '#product/decision/decision-store.ts'
import { findGoal } from '#product/goal/goal-store.ts'
import { answerOf, type Idea, type IdeaAnswerId, moveIdea } from '#product/idea/idea.ts'
import { findIdea, listAnswers, storeMove } from '#product/idea/idea-store.ts'
import { findMetric } from '#product/metric/metric-store.ts'
import { listTold, settleNotices, tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import type { Plan } from '#product/plan/plan.ts'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { type Result, sitesMeasured } from '#product/result/result.ts'
import { findLatestResult, findPlanOf, readResultFigures } from '#product/result/result-store.ts'
import { moveTrial, type Trial } from '#product/trial/trial.ts'
import { lockTrial, storeTrialMove } from '#product/trial/trial-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { addClaims } from './claim-store.ts'
import { claimsOfTrial, timelineOf } from './claims.ts'
import { type Gain, type GainId, gainOf } from './gain.ts'
import { addGain } from './gain-store.ts'
import { holdChecksOf } from './hold-check.ts'
import { addHoldChecks } from './hold-check-store.ts'

type Context = RequestContext<'workspace'>

/**
 * Decides about a trial: moves it and its idea, writes the decision and the one line of the ledger, claims the figures
 * it rests on, and tells the people concerned why. All of it in the transaction of the request, or nothing.
 */
export async function takeDecision(context: Context, taken: TakenDecision): Promise<Decision> {
  const { db, signed, now, newId, emit, demand } = context
  // Locked, so that neither a second decision nor a new version of the plan comes in between.
  const trial = await lockTrial(db, taken.id)
  demand('decision.take', trial)
  const decided = moveTrial(trial, 'decide', now)
  const result = await findLatestResult(db, trial.id)
  const asked = { trialId: trial.id, choice: taken.choice, reason: taken.reason }
  const edge = { id: newId<DecisionId>(), byId: signed.personId, decidedAt: now }
  const decision = decide(asked, result, taken.resultId, edge)
  await addDecision(db, decision)
  await storeTrialMove(db, trial, decided)
  const idea = await moveTried(context, trial, decision)
  if (result) await book(context, trial, decision, result, idea, taken)
  await emit('decision.taken', { id: decision.id, trialId: trial.id })
  await emit('trial.decided', { id: trial.id })
  await settleNotices(db, `/trials/${trial.id}`, now)
  await tellConcerned(context, trial, idea, decision)
  return decision
}

/** @throws {Problem} `out-of-step` when somebody has moved the idea out of the trial's hands. */
async function moveTried({ db, newId, emit }: Context, trial: Trial, decision: Decision): Promise<Idea> {
  const before = await findIdea(db, trial.ideaId)
  const move = ideaMoveOf[decision.choice]
  const after = moveIdea(before, move, 'trial')
  const given = { id: newId<IdeaAnswerId>(), reason: decision.reason, byId: decision.byId, at: decision.decidedAt }
  await storeMove(db, before, after, answerOf(before, move, 'trial', given))
  await emit('idea.moved', { id: before.id })
  return before
}

async function book(
  { db, newId, emit }: Context,
  trial: Trial,
  decision: Decision,
  result: Result,
  idea: Idea,
  taken: TakenDecision,
): Promise<void> {
  const { body } = await findPlanOf(db, result)
  const { currency, timeZone } = await findWorkspace(db)
  // What is measured stands in the plan, what it is worth with the metric: money may be priced anew.
  const { worthMinor } = await findMetric(db, body.metric.id)
  const isSelfJudged = (await listAnswers(db, idea.id)).some((answer) => answer.isSelfJudged)
  // What is not adopted needs no figures: it is nowhere, from the day of the decision.
  const figures = decision.choice === 'adopt' ? await readResultFigures(db, result) : null
  const today = dayOf(decision.decidedAt, timeZone)
  const adoption = figures
    ? adoptionOf(taken, result, body, { today, earliestOn: earliestOf(figures, trial, timeZone) })
    : { sites: 0, fromOn: today, per: 'period' as const }
  const edge = { id: newId<GainId>(), isSelfJudged, currency }
  const gain = gainOf(decision, result, { ...body.metric, worthMinor }, adoption, edge)
  await addGain(db, gain)
  if (figures && gain.outcome === 'gain') {
    const { timeline, claims } = claimsOfTrial(figures)
    await addClaims(db, gain.id, timeline, claims)
  }
  await addHoldChecks(db, holdChecksOf(gain, today))
  await emit('gain.booked', { id: gain.id, trialId: decision.trialId })
}

function adoptionOf(
  { sites, fromOn, per }: TakenDecision,
  { analysis, picture }: Result,
  body: Plan['body'],
  days: { today: string; earliestOn: string },
): Pick<Gain, 'sites' | 'fromOn' | 'per'> {
  if (!sites || !fromOn || !per) throw new Problem('bad-input', 'decision.needs-adoption')
  const adoption = { sites, fromOn, per }
  // Figures that hold no answer were those of the planned sites all the same.
  const measuredSites = sitesMeasured(analysis) || ('sites' in body ? body.sites.length : 1)
  checkAdoption(adoption, { every: picture.every, measuredSites, ...days })
  return adoption
}

/**
 * The earliest day that a change can have been adopted: about when its first period began. Numbered periods have no
 * calendar; then it cannot be long before the trial was made, or for a look back not longer than a year.
 */
function earliestOf(figures: TrialFigures, trial: Trial, timeZone: string): string {
  const isDated = figures.design !== 'split' && timelineOf(figures.periodKind) === 'calendar'
  const first = isDated ? figures.periods[figures.since] : undefined
  if (first) return daysAfter(new Date(first.key * dayMs).toISOString().slice(0, 10), -slackDays)
  return daysAfter(dayOf(trial.createdAt, timeZone), trial.door === 'look-back' ? -366 : -slackDays)
}

/** A month: a change seldom begins on the first day of a period. */
const slackDays = 31

/**
 * The author, the owner of the goal, the owner of the trial, whoever answered on the way, and whoever heard that a rule
 * lets somebody just try it; not who decided.
 */
async function tellConcerned(context: Context, trial: Trial, idea: Idea, decision: Decision): Promise<void> {
  const { db } = context
  const goal = idea.goalId ? await findGoal(db, idea.goalId) : null
  const answerers = (await listAnswers(db, idea.id)).map(({ byId }) => byId)
  const concerned = [
    ...[idea.authorId, goal?.ownerId ?? null, trial.ownerId],
    ...answerers,
    ...(await listTold(db, `/ideas/${idea.id}`, 'rule.told-use')),
  ]
  const { name } = await findPerson(db, decision.byId)
  await tell(
    context,
    concerned.filter((id) => id !== decision.byId),
    {
      message: `decision.told-${decision.choice}`,
      messageValues: { title: trial.title, by: name, reason: decision.reason },
      href: `/trials/${trial.id}`,
    },
  )
}
