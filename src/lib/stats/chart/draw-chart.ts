import { anhoejLimits } from './anhoej-limits.ts'
import {
  type ChartKind,
  type ChartOptions,
  type ChartPhase,
  type ChartPoint,
  type ControlChart,
  FREEZE_AT,
  type NoLimits,
  PROVISIONAL_BELOW,
} from './control-chart.ts'
import { type ChartRule, type ChartSignal, countRuns, findSignals, type RuleSet } from './find-signals.ts'

/** What a phase's baseline says about every point, on the scale on which the values are compared. */
export interface Limits {
  /** The middle of the limits; null: there is not even a centre. */
  middleAt: ((index: number) => number) | null
  /** A third of the way from the middle to the limit, positive; null: no limits, and `reason` says why. */
  sigmaAt: ((index: number) => number) | null
  /** The line that runs are counted about, where it is not the middle. */
  centreAt?: (index: number) => number
  dispersion?: number
  reason: NoLimits | null
}

export interface ChartBasis {
  kind: ChartKind
  /** On the scale on which they are compared; NaN is a gap. */
  values: Float64Array
  /** Learnt from the points at `indexes`, in order, none of them a gap. At least one. */
  learn(indexes: readonly number[]): Limits
  /** What a value can be at all, on the scale of the values. */
  floor?: number
  ceiling?: number
  /** From the scale of comparing back to the one of reading. Increasing. */
  shown?: (value: number) => number
}

/**
 * The chart of `basis`: phases, limits learnt from each phase's baseline and then frozen, and every signal.
 *
 * @throws {RangeError} when the baseline is below 2, or a change or an exclusion is no position of a value.
 */
export function drawChart(basis: ChartBasis, options: ChartOptions, usual: RuleSet = 'nhs'): ControlChart {
  const { rules = usual, baseline = FREEZE_AT, changes = [], exclude = [] } = options
  const { values, kind } = basis
  if (baseline !== 'all' && !(Number.isInteger(baseline) && baseline >= 2))
    throw new RangeError(`baseline must be "all" or a whole number of at least 2, got ${baseline}`)
  for (const position of [...changes, ...exclude])
    if (!(Number.isInteger(position) && position >= 0 && position < values.length))
      throw new RangeError(`changes and exclude must be positions in 0..${values.length - 1}, got ${position}`)

  const left = new Set(exclude)
  const starts = [...new Set([0, ...changes])].sort((a, b) => a - b)
  const points: ChartPoint[] = []
  const phases: ChartPhase[] = []
  const signals: ChartSignal[] = []
  for (const [nth, from] of starts.entries()) {
    const to = starts[nth + 1] ?? values.length
    if (from < to) drawPhase({ basis, rules, left, from, to, baseline }, points, phases, signals)
  }
  signals.sort((a, b) => a.from - b.from || a.to - b.to)
  return { kind, rules, points, phases, signals }
}

interface PhasePlan {
  basis: ChartBasis
  rules: RuleSet
  left: ReadonlySet<number>
  from: number
  to: number
  baseline: number | 'all'
}

function drawPhase(plan: PhasePlan, points: ChartPoint[], phases: ChartPhase[], signals: ChartSignal[]): void {
  const { basis, rules, left, from, to, baseline } = plan
  const { values } = basis
  const learnt: number[] = []
  const most = baseline === 'all' ? Number.POSITIVE_INFINITY : baseline
  for (let i = from; i < to && learnt.length < most; i++)
    if (!Number.isNaN(values[i] ?? Number.NaN) && !left.has(i)) learnt.push(i)
  const limits: Limits =
    learnt.length === 0 ? { middleAt: null, sigmaAt: null, reason: 'too-few-points' } : basis.learn(learnt)

  const sequence = readPhase(plan, limits, points)
  const counts = countRuns(sequence.sides)
  const runLimits = anhoejLimits(counts.useful)
  const mark = (index: number, rule: ChartRule) => {
    const point = points[sequence.positions[index] ?? 0]
    if (point) point.rules = [...point.rules, rule]
  }
  const found = findSignals(rules, { ...sequence, ...runLimits }, mark)
  // What is left out of runs can still be outside: that is why it was left out.
  for (const i of left) {
    const point = points[i]
    if (i < from || i >= to || !point || rules === 'anhoej') continue
    const zone = limits.middleAt && limits.sigmaAt ? zoneOf(values[i] ?? 0, limits.middleAt(i), limits.sigmaAt(i)) : 0
    if (Math.abs(zone) < 3) continue
    point.rules = ['outside']
    found.push({ rule: 'outside', direction: zone > 0 ? 'above' : 'below', from: i, to: i, count: 1 })
  }
  for (const each of found) signals.push(each)
  phases.push({
    from,
    to,
    baseline: learnt.length,
    isProvisional: learnt.length < PROVISIONAL_BELOW,
    dispersion: limits.dispersion ?? null,
    reason: limits.reason,
    runs: { ...counts, ...runLimits },
  })
}

const NO_RULES: readonly ChartRule[] = []

/** Adds the phase's points, and gives those that take part in runs as the rules see them. */
function readPhase({ basis, left, from, to }: PhasePlan, limits: Limits, points: ChartPoint[]) {
  const { values, floor = Number.NEGATIVE_INFINITY, ceiling = Number.POSITIVE_INFINITY, shown = same } = basis
  const { middleAt, sigmaAt, centreAt = middleAt } = limits
  const positions = new Int32Array(to - from)
  const kept = new Float64Array(to - from)
  const sides = new Int8Array(to - from)
  const zones = new Int8Array(to - from)
  let count = 0
  for (let i = from; i < to; i++) {
    const value = values[i] ?? Number.NaN
    const isGap = Number.isNaN(value)
    if (middleAt === null || centreAt === null || isGap) {
      points.push({ value: isGap ? null : shown(value), centre: null, low: null, high: null, rules: NO_RULES })
      continue
    }
    const centre = centreAt(i)
    const middle = middleAt(i)
    const sigma = sigmaAt === null ? null : sigmaAt(i)
    points.push({
      value: shown(value),
      centre: shown(centre),
      low: sigma === null ? null : shown(Math.max(floor, middle - 3 * sigma)),
      high: sigma === null ? null : shown(Math.min(ceiling, middle + 3 * sigma)),
      rules: NO_RULES,
    })
    if (left.has(i)) continue
    positions[count] = i
    kept[count] = value
    sides[count] = Math.sign(value - centre)
    zones[count] = sigma === null ? 0 : zoneOf(value, middle, sigma)
    count += 1
  }
  return {
    positions: positions.subarray(0, count),
    values: kept.subarray(0, count),
    sides: sides.subarray(0, count),
    zones: zones.subarray(0, count),
    hasLimits: sigmaAt !== null,
  }
}

/** Compared with the very sums that are drawn, so that a point on a limit is not outside it. */
function zoneOf(value: number, middle: number, sigma: number): number {
  if (value > middle) return value > middle + 3 * sigma ? 3 : value > middle + 2 * sigma ? 2 : +(value > middle + sigma)
  return value < middle - 3 * sigma ? -3 : value < middle - 2 * sigma ? -2 : -(value < middle - sigma)
}

function same(value: number): number {
  return value
}
