import type { ControlChart } from './control-chart.ts'
import { drawChart, type Limits } from './draw-chart.ts'
import { laneyDispersion } from './laney-dispersion.ts'
import type { DispersionOptions } from './proportion-chart.ts'
import { type Counted, pooledShare, type ReadCounts, readCounts } from './read-counts.ts'

/**
 * Events per exposure (falls per 1,000 days) about the pooled rate of the baseline: a u chart, or u' with
 * `overDispersion`.
 *
 * Each period has its own limits, by its exposure, at least 0. As with p: when exposures are large, chance alone is too
 * narrow, use u'. Not below about 5 expected events a period: chart the exposure between events (`tChart`).
 *
 * @param periods In order of time: how many events (`count`), over how much exposure (`size`, in the unit in which the
 *   rate is wanted). Null or an exposure of 0 is a gap.
 * @throws {RangeError} when a number is negative or not finite, events have no exposure, or an option is out of range.
 * @see Montgomery, Introduction to Statistical Quality Control, section 7.3; Laney (2002), Quality Engineering 14, 531-537.
 */
export function rateChart(
  periods: readonly (Counted | null)[],
  { overDispersion = false, ...options }: DispersionOptions = {},
): ControlChart {
  const read = readCounts(periods, 'any')
  return drawChart(
    {
      kind: overDispersion ? 'u-prime' : 'u',
      values: read.shares,
      floor: 0,
      learn: (indexes) => rateLimits(read, indexes, overDispersion),
    },
    options,
  )
}

function rateLimits(read: ReadCounts, indexes: readonly number[], overDispersion: boolean): Limits {
  const rate = pooledShare(read, indexes)
  const middleAt = () => rate
  if (rate === 0) return { middleAt, sigmaAt: null, reason: 'no-events' }
  const sigmaAt = (i: number) => Math.sqrt(rate / (read.sizes[i] ?? 1))
  return overDispersion ? laneyDispersion(read.shares, indexes, rate, sigmaAt) : { middleAt, sigmaAt, reason: null }
}
