import { formatNumber, formatShare } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { Outlook } from '../outlook.ts'

export interface OutlookText {
  /** "7 weeks". */
  span: (count: number) => string
  /** "9.2 € (9 %)". */
  effect: (amount: number | null) => string
  /** The same without its share. */
  amount: (amount: number) => string
  periods: string
  each: string
}

/** How an outlook's numbers are said: with the metric's unit, and the name of its periods. */
export function useOutlookText({ history: { rhythm, mean } }: Pick<Outlook, 'history'>, unit: string): OutlookText {
  const language = useLanguage()
  // A short unit, such as €, stays with its number.
  const bound = (said: string) => (unit.length <= 3 ? said.replace(' ', '\u00a0') : said)
  const amount = (value: number) => bound(t('outlook.amount', { amount: formatNumber(value, language), unit }).trim())
  return {
    span: (count) => t('outlook.span', { rhythm, count }),
    amount,
    effect: (value) => {
      if (value === null) return t('outlook.none-seen')
      const share = mean === null || mean <= 0 ? null : value / mean
      if (share === null || share > 10) return amount(value)
      return bound(
        t('outlook.amount-share', {
          amount: formatNumber(value, language),
          unit,
          share: formatShare(share, language),
        }).replace('  ', ' '),
      )
    },
    periods: t('outlook.periods', { rhythm }),
    each: t('outlook.each', { rhythm }),
  }
}
