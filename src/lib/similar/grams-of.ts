/**
 * All runs of three and four characters of a text, which begins and ends with a space and has one between words: ` sc`, `sca`,
 * ` sca` and so on. They find what stems do not: half a word while it is typed, a slip of the finger, the parts of
 * `Etikettendrucker`.
 *
 * @param text Folded words (see `wordsOf`).
 * @returns In order, repeats included.
 */
export function gramsOf(text: string): string[] {
  const grams: string[] = []
  const beyond = /[\u{10000}-\u{10ffff}]/u.test(text)
  // Characters, not halves of them; only signs and scripts beyond the first plane need the slower way.
  const characters = beyond ? Array.from(text) : text
  for (let at = 0; at + 3 <= characters.length; at++)
    for (const size of at + 4 <= characters.length ? [3, 4] : [3]) {
      const gram = characters.slice(at, at + size)
      grams.push(typeof gram === 'string' ? gram : gram.join(''))
    }
  return grams
}
