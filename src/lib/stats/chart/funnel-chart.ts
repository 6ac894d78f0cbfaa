import { normalQuantile } from '../distribution/normal.ts'
import { pooledShare, readCounts } from './read-counts.ts'

/** How far apart units are believed to lie for good reasons, beyond chance. */
export type OverDispersion = 'additive' | 'multiplicative' | 'none'

export interface FunnelOptions {
  /** `proportion`: a count among its size. `rate`: events per exposure, or observed per expected. Default `proportion`. */
  kind?: 'proportion' | 'rate'
  /** Where a unit should lie: default the pooled share of all. For observed over expected: 1. */
  target?: number
  /**
   * `additive` (default): units differ by a standard deviation tau of their own, most felt by large ones.
   * `multiplicative`: every limit is sqrt(phi) wider. `none`: chance alone; with large units, most are outside.
   */
  overDispersion?: OverDispersion
  /** This share of scores at each end is pulled in before over-dispersion is measured, in [0, 0.5), default 0.1. */
  winsorise?: number
}

export interface FunnelUnit {
  /** Count over size; null when the size is 0. */
  value: number | null
  size: number
  /** Distance from the target in standard deviations, over-dispersion included; null without value or limits. */
  score: number | null
  /** 95 % of units on target lie in here; clipped to what is possible. Null without a size or limits. */
  low: number | null
  high: number | null
  /** 99.8 % of units on target lie in here. */
  farLow: number | null
  farHigh: number | null
  /** Beyond 99.8 %: `far`. Beyond 95 % only: `near`, which one unit in 20 is by chance. */
  outside: 'far' | 'near' | null
}

export interface FunnelChart {
  target: number | null
  /** Mean of the squared winsorised scores: 1 when chance alone is at work. Null without limits. */
  phi: number | null
  /** Standard deviation between units on target, in the unit of the values; null unless `additive`. */
  tau: number | null
  units: FunnelUnit[]
  /** `no-units`: none has a size. `no-events`, `all-events`: the target leaves no room for chance. */
  reason: 'no-units' | 'no-events' | 'all-events' | null
}

/**
 * Many units (sites, teams) compared at one time: each against the limits that its own size deserves, with no ranking.
 *
 * Over-dispersion is measured from the scores, the most extreme pulled in so that outliers do not hide themselves; it
 * only ever widens. Pulling in also takes a third off phi where scores are normal: some 11 % of over-dispersed units on
 * target are then beyond the 95 % limits, 1 % beyond the 99.8 % ones (`chart.calibration.ts`). Limits are normal: not for units expecting fewer than about 5 events. A unit picked because it is
 * outside will come back by itself (regression to the mean): that is no effect of what was done there.
 *
 * @param units Count and size of each; size 0 is kept, without limits.
 * @throws {RangeError} when a number is out of range, or a proportion's count exceeds its size.
 * @see Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, sections 3 and 4, appendix A.3.
 */
export function funnelChart(
  units: readonly { count: number; size: number }[],
  { kind = 'proportion', target, overDispersion = 'additive', winsorise = 0.1 }: FunnelOptions = {},
): FunnelChart {
  if (!(winsorise >= 0 && winsorise < 0.5)) throw new RangeError(`winsorise must be in [0, 0.5), got ${winsorise}`)
  const ceiling = kind === 'proportion' ? 1 : Number.POSITIVE_INFINITY
  if (target !== undefined && !(target >= 0 && target <= ceiling && target < Number.POSITIVE_INFINITY))
    throw new RangeError(`target must be a possible ${kind}, got ${target}`)
  const read = readCounts(units, kind === 'proportion' ? 'size' : 'any')
  const usable = Array.from(units.keys()).filter((i) => !Number.isNaN(read.shares[i] ?? Number.NaN))
  const aim = usable.length === 0 ? (target ?? null) : (target ?? pooledShare(read, usable))
  const perUnit = aim === null ? 0 : kind === 'proportion' ? aim * (1 - aim) : aim
  if (aim === null || usable.length === 0 || perUnit === 0) {
    const reason = usable.length === 0 ? 'no-units' : aim === 0 ? 'no-events' : 'all-events'
    const bare = units.map(({ count, size }) => ({ ...NO_LIMITS, value: size === 0 ? null : count / size, size }))
    return { target: aim, phi: null, tau: null, units: bare, reason }
  }

  const variances = usable.map((i) => perUnit / (read.sizes[i] ?? 1))
  const scores = usable.map((i, nth) => ((read.shares[i] ?? 0) - aim) / Math.sqrt(variances[nth] ?? 1))
  const pulled = winsorised(scores, winsorise)
  const phi = pulled.reduce((sum, score) => sum + score * score, 0) / pulled.length
  const widen = overDispersion === 'multiplicative' ? Math.max(1, phi) : 1
  const between = overDispersion === 'additive' ? betweenVariance(phi, variances) : 0
  return {
    target: aim,
    phi,
    tau: overDispersion === 'additive' ? Math.sqrt(between) : null,
    units: units.map(({ count, size }) => {
      if (size === 0) return { ...NO_LIMITS, value: null, size }
      return place(count / size, size, aim, Math.sqrt((widen * perUnit) / size + between), ceiling)
    }),
    reason: null,
  }
}

const NO_LIMITS = { score: null, low: null, high: null, farLow: null, farHigh: null, outside: null }
const NEAR = normalQuantile(0.975)
const FAR = normalQuantile(0.999)

function place(value: number, size: number, aim: number, deviation: number, ceiling: number): FunnelUnit {
  const score = (value - aim) / deviation
  return {
    value,
    size,
    score,
    low: Math.max(0, aim - NEAR * deviation),
    high: Math.min(ceiling, aim + NEAR * deviation),
    farLow: Math.max(0, aim - FAR * deviation),
    farHigh: Math.min(ceiling, aim + FAR * deviation),
    outside: Math.abs(score) > FAR ? 'far' : Math.abs(score) > NEAR ? 'near' : null,
  }
}

/** The most extreme share at each end moved to the nearest score that stays. */
function winsorised(scores: readonly number[], share: number): number[] {
  const sorted = [...scores].sort((a, b) => a - b)
  const pulled = Math.floor(share * sorted.length)
  const low = sorted[pulled] ?? 0
  const high = sorted[sorted.length - 1 - pulled] ?? 0
  return scores.map((score) => Math.min(high, Math.max(low, score)))
}

/** DerSimonian and Laird's moment estimate, from phi in place of the plain mean square. */
function betweenVariance(phi: number, variances: readonly number[]): number {
  const count = variances.length
  // In units of the smallest variance: weights in [0, 1] neither overflow nor vanish.
  const least = Math.min(...variances)
  const weights = variances.map((variance) => least / variance)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  const excess = count * phi - (count - 1)
  return count < 2 || excess <= 0 ? 0 : (least * excess) / (sum - squares / sum)
}
