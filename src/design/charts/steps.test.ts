import { expect, test } from 'vitest'
import { diamondPath, stepPath } from './steps.ts'

const x = (at: number) => at * 10
const y = (value: number) => -value

test('a level that stays is one straight line, from edge to edge', () => {
  expect(stepPath([1, 1, 1], x, y)).toBe('M0 -1H20')
})
test('a new level is a step between two periods', () => {
  expect(stepPath([1, 2], x, y)).toBe('M0 -1H5V-2H10')
})
test('a gap is crossed at the level before, a new stretch is not joined', () => {
  expect(stepPath([1, null, 1], x, y)).toBe('M0 -1H5H20')
  expect(stepPath([1, 1, 3, 3], x, y, [2])).toBe('M0 -1H15M15 -3H30')
})
test('a diamond closes', () => {
  expect(diamondPath(5, 5, 2)).toBe('M5 3l2 2l-2 2l-2 -2Z')
})
