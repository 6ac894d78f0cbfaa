import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intersectionUnion } from './intersection-union.ts'

describe('intersectionUnion', () => {
  test('the weakest guardrail decides, and is named', () => {
    expect(intersectionUnion([0.001, 0.03, 0.02])).toEqual({ pValue: 0.03, weakest: 1, reason: null })
    expect(intersectionUnion([0, 0])).toEqual({ pValue: 0, weakest: 0, reason: null })
  })

  test('what was not measured was not shown', () => {
    expect(intersectionUnion([0.001, null, 0.9, null])).toEqual({ pValue: null, weakest: 1, reason: 'missing' })
    expect(intersectionUnion([])).toEqual({ pValue: null, weakest: null, reason: 'none' })
  })

  test('all are shown at a level exactly when each is', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 9 }), share, (given, level) => {
        expect((intersectionUnion(given).pValue ?? 2) <= level).toBe(given.every((p) => p <= level))
      }),
    )
  })

  test('refuses what is no p-value', () => {
    expect(() => intersectionUnion([null, 2])).toThrow(RangeError)
    expect(() => intersectionUnion([Number.NaN])).toThrow(RangeError)
  })
})
