import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import type { PValues } from './adjust-present.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { benjaminiYekutieli } from './benjamini-yekutieli.ts'
import { bonferroni } from './bonferroni.ts'
import { holm } from './holm.ts'
import { hommel } from './hommel.ts'

const methods = { bonferroni, holm, hommel, benjaminiHochberg, benjaminiYekutieli }
const each = Object.entries(methods)
const pValues = fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(null, 0, 1, 0.5)), {
  maxLength: 30,
})

/** Ten p-values whose adjusted forms are published with the procedures (METHODS section 4). */
const TEN = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]

describe('adjusted p-values', () => {
  test.each(each)("%s agrees with R's p.adjust", (name, adjust) => {
    for (const known of referenceCases<PValues, PValues>('multiple', name)) expectAgreement(adjust(known.given), known)
  })

  test('the published ten', () => {
    const close = (actual: readonly (number | null)[], expected: readonly number[]) => {
      for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 10)
    }
    close(holm(TEN), [0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.615])
    close(benjaminiHochberg(TEN), [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.074 * (10 / 7), 0.216, 0.216, 0.216])
    close(hommel(TEN), [0.01, 0.072, 0.185, 0.185, 0.185, 0.216, 0.216, 0.216, 0.216, 0.216])
  })

  test.each(each)(
    '%s: each is at least its p-value, keeps the order, and a missing one changes nothing',
    (_, adjust) => {
      fc.assert(
        fc.property(pValues, fc.nat(30), (given, at) => {
          const adjusted = adjust(given)
          const order = given.map((_, i) => i).filter((i) => given[i] !== null)
          order.sort((a, b) => Number(given[a]) - Number(given[b]))
          for (const [rank, i] of order.entries()) {
            expect(adjusted[i]).toBeGreaterThanOrEqual(Number(given[i]) * (1 - 1e-15))
            expect(adjusted[i]).toBeLessThanOrEqual(1)
            const before = order[rank - 1]
            if (before !== undefined) expect(adjusted[i]).toBeGreaterThanOrEqual(Number(adjusted[before]))
          }
          for (const [i, p] of given.entries()) expect(adjusted[i] === null).toBe(p === null)
          expect(adjust(given.toSpliced(at, 0, null))).toEqual(adjusted.toSpliced(at, 0, null))
        }),
      )
    },
  )

  test('Hommel rejects what Holm does and more, Holm what Bonferroni does, BH what Hommel does', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const [b, h, o, f] = [bonferroni(given), holm(given), hommel(given), benjaminiHochberg(given)]
        for (const i of given.keys()) {
          expect(h[i] ?? 0).toBeLessThanOrEqual(b[i] ?? 0)
          expect(o[i] ?? 0).toBeLessThanOrEqual((h[i] ?? 0) * (1 + 1e-15))
          expect(f[i] ?? 0).toBeLessThanOrEqual((o[i] ?? 0) * (1 + 1e-15))
        }
      }),
    )
  })

  test("Hommel is the closed test by Simes' inequality, tried over every subset", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 }), (given) => {
        const closed = given.map(() => 0)
        for (let set = 1; set < 1 << given.length; set++) {
          const members = given.filter((_, i) => set & (1 << i)).sort((a, b) => a - b)
          const simes = Math.min(...members.map((p, j) => (p * members.length) / (j + 1)))
          for (const i of given.keys()) if (set & (1 << i)) closed[i] = Math.max(closed[i] ?? 0, simes)
        }
        for (const [i, p] of hommel(given).entries()) expect(p).toBeCloseTo(closed[i] ?? 0, 14)
      }),
      { numRuns: 60 },
    )
  })

  test.each(each)('%s: nothing, one, all missing, ties, zero', (_, adjust) => {
    expect(adjust([])).toEqual([])
    expect(adjust([null, null])).toEqual([null, null])
    expect(adjust([0.03])).toEqual([0.03])
    expect(adjust([null, 0, 1])).toMatchObject([null, 0, 1])
    const tied = adjust([0.02, 0.02, 0.02])
    expect(new Set(tied).size).toBe(1)
  })

  test.each(each)('%s refuses what is no p-value', (_, adjust) => {
    expect(() => adjust([0.1, 1.1])).toThrow(RangeError)
    expect(() => adjust([-0.1])).toThrow(RangeError)
    expect(() => adjust([Number.NaN])).toThrow(RangeError)
  })
})
