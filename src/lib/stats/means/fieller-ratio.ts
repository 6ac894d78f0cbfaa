/** Two estimates and how they scatter together. */
export interface RatioParts {
  numerator: number
  /** Not 0. */
  denominator: number
  numeratorVariance: number
  denominatorVariance: number
  covariance: number
  /** How many standard errors the interval reaches: a quantile of t or of the normal distribution, positive. */
  reach: number
}

/**
 * The interval of a ratio of two estimates, by Fieller's method; null when it is unbounded.
 *
 * It holds every ratio r for which `numerator - r denominator` is no further from 0 than `reach` standard errors. When
 * the denominator itself could be 0 (g at least 1), no finite interval keeps its promise: the delta method's would be too short.
 *
 * @see Fieller (1954), JRSS B 16, 175-185; Franz (2007), arXiv:0710.2024 (geometry, unbounded cases).
 */
export function fiellerRatio(parts: RatioParts): { low: number; high: number } | null {
  const { numerator, denominator, reach } = parts
  // In units of the denominator everything is near 1, whatever the metric is counted in.
  const ratio = numerator / denominator
  const a = parts.numeratorVariance / denominator / denominator
  const c = parts.denominatorVariance / denominator / denominator
  const b = parts.covariance / denominator / denominator
  const square = reach * reach
  const g = square * c
  if (g >= 1) return null
  const middle = ratio - square * b
  // The discriminant, multiplied out: nothing large is subtracted from something large.
  const inside = a * (1 - g) + c * ratio * ratio - 2 * b * ratio + square * b * b
  const half = reach * Math.sqrt(Math.max(0, inside))
  return { low: (middle - half) / (1 - g), high: (middle + half) / (1 - g) }
}
