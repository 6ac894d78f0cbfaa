/** One site, team or shop in a roll-out in waves. */
export interface StaggeredUnit {
  /** Unique, not empty. */
  name: string
  /** Index of the first treated period, included; null: never. One after the last period counts as never. Whole number. */
  since: number | null
  /** One value per period, oldest first, in the unit of the metric; null where nothing was measured. */
  values: readonly (number | null)[]
  /** What was known of it before any start and may go with its trend: as many numbers for every unit; default none. */
  covariates?: readonly number[]
}

/** Units that started together; the last one never did. */
export interface Cohort {
  /** Index of the first treated period; null: not within these periods. */
  since: number | null
  count: number
}

export interface DroppedUnit {
  name: string
  /** `already-treated`: it has no period before its start. `missing-values`: it has a gap where others have values. */
  reason: 'already-treated' | 'missing-values'
}

/** A roll-out that can be analysed: complete units, sorted into cohorts. */
export interface ReadStaggered {
  /** Names of the units used, in the order given. */
  names: string[]
  /** Each unit's index in `cohorts`. */
  cohortOf: number[]
  /** By start, earliest first, never last. */
  cohorts: Cohort[]
  /** Each unit's values less its first one, one per used period: their level is no part of any effect. */
  rows: Float64Array[]
  /** Each unit's covariates, in the order of `rows`; empty lists without any. */
  covariates: (readonly number[])[]
  /** Original indices of the used periods, ascending; a period in which no unit has a value is left out. */
  periods: number[]
  dropped: DroppedUnit[]
  /** Differences up to this size are rounding, in the unit of the values. */
  resolution: number
}

/** Why a roll-out holds no answer. `values.dropped`: how many units were there without being usable. */
export interface StaggeredRefusal {
  refused: 'no-treated-units' | 'no-comparison-units' | 'too-few-periods'
  values: Record<string, number>
}

/** Larger than any measure of the world, and far from the overflow of a square. */
const LARGEST = 1e100

/**
 * The usable units of a roll-out in waves, by cohort, or the reason why there is no answer.
 *
 * Units that were treated from the first period on have no before and are dropped; so are units with a gap. Both are
 * named. `no-comparison-units`: all units left start in the same period, so that nobody shows what would have been.
 *
 * @throws {RangeError} when names are empty or repeated, units differ in their number of periods, a start is neither
 *   null nor a whole number of at least 0, or a value is neither null nor a number of size at most 1e100; when
 *   units differ in their number of covariates, or one is no number of such a size.
 */
export function readStaggered(units: readonly StaggeredUnit[]): ReadStaggered | StaggeredRefusal {
  const all = periodsOf(units)
  const periods = Array.from({ length: all }, (_, index) => index).filter((index) =>
    units.some(({ values }) => values[index] !== null),
  )
  if (periods.length < 2) return { refused: 'too-few-periods', values: { periods: periods.length } }
  const [first = 0] = periods
  const last = periods.at(-1) ?? 0
  const dropped: DroppedUnit[] = []
  const used: { name: string; since: number | null; row: Float64Array; covariates: readonly number[] }[] = []
  let largest = 0
  for (const { name, since, values, covariates = [] } of units) {
    const own = periods.map((period) => values[period] ?? Number.NaN)
    if (since !== null && since <= first) dropped.push({ name, reason: 'already-treated' })
    else if (own.some(Number.isNaN)) dropped.push({ name, reason: 'missing-values' })
    else {
      for (const value of own) largest = Math.max(largest, Math.abs(value))
      const [start = 0] = own
      const row = Float64Array.from(own, (value) => value - start)
      used.push({ name, since: since !== null && since <= last ? since : null, row, covariates })
    }
  }
  const starts = [...new Set(used.map(({ since }) => since))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  const refusal = { values: { dropped: dropped.length, units: used.length } }
  if (!starts.some((since) => since !== null)) return { refused: 'no-treated-units', ...refusal }
  if (starts.length < 2) return { refused: 'no-comparison-units', ...refusal }
  return {
    names: used.map(({ name }) => name),
    cohortOf: used.map(({ since }) => starts.indexOf(since)),
    cohorts: starts.map((since) => ({ since, count: used.filter((unit) => unit.since === since).length })),
    rows: used.map(({ row }) => row),
    covariates: used.map(({ covariates }) => covariates),
    periods,
    dropped,
    resolution: 64 * Number.EPSILON * largest,
  }
}

function periodsOf(units: readonly StaggeredUnit[]): number {
  const periods = units[0]?.values.length ?? 0
  const width = units[0]?.covariates?.length ?? 0
  const names = new Set<string>()
  for (const { name, since, values, covariates = [] } of units) {
    if (name === '' || names.has(name)) throw new RangeError(`unit names must be unique and not empty, got "${name}"`)
    names.add(name)
    if (since !== null && !(Number.isInteger(since) && since >= 0))
      throw new RangeError(`since must be null or a whole number of at least 0, "${name}" has ${since}`)
    if (values.length !== periods)
      throw new RangeError(`every unit needs ${periods} periods, "${name}" has ${values.length}`)
    for (const value of values)
      if (value !== null && !(Math.abs(value) <= LARGEST))
        throw new RangeError(`values must be null or numbers of size at most 1e100, "${name}" has ${value}`)
    if (covariates.length !== width)
      throw new RangeError(`every unit needs ${width} covariates, "${name}" has ${covariates.length}`)
    for (const value of covariates)
      if (!(Math.abs(value) <= LARGEST))
        throw new RangeError(`covariates must be numbers of size at most 1e100, "${name}" has ${value}`)
  }
  return periods
}
