import { z } from 'zod'
import type { Figures } from '#platform/anywhere/figures.ts'
import { instant } from '#platform/anywhere/time.ts'
import { Metric } from '#product/metric/metric.ts'
import { PlanId } from '#product/plan/plan.ts'
import { SheetDoubt, SheetId, SheetPreview } from '#product/sheet/sheet.ts'
import { TrialId } from '#product/trial/trial.ts'
import { Analysis, isPilot, isRefused } from './analysis.ts'
import { Grade } from './analysis-parts.ts'
import { Drawn } from './drawn.ts'

export const ResultId = z.uuid().brand<'ResultId'>()
export type ResultId = z.output<typeof ResultId>

export { Grade }

/** How often figures come. `period`: with every period of the sheet, whatever that is. */
export const Per = z.enum(['day', 'week', 'month', 'quarter', 'year', 'period'])
export type Per = z.output<typeof Per>

/** What the pictures need beyond the numbers: the periods that `analysis.series` counts from 0, and some sites by themselves. */
export const Picture = SheetPreview.pick({ periods: true, lines: true }).extend({
  /** How often the figures of the sheets come, as far as their periods tell. */
  every: Per,
  /** What the design's own picture is drawn from. Missing in results of earlier versions, null where there is none. */
  drawn: Drawn.nullable().optional(),
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
  /** Figures are shares in [0, 1], and written in parts of a hundred. */
  isShare: z.boolean().optional(),
  /** The smallest effect worth having, in the metric's unit. */
  worthHaving: z.number().nullable(),
  planned: z.enum(['before', 'after', 'none']),
  isRandomised: z.boolean(),
  /** The first period with the change, as somebody typed it; empty where there is no one start. */
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

/** What one of the figures stands for: a site in a period, or a unit in one arm. The ledger counts these. */
export function countedBy(analysis: Analysis): 'site' | 'unit' {
  return analysis.design === 'split' ? 'unit' : 'site'
}

/** At how many sites (or units, in a split) it was measured, with the change and without; none where there is no answer. */
export function sitesMeasured(analysis: Analysis): number {
  return sitesWith(analysis) + sitesWithout(analysis)
}

/** Where the change was, in the trial: where it is still, unless somebody took it back. */
export function sitesWith(analysis: Analysis): number {
  if (isRefused(analysis)) return 0
  switch (analysis.design) {
    case 'pilot':
      return isPilot(analysis) ? analysis.groups[0].sites : (analysis.groups[0]?.units ?? 0)
    case 'split':
      return analysis.groups[0]?.units ?? 0
    case 'staggered':
      return analysis.groups.length > 1
        ? analysis.groups.filter(({ name }) => name !== 'never').reduce((sum, { units }) => sum + units, 0)
        : analysis.sites
    case 'switchback':
      return analysis.bySite.length
    case 'before-after':
      return 1
  }
}

function sitesWithout(analysis: Analysis): number {
  if (isRefused(analysis)) return 0
  switch (analysis.design) {
    case 'pilot':
      return isPilot(analysis) ? analysis.groups[1].sites : (analysis.groups[1]?.units ?? 0)
    case 'split':
      return analysis.method === 'paired-t' ? 0 : (analysis.groups[1]?.units ?? 0)
    case 'staggered':
      return analysis.groups.length > 1 ? (analysis.groups.find(({ name }) => name === 'never')?.units ?? 0) : 0
    case 'switchback':
    case 'before-after':
      // The same sites stand on both sides.
      return 0
  }
}

/** The effect per site and period, or per unit, turned so that positive is better. Null when there is none. */
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
