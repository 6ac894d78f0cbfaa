/** One word of a text. */
export interface Word {
  /** As it stands in the text, in composed form. */
  readonly written: string
  /** What words are compared by: lower case, without accents, apostrophes and vowel points, ß as ss. */
  readonly folded: string
}

/** No more of a text is read, in UTF-16 units: a very long one must not hold up the others. */
export const READ_AT_MOST = 2_000

/** Of one word, in UTF-16 units: longer ones are addresses, keys or noise. */
const longestWord = 64

/** Letters and digits of any script with their marks and inner apostrophes; or one picture sign. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*|\p{Extended_Pictographic}/gu

/** Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and tatweel. Marks of other scripts are letters in all but name. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'’]/g

/**
 * The words of a text, in order: of the first 2,000 UTF-16 units, each cut at 64. Spaces, punctuation and signs part them. Picture signs
 * are words; a script without spaces gives one word a sentence.
 *
 * @see Unicode Standard Annex 15 (NFKC) and 44 (general categories).
 */
export function wordsOf(text: string): Word[] {
  const composed = wellFormed(text.slice(0, READ_AT_MOST)).normalize('NFKC')
  const words: Word[] = []
  for (const [found] of composed.matchAll(word)) {
    const written = found.length > longestWord ? wellFormed(found.slice(0, longestWord)) : found
    const folded = foldWord(written)
    if (folded !== '') words.push({ written, folded })
  }
  return words
}

function foldWord(written: string): string {
  const lower = written.toLowerCase()
  if (/^[a-z0-9]*$/.test(lower)) return lower
  return lower.normalize('NFKD').replace(marks, '').normalize('NFKC').replaceAll('ß', 'ss')
}

/** Without the half of a pair that the cut, or the sender, left behind. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '')
}
