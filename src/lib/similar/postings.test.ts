import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemIn, postings, timesIn } from './postings.ts'

const read = (lists: ReturnType<typeof postings>, term: number) =>
  [...lists.read(term)].map((entry) => [itemIn(entry), timesIn(entry)])

describe('postings', () => {
  test('gives back what was added, whatever the lengths of the lists', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 3_000 }), (terms) => {
        const lists = postings()
        const expected = new Map<number, [number, number][]>()
        for (const [item, term] of terms.entries()) {
          lists.add(term, item, 1 + (item % 4))
          expected.set(term, [...(expected.get(term) ?? []), [item, 1 + (item % 4)]])
        }
        for (const [term, entries] of expected) {
          expect(read(lists, term)).toEqual(entries)
          expect(lists.frequencyOf(term)).toBe(entries.length)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('holds a long list beside many short ones, over many pages', () => {
    const lists = postings()
    for (let item = 0; item < 20_000; item++) {
      lists.add(0, item, 1)
      lists.add(1 + item, item, 9)
    }
    expect(read(lists, 0)).toEqual(Array.from({ length: 20_000 }, (_, item) => [item, 1]))
    for (const term of [1, 5_000, 20_000]) expect(read(lists, term)).toEqual([[term - 1, 4]])
  })

  test('a dropped item counts no longer', () => {
    const lists = postings()
    lists.add(7, 1, 1)
    lists.add(7, 2, 1)
    lists.drop(7)
    expect(lists.frequencyOf(7)).toBe(1)
  })

  test('a term that nothing has is empty', () => {
    expect(read(postings(), 5_000_000)).toEqual([])
    expect(postings().frequencyOf(5_000_000)).toBe(0)
  })
})
