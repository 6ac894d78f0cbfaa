import { expect, test } from 'vitest'
import { isAnonymityOffered } from './anonymity-set.ts'

test('anonymity is offered where at least five people stand behind a token', () => {
  expect([0, 1, 4, 5, 6, 100_000].map(isAnonymityOffered)).toEqual([false, false, false, true, true, true])
})

test('what is no count of people is refused, not taken for a large one', () => {
  for (const wrong of [-1, 4.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => isAnonymityOffered(wrong)).toThrow(RangeError)
})
