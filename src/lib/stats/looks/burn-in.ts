import type { Moments } from '../numeric/moments.ts'

/** Before so many units an arm, the normal limit is no guide. */
const LEAST_UNITS = 30
/** Before so many events (and so many without), a share is not nearly normal. */
const LEAST_EVENTS = 10

/**
 * Whether an arm has too little in it for an asymptotic sequence: fewer than 30 units, or fewer than 10 events.
 *
 * @param events Units that differ from the common value. Not given: counted where the values are all 0 or 1 (yes or no,
 *   whichever is rarer), not asked for otherwise.
 */
export function isTooEarly(moments: Moments, events = rarerOf(moments)): boolean {
  return moments.count < LEAST_UNITS || events < LEAST_EVENTS
}

function rarerOf({ count, mean, sumOfSquares }: Moments): number {
  const rarer = count * Math.min(mean, 1 - mean)
  // Values of 0 and 1 alone have this sum of squares, and no others between 0 and 1 do.
  const isYesOrNo = mean >= 0 && mean <= 1 && Math.abs(sumOfSquares - count * mean * (1 - mean)) <= 1e-9 * count
  return isYesOrNo ? Math.round(rarer) : Number.POSITIVE_INFINITY
}
