import type { PeriodKind } from '#lib/sheet/period-of.ts'
import type { Per } from './result.ts'

/**
 * How often figures come, from the distances between their periods: dates that are seven days apart are weeks, numbers
 * are years where they look like years. `period` where nobody can tell: only then a person says it.
 */
export function everyOf({ periods, periodKind }: { periods: readonly { key: number }[]; periodKind: PeriodKind }): Per {
  const steps = periods.slice(1).map(({ key }, at) => key - (periods[at]?.key ?? 0))
  const step = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)]
  if (step === undefined)
    return periodKind === 'week' || periodKind === 'month' || periodKind === 'quarter' ? periodKind : 'period'
  if (periodKind === 'number')
    return step === 1 && periods.every(({ key }) => key >= 1900 && key <= 2100) ? 'year' : 'period'
  if (periodKind === 'numbered' || periodKind === 'side') return 'period'
  return spans.find(({ from, to }) => step >= from && step <= to)?.per ?? 'period'
}

/** In days. Months and quarters differ in length, and summer time takes an hour from a day. */
const spans: readonly { per: Per; from: number; to: number }[] = [
  { per: 'day', from: 0.95, to: 1.05 },
  { per: 'week', from: 6.9, to: 7.1 },
  { per: 'month', from: 28, to: 31 },
  { per: 'quarter', from: 90, to: 92 },
  { per: 'year', from: 365, to: 366 },
]
