import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf } from './best-of.ts'

test('is the head of the whole sorted list, whatever the order of arrival', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (scores, most) => {
      const best = bestOf(
        most,
        (a, b) => a - b,
        (item) => item % 7 !== 0,
      )
      for (const [item, score] of scores.entries()) best.add(item, score)
      const all = scores.map((score, item) => ({ item, score })).filter(({ item }) => item % 7 !== 0)
      expect(best.sorted()).toEqual(all.sort((a, b) => b.score - a.score || a.item - b.item).slice(0, most))
    }),
  )
})
