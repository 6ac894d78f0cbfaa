import { formatMoney } from '#platform/anywhere/format.ts'
import type { Language } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Metric } from '../metric.ts'

/** An amount as people write it, in the currency's minor unit as it travels: 1.5 of EUR is "150". */
export function worthText(amount: number, currency: string): string {
  return String(Math.round(amount * 10 ** placesOf(currency)))
}

/** The same the other way round. */
export function amountOf(worthMinor: bigint, currency: string): number {
  return Number(worthMinor) / 10 ** placesOf(currency)
}

/** A metric in a line: its unit, which way is better, and what one unit is worth. */
export function metricText(
  { unit, better, worthMinor }: Pick<Metric, 'unit' | 'better' | 'worthMinor'>,
  currency: string,
  language: Language,
): string {
  const said = t(`metric.said-${better}`, { unit })
  return worthMinor === null
    ? said
    : `${said} ${t('metric.said-worth', { worth: formatMoney(worthMinor, currency, language) })}`
}

function placesOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
