/**
 * BM25 by the formula, over every text: a second way to the figures of `termIndex`. 0 where nothing is shared.
 */
export function formulaScores(texts: readonly (readonly string[])[], asked: readonly string[]): number[] {
  const filled = texts.filter(({ length }) => length > 0)
  const average = filled.reduce((sum, { length }) => sum + length, 0) / filled.length
  const weights = new Map(
    [...new Set(asked)].map((term) => {
      const found = texts.filter((text) => text.includes(term)).length
      return [term, Math.log(1 + (filled.length - found + 0.5) / (found + 0.5))]
    }),
  )
  return texts.map((text) => {
    let score = 0
    for (const [term, weight] of weights) {
      const times = text.filter((each) => each === term).length
      score += (weight * times * 2.2) / (times + 1.2 * (1 - 0.75 + (0.75 * text.length) / average))
    }
    return score
  })
}
