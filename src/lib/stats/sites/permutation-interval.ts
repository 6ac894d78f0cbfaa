import { requireConfidence } from '../numeric/require-confidence.ts'
import type { Arrangements } from './arrange-sites.ts'

export interface PermutationInterval {
  /** In the unit of the values; null (both) when so few arrangements cannot rule out any effect at this confidence. */
  low: number | null
  high: number | null
}

/**
 * The effects that the permutation test does not reject: an interval that always agrees with its p-value.
 *
 * Exact (never less than `confidence`, for any distribution) when the sites were drawn at random and the change adds
 * the same amount at each. Where it does not add the same everywhere it is about as good as the studentised test is.
 *
 * The ends are found by halving, to 1e-10 of the largest distance in the data, on the inner side.
 *
 * Not for the plain difference of uneven groups that vary unequally: ask `arrangeSites` for `studentised`, its default.
 *
 * @param confidence Long-run coverage in (0, 1).
 * @throws {RangeError} when the confidence is outside (0, 1).
 * @see Pitman (1937), JRSS Supplement 4, 119-130; Garthwaite (1996), Biometrics 52, 1387-1393; Ernst (2004),
 *   Statistical Science 19, 676-685, section 3.3.
 */
export function permutationInterval(arrangements: Arrangements, confidence: number): PermutationInterval {
  requireConfidence(confidence)
  const { estimate, smallestPossibleP, count, scale, atLeastAsFar } = arrangements
  const level = 1 - confidence
  if (!isRejected(smallestPossibleP, level)) return { low: null, high: null }

  const rejects = (effect: number) => isRejected(atLeastAsFar(effect) / count, level)
  const end = (direction: 1 | -1) => {
    // Zero is asked first on its side: the interval must hold it exactly when the p-value says so.
    const isTowardsZero = estimate * direction < 0
    const isZeroRejected = isTowardsZero && rejects(0)
    let inside = isTowardsZero && !isZeroRejected ? 0 : estimate
    let outside = isZeroRejected ? 0 : inside + direction * scale
    for (let step = scale; !rejects(outside); step *= 2) {
      inside = outside
      outside += direction * step
    }
    while (Math.abs(outside - inside) > 1e-10 * Math.max(scale, Math.abs(inside))) {
      const middle = inside + (outside - inside) / 2
      if (rejects(middle)) outside = middle
      else inside = middle
    }
    return inside
  }
  return { low: end(-1), high: end(1) }
}

/** Counts over counts carry rounding: 0.05 reached exactly is a rejection. */
export function isRejected(pValue: number, level: number): boolean {
  return pValue <= level * (1 + 1e-9)
}
