import type { MessageId } from '#platform/anywhere/message.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { t } from '#platform/browser/language.ts'
import type { SheetPreview } from '#product/sheet/sheet.ts'
import type { Preview } from '#product/sheet/ui/use-preview.ts'
import type { Trial } from '#product/trial/trial.ts'
import { type DraftBody, missingIn } from '../draft.ts'
import { refuseOneGroup, refuseWrongDoor, type SheetTimes } from '../plan.ts'

/** What a draft still lacks before it can be frozen, in words, each once: by the rules of the server. */
export function missingParts(draft: DraftBody, door: Trial['door'], { preview, error, isReading }: Preview): string[] {
  const missing = missingIn(draft).map((pointer) => t(`plan.part.${partOf(pointer)}`))
  if (error) missing.push(...unreadable(error.problem.errors ?? []))
  else if (preview && !isReading) missing.push(...refused(door, preview))
  return [...new Set(missing)]
}

const parts = {
  '#/question': 'question',
  '#/sheetId': 'sheet',
  '#/columns/site': 'site',
  '#/columns/period': 'period',
  '#/columns/value': 'value',
  '#/columns/treated': 'treated',
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

/** How many periods have a figure, as a preview tells it. */
export function timesIn({ treated, comparison, periods, since }: SheetPreview): SheetTimes {
  const isFilled = (at: number) => [treated, comparison].some(({ means }) => (means[at] ?? null) !== null)
  const filled = [...periods.keys()].filter(isFilled)
  return { before: filled.filter((at) => at < since).length, after: filled.filter((at) => at >= since).length }
}

const wayOut: Partial<Record<MessageId, MessageId>> = {
  'plan.no-comparison': 'plan.part.no-comparison',
  'plan.no-treated': 'plan.part.treated',
  'plan.nothing-before': 'plan.part.nothing-before',
  'plan.outcomes-there': 'plan.part.outcomes-there',
  'plan.no-outcomes': 'plan.part.no-outcomes',
}

/** What the server would refuse of a table that can be read. */
function refused(door: Trial['door'], preview: SheetPreview): string[] {
  const { treated, comparison } = preview
  const sites = [
    ...(treated.count > 0 ? [{ name: '', treated: true }] : []),
    ...(comparison.count > 0 ? [{ name: '', treated: false }] : []),
  ]
  return [...refusal(() => refuseOneGroup(sites)), ...refusal(() => refuseWrongDoor(door, timesIn(preview)))]
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
