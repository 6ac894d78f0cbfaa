import { decimalsOf, type Figures, writeFigures, writeFixed } from '#platform/anywhere/figures.ts'
import { formatMoney } from '#platform/anywhere/format.ts'
import { t, useLanguage } from '#platform/browser/language.ts'
import { useMyself } from '#product/person/ui/use-myself.ts'
import type { AmountMinor } from '../gain.ts'

/** How the ledger writes its numbers: never one without its interval. */
export function useAmountText() {
  const language = useLanguage()
  const { currency } = useMyself().workspace

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
    money({ estimate, low, high }: AmountMinor): string {
      const write = (minor: bigint) => formatMoney(minor, currency, language)
      return `${write(estimate)} (${range(low === null ? null : write(low), high === null ? null : write(high))})`
    },
  }
}
