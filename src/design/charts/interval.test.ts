import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeReferences, spanOf, standingOf } from './interval.ts'

describe('what an interval lets one say', () => {
  test.each([
    [{ estimate: 1.2, low: 0.8, high: 1.6 }, 'better'],
    [{ estimate: 0.2, low: -0.5, high: 0.9 }, 'unclear'],
    [{ estimate: 2, low: 0, high: 4 }, 'unclear'],
    [{ estimate: -2, low: -4, high: -0.1 }, 'worse'],
    [{ estimate: -27.35, low: null, high: null }, 'bare'],
  ] as const)('%j: %s', (interval, standing) => {
    expect(standingOf(interval)).toBe(standing)
  })
})

test('the span holds everything and leaves a place on both sides of zero', () => {
  const number = fc.double({ min: -1000, max: 1000, noNaN: true })
  fc.assert(
    fc.property(
      number,
      fc.double({ min: 0, max: 500, noNaN: true }),
      fc.option(fc.double({ min: 0, max: 900, noNaN: true })),
      (estimate, reach, worth) => {
        const [low, high] = spanOf([{ estimate, low: estimate - reach, high: estimate + reach }], worth)
        expect(low).toBeLessThan(0)
        expect(high).toBeGreaterThan(0)
        expect(low).toBeLessThanOrEqual(estimate - reach)
        expect(high).toBeGreaterThanOrEqual(Math.max(estimate + reach, worth ?? 0))
      },
    ),
  )
})

describe('the words of the two reference lines', () => {
  const wide = { zeroWidth: 75, worthWidth: 205, narrow: false, left: 24, right: 1080 }
  const phone = { zeroWidth: 75, worthWidth: 205, narrow: true, left: 8, right: 350 }

  test('stand beside their lines where it is wide', () => {
    const { zero, worth } = placeReferences({ ...wide, zero: 325, worth: 476 })
    expect(zero).toEqual({ x: 317, y: 44, anchor: 'end' })
    expect(worth).toEqual({ x: 484, y: 44, anchor: 'start' })
  })
  test('stand in two rows on a phone', () => {
    const { zero, worth } = placeReferences({ ...phone, zero: 105, worth: 140 })
    expect(zero.y).toBeGreaterThan(worth.y)
    expect(worth.stem).toBeDefined()
  })
  test('change rows where there is no room left of zero, so that no line crosses a word', () => {
    const { zero, worth } = placeReferences({ ...phone, zero: 60, worth: 90 })
    expect(zero).toMatchObject({ x: 60, anchor: 'start' })
    expect(zero.y).toBeLessThan(worth.y)
    expect(worth.stem).toBeUndefined()
  })
  test('stay inside the picture', () => {
    expect(placeReferences({ ...wide, zero: 500, worth: 1000 }).worth).toMatchObject({ x: 1080, anchor: 'end' })
  })
})
