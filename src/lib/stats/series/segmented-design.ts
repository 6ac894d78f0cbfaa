import { type Matrix, matrixFrom } from '../numeric/matrix.ts'

/** The columns of a segmented regression, in the order in which they stay when one of them says nothing new. */
export type SegmentTerm = 'intercept' | 'trend' | 'level' | 'slope' | `sine-${number}` | `cosine-${number}`

export interface SegmentOptions {
  /** Whether the trend may change too. Default true. */
  slope?: boolean
  /** Periods in a full cycle (12 months, 7 days), above 1. Default: no season. */
  season?: number
  /** Pairs of waves for the season: 1 is one smooth hill a cycle, 2 lets it have two. Default 2. */
  harmonics?: number
}

export interface SegmentedDesign {
  terms: SegmentTerm[]
  /** One row per period asked for, one column per term. */
  x: Matrix
  /** The same periods as if nothing had changed: level and slope are 0. */
  unchanged: Matrix
}

/**
 * The columns of an interrupted time series at `times`: a trend, a step at `start`, a change of slope from there, a season.
 *
 * Time counts from `start`, so the level is the step at the first changed period, whatever the slopes do. (Counting
 * from the first period of all reads the step where the lines would have met long before: a published mistake.)
 *
 * @param times Whole numbers of periods, ascending.
 * @throws {RangeError} when the season or the harmonics are out of range.
 * @see Wagner et al. (2002), J Clin Pharm Ther 27, 299-309; Lopez Bernal, Cummins & Gasparrini (2017), IJE 46, 348-355,
 *   and their correction (2021), IJE 50, 1045.
 */
export function segmentedDesign(
  times: readonly number[],
  start: number,
  { slope = true, season, harmonics = season === undefined ? 0 : 2 }: SegmentOptions = {},
): SegmentedDesign {
  if (season !== undefined && !(season > 1 && season < Number.POSITIVE_INFINITY))
    throw new RangeError(`season must be above 1 and finite, got ${season}`)
  if (!(Number.isInteger(harmonics) && harmonics >= 0 && (harmonics === 0 || season !== undefined)))
    throw new RangeError(`harmonics must be a whole number, and need a season, got ${harmonics}`)
  // Waves shorter than two periods repeat longer ones; at exactly two the sine is 0 but for rounding.
  const pairs = Array.from({ length: harmonics }, (_, k) => k + 1).filter((k) => 2 * k <= (season ?? 0))
  const isHalf = (k: number) => 2 * k === season
  const waves = pairs.flatMap((k): SegmentTerm[] => [...(isHalf(k) ? [] : [`sine-${k}` as const]), `cosine-${k}`])
  const terms: SegmentTerm[] = ['intercept', 'trend', 'level', ...(slope ? (['slope'] as const) : []), ...waves]
  const rowAt = (time: number, isChanged: boolean) => {
    const since = time - start
    const turn = (k: number) => (2 * Math.PI * k * time) / (season ?? 1)
    const ofChange = slope ? [Number(isChanged), isChanged ? since : 0] : [Number(isChanged)]
    return [
      1,
      since,
      ...ofChange,
      ...pairs.flatMap((k) => [...(isHalf(k) ? [] : [Math.sin(turn(k))]), Math.cos(turn(k))]),
    ]
  }
  return {
    terms,
    x: matrixFrom(times.map((time) => rowAt(time, time >= start))),
    unchanged: matrixFrom(times.map((time) => rowAt(time, false))),
  }
}
