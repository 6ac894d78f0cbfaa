/** Mean and standard deviation of the range of n standard normal values, n = 2 to 25. See `rangeConstants`. */
const RANGES: readonly (readonly [number, number])[] = [
  [1.128379167096, 0.852502466427],
  [1.692568750643, 0.888368004045],
  [2.058750746008, 0.879808202825],
  [2.325928947281, 0.8640819411],
  [2.534412721223, 0.848039686118],
  [2.704356751214, 0.833205335622],
  [2.84720061209, 0.819831489792],
  [2.970026324418, 0.807834274553],
  [3.07750546167, 0.797050673519],
  [3.172872703816, 0.78731462055],
  [3.25845527974, 0.778478341203],
  [3.335980354098, 0.770416202064],
  [3.4067631082, 0.763023095625],
  [3.471826889882, 0.75621142973],
  [3.53198278611, 0.74990808941],
  [3.587883961765, 0.744051783961],
  [3.640063757937, 0.738590853378],
  [3.688963023208, 0.733481495519],
  [3.734950119597, 0.728686345707],
  [3.778335829843, 0.724173340717],
  [3.819384643363, 0.719914808434],
  [3.858323423285, 0.715886735491],
  [3.895348148451, 0.712068175148],
  [3.930629219507, 0.708440765888],
]

/** The largest subgroup that a range may stand for; above, the range wastes most of what the values say. */
export const LARGEST_RANGE_SUBGROUP = 25

/**
 * `d2` and `d3`: mean and standard deviation of the range of `n` independent standard normal values, to 1e-12.
 *
 * @param n Whole number in 2..25. Beyond about 10 a range is a poor measure of spread: use `deviationConstant`.
 * @throws {RangeError} when `n` is not such a number.
 * @see Tippett (1925), Biometrika 17, 364-387; Montgomery, Introduction to Statistical Quality Control, appendix VI.
 */
export function rangeConstants(n: number): { d2: number; d3: number } {
  const row = Number.isInteger(n) ? RANGES[n - 2] : undefined
  if (!row) throw new RangeError(`a range needs subgroups of 2..${LARGEST_RANGE_SUBGROUP}, got ${n}`)
  return { d2: row[0], d3: row[1] }
}

/**
 * `c4`: the mean of the sample standard deviation (divisor n - 1) of `n` independent standard normal values, in (0, 1),
 * to 1e-14.
 *
 * @param n Whole number, at least 2.
 * @throws {RangeError} when `n` is not such a number.
 * @see Montgomery, Introduction to Statistical Quality Control, appendix VI.
 */
export function deviationConstant(n: number): number {
  if (!(Number.isInteger(n) && n >= 2)) throw new RangeError(`a standard deviation needs n of at least 2, got ${n}`)
  if (n > 100) {
    // The quotient of gamma functions, as a series in 1/(n - 1): logarithms of large gammas would lose the digits.
    const x = 1 / (n - 1)
    const series = [869 / 65536, -399 / 8192, -21 / 2048, 5 / 128, 1 / 32, -1 / 4, 1]
    return series.reduce((sum, term) => sum * x + term, 0)
  }
  // c4(n) c4(n + 1) = sqrt((n - 1) / n)
  let constant = Math.sqrt(2 / Math.PI)
  for (let size = 2; size < n; size++) constant = Math.sqrt((size - 1) / size) / constant
  return constant
}
