import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { clusteredQuantile } from './clustered-quantile.ts'
import { compareClusteredQuantiles } from './compare-clustered-quantiles.ts'
import { quantileInterval } from './quantile-interval.ts'

function drawn(units: number, events: number, alike: number, seed: number): number[][] {
  const { normal } = seededGenerator(seed)
  return Array.from({ length: units }, () => {
    const level = alike * normal()
    return Array.from({ length: events }, () => level + normal())
  })
}

describe('clusteredQuantile', () => {
  test.each(referenceCases<{ units: number[][]; share: number }, unknown>('means', 'clusteredQuantile'))(
    'agrees with the delta method by a numerical gradient, case %#',
    (each) => {
      expectAgreement(clusteredQuantile(each.given.units, each.given.share), each)
    },
  )

  test('the trap: events of one unit taken as units make the interval far too short', () => {
    const units = drawn(60, 20, 2, 1)
    const right = clusteredQuantile(units, 0.5)
    const wrong = quantileInterval(units.flat(), 0.5)
    const width = ({ low, high }: { low: number | null; high: number | null }) => (high ?? 0) - (low ?? 0)
    expect(width(right) / width(wrong)).toBeGreaterThan(2.5)
    expect(right.designEffect).toBeGreaterThan(8)
  })

  test('independent events have a design effect near 1 and nearly the plain interval', () => {
    const units = drawn(2000, 1, 0, 2)
    const [clustered, plain] = [clusteredQuantile(units, 0.5), quantileInterval(units.flat(), 0.5)]
    expect(clustered.designEffect).toBeCloseTo(1, 2)
    expect(clustered.low).toBeCloseTo(plain.low ?? 9, 2)
    expect(clustered.high).toBeCloseTo(plain.high ?? 9, 2)
  })

  test('says why there is no interval', () => {
    expect(clusteredQuantile([], 0.5).reason).toBe('empty-arm')
    expect(clusteredQuantile([[], []], 0.5).reason).toBe('empty-arm')
    expect(clusteredQuantile([[1, 2, 3]], 0.5)).toMatchObject({ estimate: 2, reason: 'too-few-values' })
    expect(clusteredQuantile(drawn(30, 2, 1, 3), 0.99).reason).toBe('too-few-values')
    expect(clusteredQuantile(Array(40).fill([0, 0, 0]), 0.5).reason).toBe('not-resolvable')
    expect(() => clusteredQuantile([[Number.NaN]], 0.5)).toThrow(RangeError)
  })
})

describe('compareClusteredQuantiles', () => {
  test('mirrors, and finds a shift of all events', () => {
    const [a, b] = [drawn(80, 6, 1, 4).map((unit) => unit.map((v) => v + 2)), drawn(90, 5, 1, 5)]
    const answer = compareClusteredQuantiles(a, b, 0.5)
    expect(answer.low).toBeGreaterThan(0.8)
    expect(answer.pValue).toBeLessThan(1e-6)
    expect(compareClusteredQuantiles(b, a, 0.5).low).toBeCloseTo(-(answer.high ?? 0), 12)
  })

  test('says whose quantile cannot be told', () => {
    const some = drawn(80, 6, 1, 6)
    expect(compareClusteredQuantiles([], some, 0.5)).toMatchObject({ estimate: null, reason: 'empty-arm' })
    expect(compareClusteredQuantiles(some, Array(40).fill([0, 0]), 0.5).reason).toBe('not-resolvable')
  })
})
