import { describe, expect, test } from 'vitest'
import { normalQuantile } from '../distribution/normal.ts'
import { futilityBounds } from './futility-bounds.ts'
import { lookSchedule } from './look-schedule.ts'

describe('lookSchedule', () => {
  // Jennison & Turnbull (2000) and every table of O'Brien-Fleming type spending: 5 looks, two-sided 5 %.
  test('reproduces the published levels of five looks', () => {
    const z = [4.8769, 3.3569, 2.6803, 2.2898, 2.031]
    const looks = lookSchedule(5)
    for (const [at, { confidence }] of looks.entries()) {
      // The first is below one in a hundred thousand.
      if (confidence === null) expect(at).toBe(0)
      else expect(normalQuantile((1 + confidence) / 2)).toBeCloseTo(z[at] ?? 0, 3)
    }
  })

  test('is nearly as narrow at the end as if nobody had looked, and cautious before', () => {
    const looks = lookSchedule(28)
    const sure = looks.flatMap(({ confidence }) => confidence ?? [])
    expect(sure).toEqual([...sure].sort((a, b) => b - a))
    expect(sure.at(-1)).toBeGreaterThan(0.95)
    expect(sure.at(-1)).toBeLessThan(0.97)
    expect(looks[0]?.confidence).toBeNull()
    expect(looks.at(-1)).toMatchObject({ look: 28, fraction: 1, futileAt: null })
  })

  // Jennison & Turnbull (2000), chapter 7: Pocock-type spending, one-sided 2.5 %, 5 looks.
  test('asks of harm about the same at every look', () => {
    const z = [2.438, 2.427, 2.41, 2.397, 2.386]
    for (const [at, { harmLevel }] of lookSchedule(5).entries())
      expect(normalQuantile(1 - harmLevel)).toBeCloseTo(z[at] ?? 0, 2)
    expect(lookSchedule(28)[0]?.harmLevel).toBeGreaterThan(0.001)
  })

  test('one look is a trial that is looked at once', () => {
    expect(lookSchedule(1)).toEqual([
      {
        look: 1,
        fraction: 1,
        confidence: expect.closeTo(0.95, 9),
        futileAt: null,
        harmLevel: expect.closeTo(0.025, 9),
      },
    ])
  })

  test('few looks give up where the bounds of the design say, many along a line between them', () => {
    const fractions = [0.25, 0.5, 0.75, 1]
    const { looks } = futilityBounds(fractions)
    expect(lookSchedule(4).map(({ futileAt }) => futileAt)).toEqual([
      ...looks.slice(0, 3).map(({ lower }) => expect.closeTo(lower ?? 0, 9)),
      null,
    ])
    const many = lookSchedule(60)
    const [twelfth] = futilityBounds(Array.from({ length: 12 }, (_, at) => (at + 1) / 12)).looks.slice(5, 6)
    expect(many[29]?.futileAt).toBeCloseTo(twelfth?.lower ?? 0, 9)
    const rising = many.flatMap(({ futileAt }) => futileAt ?? [])
    expect(rising).toEqual([...rising].sort((a, b) => a - b))
  })

  test.each([0, 1.5, 1001, Number.NaN])('%s looks are refused', (looks) => {
    expect(() => lookSchedule(looks)).toThrow(RangeError)
  })
})
