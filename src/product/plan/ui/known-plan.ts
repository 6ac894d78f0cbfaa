import type { PeriodKind } from '#lib/sheet/period-of.ts'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Sheet } from '#product/sheet/sheet.ts'
import type { Design, Trial } from '#product/trial/trial.ts'
import { isOver } from '../after-data.ts'
import type { DraftBody, DraftColumns } from '../draft.ts'
import type { Plan } from '../plan.ts'
import type { PlanRead } from '../plan-api.ts'
import { Guardrail, PilotBody, type PlanBody } from '../plan-body.ts'
import type { PlanPreview } from '../plan-preview.ts'
import { columnParts, hasSince } from './column-parts.ts'
import type { KnownPlan } from './PlanFacts.tsx'
import type { Reading } from './use-plan-preview.ts'

interface DraftParts {
  body: DraftBody
  door: Trial['door']
  design: Design
  metric: Metric | null
  sheet: Sheet | undefined
  reading: Reading
  /** `YYYY-MM-DD`, where the workspace is. */
  today: string
}

/** What a draft says so far, as far as it can be read: nothing that is merely typed is printed as a decision. */
export function knownPlan({ body, door, design, metric, sheet, reading, today }: DraftParts): KnownPlan {
  const { question, worthHaving, guardrails, isRandomised, since, chosen } = body
  // Of a choice that is not read yet, the last reading says nothing.
  const read = reading.isReading ? undefined : reading.read
  const whole = guardrails.flatMap((guardrail) => Guardrail.safeParse(guardrail).data ?? [])
  return {
    question: question.trim() || null,
    design,
    door,
    metric,
    worthHaving: PilotBody.shape.worthHaving.safeParse(worthHaving).success ? worthHaving : 'unreadable',
    guardrails: whole,
    unfinishedGuardrails: guardrails.length - whole.length,
    whoIsIn: read ? whoIsIn(read.preview, isRandomised) : null,
    since: !hasSince(design) ? null : since.trim() === '' ? null : read ? { said: since.trim() } : 'unreadable',
    hasSince: hasSince(design),
    settled: { ...body, segments: body.columns.segments },
    chosen,
    sheetName: sheet?.name ?? null,
    also: body.also,
    forecasts: [],
    every: body.measured?.every ?? null,
    columns: body.measured || !sheet ? [] : columnsText(design, body.columns),
    written: read ? writtenAt(door, read.times.after > 0, isLate(read)) : 'open',
  }

  function isLate({ preview }: PlanRead): boolean {
    if (body.startsOn !== null && body.startsOn < today) return true
    if (preview.design !== 'pilot') return false
    return isOver({ periods: [], since: 0, periodKind: preview.periodKind as PeriodKind }, since, today)
  }
}

function writtenAt(door: Trial['door'], hasOutcomes: boolean, isLate: boolean): KnownPlan['written'] {
  if (door === 'look-back') return hasOutcomes ? 'look-back' : 'too-early'
  return hasOutcomes || isLate ? 'after' : 'plan-first'
}

function whoIsIn(preview: PlanPreview, isRandomised: boolean): string {
  switch (preview.design) {
    case 'pilot':
      return groupsText(preview.treated.count, preview.comparison.count, isRandomised)
    case 'staggered': {
      const count = preview.waves.reduce((sum, wave) => sum + wave.count, 0)
      return wavesText(count, preview.waves.filter(({ label }) => label !== null).length, isRandomised)
    }
    case 'switchback':
      return t(isRandomised ? 'plan.in-turn-drawn' : 'plan.in-turn-chosen', { count: preview.count })
    case 'before-after':
      return t('plan.places-together', { count: preview.sites })
    case 'split':
      return preview.arms.map(({ name, units }) => t('plan.arm-of', { name, count: units })).join(' ')
  }
}

function groupsText(treated: number, comparison: number, isRandomised: boolean): string {
  return t(isRandomised ? 'plan.sites-drawn' : 'plan.sites-chosen', { treated, comparison })
}

function wavesText(count: number, waves: number, isRandomised: boolean): string {
  return t(isRandomised ? 'plan.waves-drawn-by-lot' : 'plan.waves-chosen', { count, waves })
}

/** Which column says what, one line each. */
function columnsText(design: Design, columns: Partial<DraftColumns>): string[] {
  return columnParts[design].flatMap(({ part, word }) => {
    const chosen = columns[part]
    const column = typeof chosen === 'object' && chosen !== null ? chosen.column : chosen
    return column ? [t('plan.column-said', { part: t(`sheet.column.${word}`), column })] : []
  })
}

/** What a frozen plan says. */
export function frozenPlan({ body, isAfterData }: Plan, trial: Trial, sheetName: string | null): KnownPlan {
  return {
    ...body,
    also: body.also ?? [],
    settled: { ...body, segments: body.design === 'split' ? body.columns.segments : [] },
    door: trial.door,
    every: body.measured?.every ?? null,
    columns: body.measured ? [] : columnsText(body.design, body.columns as Partial<DraftColumns>),
    unfinishedGuardrails: 0,
    whoIsIn: whoIsPlanned(body),
    since: 'since' in body ? { said: body.since } : null,
    hasSince: 'since' in body,
    sheetName,
    written: isAfterData && trial.door === 'plan-first' ? 'after' : trial.door,
  }
}

function whoIsPlanned(body: PlanBody): string {
  switch (body.design) {
    case 'pilot': {
      const treated = body.sites.filter((site) => site.treated).length
      return groupsText(treated, body.sites.length - treated, body.isRandomised)
    }
    case 'staggered': {
      const starts = new Set(body.sites.flatMap(({ start }) => start ?? []))
      return wavesText(body.sites.length, starts.size, body.isRandomised)
    }
    case 'switchback':
      return t(body.isRandomised ? 'plan.in-turn-drawn' : 'plan.in-turn-chosen', { count: body.sites.length })
    case 'before-after':
      return t('plan.places-together', { count: Math.max(1, body.sites.length) })
    case 'split':
      return t(body.isRandomised ? 'plan.arms-drawn' : 'plan.arms-chosen', body.arms)
  }
}
