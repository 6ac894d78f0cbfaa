import { everyDay, type Works } from './calendar.ts'
import { daysThrough } from './count-days.ts'
import { upperNormalQuantile } from './normal-quantile.ts'
import { requireShares } from './order-interval.ts'
import type { Passage } from './passages-of.ts'

export interface LastingPercentile {
  share: number
  /** That share of started items is finished within so many days of their start; null where too few lasted long enough to tell. */
  days: number | null
  low: number | null
  high: number | null
}

export interface LastingTimes {
  /** Started items that lasted longer than the age asked for: finished ones, and those open or dropped. */
  finished: number
  open: number
  percentiles: LastingPercentile[]
  reason: 'nothing-finished' | null
}

export interface LastingOptions {
  works?: Works
  /** Only what lasted longer than so many days: what an item of that age may expect; default 0. The days count from the start. */
  age?: number
  shares?: readonly number[]
  confidence?: number
}

/**
 * How many days started items take until they are finished, with those counted that still are not.
 *
 * An item that is open after 30 days says that its time is above 30, and is not left out (Kaplan-Meier). With `age` for one item in
 * progress: an item 20 days old is done within `days` days of its start, by what those did that were open after 20 days.
 * A dropped item counts as open until it was dropped. Not when old items are left open and forgotten: close them first.
 *
 * @param on The last day that is known, `YYYY-MM-DD`; moves after it must not be among the passages.
 * @throws {RangeError} when a share or the confidence is outside (0, 1), the age is below 0, or a day is none.
 * @see Kaplan & Meier (1958), JASA 53, 457-481; Brookmeyer & Crowley (1982), Biometrics 38, 29-41, with the log-log
 *   transformation of Borgan & Liestol (1990) and Greenwood's variance.
 */
export function lastingTimes(passages: readonly Passage[], on: string, options: LastingOptions = {}): LastingTimes {
  const { works = everyDay, age = 0, shares = [0.5, 0.85, 0.95], confidence = 0.95 } = options
  requireShares(shares, confidence)
  if (!(age >= 0)) throw new RangeError(`age must be at least 0, got ${age}`)
  const lasted = passages.flatMap(({ startedOn, finishedOn, droppedOn }) =>
    startedOn === null || startedOn > on
      ? []
      : [{ days: daysThrough(startedOn, finishedOn ?? droppedOn ?? on, works), isFinished: finishedOn !== null }],
  )
  const older = lasted.filter(({ days }) => days > age)
  const finished = older.filter(({ isFinished }) => isFinished).length
  const answer = { finished, open: older.length - finished }
  if (finished === 0) return { ...answer, percentiles: [], reason: 'nothing-finished' }
  const curve = survivalCurve(older, upperNormalQuantile((1 + confidence) / 2))
  const percentiles = shares.map((share) => {
    const reached = (of: (point: CurvePoint) => number) =>
      curve.find((point) => of(point) <= (1 - share) * (1 + 1e-12))?.days ?? null
    return { share, days: reached((p) => p.open), low: reached((p) => p.low), high: reached((p) => p.high) }
  })
  return { ...answer, percentiles, reason: null }
}

/** The share still open after so many days, with its interval. */
interface CurvePoint {
  days: number
  open: number
  low: number
  high: number
}

/** At each day on which something was finished, earliest first. */
function survivalCurve(lasted: readonly { days: number; isFinished: boolean }[], z: number): CurvePoint[] {
  const byDays = new Map<number, { finished: number; all: number }>()
  for (const { days, isFinished } of lasted) {
    const at = byDays.get(days) ?? { finished: 0, all: 0 }
    byDays.set(days, { finished: at.finished + (isFinished ? 1 : 0), all: at.all + 1 })
  }
  let [atRisk, open, variance] = [lasted.length, 1, 0]
  const curve: CurvePoint[] = []
  for (const [days, { finished, all }] of [...byDays].sort(([a], [b]) => a - b)) {
    if (finished > 0) {
      open *= 1 - finished / atRisk
      variance += finished / (atRisk * Math.max(atRisk - finished, 1))
      const reach = open > 0 ? (z * Math.sqrt(variance)) / Math.abs(Math.log(open)) : 0
      // When the last of all is finished the curve ends at 0, and nothing is known about the side above.
      curve.push({ days, open, low: open ** Math.exp(reach), high: open > 0 ? open ** Math.exp(-reach) : 1 })
    }
    atRisk -= all
  }
  return curve
}
