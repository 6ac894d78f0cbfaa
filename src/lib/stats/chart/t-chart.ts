import type { ChartOptions, ControlChart } from './control-chart.ts'
import { drawChart } from './draw-chart.ts'
import { readValues } from './read-values.ts'
import { individualLimits } from './xmr-chart.ts'

/** Raised to 1 / 3.6, an exponential time is close to normal. */
const POWER = 3.6

/**
 * The time between two rare events. Up is better.
 *
 * Waiting times are exponential, far from normal; their 3.6th root is close to it, so the limits are those of an XmR
 * chart of the roots, turned back. Not for units between events (`gChart`) or where events are so frequent that a period
 * has several (`rateChart`).
 *
 * @param times Between one event and the next, in order, in any unit, at least 0; null is a gap in the record.
 * @throws {RangeError} when a value is negative, or an option is out of range.
 * @see Nelson (1994), Journal of Quality Technology 26, 239-240.
 */
export function tChart(times: readonly (number | null)[], options: ChartOptions = {}): ControlChart {
  const roots = readValues(times, 0).map((time) => time ** (1 / POWER))
  const chart = drawChart(
    {
      kind: 't',
      values: roots,
      floor: 0,
      shown: (root) => root ** POWER,
      learn: (indexes) => individualLimits(roots, indexes),
    },
    options,
  )
  // The root and its power do not cancel to the last digit: show what was given.
  for (const [i, point] of chart.points.entries()) point.value = times[i] ?? null
  return chart
}
