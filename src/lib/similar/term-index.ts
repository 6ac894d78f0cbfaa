import type { BestOf } from './best-of.ts'
import { itemIn, type Postings, postings, timesIn } from './postings.ts'

/** Texts as bags of terms, weighed by BM25. Items are small whole numbers, each used once. */
export interface TermIndex {
  /** Items come in ascending order. */
  add(item: number, terms: readonly string[]): void
  /** @param terms The ones it was added with. */
  remove(item: number, terms: readonly string[]): void
  /** What one occurrence of a term counts: 0 or more, the larger the fewer items have it. */
  weightOf(term: string): number
  /** Hands each item that shares a term over to `best`, once, with its BM25 score (above 0). */
  score(terms: readonly string[], best: BestOf): void
  /** Forgets what was removed. `numbers` holds the new number of each item by its old one; they keep their order. */
  renumber(numbers: Uint32Array): void
}

/** How fast more occurrences stop counting, and how much long texts are held back: the usual values, which the sets confirm. */
const saturation = 1.2
const lengthShare = 0.75

/**
 * So many entries are read for one question, the rarest terms first: the common ones cost most and say least. Enough to read
 * everything in a collection of some thousands; at 100,000 texts it holds a question to a few ms.
 */
const readAtMost = 100_000

/**
 * An index without a text.
 *
 * @see Robertson & Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond, sections 3.4 and 3.5. The weight is
 *   ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative.
 */
export function termIndex(): TermIndex {
  let lists: Postings = postings()
  let numberOf = new Map<string, number>()
  /** By item: how many terms it has; 0 when it was removed. */
  let lengths = new Uint32Array(1024)
  let scores = new Float64Array(1024)
  let touched = new Uint32Array(1024)
  let items = 0
  let occurrences = 0

  function frequencyOf(term: string): number {
    const number = numberOf.get(term)
    return number === undefined ? 0 : lists.frequencyOf(number)
  }

  function weight(found: number): number {
    return Math.log1p((items - found + 0.5) / (found + 0.5))
  }

  /** The terms to look up, the rarest first. In the order of the text where they are as rare: it decides how sums are rounded. */
  function chosen(terms: readonly string[]): string[] {
    let entries = 0
    return [...new Set(terms)]
      .map((term) => ({ term, found: frequencyOf(term) }))
      .filter(({ found }) => found > 0)
      .sort((a, b) => a.found - b.found)
      .filter(({ found }, place) => {
        entries += found
        return place === 0 || entries <= readAtMost
      })
      .map(({ term }) => term)
  }

  return {
    add(item, terms) {
      if (terms.length === 0) return
      if (item >= lengths.length) {
        const length = 2 * item
        lengths = grown(lengths, length)
        touched = grown(touched, length)
        scores = new Float64Array(length)
      }
      for (const [term, times] of timesOf(terms)) {
        let number = numberOf.get(term)
        if (number === undefined) {
          number = numberOf.size
          numberOf.set(term, number)
        }
        lists.add(number, item, times)
      }
      lengths[item] = terms.length
      items += 1
      occurrences += terms.length
    },

    remove(item, terms) {
      if (terms.length === 0) return
      for (const term of new Set(terms)) {
        const number = numberOf.get(term)
        if (number !== undefined) lists.drop(number)
      }
      lengths[item] = 0
      items -= 1
      occurrences -= terms.length
    },

    weightOf: (term) => weight(frequencyOf(term)),

    score(terms, best) {
      const norms = { slope: (saturation * lengthShare * items) / occurrences, floor: saturation * (1 - lengthShare) }
      let count = 0
      for (const term of chosen(terms)) {
        const gain = weight(frequencyOf(term)) * (saturation + 1)
        const entries = lists.read(numberOf.get(term) as number)
        count = addUp(entries, { gain, ...norms, lengths, scores, touched, count })
      }
      for (let k = 0; k < count; k++) {
        const item = touched[k] as number
        const score = scores[item] as number
        scores[item] = 0
        best.add(item, score)
      }
    },

    renumber(numbers) {
      const before = { lists, numberOf, lengths }
      lists = postings()
      numberOf = new Map()
      lengths = new Uint32Array(before.lengths.length)
      for (const [term, old] of before.numberOf) {
        if (before.lists.frequencyOf(old) === 0) continue
        const number = numberOf.size
        numberOf.set(term, number)
        for (const entry of before.lists.read(old)) {
          const item = itemIn(entry)
          if (before.lengths[item]) lists.add(number, numbers[item] as number, timesIn(entry))
        }
      }
      for (const [old, number] of numbers.entries()) if (before.lengths[old]) lengths[number] = before.lengths[old]
    },
  }
}

interface Sums {
  /** What a term counts at most. */
  gain: number
  floor: number
  slope: number
  lengths: Uint32Array
  scores: Float64Array
  /** The items that have a score, the first `count` of them. */
  touched: Uint32Array
  count: number
}

/** Adds what one term gives to the scores of its items. @returns How many items have a score now. */
function addUp(entries: Uint32Array, { gain, floor, slope, lengths, scores, touched, count: before }: Sums): number {
  // Where nearly all of the time goes: plain numbers, nothing created.
  let count = before
  for (let k = 0; k < entries.length; k++) {
    const entry = entries[k] as number
    const item = itemIn(entry)
    const length = lengths[item] as number
    if (length === 0) continue
    const times = timesIn(entry)
    const score = scores[item] as number
    if (score === 0) touched[count++] = item
    scores[item] = score + (gain * times) / (times + floor + slope * length)
  }
  return count
}

function timesOf(terms: readonly string[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1)
  return times
}

function grown(list: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(length)
  longer.set(list)
  return longer
}
