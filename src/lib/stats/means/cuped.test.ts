import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coMomentsOf, mergeCoMoments } from '../numeric/co-moments.ts'
import { momentsOf } from '../numeric/moments.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { cuped } from './cuped.ts'
import { relativeDifference } from './relative-difference.ts'
import { welch } from './welch.ts'

interface Given {
  x: [number[], number[]]
  y: [number[], number[]]
  theta?: number
}
const armsOf = ({ x, y }: Given) => [coMomentsOf(x[0], y[0]), coMomentsOf(x[1], y[1])] as const
const drawn = (count: number, seed: number, lift = 0) => {
  const { normal } = seededGenerator(seed)
  const x = Array.from({ length: count }, () => 10 + 2 * normal())
  return { x, y: x.map((value) => 5 + value + normal() + lift) }
}

describe('cuped', () => {
  test.each(referenceCases<Given, unknown>('means', 'cupedSlope'))(
    'with arms of one size it is the analysis of covariance (statsmodels), case %#',
    (each) => {
      const { difference, theta } = cuped(...armsOf(each.given))
      expectAgreement({ ...difference, theta }, each)
    },
  )

  test.each(referenceCases<Given, unknown>('means', 'cupedGiven'))(
    'with a slope from before it is Welch on what is left (scipy), case %#',
    (each) => {
      const { theta = 0 } = each.given
      expectAgreement(cuped(...armsOf(each.given), { theta }).difference, each)
    },
  )

  test.each(referenceCases<Given, unknown>('means', 'cupedRelative'))(
    'as a share it agrees with the inverted test on the covariance of four means (numpy), case %#',
    (each) => {
      const { theta = 0 } = each.given
      expectAgreement(cuped(...armsOf(each.given), { theta }).relative, each)
    },
  )

  test('a covariate that explains much takes its share off the variance', () => {
    const [a, b] = [drawn(200, 1, 0.5), drawn(200, 2)]
    const answer = cuped(coMomentsOf(a.x, a.y), coMomentsOf(b.x, b.y))
    // The correlation is 2/sqrt(5): 80 % of the variance.
    expect(answer.varianceReduction).toBeGreaterThan(0.75)
    expect(answer.varianceReduction).toBeLessThan(0.85)
    expect(answer.theta).toBeCloseTo(1, 1)
    expect(answer.unadjusted).toEqual(welch(momentsOf(a.y), momentsOf(b.y)))
  })

  test('a shift of the covariate, or of the outcome by 1e9, changes nothing', () => {
    const [a, b] = [drawn(30, 3), drawn(40, 4)]
    const plain = cuped(coMomentsOf(a.x, a.y), coMomentsOf(b.x, b.y)).difference
    const up = (list: number[]) => list.map((value) => value + 1e9)
    const lifted = cuped(coMomentsOf(up(a.x), up(a.y)), coMomentsOf(up(b.x), up(b.y))).difference
    expect(lifted.low).toBeCloseTo(plain.low ?? 0, 5)
    const parts = mergeCoMoments(coMomentsOf(a.x.slice(0, 9), a.y.slice(0, 9)), coMomentsOf(a.x.slice(9), a.y.slice(9)))
    expect(cuped(parts, coMomentsOf(b.x, b.y)).difference.low).toBeCloseTo(plain.low ?? 0, 10)
  })

  test('exchanging the arms mirrors the difference; the relative interval leaves 0 out with it', () => {
    const size = fc.integer({ min: 5, max: 40 })
    fc.assert(
      fc.property(
        size,
        size,
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (n, m, seed, lift) => {
          const [a, b] = [drawn(n, seed, lift), drawn(m, seed + 1e7)]
          const [treated, comparison] = [coMomentsOf(a.x, a.y), coMomentsOf(b.x, b.y)]
          const { difference, relative } = cuped(treated, comparison)
          expect(cuped(comparison, treated).difference.low).toBeCloseTo(-(difference.high ?? 0), 9)
          const [{ low, high }, share] = [difference, relative]
          if (low === null || high === null || share.low === null || share.high === null) throw new Error('no interval')
          if (Math.min(Math.abs(low), Math.abs(high)) > 1e-6)
            expect(share.low > 0 || share.high < 0).toBe(low > 0 || high < 0)
          expect(share.low).toBeLessThan(share.estimate ?? 0)
        },
      ),
    )
  })

  test('without a covariate that varies nothing is adjusted, and theta is 0', () => {
    const [a, b] = [drawn(20, 5), drawn(20, 6)]
    const flat = (y: number[]) => coMomentsOf(Array(y.length).fill(0.1 + 0.2), y)
    const answer = cuped(flat(a.y), flat(b.y))
    expect(answer).toMatchObject({ theta: 0, notAdjusted: 'no-covariate-variation' })
    expect(answer.difference).toEqual(answer.unadjusted)
    const relative = relativeDifference(momentsOf(a.y), momentsOf(b.y))
    expect(answer.relative.low).toBeCloseTo(relative.low ?? 0, 12)
  })

  test('fewer than 10 units are not adjusted, unless the slope is known', () => {
    const [a, b] = [drawn(4, 7), drawn(5, 8)]
    const arms = [coMomentsOf(a.x, a.y), coMomentsOf(b.x, b.y)] as const
    expect(cuped(...arms)).toMatchObject({ theta: 0, notAdjusted: 'too-few-units' })
    expect(cuped(...arms, { theta: 1 })).toMatchObject({ theta: 1, notAdjusted: null })
  })

  test('empty arms, single units and impossible slopes', () => {
    const some = coMomentsOf(drawn(20, 9).x, drawn(20, 9).y)
    expect(cuped(coMomentsOf([], []), some).difference).toMatchObject({ estimate: null, reason: 'empty-arm' })
    const single = cuped(coMomentsOf([10], [15]), some)
    expect(single.difference).toMatchObject({ low: null, reason: 'too-few-values' })
    expect(single.difference.estimate).not.toBeNull()
    expect(() => cuped(some, some, { theta: Number.NaN })).toThrow(RangeError)
    // An outcome that the covariate determines leaves nothing to test.
    const exact = coMomentsOf([1, 2, 3, 4, 5, 6], [2, 4, 6, 8, 10, 12])
    expect(cuped(exact, exact).difference).toMatchObject({ estimate: 0, reason: 'no-variation' })
  })
})
