/**
 * How much two bags of terms have in common, in [0, 1]: the cosine between them, each different term counting once, by its weight. The
 * same in both directions up to rounding; 1 when both have the same terms, 0 when they share none, also when there are none.
 *
 * @param weightOf Above 0 for each term.
 * @see Manning, Raghavan & Schütze (2008), Introduction to Information Retrieval, section 6.3.1.
 */
export function cosineOf(a: readonly string[], b: readonly string[], weightOf: (term: string) => number): number {
  const [mine, theirs] = [new Set(a), new Set(b)]
  const squares = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + weightOf(term) ** 2, 0)
  const both = squares([...mine].filter((term) => theirs.has(term)))
  if (both === 0) return 0
  // Rounding may leave the cosine of a text with itself a hair above 1.
  return Math.min(1, both / Math.sqrt(squares(mine) * squares(theirs)))
}
