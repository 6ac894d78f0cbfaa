import { type Every, isDivided, type Metric } from '#product/metric/metric.ts'
import type { SheetColumn, SheetDescription } from '#product/sheet/sheet.ts'
import { ImportColumns } from '../measurement.ts'
import { readPeriods } from '../period.ts'

/** Which column says what, while it is being chosen. */
export interface ColumnsChosen extends Omit<ImportColumns, 'site'> {
  site: string | null
  /** One column for each period, instead of one that says when and one that says how much. */
  isWide: boolean
}

/** Below this a guess would rather mislead than help. */
const sure = 0.5

const belowWords =
  /(^|[^a-z])(of|n|total|denominator|visits|stays|cases|days|hours|population|nenner|gesamt|alle|tage|stunden|fälle)([^a-z]|$)/

/** The choice that the guesses of a sheet make: what they are sure enough of, the rest left open. */
export function columnsGuessed(
  { guesses, columns, isWide }: SheetDescription,
  { kind, every }: Pick<Metric, 'kind' | 'every'>,
): ColumnsChosen {
  const name = (guess: { column: string; confidence: number } | null) =>
    guess && guess.confidence >= sure ? guess.column : null
  // The metric's own period tells more than a guess that knows none.
  const period = columns.find((column) => isPeriod(column, every))?.name ?? name(guesses.period)
  const words = columns.filter((column) => column.kind === 'text' && column.name !== period)
  const site = name(guesses.site) ?? (words.length === 1 ? (words[0]?.name ?? null) : null)
  const numbers = columns.filter((column) => column.kind === 'number' && column.name !== period && column.name !== site)
  const value = name(guesses.value) ?? (numbers.length === 1 ? (numbers[0]?.name ?? null) : null)
  const others = columns.filter((column) => column.kind === 'number' && ![site, period, value].includes(column.name))
  const below = others.find((column) => belowWords.test(column.name.toLowerCase().replace(/_/g, ' ')))
  return {
    site,
    period,
    value,
    denominator: isDivided(kind) ? ((below ?? (others.length === 1 ? others[0] : undefined))?.name ?? null) : null,
    dateOrder: null,
    numberStyle: null,
    isWide,
  }
}

/** Whether most of what a column shows names periods of the metric's. */
function isPeriod({ kind, examples }: SheetColumn, every: Every): boolean {
  if (examples.length === 0 || (kind === 'number' && every !== 'year')) return false
  const { found } = readPeriods(examples, every)
  return found.filter((one) => 'on' in one).length > examples.length / 2
}

/** The choice in the form that travels; null while something is still open. */
export function columnsWhole(
  { isWide, ...chosen }: ColumnsChosen,
  { kind }: Pick<Metric, 'kind'>,
): ImportColumns | null {
  const whole = ImportColumns.safeParse(isWide ? { ...chosen, period: null, value: null, denominator: null } : chosen)
  if (!whole.success) return null
  if (isWide) return whole.data
  const { period, value, denominator } = whole.data
  return period !== null && value !== null && (denominator !== null || !isDivided(kind)) ? whole.data : null
}
