import type { MetricKind } from '#product/metric/metric.ts'
import type { SeriesPoint } from './draw-series.ts'

/** How long it took from one event to the next, told at the period of the later one. */
export interface Gap {
  on: string
  value: number
}

export interface Gaps {
  /** In the order in which they ended. Events of one period stand evenly in it: no figure says more. */
  ended: Gap[]
  /** Since the last event, told at the last period: at least so long, for nobody knows when the next one comes. */
  open: Gap
}

/** Events of one series at most: nobody needs a dot for each of more, and a figure of millions must not fill a memory. */
const eventsMost = 20_000

/**
 * The gaps between single events, out of figures that count them. Of shares: how many cases without one lie between two.
 * Of rates: how much of what they are divided by. Else: how many periods. A period without a figure adds nothing.
 *
 * @param series Earliest first.
 * @returns Null where there are no gaps to tell: fewer than two events, far too many, or counts that are none.
 */
export function gapsBetween(kind: MetricKind, series: readonly (SeriesPoint | null)[]): Gaps | null {
  if (series.reduce((sum, point) => sum + (point?.value ?? 0), 0) > eventsMost) return null
  const gaps: Gap[] = []
  let [passed, lastAt, lastOn]: [number, number | null, string] = [0, null, '']
  for (const point of series) {
    if (point === null) continue
    const { on, value: events } = point
    const size = kind === 'proportion' || kind === 'rate' ? (point.denominator ?? 0) : 1
    if (!isCount(events) || (kind === 'proportion' && !isCount(size))) return null
    for (let nth = 0; nth < events; nth++) {
      const at = passed + placeOf(nth, events, size, kind)
      if (lastAt !== null) gaps.push({ on, value: lengthOf(at - lastAt, kind) })
      lastAt = at
    }
    passed += size
    lastOn = on
  }
  if (lastAt === null || gaps.length === 0) return null
  return { ended: gaps, open: { on: lastOn, value: lengthOf(passed - lastAt, kind) } }
}

export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}

/** Cases are whole, so that an event is one of them; time is not. */
function placeOf(nth: number, events: number, size: number, kind: MetricKind): number {
  const place = ((2 * nth + 1) * size) / (2 * events)
  return kind === 'proportion' ? Math.floor(place) : place
}

/** Between the third case and the fifth lies one. */
function lengthOf(distance: number, kind: MetricKind): number {
  return kind === 'proportion' ? distance - 1 : distance
}
