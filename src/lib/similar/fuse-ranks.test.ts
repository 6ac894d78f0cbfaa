import { expect, test } from 'vitest'
import { fuseRanks } from './fuse-ranks.ts'

const list = (...pairs: [item: number, score: number][]) => pairs.map(([item, score]) => ({ item, score }))

test('first in all lists is 1, and places add up', () => {
  const fused = fuseRanks([list([7, 9], [8, 5]), list([7, 0.3], [9, 0.2])])
  expect(fused.get(7)).toBe(1)
  expect(fused.get(8)).toBeCloseTo(21 / 22 / 2, 12)
  expect(fused.get(9)).toBeCloseTo(21 / 22 / 2, 12)
})

test('equal scores share the best place', () => {
  const fused = fuseRanks([list([1, 5], [2, 5], [3, 4])])
  expect([fused.get(1), fused.get(2), fused.get(3)]).toEqual([1, 1, 21 / 23])
})

test('no lists, no scores', () => {
  expect(fuseRanks([[], []]).size).toBe(0)
})
