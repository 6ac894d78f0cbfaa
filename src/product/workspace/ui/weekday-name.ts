import { localeOf } from '#platform/anywhere/message.ts'
import { language } from '#platform/browser/language.ts'

/** The name of a weekday: 1 is Monday, 7 is Sunday. */
export function weekdayName(weekday: number): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(localeOf(language()), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  )
}
