import { describe, expect, test } from 'vitest'
import { areYesNo, evenly, labelsBeside, labelsInside, lastOf, linePath, loners } from './series.ts'

const same = (value: number) => value

describe('a line', () => {
  test('breaks where a value is missing', () => {
    expect(linePath([1, 2, null, 4, 5], same, same)).toBe('M0 1L1 2M3 4L4 5')
  })
  test('shows a value without neighbours as a dot', () => {
    expect(loners([1, null, 3, null, 5, 6])).toEqual([0, 2])
    expect(loners([7])).toEqual([0])
    expect(loners([1, 2])).toEqual([])
  })
  test('ends at the last value that is there', () => {
    expect(lastOf([1, 2, null])).toEqual({ index: 1, value: 2 })
    expect(lastOf([null, null])).toBeNull()
  })
})

test('many things are thinned evenly, and the same way each time', () => {
  const things = Array.from({ length: 410 }, (_, index) => index)
  const some = evenly(things, 40)
  expect(some).toHaveLength(40)
  expect(some[0]).toBe(0)
  expect(some).toEqual(evenly(things, 40))
  expect(evenly([1, 2], 40)).toEqual([1, 2])
})

test('sites that only say 0 or 1 are told apart from those that count', () => {
  expect(areYesNo([[0, 1, null], [1]])).toBe(true)
  expect(areYesNo([[0, 1, 2]])).toBe(false)
  expect(areYesNo([[0.5]])).toBe(false)
  expect(areYesNo([[null]])).toBe(false)
})

describe('labels at the end of lines', () => {
  const labels = [
    { key: 'a', name: 'Evening order', detail: '6 wards, 4.4 h', value: '4.4 h', y: 100 },
    { key: 'b', name: 'As before', detail: '6 wards, 5.6 h', value: '5.6 h', y: 104 },
  ]
  test('beside the picture they do not touch', () => {
    const [first, second] = labelsBeside(labels, 30, 300, 120)
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThanOrEqual(32)
    expect(first?.lines).toEqual(['Evening order', '6 wards, 4.4 h'])
  })
  test('inside it the upper stands above and the lower below', () => {
    const placed = labelsInside(labels, 46, 260, 300)
    expect(placed.find((label) => label.key === 'a')?.y).toBeLessThan(100)
    expect(placed.find((label) => label.key === 'b')?.y).toBeGreaterThan(104)
  })
})
