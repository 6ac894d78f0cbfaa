import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart, type Limits } from './draw-chart.ts'
import { laneyDispersion } from './laney-dispersion.ts'
import { type Counted, pooledShare, type ReadCounts, readCounts } from './read-counts.ts'

export interface DispersionOptions extends ChartOptions {
  /**
   * Default false: limits from chance alone. True: Laney's chart (p' or u'), whose limits follow how much the baseline
   * scatters from period to period. Use it when sizes are large, or when most points of the plain chart are outside.
   */
  overDispersion?: boolean
}

/**
 * Shares (of parcels, patients, calls) about the pooled share of the baseline: a p chart, or p' with `overDispersion`.
 *
 * Each period has its own limits, by its size, clipped to [0, 1]. The plain chart believes that nothing but chance
 * makes periods differ; with thousands of units a period that is never so, and it cries wolf: then p'. Not for shares
 * near 0 or 1 with small sizes (below about 5 expected): chart the units between events (`gChart`).
 *
 * @param periods In order of time: how many, among how many. Null or a size of 0 is a gap.
 * @throws {RangeError} when a count exceeds its size, a number is negative, or an option is out of range.
 * @see Montgomery, Introduction to Statistical Quality Control, section 7.2; Laney (2002), Quality Engineering 14,
 *   531-537; Mohammed et al. (2013), Quality and Safety in Health Care 22, 362-368.
 */
export function proportionChart(
  periods: readonly (Counted | null)[],
  { overDispersion = false, ...options }: DispersionOptions = {},
): ControlChart {
  const read = readCounts(periods, 'size')
  return drawChart(
    {
      kind: overDispersion ? 'p-prime' : 'p',
      values: read.shares,
      floor: 0,
      ceiling: 1,
      learn: (indexes) => shareLimits(read, indexes, overDispersion),
    },
    options,
  )
}

function shareLimits(read: ReadCounts, indexes: readonly number[], overDispersion: boolean): Limits {
  const share = pooledShare(read, indexes)
  const middleAt = () => share
  if (share === 0) return { middleAt, sigmaAt: null, reason: 'no-events' }
  if (share === 1) return { middleAt, sigmaAt: null, reason: 'all-events' }
  const unit = Math.sqrt(share * (1 - share))
  const sigmaAt = (i: number) => unit / Math.sqrt(read.sizes[i] ?? 1)
  return overDispersion ? laneyDispersion(read.shares, indexes, share, sigmaAt) : { middleAt, sigmaAt, reason: null }
}
