import type { Database } from '#platform/database.ts'
import type { Emit } from '#platform/outbox.ts'
import { tell } from '#product/notice/notice-store.ts'
import { elapsedOf, judgedAt, lookAt } from '#product/plan/looks.ts'
import { readTrialFigures } from '#product/plan/plan-store.ts'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { analyseApart } from '#product/result/analyse-apart.ts'
import { type Analysis, type AnsweredAnalysis, isRefused } from '#product/result/analysis.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { Look, LookId } from './look.ts'
import { addLook } from './look-store.ts'
import { type LookAdvice, readLook } from './read-look.ts'

interface Looker {
  readonly db: Database
  readonly now: Date
  newId<Id extends string = string>(): Id
  readonly emit: Emit
}

/**
 * Looks at a running trial and keeps what it showed. Safe to do twice: the same figures keep their first look, and
 * only that one tells the trial's owner that it should be stopped.
 * @returns Null for a trial that does not run, whose plan does not say how long it does, or without a figure yet.
 */
export async function takeLook(looker: Looker, trialId: TrialId): Promise<Look | null> {
  const { db, now, newId, emit } = looker
  const figures = await readTrialFigures(db, trialId)
  if (figures.trial.state !== 'running') return null
  const seen = await lookOf(figures)
  if (seen === null) return null
  const { look, isNew } = await addLook(db, { ...seen, id: newId<LookId>(), takenAt: now })
  if (!isNew) return look
  await emit('look.taken', { id: look.id, trialId })
  const message = told[look.advice]
  if (message)
    await tell(looker, [figures.trial.ownerId], {
      message,
      messageValues: { title: figures.trial.title },
      href: `/trials/${trialId}`,
      needsAct: true,
    })
  return look
}

/** What makes the owner act. */
const told = {
  'too-early': null,
  'go-on': null,
  'stop-harm': 'look.told-harm',
  'stop-futility': 'look.told-futility',
  'stop-success': 'look.told-success',
  end: 'look.told-end',
} as const satisfies Record<LookAdvice, string | null>

/** What the figures show at the look that they have come to; null before the first. Stores nothing. */
export async function lookOf(figures: TrialFigures): Promise<Omit<Look, 'id' | 'takenAt'> | null> {
  const { plan, cut } = figures
  const { runsFor, stops, metric } = plan.body
  const elapsed = elapsedOf(figures)
  const planned = await lookAt(plan.body, elapsed)
  if (planned === null || runsFor === null) return null
  const { analysis } = await analyseApart(figures, {
    planned: plan.isAfterData ? 'after' : 'before',
    moreChecks: [],
    ...judgedAt(planned),
    isLook: true,
  })
  const answer = isRefused(analysis) ? null : analysis
  const read = readLook(answer, planned, { stops, better: metric.better })
  return {
    ...{ trialId: plan.trialId, planId: plan.id, cut, elapsed, runsFor, fraction: planned.fraction },
    ...(answer === null || read.advice === 'too-early' ? nothingYet : effectOf(answer)),
    guardrails: guardrailsOf(analysis),
    ...read,
  }
}

const nothingYet = { confidence: null, estimate: null, low: null, high: null }

function effectOf({ confidence, estimate, low, high }: AnsweredAnalysis): Pick<Look, keyof typeof nothingYet> {
  return { confidence, estimate, low, high }
}

function guardrailsOf(analysis: Analysis): Look['guardrails'] {
  if (isRefused(analysis)) return []
  return analysis.guardrails.map(({ name, better, margin, verdict, estimate, low, high }) => ({
    ...{ name, better, margin, verdict, estimate, low, high },
  }))
}
