import { cholesky, solveFromCholesky, solvePositive } from '../numeric/cholesky.ts'
import { dot, type Matrix, matrixFrom, multiplyVector, zeroMatrix } from '../numeric/matrix.ts'
import { checkNoise, type SiteNoise } from './site-noise.ts'

/** One row per site, one value per period: 1 with the change, 0 without, null where the period is left out. */
export type Schedule = readonly (readonly (0 | 1 | null)[])[]

/**
 * How the trial will be read. `intercept` (default): as `steppedWedge` does, each site with a level of its own and periods
 * that are independent about it. `known`: weighted by the autocorrelation too, which nothing can beat and no analysis here does.
 */
export type ScheduleReading = 'intercept' | 'known'

/**
 * The standard error of an effect that is the same in every site and period, for any schedule of who has the change when
 * (stepped wedge, switchback, pilot): null when the schedule cannot tell the effect from the periods.
 *
 * Sites have levels of their own (random), all sites share what the periods bring, neighbouring periods of a site are alike
 * by the autocorrelation. The reading says how generalised least squares weighs the values; the error is what the true
 * noise makes of that. Without autocorrelation both readings are Hussey and Hughes' formula; with 0.6 and four periods a step
 * `known` is a fifth smaller, and a plan by it promises 80 % where the wedge finds 59 %. An effect that grows over time,
 * or differs between sites, needs more than this says.
 *
 * @throws {RangeError} when rows have different lengths, or the noise is impossible.
 * @see Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191, equation 8; Kasza et al. (2019), Statistical
 *   Methods in Medical Research 28, 703-716 (decaying correlation); Liang & Zeger (1986), Biometrika 73, 13-22 (the error
 *   of a reading that is not the noise).
 */
export function scheduleError(
  schedule: Schedule,
  noise: SiteNoise,
  reading: ScheduleReading = 'intercept',
): number | null {
  checkNoise(noise)
  const periods = schedule[0]?.length ?? 0
  if (schedule.some((row) => row.length !== periods))
    throw new RangeError('every site needs the same number of periods')
  const seen = Array.from({ length: periods }, (_, t) => t).filter((t) =>
    schedule.some((row) => (row[t] ?? null) !== null),
  )
  const place = new Map(seen.map((period, index) => [period, index]))
  const kinds = kindsOf(schedule, seen)
  const isKnown = reading === 'known'
  const ratio = isKnown ? 0 : ratioFound(kinds, noise)
  // What the values of a site are weighed by.
  const precisions = kinds.map(({ observed }) =>
    isKnown ? inverted(covarianceOf(observed, noise)) : ofIntercept(observed.length, ratio),
  )

  const ofPeriods = zeroMatrix(seen.length, seen.length)
  const shared = new Float64Array(seen.length)
  let own = 0
  for (const [k, { sites, observed, change }] of kinds.entries()) {
    const precision = precisions[k] as Matrix
    const weighted = multiplyVector(precision, change)
    own += sites * dot(change, weighted)
    const places = observed.map((period) => place.get(period) ?? 0)
    for (const [i, at] of places.entries()) {
      shared[at] = (shared[at] ?? 0) + sites * (weighted[i] ?? 0)
      for (const [j, other] of places.entries()) {
        const cell = at * seen.length + other
        ofPeriods.values[cell] = (ofPeriods.values[cell] ?? 0) + sites * (precision.values[i * places.length + j] ?? 0)
      }
    }
  }
  const taken = solvePositive(ofPeriods, shared)
  if (taken === null) return null
  // What is left of the information on the effect once the periods have taken theirs.
  const left = own - dot(taken, shared)
  if (!(left > 1e-10 * own)) return null
  if (isKnown) return 1 / Math.sqrt(left)
  const entering = kinds.reduce((sum, { sites, observed, change }, k) => {
    const rest = change.map((value, i) => value - (taken[place.get(observed[i] ?? 0) ?? 0] ?? 0))
    const load = multiplyVector(precisions[k] as Matrix, rest)
    return sum + sites * dot(load, multiplyVector(covarianceOf(observed, noise), load))
  }, 0)
  return Math.sqrt(entering) / left
}

/** Sites with the same row: they carry the same information. */
interface Kind {
  sites: number
  observed: number[]
  change: Float64Array
}

function kindsOf(schedule: Schedule, seen: readonly number[]): Kind[] {
  const rows = [...Map.groupBy(schedule, (row) => row.join()).values()]
  return rows.flatMap((alike) => {
    const row = alike[0] ?? []
    const observed = seen.filter((t) => (row[t] ?? null) !== null)
    if (observed.length === 0) return []
    return [{ sites: alike.length, observed, change: Float64Array.from(observed, (t) => row[t] ?? 0) }]
  })
}

function covarianceOf(observed: readonly number[], { between, within, autocorrelation }: SiteNoise): Matrix {
  return matrixFrom(observed.map((i) => observed.map((j) => between + within * autocorrelation ** Math.abs(i - j))))
}

function inverted(covariance: Matrix): Matrix {
  const n = covariance.rows
  const lower = cholesky(covariance)
  if (lower === null) throw new RangeError('sites differ so much more than periods that nothing can be computed')
  const unit = (i: number) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))
  return matrixFrom(Array.from({ length: n }, (_, i) => solveFromCholesky(lower, unit(i))))
}

/** Of independent periods of variance 1 about a level that varies by `ratio`. */
function ofIntercept(n: number, ratio: number): Matrix {
  const part = ratio / (1 + n * ratio)
  return matrixFrom(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0) - part)))
}

/**
 * Variance between sites over variance within, as a random intercept finds it when neighbouring periods are alike: what
 * they share looks like the site's level. By the expected mean squares.
 */
function ratioFound(kinds: readonly Kind[], { between, within, autocorrelation }: SiteNoise): number {
  let [squares, freedom, ofMeans, periods, sites] = [0, 0, 0, 0, 0]
  for (const { sites: count, observed } of kinds) {
    const n = observed.length
    const alike = observed.reduce(
      (sum, i) => sum + observed.reduce((row, j) => row + autocorrelation ** Math.abs(i - j), 0),
      0,
    )
    squares += count * (n - alike / n)
    freedom += count * (n - 1)
    ofMeans += (count * alike) / n
    periods += count * n
    sites += count
  }
  // One period a site: the level is all there is, and how it is weighed does not matter.
  if (freedom === 0) return 0
  const inside = (within * squares) / freedom
  const size = periods / sites
  return Math.max(0, (between + (within * ofMeans) / sites / size - inside / size) / inside)
}
