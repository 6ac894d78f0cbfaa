import { formatDay } from '#platform/anywhere/format.ts'
import { type Language, localeOf } from '#platform/anywhere/message.ts'
import { t } from '#platform/browser/language.ts'
import type { Every } from '#product/metric/metric.ts'

/** A period for reading: "Thu 9 May 2024", "Week of 6 May 2024", "May 2024", "Q2 2024", "2024". */
export function sayPeriod(on: string, every: Every, language: Language): string {
  const [year = '', month = ''] = on.split('-')
  if (every === 'day') return formatDay(on, language)
  if (every === 'week')
    return t('measurement.week-of', { day: format(on, language, { day: 'numeric', month: 'short', year: 'numeric' }) })
  if (every === 'month') return format(on, language, { month: 'long', year: 'numeric' })
  if (every === 'quarter') return `Q${Math.ceil(Number(month) / 3)} ${year}`
  return year
}

function format(on: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...parts, timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`))
}
