/** A text as words, each list as long as the others. */
interface StemmedText {
  /** Folded (see `wordsOf`). */
  readonly words: readonly string[]
  /** '' for a stop word. */
  readonly stems: readonly string[]
}

/** Below this a word is in another by chance: `ort` in `Transport`. */
const shortestPart = 4

/**
 * The words of `asked` that another text has in some form, as they are written, each once, the rarest first: by their stem, or as a
 * part of a longer word (`Drucker` of `Etikettendrucker`), in either direction.
 *
 * @param weightOf The larger the rarer.
 */
export function sharedWords(
  asked: StemmedText & { readonly written: readonly string[] },
  other: StemmedText,
  weightOf: (stem: string) => number,
): string[] {
  const stems = new Set(other.stems)
  const shared = new Map<string, { written: string; weight: number }>()
  for (const [k, word] of asked.words.entries()) {
    const stem = asked.stems[k] as string
    if (stem === '' || shared.has(word)) continue
    if (stems.has(stem) || other.words.some((theirs) => isPartOf(word, theirs) || isPartOf(theirs, word)))
      shared.set(word, { written: asked.written[k] as string, weight: weightOf(stem) })
  }
  return [...shared.values()].sort((a, b) => b.weight - a.weight).map(({ written }) => written)
}

function isPartOf(part: string, whole: string): boolean {
  return part.length >= shortestPart && whole.includes(part)
}
