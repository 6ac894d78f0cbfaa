import { normalUpperTail } from '../distribution/normal.ts'
import { type Direction, nonInferiority } from '../evidence/non-inferiority.ts'

export interface MarginOptions {
  /** How much is bearable, above 0, in the unit of the estimate: a share, or events per unit of exposure. Fixed before the data. */
  margin: number
  /** One-sided chance of a wrong "safe" (or "equivalent"), in (0, 0.5): default 0.025 for non-inferiority, 0.05 for equivalence. */
  level?: number
}

export interface NonInferiorityOfCounts {
  verdict: 'safe' | 'harm' | 'unclear' | null
  /** True when it got worse at all, beyond chance. */
  worse: boolean | null
  /** Treated less comparison. */
  estimate: number | null
  low: number | null
  high: number | null
  /** 1 - 2 level. */
  confidence: number
  margin: number
  /** One-sided, against "worse by the margin or more": at most `level` exactly when `verdict` is safe. */
  pValue: number | null
  reason: 'no-units' | 'no-exposure' | null
}

export interface EquivalenceOfCounts {
  /** True: the difference lies within the margin on both sides. False is not "different". */
  equivalent: boolean | null
  estimate: number | null
  low: number | null
  high: number | null
  /** 1 - 2 level. */
  confidence: number
  margin: number
  /** The larger of the two one-sided p-values: at most `level` exactly when `equivalent`. */
  pValue: number | null
  reason: 'no-units' | 'no-exposure' | null
}

interface Reading {
  estimate: number | null
  low: number | null
  high: number | null
  reason: 'no-units' | 'no-exposure' | null
}

/** A difference read by score: its interval, and the statistic at any hypothesis. */
export interface ScoredDifference {
  reading(confidence: number): Reading
  /** Null without units. */
  statisticAt(hypothesis: number): number | null
}

/** Whether it got worse by less than the margin: the verdict from the interval, p from the statistic at the margin. */
export function notWorse(
  scored: ScoredDifference,
  better: Direction,
  { margin, level = 0.025 }: MarginOptions,
): NonInferiorityOfCounts {
  check(margin, level)
  const confidence = 1 - 2 * level
  const { estimate, low, high, reason } = scored.reading(confidence)
  const hypothesis = better === 'higher' ? -margin : margin
  const statistic = scored.statisticAt(hypothesis)
  if (estimate === null || statistic === null)
    return { verdict: null, worse: null, estimate, low, high, confidence, margin, pValue: null, reason }
  const pValue = normalUpperTail(better === 'higher' ? statistic : -statistic)
  return {
    ...nonInferiority({ estimate, low, high, confidence }, margin, better),
    estimate,
    low,
    high,
    confidence,
    margin,
    pValue,
    reason,
  }
}

/** Whether it stays within the margin either way: two one-sided tests. */
export function withinMargin(scored: ScoredDifference, { margin, level = 0.05 }: MarginOptions): EquivalenceOfCounts {
  check(margin, level)
  const confidence = 1 - 2 * level
  const { estimate, low, high, reason } = scored.reading(confidence)
  const [below, above] = [scored.statisticAt(-margin), scored.statisticAt(margin)]
  if (below === null || above === null || low === null || high === null)
    return { equivalent: null, estimate, low, high, confidence, margin, pValue: null, reason }
  const pValue = Math.max(normalUpperTail(below), normalUpperTail(-above))
  return { equivalent: low > -margin && high < margin, estimate, low, high, confidence, margin, pValue, reason }
}

function check(margin: number, level: number): void {
  if (!(margin > 0 && margin < Number.POSITIVE_INFINITY)) throw new RangeError(`margin must be above 0, got ${margin}`)
  if (!(level > 0 && level < 0.5)) throw new RangeError(`level must be in (0, 0.5), got ${level}`)
}
