import type { Language } from './language.ts'
import { stemEnglish } from './stem-english.ts'
import { stemGerman } from './stem-german.ts'
import { stopWords } from './stop-words.ts'

const stemmers: Record<Language, (word: string) => string> = { en: stemEnglish, de: stemGerman }

/** Hardly anybody writes with more different words; a flood of made-up ones must not stay in memory. */
const mostKept = 50_000

/**
 * Gives the stem of each of a text's folded words (see `wordsOf`), '' for a stop word. With two languages a word goes through both
 * stemmers, one after the other: a text need not say which it is in, `Scanner` is one word in both, and on English questions
 * it finds as much as the English stemmer alone. A text of nothing but stop words keeps them.
 */
export function stemmer(languages: readonly Language[]): (words: readonly string[]) => string[] {
  const stops = stopWords(languages)
  // To stem costs a hundred times what it costs to look up, and few words make up most of all texts.
  const kept = new Map<string, string>()

  function stemOf(word: string): string {
    const known = kept.get(word)
    if (known !== undefined) return known
    const stem = languages.reduce((shorter, language) => stemmers[language](shorter), word)
    if (kept.size >= mostKept) kept.clear()
    kept.set(word, stem)
    return stem
  }

  return (words) => {
    const hasMeaning = words.some((word) => !stops.has(word))
    return words.map((word) => (hasMeaning && stops.has(word) ? '' : stemOf(word)))
  }
}
