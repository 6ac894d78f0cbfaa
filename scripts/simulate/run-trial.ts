import { readLook } from '../../src/product/look/read-look.ts'
import { elapsedOf, type Judged, judgedAt, judgedBy, lookAt } from '../../src/product/plan/looks.ts'
import { analyseFigures } from '../../src/product/result/analyse/analyse-figures.ts'
import { type AnsweredAnalysis, isRefused } from '../../src/product/result/analysis.ts'
import { standingOf } from '../../src/product/result/result.ts'
import type { MadeUpTrial } from './organisation.ts'

/** How a made-up trial went, beside the truth. */
export interface Outcome {
  readonly design: MadeUpTrial['design']
  readonly truth: 'null' | 'harm' | 'gain'
  /** How it ended: at its planned end, or by which stop. */
  readonly end: 'end' | 'stop-harm' | 'stop-futility' | 'stop-success'
  readonly isAdopted: boolean
  /** Of the planned days that were not needed, a share. */
  readonly saved: number
  /** Whether the interval of the result holds the truth; null where it has none. */
  readonly isCovered: boolean | null
  /** Whether every interval that was shown on any day does. */
  readonly areAllCovered: boolean
  /**
   * Whoever looked every day at a plain 95 % interval, and adopted as soon as it was better: the control. Null for the
   * designs that take their time.
   */
  readonly isAdoptedByPeeking: boolean | null
}

/** Runs one trial by the product's own rules: a look every day, stops as planned, the result, and the decision it advises. */
export async function runTrial(trial: MadeUpTrial): Promise<Outcome> {
  let areAllCovered = true
  const isPeekedAt = trial.design === 'pilot' || trial.design === 'split'
  let isAdoptedByPeeking = false
  const covers = ({ low, high }: AnsweredAnalysis) =>
    low === null || high === null ? null : low <= trial.effect && trial.effect <= high
  for (const [day, elapsed] of trial.days.entries()) {
    const figures = trial.figuresAfter(elapsed)
    const { body } = figures.plan
    const look = await lookAt(body, elapsedOf(figures))
    if (look === null) continue
    if (isPeekedAt) isAdoptedByPeeking ||= answerAt(figures, { confidence: 0.95 })?.verdict === 'better'
    const answer = answerAt(figures, judgedAt(look))
    if (answer && covers(answer) === false) areAllCovered = false
    const { advice } = readLook(answer, look, { stops: body.stops, better: body.metric.better })
    if (advice === 'go-on' || advice === 'too-early') continue
    const state = advice === 'end' ? 'ended' : 'stopped'
    const result = answerAt(figures, await judgedBy({ state, door: 'plan-first' }, body, elapsed))
    const isCovered = result && covers(result)
    if (isCovered === false) areAllCovered = false
    return {
      ...{ design: trial.design, truth: trial.effect === 0 ? 'null' : trial.effect < 0 ? 'harm' : 'gain', end: advice },
      isAdopted: result !== null && standingOf(result) === 'proved',
      saved: 1 - (day + 1) / trial.days.length,
      ...{ isCovered, areAllCovered },
      isAdoptedByPeeking: isPeekedAt ? isAdoptedByPeeking : null,
    }
  }
  throw new Error('a trial ends at its planned end')
}

function answerAt(figures: Parameters<typeof analyseFigures>[0], judged: Judged): AnsweredAnalysis | null {
  const { analysis } = analyseFigures(figures, { planned: 'before', moreChecks: [], ...judged, isLook: true })
  return isRefused(analysis) ? null : analysis
}
