import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import { PlanBody } from '../plan.ts'
import type { PlanDifference } from '../plan-difference.ts'

/** One side of a difference between two versions of a plan, in words. */
export function sayValue(part: PlanDifference['part'], value: unknown, language: Language): string {
  if (Array.isArray(value) && value.length === 0) return t('plan.nothing')
  // Versions travel as they were frozen; read by the schema of the part they are of.
  const read = PlanBody.pick({ [part]: true } as { [Part in typeof part]: true }).safeParse({ [part]: value })
  return read.success ? (words(read.data, language) ?? t('plan.nothing')) : JSON.stringify(value)
}

function words(plan: Partial<PlanBody>, language: Language): string | null {
  const { question, since, metric, worthHaving, guardrails, columns, sites, isRandomised } = plan
  if (question !== undefined) return `“${question}”`
  if (since !== undefined) return since
  if (metric) return `${metric.name} (${metric.unit})`
  if (worthHaving !== undefined) return worthHaving === null ? null : formatNumber(worthHaving, language)
  if (guardrails)
    return guardrails.map(({ name, margin }) => `${name} (${formatNumber(margin, language)})`).join(', ') || null
  if (columns) return [columns.site, columns.period, columns.value, columns.treated.column].join(', ')
  if (sites)
    return (
      sites
        .map(({ name, treated }) => `${name} (${t(treated ? 'sheet.with-change' : 'sheet.without-change')})`)
        .join(', ') || null
    )
  if (isRandomised !== undefined) return t(isRandomised ? 'plan.by-lot' : 'plan.by-choice')
  return null
}
