import { chiSquareUpperTail } from '../distribution/chi-square.ts'
import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { betweenVariance } from './between-variance.ts'
import { checkEffects, type TrialEffect } from './trial-effect.ts'
import { weightedMean } from './weighted-mean.ts'

export interface MetaAnalysisOptions {
  /** `fixed`: one true effect. The others: true effects that differ. Default `reml`. */
  method?: 'fixed' | 'dersimonian-laird' | 'paule-mandel' | 'reml'
  /**
   * `hartung-knapp` (default): t with k - 1 degrees of freedom and an error that counts how uncertain the spread is.
   * `normal`: too narrow with few trials, offered to compare. `fixed` always uses `normal`.
   */
  interval?: 'hartung-knapp' | 'normal'
  /** Whether Hartung-Knapp's factor is at least 1, default true: below it, it would claim more than the trials hold. */
  floor?: boolean
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
}

export interface MetaAnalysis {
  /** How many trials. */
  count: number
  /** What was done: `fixed` when fewer than three trials forced it. */
  method: 'fixed' | 'dersimonian-laird' | 'paule-mandel' | 'reml'
  interval: 'hartung-knapp' | 'normal'
  /** The mean of the true effects, in their unit. */
  estimate: number
  standardError: number
  /** k - 1; null for the normal. */
  degreesOfFreedom: number | null
  low: number
  high: number
  confidence: number
  /** The estimate over its standard error. */
  statistic: number
  pValue: number
  /** Tau squared, in the unit squared; 0 for `fixed`. */
  betweenVariance: number
  heterogeneity: {
    /** Cochran's. */
    q: number
    degreesOfFreedom: number
    /** Of Q against equal true effects; null for one trial. */
    pValue: number | null
    /** The share of the scatter that is no chance, in [0, 1). */
    iSquared: number
  }
  /** Where the true effect of the next such trial lies; null for `fixed`. Far wider than the interval of the mean. */
  prediction: { low: number; high: number; degreesOfFreedom: number } | null
  /** `too-few-effects`: fewer than three, so that nothing can be said of how they differ. */
  reason: 'too-few-effects' | null
}

/**
 * The mean effect of several trials of the same kind of change, how much their true effects differ, and what to expect of
 * the next.
 *
 * Not for results chosen because they were good (`correctSelection`), not for adding up gains of different changes
 * (`shrinkEffects`), and not for several results of one trial: they are not independent.
 *
 * @param effects At least one. Ratios go in as logarithms.
 * @throws {RangeError} when there are none, a standard error is not positive, or the confidence is outside (0, 1).
 * @see DerSimonian & Laird (1986); Viechtbauer (2005); IntHout, Ioannidis & Borm (2014), BMC Med. Res. Methodology 14,
 *   25 (Hartung-Knapp-Sidik-Jonkman); Röver, Knapp & Friede (2015), ibid. 15, 99 (the floor); Higgins & Thompson (2002),
 *   Statistics in Medicine 21, 1539-1558 (I squared); Higgins, Thompson & Spiegelhalter (2009), JRSS A 172, 137-159,
 *   equation 12 (prediction, t with k - 2).
 */
export function metaAnalysis(
  effects: readonly TrialEffect[],
  { method = 'reml', interval = 'hartung-knapp', floor = true, confidence = 0.95 }: MetaAnalysisOptions = {},
): MetaAnalysis {
  requireConfidence(confidence)
  checkEffects(effects)
  const count = effects.length
  if (count === 0) throw new RangeError('there must be at least one effect')
  const isForced = count < 3
  const used = isForced ? 'fixed' : method
  const between = used === 'fixed' ? 0 : betweenVariance(effects, used)
  const { mean, sum, q } = weightedMean(effects, between)
  const isHartungKnapp = used !== 'fixed' && interval === 'hartung-knapp'
  const factor = isHartungKnapp ? q / (count - 1) : 1
  const standardError = Math.sqrt((floor ? Math.max(1, factor) : factor) / sum)
  const degreesOfFreedom = isHartungKnapp ? count - 1 : null
  const tail = (1 + confidence) / 2
  const reach = standardError * (degreesOfFreedom === null ? normalQuantile(tail) : studentTQuantile(tail, count - 1))
  const statistic = standardError === 0 ? 0 : mean / standardError
  const spread = Math.sqrt(between + standardError ** 2)
  const ahead = used === 'fixed' ? 0 : spread * studentTQuantile(tail, count - 2)
  return {
    count,
    method: used,
    interval: isHartungKnapp ? 'hartung-knapp' : 'normal',
    estimate: mean,
    standardError,
    degreesOfFreedom,
    low: mean - reach,
    high: mean + reach,
    confidence,
    statistic,
    pValue:
      degreesOfFreedom === null
        ? 2 * normalUpperTail(Math.abs(statistic))
        : studentTTwoSided(statistic, degreesOfFreedom),
    betweenVariance: between,
    heterogeneity: heterogeneityOf(effects, used === 'fixed' ? null : between),
    prediction: used === 'fixed' ? null : { low: mean - ahead, high: mean + ahead, degreesOfFreedom: count - 2 },
    reason: isForced ? 'too-few-effects' : null,
  }
}

function heterogeneityOf(effects: readonly TrialEffect[], between: number | null): MetaAnalysis['heterogeneity'] {
  const { sum, sumOfSquares, q } = weightedMean(effects, 0)
  const degreesOfFreedom = effects.length - 1
  if (degreesOfFreedom === 0) return { q: 0, degreesOfFreedom, pValue: null, iSquared: 0 }
  // What a typical trial's variance is, so that I squared means the same for each estimate of the spread.
  const typical = degreesOfFreedom / (sum - sumOfSquares / sum)
  const iSquared =
    between === null ? (q > degreesOfFreedom ? (q - degreesOfFreedom) / q : 0) : between / (between + typical)
  return { q, degreesOfFreedom, pValue: chiSquareUpperTail(q, degreesOfFreedom), iSquared }
}
