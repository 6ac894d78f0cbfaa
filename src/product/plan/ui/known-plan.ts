import type { PeriodKind } from '#lib/sheet/period-of.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import type { Preview } from '#product/sheet/ui/use-preview.ts'
import type { Trial } from '#product/trial/trial.ts'
import { isOver } from '../after-data.ts'
import type { DraftBody } from '../draft.ts'
import { Guardrail, type Plan, PlanBody } from '../plan.ts'
import { timesIn } from './missing-parts.ts'
import type { KnownPlan } from './PlanFacts.tsx'

interface DraftParts {
  body: DraftBody
  door: Trial['door']
  metric: Metric | null
  sheet: Sheet | undefined
  reading: Preview
  /** `YYYY-MM-DD`, where the workspace is. */
  today: string
}

/** What a draft says so far, as far as it can be read: nothing that is merely typed is printed as a decision. */
export function knownPlan({ body, door, metric, sheet, reading, today }: DraftParts): KnownPlan {
  const { question, worthHaving, guardrails, isRandomised, since } = body
  // Of a choice that is not read yet, the last reading says nothing.
  const preview = reading.isReading ? undefined : reading.preview
  const whole = guardrails.flatMap((guardrail) => Guardrail.safeParse(guardrail).data ?? [])
  return {
    question: question.trim() || null,
    metric,
    worthHaving: PlanBody.shape.worthHaving.safeParse(worthHaving).success ? worthHaving : 'unreadable',
    guardrails: whole,
    unfinishedGuardrails: guardrails.length - whole.length,
    sites: preview ? { treated: preview.treated.count, comparison: preview.comparison.count } : null,
    isRandomised,
    since: since.trim() === '' ? null : preview ? { said: since.trim() } : 'unreadable',
    sheetName: sheet?.name ?? null,
    written: preview ? writtenAt(door, timesIn(preview).after > 0, isLate()) : 'open',
  }

  function isLate(): boolean {
    const periodKind = (preview?.periodKind ?? 'number') as PeriodKind
    return isOver({ periods: [], since: 0, periodKind }, since, today)
  }
}

function writtenAt(door: Trial['door'], hasOutcomes: boolean, isLate: boolean): KnownPlan['written'] {
  if (door === 'look-back') return hasOutcomes ? 'look-back' : 'too-early'
  return hasOutcomes || isLate ? 'after' : 'plan-first'
}

/** What a frozen plan says. */
export function frozenPlan({ body, isAfterData }: Plan, trial: Trial, sheetName: string | null): KnownPlan {
  const treated = body.sites.filter((site) => site.treated).length
  return {
    ...body,
    unfinishedGuardrails: 0,
    sites: { treated, comparison: body.sites.length - treated },
    since: { said: body.since },
    sheetName,
    written: isAfterData && trial.door === 'plan-first' ? 'after' : trial.door,
  }
}
