import { bestOf, type Scored } from './best-of.ts'
import { cosineOf } from './cosine-of.ts'
import { fuseRanks } from './fuse-ranks.ts'
import { gramsOf } from './grams-of.ts'
import type { Language } from './language.ts'
import { sharedWords } from './shared-words.ts'
import { stemmer } from './stems-of.ts'
import { type TermIndex, termIndex } from './term-index.ts'
import { type Word, wordsOf } from './words-of.ts'

/** A text like the one that was asked about. */
export interface Neighbour {
  readonly id: string
  /** Its place, in (0, 1]: 1 is first by words and first by characters. Says nothing about how alike the texts are. */
  readonly score: number
  /** How alike the texts are, in [0, 1], the same in both directions: 1 has the same words, 0 nothing in common. */
  readonly likeness: number
  /** Why: words of the text that was asked about, as written there, that the other has in some form; the rarest first. */
  readonly shared: readonly string[]
}

export interface NearestOptions {
  /** How many at most, a whole number in 1..1,000; default 10. */
  most?: number
  /** Whether to leave out an item: the one that is asked about, or what the reader may not see. Default: none. */
  exclude?: (id: string) => boolean
}

/** Short texts by id, and the ones most like another. */
export interface SimilarIndex {
  /** How many texts it holds. */
  readonly size: number
  /** Takes in a text. One that has this id already is replaced. The first 2,000 characters count. */
  put(id: string, text: string): void
  /** Forgets a text. @returns Whether it was there. */
  remove(id: string): boolean
  /**
   * The texts most like `text`, the nearest first: copies of it, then by `score`, then by `id`. Only what shares something: fewer than
   * `most`, or none, where nothing does.
   * @throws {RangeError} when `most` is out of its range.
   */
  nearest(text: string, options?: NearestOptions): Neighbour[]
}

export interface SimilarIndexOptions {
  /** The languages that texts are written in, at least one; default English and German. */
  languages?: readonly Language[]
}

/** How deep each ranking goes that is fused. */
const depth = 100

/** Numbers of removed texts are taken back when they outnumber those in use by this many. */
const spareNumbers = 4_096

interface Terms {
  readonly words: readonly string[]
  /** By word; '' for a stop word. */
  readonly stems: readonly string[]
  readonly grams: readonly string[]
}

interface AskedTerms extends Terms {
  readonly written: readonly string[]
}

/**
 * An index in memory of short texts: titles, ideas, wishes. Two rankings, each with what the other lacks, fused by their places: BM25
 * on stemmed words, and BM25 on runs of three and four characters.
 *
 * The answers depend on the texts it holds and on nothing else: not on the order they came in, nor on what was there before.
 *
 * When not to use it: for texts of different wording with one meaning (it knows letters, not meanings), and for documents (see
 * `READ_AT_MOST`).
 */
export function similarIndex({ languages = ['en', 'de'] }: SimilarIndexOptions = {}): SimilarIndex {
  if (languages.length === 0) throw new RangeError('an index needs a language')
  const stemsOf = stemmer(languages)
  const byWords = termIndex()
  const byGrams = termIndex()
  const numberOf = new Map<string, number>()
  /** By number: the id, and the text as folded words; both '' where it was removed. */
  let ids: string[] = []
  let texts: string[] = []
  const copies = new Map<string, number[]>()

  function termsOf(spoken: string): Terms {
    const words = spoken.split(' ').filter((word) => word !== '')
    return { words, stems: stemsOf(words), grams: gramsOf(spoken) }
  }

  function put(id: string, text: string): void {
    const spoken = spokenOf(wordsOf(text))
    const before = numberOf.get(id)
    if (before !== undefined && texts[before] === spoken) return
    remove(id)
    const number = ids.push(id) - 1
    texts.push(spoken)
    numberOf.set(id, number)
    const { stems, grams } = termsOf(spoken)
    byWords.add(number, stems.filter(hasMeaning))
    byGrams.add(number, grams)
    const others = copies.get(spoken)
    if (others) others.push(number)
    else copies.set(spoken, [number])
  }

  function remove(id: string): boolean {
    const number = numberOf.get(id)
    if (number === undefined) return false
    const text = texts[number] as string
    const { stems, grams } = termsOf(text)
    byWords.remove(number, stems.filter(hasMeaning))
    byGrams.remove(number, grams)
    const others = (copies.get(text) ?? []).filter((other) => other !== number)
    if (others.length > 0) copies.set(text, others)
    else copies.delete(text)
    numberOf.delete(id)
    ids[number] = ''
    texts[number] = ''
    if (ids.length > 2 * numberOf.size + spareNumbers) renumber()
    return true
  }

  /** Numbers without gaps again, in the old order. */
  function renumber(): void {
    const kept = [...numberOf.values()].sort((a, b) => a - b)
    const numbers = new Uint32Array(ids.length)
    for (const [number, old] of kept.entries()) numbers[old] = number
    byWords.renumber(numbers)
    byGrams.renumber(numbers)
    ids = kept.map((old) => ids[old] as string)
    texts = kept.map((old) => texts[old] as string)
    for (const [number, id] of ids.entries()) numberOf.set(id, number)
    for (const [text, old] of copies)
      copies.set(
        text,
        old.map((each) => numbers[each] as number),
      )
  }

  function nearest(text: string, { most = 10, exclude }: NearestOptions = {}): Neighbour[] {
    if (!(Number.isInteger(most) && most >= 1 && most <= 1_000))
      throw new RangeError(`most must be a whole number in 1..1,000, got ${most}`)
    const words = wordsOf(text)
    const spoken = spokenOf(words)
    if (spoken === '') return []
    const asked = { ...termsOf(spoken), written: words.map(({ written }) => written) }
    const isWanted = (item: number) => !exclude?.(ids[item] as string)
    const ranked = (index: TermIndex, terms: readonly string[]) => {
      const best = bestOf(Math.max(depth, most), byId, isWanted)
      index.score(terms, best)
      return best.sorted()
    }
    const fused = fuseRanks([ranked(byWords, asked.stems.filter(hasMeaning)), ranked(byGrams, asked.grams)])
    // Copies are first by words and by characters, whatever weights say: a text that repeats itself must not stand above them.
    const same = bestOf(most, byId, isWanted)
    for (const item of copies.get(spoken) ?? []) {
      fused.delete(item)
      same.add(item, 1)
    }
    const others = bestOf(most, byId)
    for (const [item, score] of fused) others.add(item, score)
    return [...same.sorted(), ...others.sorted()].slice(0, most).map((found) => neighbourOf(asked, found))
  }

  function neighbourOf(asked: AskedTerms, { item, score }: Scored): Neighbour {
    const found = termsOf(texts[item] as string)
    const byStems = cosineOf(asked.stems.filter(hasMeaning), found.stems.filter(hasMeaning), byWords.weightOf)
    const byCharacters = cosineOf(asked.grams, found.grams, byGrams.weightOf)
    return {
      id: ids[item] as string,
      score,
      likeness: (byStems + byCharacters) / 2,
      shared: sharedWords(asked, found, byWords.weightOf),
    }
  }

  function byId(a: number, b: number): number {
    return (ids[a] as string) < (ids[b] as string) ? -1 : 1
  }

  return {
    get size() {
      return numberOf.size
    },
    put,
    remove,
    nearest,
  }
}

/** The words alone, with a space at both ends and between; '' when there is none. What copies have in common. */
function spokenOf(words: readonly Word[]): string {
  return words.length === 0 ? '' : ['', ...words.map(({ folded }) => folded), ''].join(' ')
}

function hasMeaning(stem: string): boolean {
  return stem !== ''
}
