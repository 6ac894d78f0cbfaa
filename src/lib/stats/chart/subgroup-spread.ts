import { momentsOf, varianceOf } from '../numeric/moments.ts'
import { deviationConstant, rangeConstants } from './chart-constants.ts'

/** How the scatter inside a subgroup is measured: by its standard deviation, or by its range (up to 25 values). */
export type Spread = 'deviation' | 'range'

/** A subgroup, read once. */
export interface Subgroup {
  size: number
  mean: number
  /** Standard deviation or range; null below two values. */
  spread: number | null
}

/** @throws {RangeError} when a value is not finite, or a subgroup is too large for a range. */
export function readSubgroups(subgroups: readonly (readonly number[])[], by: Spread): Subgroup[] {
  return subgroups.map((values) => {
    const moments = momentsOf(values)
    const variance = varianceOf(moments)
    if (variance === null) return { size: moments.count, mean: moments.mean, spread: null }
    const spread = by === 'range' ? rangeOf(values) : Math.sqrt(variance)
    if (by === 'range') rangeConstants(moments.count)
    return { size: moments.count, mean: moments.mean, spread }
  })
}

/** Mean and standard deviation of a subgroup's spread when the values have a standard deviation of 1. */
export function spreadConstants(size: number, by: Spread): { mean: number; deviation: number } {
  if (by === 'range') {
    const { d2, d3 } = rangeConstants(size)
    return { mean: d2, deviation: d3 }
  }
  const mean = deviationConstant(size)
  return { mean, deviation: Math.sqrt((1 - mean) * (1 + mean)) }
}

/**
 * The standard deviation inside subgroups, from their spreads; null when no subgroup has two values.
 *
 * Each spread is weighted by how precisely it speaks: with equal sizes this is the mean spread over d2 or c4.
 *
 * @see Burr (1969), Journal of Quality Technology 1, 163-167 (minimum variance linear unbiased).
 */
export function sigmaWithin(subgroups: readonly Subgroup[], by: Spread): number | null {
  let [top, bottom] = [0, 0]
  for (const { size, spread } of subgroups) {
    if (spread === null) continue
    const { mean, deviation } = spreadConstants(size, by)
    const weight = (mean / deviation) ** 2
    top += (weight * spread) / mean
    bottom += weight
  }
  return bottom === 0 ? null : top / bottom
}

function rangeOf(values: readonly number[]): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  return high - low
}
