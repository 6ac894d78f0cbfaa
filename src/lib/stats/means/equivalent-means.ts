import type { Moments } from '../numeric/moments.ts'
import { type Margin, type MarginTest, marginTest } from './margin-test.ts'
import { type MarginGap, marginGap, requireAlpha } from './non-inferior-means.ts'

export interface EquivalentMeans {
  /** `equivalent`: within both margins. `different`: beyond one of them. `unclear`: the data allow both, or cannot tell. */
  verdict: 'equivalent' | 'different' | 'unclear'
  /** The larger of the two; null when `reason` says why. */
  pValue: number | null
  /** One-sided, against being at or below the lower margin; null as `pValue`. */
  pValueLow: number | null
  /** One-sided, against being at or above the upper margin; null as `pValue`. */
  pValueHigh: number | null
  /** The level of each one-sided test. */
  alpha: number
  reason: MarginGap | null
}

/**
 * Whether two means are so close that the difference does not matter, by two one-sided tests.
 *
 * Equivalent exactly when the two-sided interval of confidence `1 - 2 alpha` lies within the margins (absolute ones). A large p-value of
 * `welch` says nothing of the kind. Both margins are fixed before the start.
 *
 * @param margins The lower below the upper, both in one unit: absolute, or shares of the comparison's mean above -1.
 * @param alpha Level of each one-sided test, in (0, 0.5), default 0.05.
 * @throws {RangeError} when the margins are mixed, not finite or not in order, `alpha` is outside its range or a moment is impossible.
 * @see Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680; Welch's version of it: Dannenberg, Dette & Munk (1994), Communications in Statistics 23, 209-216.
 */
export function equivalentMeans(
  treated: Moments,
  comparison: Moments,
  margins: { low: Margin; high: Margin },
  { alpha = 0.05 }: { alpha?: number } = {},
): EquivalentMeans {
  requireAlpha(alpha)
  const isRelative = requireMargins(margins)
  const without = (reason: MarginGap): EquivalentMeans => {
    return { verdict: 'unclear', pValue: null, pValueLow: null, pValueHigh: null, alpha, reason }
  }
  const gap = marginGap(treated, comparison, isRelative, alpha)
  if (typeof gap === 'string') return without(gap)
  const atLow: MarginTest | null = marginTest(...gap, margins.low)
  const atHigh = marginTest(...gap, margins.high)
  if (atLow === null || atHigh === null) return without('no-variation')
  const [pValueLow, pValueHigh] = [atLow.above, atHigh.below]
  const pValue = Math.max(pValueLow, pValueHigh)
  const isBeyond = Math.min(atLow.below, atHigh.above) <= alpha
  const verdict = pValue <= alpha ? 'equivalent' : isBeyond ? 'different' : 'unclear'
  return { verdict, pValue, pValueLow, pValueHigh, alpha, reason: null }
}

/** Whether they are relative. */
function requireMargins({ low, high }: { low: Margin; high: Margin }): boolean {
  const [isRelative, isHighRelative] = ['relative' in low, 'relative' in high]
  if (isRelative !== isHighRelative) throw new RangeError('margins must be both absolute or both relative')
  const [from, to] = [low, high].map((margin) => ('relative' in margin ? margin.relative : margin.absolute))
  if (!(Number.isFinite(from) && Number.isFinite(to) && (from as number) < (to as number)))
    throw new RangeError(`margins must be in order, got ${from} and ${to}`)
  if (isRelative && (from as number) <= -1) throw new RangeError(`a relative margin must be above -1, got ${from}`)
  return isRelative
}
