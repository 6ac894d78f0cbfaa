import { z } from 'zod'
import { hourMs, minuteMs } from '#platform/anywhere/time.ts'

const Hour = z.int().min(0).max(23)

/** How often a feed runs. Hours and weekdays are those of the workspace's time zone; Monday is 1. */
export const Rhythm = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('hour') }),
  z.strictObject({ every: z.literal('day'), atHour: Hour }),
  z.strictObject({ every: z.literal('week'), on: z.int().min(1).max(7), atHour: Hour }),
])
export type Rhythm = z.output<typeof Rhythm>

/** Time zones are whole quarters of an hour away from UTC. */
const stepMs = 15 * minuteMs

/**
 * The next moment of `rhythm` after `after`. When the clocks go forward over the hour, it is the first moment after; when
 * they go back, only the first of the two.
 */
export function nextRunAt(rhythm: Rhythm, after: Date, timeZone: string): Date {
  if (rhythm.every === 'hour') return new Date((Math.floor(after.getTime() / hourMs) + 1) * hourMs)
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    weekday: 'short',
    day: 'numeric',
  })
  const read = (at: number) => {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]))
    const weekday = weekdays.indexOf(parts.get('weekday') ?? '') + 1
    return { day: parts.get('day'), weekday, hour: Number(parts.get('hour')) }
  }
  let at = Math.floor(after.getTime() / stepMs) * stepMs
  let before = read(at)
  for (;;) {
    at += stepMs
    const now = read(at)
    const isReached = now.hour >= rhythm.atHour && (before.day !== now.day || before.hour < rhythm.atHour)
    if (isReached && (rhythm.every === 'day' || now.weekday === rhythm.on)) return new Date(at)
    // The clocks may go back over the hour: what was reached once is not reached again on that day.
    before = before.day === now.day && before.hour > now.hour ? before : now
  }
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
