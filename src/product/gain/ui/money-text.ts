import { type Language, localeOf } from '#platform/anywhere/message.ts'
import type { AmountMinor } from '../gain.ts'
import { divideRounded } from '../minor-units.ts'

/**
 * Money with its ends, for reading: from a thousand units on without cents, which would be more than anybody knows. The
 * ledger itself, its totals and its export keep every cent.
 */
export function moneyTexts(
  { estimate, low, high }: AmountMinor,
  currency: string,
  language: Language,
): { estimate: string; low: string | null; high: string | null } {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  const places = format.resolvedOptions().maximumFractionDigits ?? 2
  const unit = 10n ** BigInt(places)
  const isLarge = (estimate < 0n ? -estimate : estimate) >= 1000n * unit
  const whole = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  })
  const write = (minor: bigint) =>
    (isLarge ? whole.format(divideRounded(minor, unit)) : format.format(Number(minor) / Number(unit))).replace('-', '−')
  return {
    estimate: write(estimate),
    low: low === null ? null : write(low),
    high: high === null ? null : write(high),
  }
}
