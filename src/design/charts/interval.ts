import type { Span } from './scale.ts'

/** An effect, positive is better. Without an interval both ends are null. */
export interface Interval {
  estimate: number
  low: number | null
  high: number | null
}

/**
 * What an interval lets one say: `better` and `worse` exclude "no difference", `unclear` does not, `bare` has none.
 */
export type Standing = 'better' | 'unclear' | 'worse' | 'bare'

export function standingOf({ low, high }: Interval): Standing {
  if (low === null || high === null) return 'bare'
  if (low > 0) return 'better'
  return high < 0 ? 'worse' : 'unclear'
}

/** A span that holds the intervals, "no difference" and what is worth having, with air and with both sides of zero. */
export function spanOf(intervals: readonly Interval[], worth?: number | null): Span {
  const ends = intervals.flatMap(({ estimate, low, high }) => [low ?? estimate, high ?? estimate, estimate])
  const low = Math.min(0, worth ?? 0, ...ends)
  const high = Math.max(0, worth ?? 0, ...ends)
  const air = 0.12 * (high - low || 1)
  // "Worse" and "better" both have a place: zero never stands at the edge.
  return [Math.min(low - air, -0.3 * high), Math.max(high + air, -0.3 * low)]
}

interface References {
  /** Where the two lines stand, and how wide their words are. `worthWidth` is 0 when there is no such line. */
  zero: number
  zeroWidth: number
  worth: number
  worthWidth: number
  narrow: boolean
  left: number
  right: number
}

interface WordPlace {
  x: number
  y: number
  anchor: 'start' | 'end'
  /** The line reaches up to here, to the words in the upper row. */
  stem?: number
}

/** Rows of words above the bar: in a wide picture they stand beside the lines, in a narrow one above them. */
const rows = { wide: { upper: 18, lower: 44 }, narrow: { upper: 26, lower: 44 } }
const air = 8

/** Places for the words of the two reference lines, so that neither covers the other's words or line. */
export function placeReferences(given: References): { zero: WordPlace; worth: WordPlace } {
  const { zero, zeroWidth, worth, worthWidth, narrow, left, right } = given
  const { upper, lower } = narrow ? rows.narrow : rows.wide
  const stem = upper + 6
  const zeroFits = zero - air - zeroWidth >= left
  const worthFits = worth + (narrow ? 0 : air) + worthWidth <= right
  const zeroLeft: WordPlace = { x: zero - air, y: lower, anchor: 'end' }
  const zeroRight: WordPlace = { x: zero + air, y: lower, anchor: 'start' }

  // Left of its own line nothing is in its way; the second line's words need a row of their own where it is narrow.
  if (zeroFits && worthFits && !narrow) return { zero: zeroLeft, worth: { x: worth + air, y: lower, anchor: 'start' } }
  if (zeroFits) {
    const words: WordPlace = worthFits ? { x: worth, y: upper, anchor: 'start' } : { x: right, y: upper, anchor: 'end' }
    return { zero: zeroLeft, worth: { ...words, stem } }
  }
  if (worthWidth === 0) return { zero: zeroRight, worth: zeroRight }
  // No room at the left: then the first line's words go up, and the second's stay below them.
  const lowerWords: WordPlace = worthFits
    ? { x: worth + (narrow ? 0 : air), y: lower, anchor: 'start' }
    : { x: right, y: lower, anchor: 'end' }
  return { zero: { x: zero, y: upper, anchor: 'start', stem }, worth: lowerWords }
}
