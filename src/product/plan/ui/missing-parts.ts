import type { MessageId } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '#product/metric/metric.ts'
import type { Design, Trial } from '#product/trial/trial.ts'
import { type DraftBody, missingIn } from '../draft.ts'
import { refuseEarlyEnd, refuseOneGroup, refuseWrongDoor, refuseWrongKind } from '../plan.ts'
import type { PlanRead } from '../plan-api.ts'
import type { Reading } from './use-plan-preview.ts'

interface Asked {
  design: Design
  door: Trial['door']
  /** Of the trial's own measure, once it is chosen. */
  kind: Metric['kind'] | undefined
  /** Its table of record is still to be written. */
  isUnwritten?: boolean
}

/** What a draft still lacks before it can be frozen, in words, each once: by the rules of the server. */
export function missingParts(
  draft: DraftBody,
  { design, door, kind, isUnwritten = false }: Asked,
  { read, error, isReading }: Reading,
): string[] {
  const pointers = [...missingIn(design, draft), ...wrongKind(design, draft, kind), ...earlyEnd(door, draft)]
  // What the table of record will say is one thing that is missing, not six.
  const said = isUnwritten ? pointers.filter((pointer) => !/^#\/(sheetId|columns|since)/.test(pointer)) : pointers
  const missing = said.map((pointer) => t(`plan.part.${partOf(pointer)}`))
  if (draft.question.includes(openMark)) missing.push(t('plan.part.question-open'))
  if (isUnwritten) missing.push(t('plan.part.history'))
  if (error) missing.push(...unreadable(error.problem.errors ?? []))
  else if (read && !isReading) missing.push(...refused(door, read))
  return [...new Set(missing)]
}

/** What a starting point leaves for people to say stands as this in its question. */
export const openMark = '…'

function wrongKind(design: Design, draft: DraftBody, kind: Metric['kind'] | undefined): string[] {
  if (kind === undefined || design !== 'split') return []
  return pointersOf(() => refuseWrongKind(kind, { design, quantile: draft.quantile, columns: draft.columns }))
}

function earlyEnd(door: Trial['door'], draft: DraftBody): string[] {
  // Whoever looks back is not asked for planned days.
  return door === 'look-back' ? [] : pointersOf(() => refuseEarlyEnd(draft))
}

function pointersOf(rule: () => void): string[] {
  try {
    rule()
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.fields.map(({ pointer }) => pointer)
  }
}

const parts = {
  '#/question': 'question',
  '#/sheetId': 'sheet',
  '#/columns/site': 'site',
  '#/columns/period': 'period',
  '#/columns/value': 'value',
  '#/columns/treated': 'treated',
  '#/columns/start': 'start',
  '#/columns/arm': 'arm',
  '#/columns/denominator': 'denominator',
  '#/columns/unit': 'unit',
  '#/arms': 'arms',
  '#/windowLength': 'window',
  '#/carryOver': 'window',
  '#/transition': 'transition',
  '#/season': 'season',
  '#/quantile': 'quantile',
  '#/shares': 'shares',
  '#/endsOn': 'ends-on',
  '#/runsFor': 'runs-for',
  '#/forecasts': 'forecast',
  '#/since': 'since',
  '#/metricId': 'metric',
  '#/worthHaving': 'worth',
  '#/guardrails': 'guardrail',
} as const

function partOf(pointer: string): (typeof parts)[keyof typeof parts] | 'other' {
  const found = Object.entries(parts).find(([start]) => pointer.startsWith(start))
  return found ? found[1] : 'other'
}

/** What a table cannot be read by: the parts that are named, or the table as a whole. */
function unreadable(errors: readonly { pointer: string }[]): string[] {
  const named = errors.map(({ pointer }) => partOf(pointer)).filter((part) => part !== 'other')
  if (named.length === 0) return [t('plan.part.reading')]
  return named.map((part) => t('plan.part.unreadable', { part: t(`plan.part.${part}`) }))
}

const wayOut: Partial<Record<MessageId, MessageId>> = {
  'plan.no-comparison': 'plan.part.no-comparison',
  'plan.no-treated': 'plan.part.treated',
  'plan.nothing-before': 'plan.part.nothing-before',
  'plan.outcomes-there': 'plan.part.outcomes-there',
  'plan.no-outcomes': 'plan.part.no-outcomes',
}

/** What the server would refuse of a table that can be read. */
function refused(door: Trial['door'], { preview, times }: PlanRead): string[] {
  return [...refusal(() => refuseGroups(preview)), ...refusal(() => refuseWrongDoor(door, times))]
}

function refuseGroups(preview: PlanRead['preview']): void {
  if (preview.design !== 'pilot') return
  const groups = [preview.treated.count > 0 ? [true] : [], preview.comparison.count > 0 ? [false] : []].flat()
  refuseOneGroup(groups.map((treated) => ({ treated })))
}

function refusal(rule: () => void): string[] {
  try {
    rule()
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [t(wayOut[error.messageId] ?? 'plan.part.other')]
  }
}
