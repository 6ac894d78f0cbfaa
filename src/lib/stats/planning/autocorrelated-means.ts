/**
 * The correlation between the means of two runs of a series whose neighbours correlate by `autocorrelation`, times the
 * variance of one value: their covariance when one value has variance 1.
 *
 * @param first Periods of each run, as indices of the series; a run with itself gives the variance of its mean.
 */
export function covarianceOfRuns(first: readonly number[], second: readonly number[], autocorrelation: number): number {
  let sum = 0
  for (const i of first) for (const j of second) sum += autocorrelation ** Math.abs(i - j)
  return sum / (first.length * second.length)
}

/** The indices from `from`, `count` of them. */
export function runOf(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index)
}
