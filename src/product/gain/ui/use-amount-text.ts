import { decimalsOf, type Figures, writeFigures, writeFixed } from '#platform/anywhere/figures.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import type { AmountMinor } from '../gain.ts'
import { moneyTexts } from './money-text.ts'

/** How the ledger writes its numbers: never one without its interval. */
export function useAmountText() {
  const language = useLanguage()

  function range(low: string | null, high: string | null): string {
    return low === null || high === null ? t('design.no-range') : t('design.range', { low, high })
  }

  return {
    /** "12.3 boxes (6.0 to 18.7)". */
    amount(figures: Figures, unit: string): string {
      const { estimate, low, high } = writeFigures(figures, language)
      return `${estimate} ${unit} (${range(low, high)})`
    },
    /** The estimate and its ends apart, with the same decimals. */
    write(figures: Figures): (value: number) => string {
      const decimals = decimalsOf(figures)
      return (value) => writeFixed(value, decimals, language)
    },
    /** "€317.69 (€178.72 to €460.92)". In the currency that it was booked in. */
    money(amount: AmountMinor, currency: string): string {
      const { estimate, low, high } = moneyTexts(amount, currency, language)
      return `${estimate} (${range(low, high)})`
    },
  }
}
