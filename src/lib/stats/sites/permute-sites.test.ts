import { describe, expect, test } from 'vitest'
import { permuteSites } from './permute-sites.ts'

const seed = 1

describe('permuteSites', () => {
  test('counts the arrangements of the mouse data exactly', () => {
    // Efron & Tibshirani (1993), An Introduction to the Bootstrap, table 2.1; counted by a second program.
    const treated = [94, 197, 16, 38, 99, 141, 23]
    const control = [52, 104, 146, 10, 51, 30, 40, 27, 46]
    const answer = permuteSites(treated, control, { seed, statistic: 'difference' })
    expect(answer).toMatchObject({ arrangements: 11440, exact: true, smallestPossibleP: 1 / 11440, rank: 3184 })
    expect(answer.estimate).toBeCloseTo(30.63, 2)
    expect(answer.pValue).toBe(3184 / 11440)
    expect(permuteSites(treated, control, { seed }).rank).toBe(3513)
  })

  test('one treated site is ranked among all', () => {
    expect(permuteSites([9], [1, 2, 3, 2, 1, 3, 2, 1, 2], { seed })).toMatchObject({
      rank: 1,
      arrangements: 10,
      pValue: 0.1,
    })
    expect(permuteSites([2], [1, 9, 3], { seed })).toMatchObject({ arrangements: 4, smallestPossibleP: 0.25 })
  })

  test('ties share the worst place', () => {
    expect(permuteSites([9], [9, 1, 1, 1], { seed })).toMatchObject({ rank: 2, pValue: 0.4 })
  })

  test('three against three can never be beyond chance at 5 %', () => {
    expect(permuteSites([101, 102, 103], [1, 2, 3], { seed })).toMatchObject({ pValue: 0.1, smallestPossibleP: 0.1 })
  })

  test('tests any effect, not only none', () => {
    const [treated, comparison] = [
      [15, 14, 17, 15],
      [5, 4, 7, 5],
    ]
    expect(permuteSites(treated, comparison, { seed, nullEffect: 10 }).pValue).toBe(1)
    expect(permuteSites(treated, comparison, { seed }).pValue).toBe(2 / 70)
  })

  test('over all arrangements of any data, p is at most the level in at most that share of them', () => {
    // This is what makes the test exact; it holds for every data set, so no simulation is needed.
    const data = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    for (const size of [1, 3, 5]) {
      const pValues: number[] = []
      for (let mask = 0; mask < 1024; mask++) {
        const treated = data.filter((_, i) => (mask >> i) & 1)
        if (treated.length !== size) continue
        const comparison = data.filter((_, i) => !((mask >> i) & 1))
        pValues.push(permuteSites(treated, comparison, { seed }).pValue)
      }
      for (const level of [0.01, 0.05, 0.1, 0.25, 0.5]) {
        const rejected = pValues.filter((p) => p <= level + 1e-12).length / pValues.length
        expect(rejected).toBeLessThanOrEqual(level + 1e-12)
      }
    }
  })
})
