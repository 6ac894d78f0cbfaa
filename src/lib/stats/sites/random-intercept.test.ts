import { describe, expect, test } from 'vitest'
import { compareMeans } from './compare-means.ts'
import { randomIntercept } from './random-intercept.ts'

// Davies & Goldsmith (1972), yield of dyestuff from six batches: the first example of Bates, lme4.
const batches = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
]
const rowsOf = (clusters: number[][], x = (_: number) => [1]) => ({
  y: clusters.flat(),
  x: clusters.flatMap((rows, i) => rows.map(() => x(i))),
  clusters: clusters.flatMap((rows, i) => rows.map(() => `c${i}`)),
})

describe('randomIntercept', () => {
  test('gives the published answer for dyestuff', () => {
    const answer = randomIntercept(rowsOf(batches))
    // 1764.05 and 2451.25; 1527.5 (19.3834).
    expect(answer.variance?.between).toBeCloseTo(1764.05, 2)
    expect(answer.variance?.within).toBeCloseTo(2451.25, 6)
    expect(answer.coefficients[0]?.estimate).toBeCloseTo(1527.5, 8)
    expect(answer.coefficients[0]?.standardError).toBeCloseTo(19.3834, 4)
    expect(answer.coefficients[0]?.degreesOfFreedom).toBe(5)
  })

  test('with clusters of one size, an effect between them is the t test on their means', () => {
    const answer = randomIntercept(rowsOf(batches, (i) => [1, i % 2]))
    const means = batches.map((rows) => rows.reduce((sum, v) => sum + v, 0) / rows.length)
    const t = compareMeans(
      means.filter((_, i) => i % 2 === 1),
      means.filter((_, i) => i % 2 === 0),
    )
    expect(answer.coefficients[1]?.estimate).toBeCloseTo(t.estimate, 8)
    expect(answer.coefficients[1]?.pValue).toBeCloseTo(t.pValue ?? 0, 6)
    const robust = randomIntercept(
      rowsOf(batches, (i) => [1, i % 2]),
      { errors: 'CR2' },
    ).coefficients[1]
    expect(robust?.standardError).toBeCloseTo(t.standardError ?? 0, 6)
    expect(robust?.degreesOfFreedom).toBeCloseTo(t.degreesOfFreedom ?? 0, 6)
  })

  test('says 0 between where clusters differ less than chance makes them', () => {
    const answer = randomIntercept(
      rowsOf([
        [1, 9, 5],
        [2, 8, 5],
        [3, 7, 5],
      ]),
    )
    expect(answer).toMatchObject({ variance: { between: 0 }, intraclusterCorrelation: 0 })
  })

  test('a level of 1e9 costs nothing but its own digits', () => {
    const lifted = randomIntercept(rowsOf(batches.map((rows) => rows.map((v) => v + 1e9))))
    expect(lifted.variance?.between).toBeCloseTo(1764.05, 1)
  })

  test('says what the data cannot give', () => {
    expect(randomIntercept(rowsOf([[1], [2], [4]]))).toMatchObject({
      variance: null,
      coefficients: [{ reason: 'no-variation' }],
    })
    expect(
      randomIntercept(
        rowsOf([
          [1, 1],
          [1, 1],
        ]),
      ).coefficients[0],
    ).toMatchObject({ estimate: 1, standardError: null })
    expect(randomIntercept(rowsOf(batches, () => [1, 2])).coefficients[1]?.reason).toBe('collinear')
    expect(() => randomIntercept(rowsOf(batches), { confidence: 2 })).toThrow(RangeError)
  })
})
