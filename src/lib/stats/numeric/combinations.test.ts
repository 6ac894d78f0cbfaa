import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCombinations, drawCombinations, visitCombinations } from './combinations.ts'
import { seededGenerator } from './seeded-generator.ts'

describe('countCombinations', () => {
  test.each([
    [0, 0, 1],
    [10, 6, 210],
    [19, 9, 92378],
    [39, 1, 39],
    [52, 5, 2598960],
    [56, 28, 7648690600760440],
  ])('%d choose %d is %d, exactly', (n, k, expected) => {
    expect(countCombinations(n, k)).toBe(expected)
  })

  test('is close beyond 2^53 and Infinity beyond numbers', () => {
    expect(countCombinations(100, 50) / 1.00891344545564e29).toBeCloseTo(1, 12)
    expect(countCombinations(3000, 1500)).toBe(Number.POSITIVE_INFINITY)
  })

  test.each([
    [3, 4],
    [3, -1],
    [2.5, 1],
  ])('refuses %d choose %d', (n, k) => {
    expect(() => countCombinations(n, k)).toThrow(RangeError)
  })
})

describe('visitCombinations', () => {
  test('shows every choice once, the first one first', () => {
    const seen: string[] = []
    visitCombinations(4, 2, (indices) => seen.push(indices.join('')))
    expect(seen).toEqual(['01', '02', '03', '12', '13', '23'])
  })

  test('shows as many as there are', () => {
    const sizes = fc.integer({ min: 0, max: 12 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })))
    fc.assert(
      fc.property(sizes, ([n, k]) => {
        const seen = new Set<string>()
        visitCombinations(n, k, (indices) => seen.add(indices.join()))
        expect(seen.size).toBe(countCombinations(n, k))
      }),
    )
  })
})

test('drawCombinations draws every choice about equally often', () => {
  const seen = new Map<string, number>()
  drawCombinations(5, 2, 10_000, seededGenerator(3), (indices) => {
    const key = [...indices].sort().join('')
    seen.set(key, (seen.get(key) ?? 0) + 1)
  })
  expect(seen.size).toBe(10)
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
