import { expect, test } from 'vitest'
import { cosineOf } from './cosine-of.ts'

const weights: Record<string, number> = { a: 1, b: 2, c: 2 }
const weightOf = (term: string) => weights[term] ?? 0.1

test('a small example by hand', () => {
  // a and b against b and c: 4 in common, lengths √5 and √8.
  expect(cosineOf(['a', 'b', 'b'], ['c', 'b'], weightOf)).toBeCloseTo(4 / Math.sqrt(40), 12)
})

test('1 for the same terms, 0 for none in common or none at all', () => {
  expect(cosineOf(['a', 'd', 'c'], ['c', 'a', 'd', 'd'], weightOf)).toBeCloseTo(1, 12)
  expect(cosineOf(['a'], ['b'], weightOf)).toBe(0)
  expect(cosineOf([], [], weightOf)).toBe(0)
})
