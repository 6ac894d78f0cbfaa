import { type Language, localeOf } from './message.ts'

/** A figure with its interval, in any unit. Without an interval both ends are null. */
export interface Figures {
  readonly estimate: number
  readonly low: number | null
  readonly high: number | null
}

/**
 * How many decimals a figure and the ends of its interval are written with: the same for all three, so that they can be
 * compared. Two significant digits of the half-width say all that is known; the estimate gets three where the interval
 * bears them, and four where there is none. Decimals that are zero in all three are left out.
 */
export function decimalsOf({ estimate, low, high }: Figures): number {
  const reach = low === null || high === null ? 0 : (high - low) / 2
  const most =
    reach > 0 ? Math.min(Math.max(places(reach, 2), places(estimate, 3)), places(reach, 3)) : places(estimate, 4)
  const all = [estimate, low ?? estimate, high ?? estimate]
  let decimals = most
  while (decimals > 0 && all.every((value) => isSame(value, decimals - 1, most))) decimals -= 1
  return decimals
}

/** A number with a fixed number of decimals, a real minus sign and the language's separators. */
export function writeFixed(value: number, decimals: number, language: Language): string {
  const text = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '')
}

/** An estimate and its ends as texts with the same decimals. */
export function writeFigures(
  figures: Figures,
  language: Language,
): { estimate: string; low: string | null; high: string | null } {
  const decimals = decimalsOf(figures)
  const write = (value: number) => writeFixed(value, decimals, language)
  const { estimate, low, high } = figures
  return { estimate: write(estimate), low: low === null ? null : write(low), high: high === null ? null : write(high) }
}

/** Decimals that show `value` with so many significant digits; whole digits are never rounded away. */
function places(value: number, digits: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0
  return Math.max(0, Math.min(12, digits - 1 - Math.floor(Math.log10(Math.abs(value)))))
}

function isSame(value: number, fewer: number, most: number): boolean {
  return Number(value.toFixed(fewer)) === Number(value.toFixed(most))
}
