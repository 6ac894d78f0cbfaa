import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, fullYear, mondayOf } from './calendar.ts'

describe('dayOf', () => {
  test('counts from 1970-01-01', () => {
    expect(dayOf(1970, 1, 1)).toBe(0)
    expect(dayOf(2000, 2, 29)).toBe(11016)
    expect(dayOf(1969, 12, 31)).toBe(-1)
  })

  test.each([
    [2023, 2, 29],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 4, 31],
    [999, 1, 1],
  ])('%i-%i-%i does not exist', (year, month, day) => {
    expect(dayOf(year, month, day)).toBeNull()
  })
})

describe('mondayOf', () => {
  test.each([
    [2024, 1, [2024, 1, 1]],
    [2021, 1, [2021, 1, 4]],
    [2020, 53, [2020, 12, 28]],
    [2026, 53, [2026, 12, 28]],
    [2016, 1, [2016, 1, 4]],
    [2009, 1, [2008, 12, 29]],
  ] as const)('week %i-W%i starts on %j', (year, week, [y, m, d]) => {
    expect(mondayOf(year, week)).toBe(dayOf(y, m, d))
  })

  test('a year without week 53, and week 0, have no Monday', () => {
    expect(mondayOf(2024, 53)).toBeNull()
    expect(mondayOf(2024, 0)).toBeNull()
  })

  test('the weeks of a year follow each other without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1001, max: 9998 }), (year) => {
        const last = mondayOf(year, 53) ?? mondayOf(year, 52) ?? Number.NaN
        expect(mondayOf(year + 1, 1)).toBe(last + 7)
      }),
    )
  })
})

test('two digits of a year turn over at 70', () => {
  expect([fullYear('24'), fullYear('69'), fullYear('70'), fullYear('1999')]).toEqual([2024, 2069, 1970, 1999])
})
