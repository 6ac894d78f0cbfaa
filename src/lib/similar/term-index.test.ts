import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestOf } from './best-of.ts'
import { type TermIndex, termIndex } from './term-index.ts'
import { formulaScores } from './testing/formula-scores.ts'

const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 })

function scoresOf(index: TermIndex, asked: readonly string[], size: number): number[] {
  const best = bestOf(100, (a, b) => a - b)
  index.score(asked, best)
  const scores = Array<number>(size).fill(0)
  for (const { item, score } of best.sorted()) scores[item] = score
  return scores
}

describe('termIndex', () => {
  test('scores as BM25 says, computed over every text', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, asked) => {
        const index = termIndex()
        for (const [item, terms] of texts.entries()) index.add(item, terms)
        const expected = formulaScores(texts, asked)
        for (const [k, score] of scoresOf(index, asked, texts.length).entries())
          expect(score).toBeCloseTo(expected[k] ?? 0, 10)
      }),
    )
  })

  test('what was removed is as if it had never been there, before and after the numbers are set anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 12 }), text, (texts, asked) => {
        const index = termIndex()
        const fresh = termIndex()
        const numbers = new Uint32Array(texts.length)
        let kept = 0
        for (const [item, [terms, isKept]] of texts.entries()) {
          index.add(item, terms)
          if (!isKept) continue
          numbers[item] = kept
          fresh.add(kept++, terms)
        }
        for (const [item, [terms, isKept]] of texts.entries()) if (!isKept) index.remove(item, terms)
        const expected = scoresOf(fresh, asked, kept)
        const before = scoresOf(index, asked, texts.length)
        expect(before.filter((_, item) => texts[item]?.[1])).toEqual(expected)
        index.renumber(numbers)
        expect(scoresOf(index, asked, kept)).toEqual(expected)
        index.add(kept, ['a', 'b'])
        fresh.add(kept, ['a', 'b'])
        expect(scoresOf(index, asked, kept + 1)).toEqual(scoresOf(fresh, asked, kept + 1))
      }),
    )
  })

  test('the rarer, the more a term counts, and never less than nothing', () => {
    const index = termIndex()
    for (let item = 0; item < 10; item++) index.add(item, item === 0 ? ['all', 'one'] : ['all'])
    expect(index.weightOf('none')).toBeGreaterThan(index.weightOf('one'))
    expect(index.weightOf('one')).toBeGreaterThan(index.weightOf('all'))
    expect(index.weightOf('all')).toBeGreaterThan(0)
  })

  test('reads the rarest terms first, and stops before a common one that would take too long', () => {
    const index = termIndex()
    for (let item = 0; item < 60_000; item++) index.add(item, item === 5 ? ['rare', 'x', 'y'] : ['x', 'y'])
    const best = bestOf(100_000, (a, b) => a - b)
    index.score(['x', 'rare', 'y'], best)
    // 1 + 60,000 entries, and not 60,000 more.
    const [first, second] = best.sorted()
    expect(first?.item).toBe(5)
    expect(second?.score).toBeLessThan(1.5 * index.weightOf('x'))
  })
})
