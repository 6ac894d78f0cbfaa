import { dayNumber, weekdayOf } from './day.ts'

/** Whether people work on that day (`YYYY-MM-DD`). The caller knows the public holidays; see `workingWeek`. */
export type Works = (on: string) => boolean

/** Every day counts, Sundays too. */
export const everyDay: Works = () => true

/**
 * A calendar from the days of the week that are worked, and the days on which nobody works all the same.
 *
 * @param weekdays 1 for Monday to 7 for Sunday; default Monday to Friday.
 * @param closed Days `YYYY-MM-DD`.
 * @throws {RangeError} when a weekday is not in 1..7, none is given, or a closed day is no day.
 */
export function workingWeek(weekdays: readonly number[] = [1, 2, 3, 4, 5], closed: readonly string[] = []): Works {
  if (weekdays.length === 0) throw new RangeError('need at least one day of the week')
  for (const weekday of weekdays)
    if (!(Number.isInteger(weekday) && weekday >= 1 && weekday <= 7))
      throw new RangeError(`a day of the week is 1 to 7, got ${weekday}`)
  for (const on of closed) dayNumber(on)
  const [open, shut] = [new Set(weekdays), new Set(closed)]
  return (on) => !shut.has(on) && open.has(weekdayOf(dayNumber(on)))
}
