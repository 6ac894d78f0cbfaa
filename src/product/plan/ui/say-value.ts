import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import { bodies, type PlanBody } from '../plan-body.ts'
import type { PlanDifference } from '../plan-difference.ts'
import { groupsIn } from './groups-in.ts'

/** One side of a difference between two versions of a plan, in words. */
export function sayValue(
  part: PlanDifference['part'],
  value: unknown,
  language: Language,
  design: PlanBody['design'],
): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return t('plan.nothing')
  // Versions travel as they were frozen; read by the schema of the part they are of.
  const schema = (bodies[design].shape as Record<string, { safeParse(value: unknown): { success: boolean } }>)[part]
  if (!schema?.safeParse(value).success) return JSON.stringify(value)
  return words({ design, [part]: value } as unknown as PlanBody, part, language) ?? plainText(value, language)
}

function words(plan: PlanBody, part: PlanDifference['part'], language: Language): string | null {
  const { question, metric, guardrails, columns, isRandomised, chosen } = plan
  switch (part) {
    case 'question':
      return `“${question}”`
    case 'metric':
      return `${metric.name} (${metric.unit})`
    case 'guardrails':
      return guardrails.map(({ name, margin }) => `${name} (${formatNumber(margin, language)})`).join(', ')
    case 'columns':
      return Object.values(columns).flatMap(columnText).join(', ')
    case 'sites':
      return groupsIn(plan)
        .flatMap(({ title, names }) => names.map((name) => `${name} (${title})`))
        .join(', ')
    case 'isRandomised':
      return t(isRandomised ? 'plan.by-lot' : 'plan.by-choice')
    case 'chosen':
      return chosen === null ? null : t(`plan.chosen.${chosen}`)
    default:
      return null
  }
}

function columnText(chosen: unknown): string[] {
  if (typeof chosen === 'string') return [chosen]
  return typeof chosen === 'object' && chosen !== null && 'column' in chosen ? [String(chosen.column)] : []
}

function plainText(value: unknown, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'boolean') return t(value ? 'plan.yes' : 'plan.no')
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return t('plan.nothing')
  return Object.values(value)
    .map((one) => plainText(one, language))
    .join(', ')
}
