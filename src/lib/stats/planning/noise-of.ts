import { findRoot } from '../numeric/find-root.ts'
import { momentsOf, varianceOf } from '../numeric/moments.ts'
import type { SiteNoise } from './site-noise.ts'

export interface NoiseReading extends SiteNoise {
  /** Of single periods: between / (between + within), in [0, 1]. */
  intraclusterCorrelation: number
  /** Mean over all sites and periods, in the metric's unit. */
  mean: number
  sites: number
  periods: number
  /** Site-periods with a value. */
  values: number
  /** `short-history`: fewer than 8 periods, so that the autocorrelation is a guess. `few-sites`: fewer than 4, so that the
   *  variance between them is. */
  reason: 'short-history' | 'few-sites' | null
}

/** Why there is no reading. */
export interface NoNoise {
  reason: 'too-few-sites' | 'too-few-periods' | 'no-variation'
}

/**
 * How sites scatter, read from their history (nobody had the change): what the planners need.
 *
 * What all sites share in a period is taken out first. The three numbers are then chosen so that the expected sums of
 * squares, of products of neighbouring periods, and between site means are those seen: in a short history the naive
 * autocorrelation is far too low, and slow waves pass for differences between sites.
 *
 * Not for sites with a trend of their own (it counts as autocorrelation) and not for counts so small that their variance
 * follows their mean. Missing periods are left out; with many of them (over a fifth) the answer is approximate.
 *
 * @param panel One row per site, oldest period first; null where nothing was measured.
 * @param options `periodsShared` (default true): whether what all sites share in a period is taken out. False for sites that
 *   are their own comparison (`planSwitchback`): then one site is enough, `between` says nothing with one (0, `few-sites`), and a
 *   trend reads as autocorrelation.
 * @throws {RangeError} when rows have different lengths or a value is not finite.
 * @see Searle, Casella & McCulloch (1992), Variance Components, chapter 3; Kendall (1954), Biometrika 41, 403-404, and
 *   Nickell (1981), Econometrica 49, 1417-1426 (the bias in short series).
 */
export function noiseOf(
  panel: readonly (readonly (number | null)[])[],
  { periodsShared = true }: { periodsShared?: boolean } = {},
): NoiseReading | NoNoise {
  const periods = panel[0]?.length ?? 0
  if (panel.some((row) => row.length !== periods)) throw new RangeError('every site needs the same number of periods')
  const sites = panel.filter((row) => row.filter((value) => value !== null).length >= 2)
  if (sites.length < (periodsShared ? 2 : 1)) return { reason: 'too-few-sites' }
  const overall = momentsOf(sites.flatMap((row) => row.filter((value) => value !== null)))
  const ofPeriod = Array.from({ length: periods }, (_, t) => momentsOf(sites.flatMap((row) => row[t] ?? [])))
  // A period that a single site has says only what that site's is; it would read as no scatter at all.
  const usable = ofPeriod.map(({ count }) => count >= (periodsShared ? 2 : 1))
  if (usable.filter(Boolean).length < 3) return { reason: 'too-few-periods' }
  // One value for all, so that a high level costs no digits; each site's own mean is taken out below.
  const level = overall.mean
  const series = sites
    .map((row) =>
      row.flatMap((value, t) =>
        value !== null && usable[t] ? [{ t, value: value - (periodsShared ? (ofPeriod[t]?.mean ?? 0) : level) }] : [],
      ),
    )
    .filter((points) => points.length >= 2)

  let [squares, products] = [0, 0]
  const means: number[] = []
  for (const points of series) {
    const { mean, sumOfSquares } = momentsOf(points.map(({ value }) => value))
    means.push(mean)
    squares += sumOfSquares
    for (const [index, { t, value }] of points.entries()) {
      const next = points[index + 1]
      if (next?.t === t + 1) products += (value - mean) * (next.value - mean)
    }
  }
  const scale = Math.max(...sites.flatMap((row) => row.map((value) => Math.abs(value ?? 0))))
  if (!(squares > (64 * Number.EPSILON * scale) ** 2 * overall.count)) return { reason: 'no-variation' }
  const patterns = patternsOf(series)
  const autocorrelation = autocorrelationOf(products / squares, patterns)
  const expected = sumsFor(patterns, autocorrelation)
  // Taking the periods' means out takes one site's worth of scatter with it.
  const shrunk = periodsShared ? 1 - 1 / series.length : 1
  const within = squares / (expected.squares * shrunk)
  const between = Math.max(0, (varianceOf(momentsOf(means)) ?? 0) - (within * expected.ofMeans) / series.length)
  return {
    between,
    within,
    autocorrelation,
    intraclusterCorrelation: between / (between + within),
    mean: overall.mean,
    sites: series.length,
    periods,
    values: overall.count,
    reason: usable.filter(Boolean).length < 8 ? 'short-history' : series.length < 4 ? 'few-sites' : null,
  }
}

interface Pattern {
  times: readonly number[]
  count: number
}

/** Which periods the sites have, each pattern once. */
function patternsOf(series: readonly (readonly { t: number }[])[]): Pattern[] {
  const patterns = new Map<string, Pattern>()
  for (const points of series) {
    const times = points.map(({ t }) => t)
    const key = times.join(' ')
    patterns.set(key, { times, count: (patterns.get(key)?.count ?? 0) + 1 })
  }
  return [...patterns.values()]
}

/** Expected sums over all sites for values of variance 1, each site taken about its own mean. */
function sumsFor(patterns: readonly Pattern[], autocorrelation: number) {
  let [squares, products, ofMeans] = [0, 0, 0]
  for (const { times, count } of patterns) {
    const n = times.length
    const rowMeans = times.map((i) => times.reduce((sum, j) => sum + autocorrelation ** Math.abs(i - j), 0) / n)
    const ofMean = rowMeans.reduce((sum, value) => sum + value, 0) / n
    squares += count * n * (1 - ofMean)
    ofMeans += count * ofMean
    for (let index = 1; index < n; index++)
      if (times[index] === (times[index - 1] ?? 0) + 1)
        products += count * (autocorrelation - (rowMeans[index] ?? 0) - (rowMeans[index - 1] ?? 0) + ofMean)
  }
  return { squares, products, ofMeans }
}

const MOST = 0.99

/** The autocorrelation under which neighbours are expected to go together as much as they were seen to. */
function autocorrelationOf(seen: number, patterns: readonly Pattern[]): number {
  const excess = (autocorrelation: number) => {
    const { squares, products } = sumsFor(patterns, autocorrelation)
    return products / squares - seen
  }
  if (excess(MOST) <= 0) return MOST
  if (excess(-MOST) >= 0) return -MOST
  return findRoot(excess, -MOST, MOST) ?? MOST
}
