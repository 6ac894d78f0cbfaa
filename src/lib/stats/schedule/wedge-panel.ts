import type { ClusteredRows } from '../sites/cluster-fit.ts'

export interface WedgeSite {
  name: string
  /** The first period with the change, from 0; null when it never comes within the trial. */
  start: number | null
  /** One value a period; null where there is none. As many for each site. */
  values: readonly (number | null)[]
  /** Positive, one a period: counts behind each value. Default 1. */
  weights?: readonly number[]
  /** Orders were drawn within strata of this name. Default: all in one. */
  stratum?: string
}

/** A row with a value: where it stands, and how many periods the change has lasted there, 0 before it. */
export interface WedgeRow {
  site: number
  period: number
  value: number
  weight: number
  exposure: number
}

/**
 * The rows of a wedge that have a value.
 *
 * @throws {RangeError} when there are fewer than two sites, two of one name, rows of unequal length, a start outside the
 *   periods, a value that is not finite, or a weight that is not positive.
 */
export function wedgeRows(sites: readonly WedgeSite[]): WedgeRow[] {
  const periods = sites[0]?.values.length ?? 0
  if (sites.length < 2) throw new RangeError(`a stepped wedge needs at least two sites, got ${sites.length}`)
  if (new Set(sites.map(({ name }) => name)).size < sites.length) throw new RangeError('two sites have one name')
  return sites.flatMap(({ name, start, values, weights }, site) => {
    if (values.length !== periods) throw new RangeError(`${name} has ${values.length} periods instead of ${periods}`)
    if (start !== null && !(Number.isInteger(start) && start >= 0 && start < periods))
      throw new RangeError(`${name} starts in ${start}, outside of 0..${periods - 1}`)
    return values.flatMap((value, period) => {
      if (value === null) return []
      const weight = weights?.[period] ?? 1
      if (!Number.isFinite(value)) throw new RangeError(`values must be finite numbers or null, got ${value}`)
      if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError(`weights must be positive, got ${weight}`)
      return [{ site, period, value, weight, exposure: start === null ? 0 : Math.max(0, period - start + 1) }]
    })
  })
}

/** How a regression sees the rows: the constant, the periods after the first with values, then `more` of each row. */
export function wedgeDesign(rows: readonly WedgeRow[], more: (row: WedgeRow) => number[]): ClusteredRows {
  const periods = [...new Set(rows.map(({ period }) => period))].sort((a, b) => a - b).slice(1)
  // Less the first value: the fit keeps the digits of the differences at any level.
  const level = rows[0]?.value ?? 0
  return {
    y: rows.map(({ value }) => value - level),
    x: rows.map((row) => [1, ...periods.map((period) => (row.period === period ? 1 : 0)), ...more(row)]),
    clusters: rows.map(({ site }) => String(site)),
    weights: rows.map(({ weight }) => weight),
  }
}
