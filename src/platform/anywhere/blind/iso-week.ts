import { z } from 'zod'
import { day, dayMs } from '../time.ts'

/** A week from Monday to Sunday as ISO 8601 counts them, such as `2026-W48`. Week 53 only in the years that have one. */
export const IsoWeek = z
  .string()
  .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)
  .refine((week) => !week.endsWith('W53') || lastWeekOf(week.slice(0, 4)) === week)
export type IsoWeek = string

/** The week of a calendar day, `YYYY-MM-DD`. @throws {RangeError} when there is no such day. */
export function isoWeekOf(on: string): IsoWeek {
  if (!day.safeParse(on).success) throw new RangeError(`there is no day ${on}`)
  const at = Date.parse(`${on}T00:00:00Z`)
  const weekday = new Date(at).getUTCDay() || 7
  // A week belongs to the year of its Thursday.
  const thursday = at + (4 - weekday) * dayMs
  const year = new Date(thursday).getUTCFullYear()
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs))
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}

/** 28 December is in the last week of every year. */
function lastWeekOf(year: string): IsoWeek {
  return isoWeekOf(`${year}-12-28`)
}
