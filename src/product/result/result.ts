import { z } from 'zod'
import type { Figures } from '#platform/anywhere/figures.ts'
import { instant } from '#platform/anywhere/time.ts'
import { Metric } from '#product/metric/metric.ts'
import { PlanId } from '#product/plan/plan.ts'
import { SheetDoubt, SheetId, SheetPreview } from '#product/sheet/sheet.ts'
import { TrialId } from '#product/trial/trial.ts'
import { Analysis, isRefused, PilotAnalysis } from './analysis.ts'

export const ResultId = z.uuid().brand<'ResultId'>()
export type ResultId = z.output<typeof ResultId>

export const Grade = PilotAnalysis.shape.grade
export type Grade = z.output<typeof Grade>

/** How often figures come. `period`: with every period of the sheet, whatever that is. */
export const Per = z.enum(['day', 'week', 'month', 'quarter', 'year', 'period'])
export type Per = z.output<typeof Per>

/** What the pictures need beyond the numbers: the periods that `analysis.series` counts from 0, and some sites by themselves. */
export const Picture = SheetPreview.pick({ periods: true, lines: true }).extend({
  /** How often the figures of the sheets come, as far as their periods tell. */
  every: Per,
})
export type Picture = z.output<typeof Picture>

/** What a trial showed at one moment. Written once for each cut of the figures; an earlier result stays. */
export const Result = z.strictObject({
  id: ResultId,
  trialId: TrialId,
  planId: PlanId,
  /** SHA-256 over the plan and the sheets it was measured on: measuring the same again changes nothing. */
  cut: z.string(),
  /** The version of the product that computed it. */
  codeVersion: z.string(),
  analysis: Analysis,
  picture: Picture,
  /** What was doubtful in the sheets it was measured on, in the order they came. */
  doubts: z.array(z.strictObject({ sheetId: SheetId, doubts: z.array(SheetDoubt) })),
  /** Computed, never chosen. Null when the figures hold no answer. */
  grade: Grade.nullable(),
  measuredAt: instant,
})
export type Result = z.output<typeof Result>

/** What was asked, and what was settled before anybody looked: all that the words need besides the numbers. */
export const Question = z.strictObject({
  metric: Metric.pick({ name: true, unit: true, better: true }).extend({ unit: z.string() }),
  /** The smallest effect worth having, in the metric's unit. */
  worthHaving: z.number().nullable(),
  planned: z.enum(['before', 'after', 'none']),
  isRandomised: z.boolean(),
  /** The first period with the change, as somebody typed it. */
  since: z.string(),
})
export type Question = z.output<typeof Question>

/**
 * What may be concluded. `proved`: better, beyond chance, and no guardrail was harmed. `harm`: worse, or a guardrail
 * was harmed. `unclear`: the figures allow both, or hold no answer.
 */
export type Standing = 'proved' | 'harm' | 'unclear'

export function standingOf(analysis: Analysis): Standing {
  if (isRefused(analysis)) return 'unclear'
  // A gain that was bought with harm elsewhere is harm.
  if (analysis.verdict === 'worse' || analysis.guardrails.some(({ verdict }) => verdict === 'harm')) return 'harm'
  return analysis.verdict === 'better' ? 'proved' : 'unclear'
}

/** At how many sites it was measured, of both groups; none where the figures hold no answer. */
export function sitesMeasured(analysis: Analysis): number {
  return isRefused(analysis) ? 0 : analysis.groups[0].sites + analysis.groups[1].sites
}

/** The effect per site and period, turned so that positive is better. Null when there is none. */
export function effectOf(analysis: Analysis, better: Metric['better']): Figures | null {
  return isRefused(analysis) ? null : facing(analysis, better)
}

/** Figures turned so that positive is better: where lower is better, the ends change places. */
export function facing({ estimate, low, high }: Figures, better: Metric['better']): Figures {
  if (better === 'higher') return { estimate, low, high }
  return {
    estimate: negated(estimate),
    low: high === null ? null : negated(high),
    high: low === null ? null : negated(low),
  }
}

/** Zero has no sign. */
function negated(value: number): number {
  return value === 0 ? 0 : -value
}
