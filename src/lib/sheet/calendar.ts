const msPerDay = 86_400_000

/** Days from 1970-01-01 to a date of the Gregorian calendar, negative before it; null when there is no such date. Years 1000 to 9999. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1000 || year > 9999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.getTime() / msPerDay
}

/** The Monday (as `dayOf` counts) of an ISO 8601 week; null when the year has no such week. */
export function mondayOf(year: number, week: number): number | null {
  const january4 = dayOf(year, 1, 4)
  if (january4 === null || week < 1) return null
  // 1970-01-01 was a Thursday, so 4 is the Monday after it.
  const firstMonday = january4 - mod(january4 - 4, 7)
  const monday = firstMonday + 7 * (week - 1)
  // A week belongs to the year that holds its Thursday.
  return new Date((monday + 3) * msPerDay).getUTCFullYear() === year ? monday : null
}

/** A year written with two digits: 70 to 99 are the 1900s, 00 to 69 the 2000s. */
export function fullYear(text: string): number {
  const year = Number(text)
  if (text.length !== 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function mod(a: number, b: number): number {
  return ((a % b) + b) % b
}
