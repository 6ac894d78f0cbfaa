const DAY_MS = 86_400_000
const PATTERN = /^\d{4}-\d{2}-\d{2}$/

/**
 * The number of a day, so that days can be added and compared: 0 is 1970-01-01.
 *
 * @param on A day, `YYYY-MM-DD`, in whatever calendar the caller's days are; no time zone is involved.
 * @throws {RangeError} when there is no such day.
 */
export function dayNumber(on: string): number {
  const number = PATTERN.test(on) ? Date.parse(`${on}T00:00:00Z`) / DAY_MS : Number.NaN
  // Date.parse takes 30 February for 2 March.
  if (!Number.isInteger(number) || dayOf(number) !== on) throw new RangeError(`need a day as YYYY-MM-DD, got ${on}`)
  return number
}

/** The day with that number, `YYYY-MM-DD`. @throws {RangeError} when it is no whole number in the years 0 to 9999. */
export function dayOf(number: number): string {
  const date = new Date(number * DAY_MS)
  const on = Number.isInteger(number) && !Number.isNaN(date.getTime()) ? date.toISOString() : ''
  if (on.length !== 24) throw new RangeError(`a day's number must be whole and in the years 0 to 9999, got ${number}`)
  return on.slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1
}
