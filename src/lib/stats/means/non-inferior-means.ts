import type { Direction } from '../evidence/non-inferiority.ts'
import type { Moments } from '../numeric/moments.ts'
import { type ArmGap, armMean } from './arm-estimate.ts'
import { type Margin, marginTest } from './margin-test.ts'
import { reachOf } from './t-or-normal.ts'

/** `base-near-zero`: the comparison's mean is not clearly above 0, so a share of it is no margin: fix an absolute one. */
export type MarginGap = ArmGap | 'no-variation' | 'base-near-zero'

export interface NonInferiorMeans {
  /** `safe`: not worse by more than the margin. `harm`: worse by more. `unclear`: the data allow both, or cannot tell. */
  verdict: 'safe' | 'harm' | 'unclear'
  /** One-sided, against being worse by the margin or more; null when `reason` says why. */
  pValue: number | null
  /** The level of the one-sided tests. */
  alpha: number
  reason: MarginGap | null
}

export interface NonInferiorOptions {
  /** Which direction of the metric is good. */
  better: Direction
  /** Level of each one-sided test, in (0, 0.5), default 0.025. */
  alpha?: number
}

/**
 * Whether the treated mean is not worse than the comparison's by more than a margin, from the arms' moments.
 *
 * The verdict is the side on which the two-sided interval of confidence `1 - 2 alpha` lies, as `nonInferiority` reads any
 * effect; here a margin may also be a share of the comparison's mean, whose noise is then reckoned with.
 *
 * `safe` is not "no effect". Not for a running trial that is looked at repeatedly.
 *
 * @param margin How much worse is bearable: at least 0, below 1 when relative and higher is better.
 * @throws {RangeError} when the margin or `alpha` is outside its range or a moment is impossible.
 * @see Piaggio et al. (2012), CONSORT extension for noninferiority, JAMA 308, 2594-2604.
 */
export function nonInferiorMeans(
  treated: Moments,
  comparison: Moments,
  margin: Margin,
  { better, alpha = 0.025 }: NonInferiorOptions,
): NonInferiorMeans {
  requireAlpha(alpha)
  const size = 'relative' in margin ? margin.relative : margin.absolute
  if (!(size >= 0 && size < Number.POSITIVE_INFINITY)) throw new RangeError(`margin must be at least 0, got ${size}`)
  const isUp = better === 'higher'
  if ('relative' in margin && isUp && size >= 1)
    throw new RangeError(`a relative margin must be below 1 when higher is better, got ${size}`)
  const gap = marginGap(treated, comparison, 'relative' in margin, alpha)
  if (typeof gap === 'string') return { verdict: 'unclear', pValue: null, alpha, reason: gap }
  const signed = isUp ? -size : size
  const test = marginTest(...gap, 'relative' in margin ? { relative: signed } : { absolute: signed })
  if (test === null) return { verdict: 'unclear', pValue: null, alpha, reason: 'no-variation' }
  const [pValue, against] = isUp ? [test.above, test.below] : [test.below, test.above]
  return { verdict: pValue <= alpha ? 'safe' : against <= alpha ? 'harm' : 'unclear', pValue, alpha, reason: null }
}

/** Both arms' means, or why a margin cannot be tested. */
export function marginGap(treated: Moments, comparison: Moments, isRelative: boolean, alpha: number) {
  const [a, b] = [armMean(treated), armMean(comparison)]
  if (a === 'empty-arm' || b === 'empty-arm') return 'empty-arm' as const
  if (typeof a === 'string' || typeof b === 'string') return 'too-few-values' as const
  const reach = reachOf(1 - 2 * alpha, b.degreesOfFreedom) * Math.sqrt(b.variance)
  return isRelative && !(b.estimate > reach) ? ('base-near-zero' as const) : ([a, b] as const)
}

/** @throws {RangeError} when the level is outside (0, 0.5). */
export function requireAlpha(alpha: number): void {
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`alpha must be in (0, 0.5), got ${alpha}`)
}
