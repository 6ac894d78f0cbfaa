import { z } from 'zod'

/** A moment in UTC. Travels as ISO 8601 text, is a `Date` in the code. */
export const instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})

/** A calendar day, `YYYY-MM-DD`, with no time zone of its own. */
export const day = z.iso.date()

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** The calendar day of `at` in an IANA `timeZone`. */
export function dayOf(at: Date, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}
