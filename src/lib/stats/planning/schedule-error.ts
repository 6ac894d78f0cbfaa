import { cholesky, solveFromCholesky, solvePositive } from '../numeric/cholesky.ts'
import { matrixFrom, zeroMatrix } from '../numeric/matrix.ts'
import { checkNoise, type SiteNoise } from './site-noise.ts'

/** One row per site, one value per period: 1 with the change, 0 without, null where the period is left out. */
export type Schedule = readonly (readonly (0 | 1 | null)[])[]

/**
 * The standard error of an effect that is the same in every site and period, for any schedule of who has the change when
 * (stepped wedge, switchback, pilot): null when the schedule cannot tell the effect from the periods.
 *
 * Sites have levels of their own (random), all sites share what the periods bring, neighbouring periods of a site are alike
 * by the autocorrelation; generalised least squares with the noise as known. With autocorrelation 0 it is Hussey and
 * Hughes' formula. An effect that grows over time, or differs between sites, needs more than this says.
 *
 * @throws {RangeError} when rows have different lengths, or the noise is impossible.
 * @see Hussey & Hughes (2007), Contemporary Clinical Trials 28, 182-191, equation 8; Kasza et al. (2019), Statistical
 *   Methods in Medical Research 28, 703-716 (decaying correlation).
 */
export function scheduleError(schedule: Schedule, noise: SiteNoise): number | null {
  checkNoise(noise)
  const periods = schedule[0]?.length ?? 0
  if (schedule.some((row) => row.length !== periods))
    throw new RangeError('every site needs the same number of periods')
  const seen = Array.from({ length: periods }, (_, t) => t).filter((t) =>
    schedule.some((row) => (row[t] ?? null) !== null),
  )
  const place = new Map(seen.map((period, index) => [period, index]))
  const ofPeriods = zeroMatrix(seen.length, seen.length)
  const shared = new Float64Array(seen.length)
  let own = 0
  const inverses = new Map<string, { observed: number[]; inverse: number[][] }>()
  for (const row of schedule) {
    const observed = seen.filter((t) => (row[t] ?? null) !== null)
    const key = observed.join(' ')
    const { inverse } = inverses.get(key) ?? { inverse: precisionOf(observed, noise) }
    inverses.set(key, { observed, inverse })
    observed.forEach((period, i) => {
      const at = place.get(period) ?? 0
      let weighted = 0
      observed.forEach((other, j) => {
        const precision = inverse[i]?.[j] ?? 0
        weighted += precision * (row[other] ?? 0)
        const cell = at * seen.length + (place.get(other) ?? 0)
        ofPeriods.values[cell] = (ofPeriods.values[cell] ?? 0) + precision
      })
      shared[at] = (shared[at] ?? 0) + weighted
      own += (row[period] ?? 0) * weighted
    })
  }
  // What is left of the information on the effect once the periods have taken theirs.
  const taken = solvePositive(ofPeriods, shared)
  if (taken === null) return null
  const left = own - taken.reduce((sum, value, index) => sum + value * (shared[index] ?? 0), 0)
  return left > 1e-10 * own ? 1 / Math.sqrt(left) : null
}

function precisionOf(observed: readonly number[], { between, within, autocorrelation }: SiteNoise): number[][] {
  if (observed.length === 0) return []
  const covariance = observed.map((i) => observed.map((j) => between + within * autocorrelation ** Math.abs(i - j)))
  const lower = cholesky(matrixFrom(covariance))
  if (lower === null) throw new RangeError('sites differ so much more than periods that nothing can be computed')
  return observed.map((_, i) =>
    solveFromCholesky(
      lower,
      Float64Array.from(observed, (_, j) => (i === j ? 1 : 0)),
    ),
  )
}
