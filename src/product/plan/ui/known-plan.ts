import type { Metric } from '#product/metric/metric.ts'
import type { Sheet, SheetPreview } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { DraftBody } from '../draft.ts'
import { Guardrail, type Plan } from '../plan.ts'
import type { KnownPlan } from './PlanFacts.tsx'

interface DraftParts {
  body: DraftBody
  trial: Trial
  metric: Metric | null
  sheet: Sheet | undefined
  preview: SheetPreview | undefined
}

/** What a draft says so far. Half a guardrail is none yet. */
export function knownPlan({ body, trial, metric, sheet, preview }: DraftParts): KnownPlan {
  const { question, worthHaving, guardrails, isRandomised, since } = body
  return {
    question: question.trim() || null,
    metric,
    worthHaving: Number.isNaN(worthHaving) ? null : worthHaving,
    guardrails: guardrails.flatMap((guardrail) => Guardrail.safeParse(guardrail).data ?? []),
    sites: preview ? { treated: preview.treated.count, comparison: preview.comparison.count } : null,
    isRandomised,
    since: since.trim() || null,
    sheetName: sheet?.name ?? null,
    door: trial.door,
    isAfterData: trial.door === 'look-back',
  }
}

/** What a frozen plan says. The worth of a unit is the metric's, not the plan's, and stands with the gain. */
export function frozenPlan({ body, isAfterData }: Plan, trial: Trial, sheetName: string | null): KnownPlan {
  const treated = body.sites.filter((site) => site.treated).length
  return {
    ...body,
    metric: { ...body.metric, worthMinor: null },
    sites: { treated, comparison: body.sites.length - treated },
    sheetName,
    door: trial.door,
    isAfterData,
  }
}
