import type { TrialQuestion } from '#lib/stats/analyse/trial-answer.ts'
import type { Check, ExtremeChoice } from '#lib/stats/evidence/grade-evidence.ts'
import type { PlanBody } from '#product/plan/plan-body.ts'

/** What an analysis is asked beside what stands in the plan. */
export interface Asked {
  /** When the plan was frozen: before the outcomes, or after them. */
  readonly planned: 'before' | 'after'
  /** What was checked of the plan itself. */
  readonly moreChecks: readonly Check[]
}

/** Long-run coverage of every interval that is shown. */
export const confidence = 0.95

/** The question of a plan as `lib/stats` takes it. */
export function questionFor({ metric, worthHaving, seed, isRandomised }: PlanBody, asked: Asked): TrialQuestion {
  return {
    better: metric.better,
    ...(worthHaving === null ? {} : { worthHaving }),
    ...{ seed, planned: asked.planned, randomised: isRandomised, moreChecks: asked.moreChecks, confidence },
  }
}

/** What the grade has to know of places that were picked for their bad figures: they get better by themselves. */
export function choiceOf({ chosen }: PlanBody, baselinePoints: number): ExtremeChoice | null {
  return chosen === null || chosen === 'other' ? null : { baselinePoints, comparisonGroup: chosen === 'all-worst' }
}
