import { t } from '#platform/browser/language.ts'
import { type DraftBody, missingIn } from '../draft.ts'

/** What a draft still lacks, in words, each once. */
export function missingParts(draft: DraftBody): string[] {
  return [...new Set(missingIn(draft).map((pointer) => t(`plan.part.${partOf(pointer)}`)))]
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
