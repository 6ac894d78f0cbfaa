import type { TrialQuestion } from '#lib/stats/analyse/trial-answer.ts'
import type { Check, ExtremeChoice } from '#lib/stats/evidence/grade-evidence.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'

/** What an analysis is asked beside what stands in the plan. */
export interface Asked {
  /** When the plan was frozen: before the outcomes, or after them. */
  readonly planned: 'before' | 'after'
  /** What was checked of the plan itself. */
  readonly moreChecks: readonly Check[]
  /** Of the trial's own interval and of its guardrails' (default 0.95): surer where a trial was looked at before its end. */
  readonly confidence?: number
  /** The one-sided p-value at which a pilot is stopped for harm, at the look that it has come to: see `effectOrHarm`. */
  readonly harmLevel?: number | undefined
  /** Of a trial that runs: the answer and its guardrails, without the other readings beside it, which take their time. */
  readonly isLook?: boolean
}

/** Long-run coverage of the intervals of a trial that was looked at once, and of all that stands beside the answer. */
export const confidence = 0.95

/** Of the trial's own interval and of its guardrails'. */
export function confidenceIn(asked: Asked): number {
  return asked.confidence ?? confidence
}

/** The question of a plan as `lib/stats` takes it. */
export function questionFor({ metric, worthHaving, seed, isRandomised }: PlanBody, asked: Asked): TrialQuestion {
  return {
    better: metric.better,
    ...(worthHaving === null ? {} : { worthHaving }),
    ...{
      seed,
      planned: asked.planned,
      randomised: isRandomised,
      moreChecks: asked.moreChecks,
      confidence: confidenceIn(asked),
    },
  }
}

/** What the grade has to know of places that were picked for their bad figures: they get better by themselves. */
export function choiceOf({ chosen }: PlanBody, baselinePoints: number): ExtremeChoice | null {
  return chosen === null || chosen === 'other' ? null : { baselinePoints, comparisonGroup: chosen === 'all-worst' }
}
