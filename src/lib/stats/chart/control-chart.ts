import type { ChartRule, ChartSignal, RuleSet } from './find-signals.ts'

export type ChartKind =
  | 'run'
  | 'xmr'
  | 'moving-range'
  | 'x-bar'
  | 'range'
  | 'deviation'
  | 'p'
  | 'p-prime'
  | 'u'
  | 'u-prime'
  | 'c'
  | 'np'
  | 'g'
  | 't'

/**
 * Why a phase has no limits. `too-few-points`: fewer than two to learn from. `no-variation`: the baseline stands still,
 * so any limit would be a guess. `no-events`: nothing was counted; chart the gaps between events (g or t) instead.
 * `all-events`: every unit was counted; chart what did not happen, by its gaps.
 */
export type NoLimits = 'too-few-points' | 'no-variation' | 'no-events' | 'all-events'

export interface ChartPoint {
  /** In the unit of the chart: a share, a rate, a mean; null where the period has no value or no units. */
  value: number | null
  /** The line that points are above or below; null when there is none. */
  centre: number | null
  /** The limits, clipped to what is possible; null (both) where there are none. */
  low: number | null
  high: number | null
  /** Every rule that the point is a part of. Empty: nothing to see here. */
  rules: readonly ChartRule[]
}

export interface ChartPhase {
  /** First point, and the one after the last. */
  from: number
  to: number
  /** How many points the limits were learnt from. */
  baseline: number
  /** Fewer than 12 points to learn from: the limits will still move. */
  isProvisional: boolean
  /** How much wider than pure chance the baseline scatters (p', u': Laney's sigma-z); null elsewhere. */
  dispersion: number | null
  /** Why there are no limits; null when there are, and on a run chart, which has none. */
  reason: NoLimits | null
  runs: RunCounts
}

/** Anhoej's two figures of a phase, whatever the rule set. Points on the centre line count for nothing. */
export interface RunCounts {
  /** Points off the centre line. */
  useful: number
  longestRun: number
  /** A run longer than this is a signal; null when no point is useful. */
  longestRunLimit: number | null
  crossings: number
  /** Fewer crossings than this are a signal; null when no point is useful. */
  fewestCrossings: number | null
}

export interface ControlChart {
  kind: ChartKind
  rules: RuleSet
  /** One per value given, in order. */
  points: ChartPoint[]
  phases: ChartPhase[]
  /** In the order in which they begin; `from` and `to` (inclusive) are positions in `points`. */
  signals: ChartSignal[]
}

export interface ChartOptions {
  /** Default `nhs`; a run chart: `anhoej`. */
  rules?: RuleSet
  /**
   * The limits are learnt from the first so many usable points of each phase and then stay: default 20. `all`: from
   * every point, for looking back at a finished phase. At least 2.
   */
  baseline?: number | 'all'
  /**
   * Where recorded changes of the process begin: positions in the values. Each starts a phase with limits of its own.
   * Nothing else re-bases a chart: limits that follow the data hide what they are there to show.
   */
  changes?: readonly number[]
  /** Positions with a known special cause: drawn and held against the limits, but neither in the limits nor in runs. */
  exclude?: readonly number[]
}

/** Fewer baseline points than this and the limits are called provisional. */
export const PROVISIONAL_BELOW = 12

/** From here on more baseline points hardly move the limits: they freeze. */
export const FREEZE_AT = 20
