import { describe, expect, test } from 'vitest'
import { bestOf } from './best-of.ts'
import { similarIndex } from './similar-index.ts'
import { termIndex } from './term-index.ts'
import { bankQuestions, questionPairs } from './testing/public-sets.ts'
import { wordsOf } from './words-of.ts'

// Figures of public sets, each with a floor a little below what was measured, beside BM25 on words as they stand.

interface Asked {
  /** The place of the text that is asked about: it is no answer to itself. */
  from: number
  isRight(place: number): boolean
}

/** The ten nearest of each question by both ways. */
function bothWays(texts: readonly string[], asked: readonly Asked[]) {
  const index = similarIndex()
  for (const [place, text] of texts.entries()) index.put(String(place), text)
  const plainIndex = termIndex()
  const words = texts.map((text) => wordsOf(text).map(({ folded }) => folded))
  for (const [place, each] of words.entries()) plainIndex.add(place, each)
  const fused = asked.map(({ from }) =>
    index.nearest(texts[from] as string, { exclude: (id) => id === String(from) }).map(({ id }) => Number(id)),
  )
  const plain = asked.map(({ from }) => {
    const best = bestOf(
      10,
      (a, b) => a - b,
      (place) => place !== from,
    )
    plainIndex.score(words[from] as string[], best)
    return best.sorted().map(({ item }) => item)
  })
  return { fused: figuresOf(asked, fused), plain: figuresOf(asked, plain) }
}

function figuresOf(asked: readonly Asked[], answers: readonly (readonly number[])[]) {
  const mean = (of: (right: boolean[]) => number) =>
    asked.reduce((sum, { isRight }, k) => sum + of((answers[k] ?? []).map(isRight)), 0) / asked.length
  return {
    recall: mean((right) => (right.includes(true) ? 1 : 0)),
    reciprocalRank: mean((right) => (right.includes(true) ? 1 / (right.indexOf(true) + 1) : 0)),
    precision: mean((right) => right.filter(Boolean).length / 10),
  }
}

type Figures = ReturnType<typeof figuresOf>

function written({ recall, reciprocalRank, precision }: Figures): string {
  return `Recall@10 ${recall.toFixed(3)}, MRR ${reciprocalRank.toFixed(3)}, right of ten ${precision.toFixed(3)}`
}

describe('on public sets', () => {
  test('finds the other wording of a question', async ({ annotate }) => {
    const pairs = questionPairs()
    // Some questions stand in several pairs: each is one text.
    const texts = [...new Set(pairs.flatMap(({ texts: both }) => both))]
    const asked = pairs
      .filter(({ gold }) => gold !== null && gold >= 4)
      .flatMap(({ texts: both }) => [both, both.toReversed()])
      .map(([from = '', wanted = '']) => ({
        from: texts.indexOf(from),
        isRight: (place: number) => texts[place] === wanted,
      }))
    expect(asked).toHaveLength(98)
    const { fused, plain } = bothWays(texts, asked)
    await annotate(`sts16: ${written(fused)}; plain words: ${written(plain)}`)
    // The set is easy: plain words find every one of the 98 among ten, ours all but one, and ours put them a little higher.
    expect(fused.recall).toBeGreaterThan(0.96)
    expect(fused.reciprocalRank).toBeGreaterThan(0.85)
    expect(fused.reciprocalRank).toBeGreaterThanOrEqual(plain.reciprocalRank)
  })

  test('finds questions with the same theme among 3,080, far better than plain words', async ({ annotate }) => {
    const questions = bankQuestions()
    expect(questions).toHaveLength(3_080)
    expect(new Set(questions.map(({ theme }) => theme)).size).toBe(77)
    const asked = questions.flatMap(({ theme }, from) =>
      from % 5 === 0 ? [{ from, isRight: (place: number) => questions[place]?.theme === theme }] : [],
    )
    const { fused, plain } = bothWays(
      questions.map(({ text }) => text),
      asked,
    )
    await annotate(`banking77: ${written(fused)}; plain words: ${written(plain)}`)
    expect(fused.recall).toBeGreaterThan(0.95)
    expect(fused.reciprocalRank).toBeGreaterThan(0.82)
    expect(fused.precision).toBeGreaterThan(0.58)
    expect(fused.reciprocalRank).toBeGreaterThan(plain.reciprocalRank + 0.02)
    expect(fused.precision).toBeGreaterThan(plain.precision + 0.05)
  })

  test('likeness goes with what people say', async ({ annotate }) => {
    const pairs = questionPairs()
    const index = similarIndex()
    for (const [k, { texts }] of pairs.entries()) index.put(`${k}`, texts[1])
    const judged = pairs.flatMap(({ gold, texts }, k) => {
      if (gold === null) return []
      const found = index.nearest(texts[0], { exclude: (id) => id !== `${k}` })
      return [{ gold, likeness: found[0]?.likeness ?? 0 }]
    })
    const r = correlation(
      judged.map(({ gold }) => gold),
      judged.map(({ likeness }) => likeness),
    )
    await annotate(`sts16, 209 pairs: correlation of likeness with gold ${r.toFixed(3)}; plain TF-IDF cosine 0.591`)
    expect(judged).toHaveLength(209)
    expect(r).toBeGreaterThan(0.62)
  })
})

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [mx, my] = [mean(x), mean(y)]
  const products = (a: readonly number[], ma: number, b: readonly number[], mb: number) =>
    a.reduce((sum, value, k) => sum + (value - ma) * ((b[k] as number) - mb), 0)
  return products(x, mx, y, my) / Math.sqrt(products(x, mx, x, mx) * products(y, my, y, my))
}
