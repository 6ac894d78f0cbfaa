import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { paired } from './paired.ts'
import { pairedRelative } from './paired-relative.ts'

interface Given {
  treated: number[]
  comparison: number[]
}

describe('pairedRelative', () => {
  test.each(referenceCases<Given, unknown>('means', 'pairedRelative'))(
    'where the paired t test turns (scipy), case %#',
    (each) => {
      expectAgreement(pairedRelative(each.given.treated, each.given.comparison), each)
    },
  )

  const pairs = fc.array(fc.tuple(fc.integer({ min: 50, max: 150 }), fc.integer({ min: 50, max: 150 })), {
    minLength: 3,
    maxLength: 15,
  })

  test('leaves 0 out exactly when the paired test rejects, and holds its estimate', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)]
        const { estimate, low, high } = pairedRelative(a, b)
        const { pValue } = paired(a, b)
        if (estimate === null || low === null || high === null || pValue === null) return
        expect(low).toBeLessThanOrEqual(estimate + 1e-12)
        expect(high).toBeGreaterThanOrEqual(estimate - 1e-12)
        if (Math.abs(pValue - 0.05) > 1e-9) expect(low > 0 || high < 0).toBe(pValue < 0.05)
      }),
    )
  })

  test('does not depend on the unit', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (rows, unit) => {
        const at = (by: number) =>
          pairedRelative(
            rows.map(([x]) => x * by),
            rows.map(([, y]) => y * by),
          )
        expect(at(unit).low ?? 0).toBeCloseTo(at(1).low ?? 0, 9)
      }),
    )
  })

  test('pairs that go together tell more than the same values as two arms would', () => {
    const base = [40, 60, 80, 100, 120]
    const raised = [45, 65, 89, 110, 133]
    const { low, high } = pairedRelative(raised, base)
    expect((high ?? 1) - (low ?? 0)).toBeLessThan(0.05)
    const torn = pairedRelative([...raised].reverse(), base)
    expect(torn.reason === 'unbounded' || (torn.high ?? 9) - (torn.low ?? 0) > 0.5).toBe(true)
  })

  test('says why there is none', () => {
    expect(pairedRelative([], []).reason).toBe('empty-arm')
    expect(pairedRelative([3], [2])).toMatchObject({ estimate: 0.5, low: null, reason: 'too-few-values' })
    expect(pairedRelative([3, 4], [2, 3])).toMatchObject({ low: null, reason: 'no-variation' })
    expect(pairedRelative([3, 4], [-2, 1])).toMatchObject({ estimate: null, reason: 'base-not-positive' })
    expect(pairedRelative([3, 5, 4], [9, -8, 1]).reason).toBe('unbounded')
    expect(() => pairedRelative([1], [1, 2])).toThrow(RangeError)
    expect(() => pairedRelative([1], [1], { confidence: 1 })).toThrow(RangeError)
  })
})
