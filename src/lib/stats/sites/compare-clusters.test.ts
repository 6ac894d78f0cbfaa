import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClusters } from './compare-clusters.ts'
import { compareMeans } from './compare-means.ts'

const arm = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 }), {
  minLength: 2,
  maxLength: 7,
})
const meanOf = (rows: number[]) => rows.reduce((sum, v) => sum + v, 0) / rows.length

describe('compareClusters', () => {
  test('counting clusters it compares their means; counting rows its estimate is that of all rows', () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const each = compareClusters(a, b)
        const means = compareMeans(a.map(meanOf), b.map(meanOf))
        expect(each.estimate).toBeCloseTo(means.estimate, 9)
        expect(each.reason).toBe(means.reason)
        const rows = compareClusters(a, b, { counting: 'rows' })
        expect(rows.estimate).toBeCloseTo(meanOf(a.flat()) - meanOf(b.flat()), 9)
        expect(rows.rows).toEqual({ treated: a.flat().length, comparison: b.flat().length })
      }),
    )
  })

  test('clusters of one size weigh alike either way', () => {
    const [a, b] = [
      [
        [1, 2],
        [5, 3],
        [4, 4],
      ],
      [
        [0, 1],
        [2, 2],
        [1, 5],
      ],
    ]
    const [each, rows] = [compareClusters(a, b), compareClusters(a, b, { counting: 'rows' })]
    expect(rows.standardError).toBeCloseTo(each.standardError ?? 0, 12)
    expect(rows.degreesOfFreedom).toBeCloseTo(each.degreesOfFreedom ?? 0, 10)
  })

  test('a level of 1e9 keeps the digits of the differences', () => {
    const [a, b] = [
      [[1, 2], [5], [4, 4]],
      [[0, 1], [2, 2, 9], [1]],
    ]
    const lift = (clusters: number[][]) => clusters.map((rows) => rows.map((v) => v + 1e9))
    const [plain, lifted] = [
      compareClusters(a, b, { counting: 'rows' }),
      compareClusters(lift(a), lift(b), { counting: 'rows' }),
    ]
    expect(lifted.standardError).toBeCloseTo(plain.standardError ?? 0, 6)
  })

  test('an arm of one cluster has no interval, an empty cluster does not count, an empty arm is refused', () => {
    for (const counting of ['clusters', 'rows'] as const) {
      expect(compareClusters([[1, 2]], [[1], [2]], { counting })).toMatchObject({ low: null, reason: 'one-cluster' })
      expect(compareClusters([[1], [1]], [[2], [2, 2]], { counting })).toMatchObject({
        low: null,
        reason: 'no-variation',
      })
      expect(compareClusters([[1], [], [3]], [[2], [5]], { counting }).clusters).toEqual({ treated: 2, comparison: 2 })
      expect(() => compareClusters([[]], [[1], [2]], { counting })).toThrow(RangeError)
    }
  })
})
