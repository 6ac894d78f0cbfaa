import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IsoWeek, isoWeekOf } from './iso-week.ts'

describe('the ISO week of a day', () => {
  // Known ends of years: ISO 8601, and the German and French calendars.
  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-11-24', '2026-W48'],
    ['2027-01-03', '2026-W53'],
    ['2028-02-29', '2028-W09'],
  ])('%s is in %s', (on, week) => {
    expect(isoWeekOf(on)).toBe(week)
  })

  test('holds for seven days from Monday, then the next begins, and is a week that there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (weeks) => {
        const monday = Date.UTC(1970, 0, 5) + weeks * 7 * 86_400_000
        const days = Array.from({ length: 8 }, (_, day) => isoWeekOf(dayAt(monday + day * 86_400_000)))
        expect(new Set(days.slice(0, 7)).size).toBe(1)
        expect((days[7] ?? '') > (days[0] ?? '')).toBe(true)
        expect(IsoWeek.safeParse(days[0]).success).toBe(true)
      }),
    )
  })

  test('of a day that there is not is refused', () => {
    for (const wrong of ['2026-02-30', '2026-13-01', '2026-1-1', '', 'today'])
      expect(() => isoWeekOf(wrong)).toThrow(RangeError)
  })
})

test('a week that no year has is no week', () => {
  expect(IsoWeek.safeParse('2026-W53').success).toBe(true)
  for (const wrong of ['2025-W53', '2026-W00', '2026-W54', '2026-48', '2026-w48', '2026-W48 ', 'W48'])
    expect(IsoWeek.safeParse(wrong).success, wrong).toBe(false)
})

function dayAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
