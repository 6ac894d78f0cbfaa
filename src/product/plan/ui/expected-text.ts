import { formatNumber } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'

/** What somebody expects, better being positive: "1 to 3 min better", "1 worse to 2 min better". */
export function expectedText(low: number, high: number, unit: string, language: Language): string {
  const size = (value: number) => formatNumber(Math.abs(value), language)
  const withUnit = (value: number) => `${size(value)}\u00a0${unit}`.trim()
  if (low < 0 && high > 0) return t('plan.expected-across', { worse: size(low), better: withUnit(high) })
  const [least, most] = high <= 0 ? [high, low] : [low, high]
  const range = low === high ? withUnit(low) : t('plan.expected-range', { least: size(least), most: withUnit(most) })
  if (low === 0 && high === 0) return t('plan.expected-nothing')
  return t(high <= 0 ? 'plan.expected-worse' : 'plan.expected-better', { range })
}
