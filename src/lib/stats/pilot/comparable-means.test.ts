import { describe, expect, test } from 'vitest'
import { comparableMeans } from './comparable-means.ts'

const means = (sites: (number | null)[][]) => comparableMeans(sites, sites[0]?.length ?? 0).map(({ mean }) => mean)

describe('comparableMeans', () => {
  test('is the plain mean where nothing is missing', () => {
    expect(
      means([
        [300, 302],
        [380, 382],
      ]),
    ).toEqual([340, 342])
  })

  test('makes no step of a large site that is missing', () => {
    const [before, without] = means([
      [300, 300],
      [310, 310],
      [410, null],
    ])
    expect(before).toBe(340)
    expect(without).toBeCloseTo(340, 9)
  })

  test('stays empty where most sites are missing: one that is early stands for nobody else', () => {
    expect(
      means([
        [300, 311],
        [340, null],
        [380, null],
      ])[1],
    ).toBeNull()
    expect(
      comparableMeans(
        [
          [1, 2],
          [1, null],
          [1, 2],
        ],
        2,
      )[1]?.sites,
    ).toBe(2)
  })

  test('a site that never has a value is as if it were not there', () => {
    expect(
      means([
        [5, 6],
        [null, null],
      ]),
    ).toEqual([5, 6])
    expect(means([[null, null]])).toEqual([null, null])
  })
})
