import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { compareQuantiles } from './compare-quantiles.ts'

interface Given {
  treated: number[]
  comparison: number[]
  share: number
}
const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 40 })

describe('compareQuantiles', () => {
  test.each(referenceCases<Given, unknown>('means', 'compareQuantiles'))(
    'agrees with every redrawn sample counted, and with all pairs sorted, case %#',
    (each) => {
      const { treated, comparison, share } = each.given
      expectAgreement(compareQuantiles(treated, comparison, share), each)
    },
  )

  test('is what a drawn bootstrap comes close to', () => {
    const generator = seededGenerator(11)
    const [a, b] = [1.5, 1].map((scale) => Array.from({ length: 51 }, () => scale * Math.exp(generator.normal())))
    if (!a || !b) throw new Error('two arms')
    const medianOf = (list: number[]) =>
      Array.from(list, () => list[generator.below(list.length)] as number).sort((x, y) => x - y)[25] as number
    const drawn = Array.from({ length: 20_000 }, () => medianOf(a) - medianOf(b)).sort((x, y) => x - y)
    const { low, high } = compareQuantiles(a, b, 0.5)
    const shareBelow = (bound: number) => drawn.filter((value) => value < bound).length / drawn.length
    expect(shareBelow(low ?? 9)).toBeLessThan(0.025 + 0.004)
    expect(shareBelow((low ?? 9) + 1e-9)).toBeGreaterThan(0.025 - 0.004)
    expect(shareBelow((high ?? 9) + 1e-9)).toBeGreaterThan(0.975 - 0.004)
  })

  test('exchanging the arms mirrors; a shift or another unit changes nothing else; test and interval agree', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const answer = compareQuantiles(a, b, 0.5)
        if (answer.low === null || answer.high === null || answer.pValue === null) return
        const mirrored = compareQuantiles(b, a, 0.5)
        expect(mirrored.low).toBe(-answer.high)
        expect(mirrored.pValue).toBeCloseTo(answer.pValue, 9)
        const moved = compareQuantiles(
          a.map((v) => 8 * v + 1024),
          b.map((v) => 8 * v + 1024),
          0.5,
        )
        expect(moved.low).toBe(8 * answer.low)
        if (Math.abs(answer.pValue - 0.05) > 1e-9) expect(answer.low > 0 || answer.high < 0).toBe(answer.pValue < 0.05)
        expect(answer.pValue).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('says why there is no interval', () => {
    const some = Array.from({ length: 30 }, (_, i) => i)
    expect(compareQuantiles([], some, 0.5).reason).toBe('empty-arm')
    expect(compareQuantiles([1, 2, 3], some, 0.5)).toMatchObject({
      estimate: -12.5,
      low: null,
      reason: 'too-few-values',
    })
    const still = Array(30).fill(4)
    expect(compareQuantiles(still, Array(30).fill(1), 0.5)).toMatchObject({ estimate: 3, reason: 'not-resolvable' })
    expect(compareQuantiles(still, some, 0.5).reason).toBeNull()
    expect(
      compareQuantiles(
        some.map((v) => v + 1e6),
        some,
        0.5,
      ).pValue,
    ).toBeGreaterThan(0)
    expect(() => compareQuantiles(some, some, 0)).toThrow(RangeError)
  })
})
