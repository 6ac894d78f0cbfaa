import { formatDay, formatNumber } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Goal } from '../goal.ts'

/** From where to where, in which unit, by when. */
export function GoalSpan({ goal: { start, target, unit, dueOn } }: { goal: Goal }) {
  const language = useLanguage()
  const values = { target: formatNumber(target, language), unit, day: formatDay(dueOn, language) }
  return start === null
    ? t('goal.span-to', values)
    : t('goal.span-from', { ...values, start: formatNumber(start, language) })
}
