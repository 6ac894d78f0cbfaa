import { describe, expect, test } from 'vitest'
import { periodsOf } from './panel.ts'

const site = (name: string, values: (number | null)[]) => ({ name, treated: false, values })

describe('periodsOf', () => {
  test('counts the periods of a well-formed panel, however many there are', () => {
    expect(periodsOf({ sites: [site('a', [1, null]), site('b', [2, 3])], since: 1 })).toBe(2)
    expect(periodsOf({ sites: [], since: 1 })).toBe(0)
  })

  test('leaves a start outside the periods to the caller', () => {
    expect(periodsOf({ sites: [site('a', [1, 2])], since: 99 })).toBe(2)
  })

  test.each([
    ['a name twice', [site('a', [1]), site('a', [1])], 1],
    ['an empty name', [site('', [1])], 1],
    ['sites of different lengths', [site('a', [1]), site('b', [1, 2])], 1],
    ['a value that is not a number', [site('a', [Number.NaN])], 1],
    ['an infinite value', [site('a', [Number.POSITIVE_INFINITY])], 1],
    ['a value too large to square', [site('a', [1e101])], 1],
    ['a start between two periods', [site('a', [1])], 0.5],
  ])('refuses %s', (_, sites, since) => {
    expect(() => periodsOf({ sites, since })).toThrow(RangeError)
  })
})
