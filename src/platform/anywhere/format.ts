import { type Language, localeOf } from './message.ts'

/** A number for reading: at most `digits` significant digits, real minus sign, the language's separators. */
export function formatNumber(value: number, language: Language, digits = 3): string {
  // Whole digits are never rounded away: 4,200 stays 4,200 and 12,345 does not become 12,300.
  const whole = Math.abs(value) >= 1 ? Math.floor(Math.log10(Math.abs(value))) + 1 : 1
  const text = new Intl.NumberFormat(localeOf(language), { maximumSignificantDigits: Math.max(digits, whole) }).format(
    value,
  )
  return text === '-0' ? '0' : text.replace('-', '−')
}

/** A share in [0, 1] as per cent: 0.123 becomes "12 %". What is less than all is never "100 %": at most "99.9 %". */
export function formatShare(share: number, language: Language, digits = 2): string {
  if (share > 0.99 && share < 1) return `${formatNumber(Math.min(share, 0.999) * 100, language, Math.max(3, digits))} %`
  return `${formatNumber(share * 100, language, digits)} %`
}

/** Money from integer minor units (cents), in the workspace's ISO 4217 currency. */
export function formatMoney(minor: bigint | number, currency: string, language: Language): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  const places = format.resolvedOptions().maximumFractionDigits ?? 2
  // As a decimal string, so that amounts beyond 2^53 keep every cent.
  return format.format(decimalOf(BigInt(minor), places) as `${number}`).replace('-', '−')
}

function decimalOf(minor: bigint, places: number): string {
  const sign = minor < 0n ? '-' : ''
  const digits = (minor < 0n ? -minor : minor).toString().padStart(places + 1, '0')
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** A calendar day (`YYYY-MM-DD`) for reading: "Thu 26 Nov 2026". */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(',', '')
}

/** A moment for reading, in the reader's time zone: "24 Nov 2026, 14:05". */
export function formatInstant(at: Date, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
