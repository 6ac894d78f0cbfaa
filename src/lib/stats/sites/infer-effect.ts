import { type Arrangements, arrangeSites } from './arrange-sites.ts'
import { compareMeans, type MeanComparison } from './compare-means.ts'
import { FEW_SITES, LEAST_SITES } from './few-sites.ts'
import { permutationInterval } from './permutation-interval.ts'
import type { PermutationStatistic } from './shift-table.ts'

/**
 * `cr2`: cluster-robust with Bell-McCaffrey degrees of freedom. `permutation`: studentised permutation of the sites, the
 * interval by its inversion. `placebo`: permutation of the plain difference, no interval.
 */
export type InferenceMethod = 'cr2' | 'permutation' | 'placebo'

export interface EffectInference {
  method: InferenceMethod
  /** Treated less comparison, in the unit of the values. */
  estimate: number
  /** CR2, in the unit of the values; null for a placebo test. */
  standardError: number | null
  degreesOfFreedom: number | null
  /** In the unit of the values; null (both) when `noInterval` says why. */
  low: number | null
  high: number | null
  confidence: number
  /** `smallest-p-above-level`: so few arrangements rule out nothing at this confidence. */
  noInterval: 'too-few-sites' | 'no-variation' | 'smallest-p-above-level' | null
  /** Two-sided. */
  pValue: number
  pValueMethod: 'cr2-t' | 'permutation-exact' | 'permutation-drawn'
  /** Null for `cr2`, whose p-value has no floor. */
  smallestPossibleP: number | null
  arrangements: number | null
  /** 1 is the farthest from zero; ties share the worst place. */
  rank: number | null
  /** The other of `cr2` and `permutation`, where both can be had and it was asked for: do they agree? */
  secondReading: { method: 'cr2' | 'permutation'; pValue: number; low: number | null; high: number | null } | null
}

export interface InferenceOptions {
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** Whole number in 0..2^53 - 1, for drawn arrangements. */
  seed: number
  /** Differences up to this size are rounding, in the unit of the values. */
  resolution: number
  /** Default false. Beside `cr2` it costs 20,000 rearrangements, so only up to 100 sites in the smaller group. */
  withSecondReading?: boolean
}

/** Beyond this, the two methods cannot differ by much, and the permutation takes longer than the page may. */
const MOST_FOR_SECOND_READING = 100

/**
 * What one value per site says about the difference between treated and comparison sites, by the method that holds at
 * this number of sites.
 *
 * Fewer than 4 sites in a group (or no variation within both): placebo. Fewer than 20 in all: permutation. Else CR2.
 * The method depends on counts alone, never on what it would find.
 *
 * Not for rows (one value a site), nor for sites drawn in pairs or strata.
 *
 * @throws {RangeError} when a group is empty, a value is not finite, or the confidence is outside (0, 1).
 * @see compareMeans, arrangeSites, permutationInterval.
 */
export function inferEffect(
  treated: readonly number[],
  comparison: readonly number[],
  { confidence = 0.95, seed, resolution, withSecondReading = false }: InferenceOptions,
): EffectInference {
  const cr2 = compareMeans(treated, comparison, { confidence, resolution })
  const isStill = cr2.reason === 'no-variation'
  const smaller = Math.min(treated.length, comparison.length)
  const arrange = (statistic: PermutationStatistic) => {
    const arrangements = arrangeSites(treated, comparison, { seed, resolution, statistic })
    const rank = arrangements.atLeastAsFar(0)
    return { arrangements, rank, pValue: rank / arrangements.count }
  }
  if (isStill || smaller < LEAST_SITES)
    return byPlacebo(cr2, arrange('difference'), isStill ? 'no-variation' : 'too-few-sites')
  if (treated.length + comparison.length < FEW_SITES) return byPermutation(cr2, arrange('studentised'))
  const isAskedAgain = withSecondReading && smaller <= MOST_FOR_SECOND_READING
  return byCr2(cr2, isAskedAgain ? arrange('studentised').pValue : null)
}

interface Arranged {
  arrangements: Arrangements
  rank: number
  pValue: number
}

function byCr2({ reason: _, pValue, ...numbers }: MeanComparison, permutationP: number | null): EffectInference {
  return {
    ...numbers,
    method: 'cr2',
    noInterval: null,
    // Never null here: too few sites and no variation are read by placebo.
    pValue: pValue ?? 1,
    pValueMethod: 'cr2-t',
    ...{ smallestPossibleP: null, arrangements: null, rank: null },
    secondReading:
      permutationP === null ? null : { method: 'permutation', pValue: permutationP, low: null, high: null },
  }
}

function byPermutation({ reason: _, ...cr2 }: MeanComparison, arranged: Arranged): EffectInference {
  const { low, high } = permutationInterval(arranged.arrangements, cr2.confidence)
  return {
    ...cr2,
    ...permuted(arranged),
    method: 'permutation',
    low,
    high,
    noInterval: low === null ? 'smallest-p-above-level' : null,
    secondReading: { method: 'cr2', pValue: cr2.pValue ?? 1, low: cr2.low, high: cr2.high },
  }
}

function byPlacebo(
  { estimate, confidence }: MeanComparison,
  arranged: Arranged,
  noInterval: EffectInference['noInterval'],
): EffectInference {
  const none = { standardError: null, degreesOfFreedom: null, low: null, high: null, secondReading: null }
  return { estimate, confidence, ...none, ...permuted(arranged), method: 'placebo', noInterval }
}

function permuted({ arrangements, rank, pValue }: Arranged) {
  const { exact, smallestPossibleP, count } = arrangements
  const pValueMethod = exact ? ('permutation-exact' as const) : ('permutation-drawn' as const)
  return { pValue, pValueMethod, smallestPossibleP, arrangements: count, rank }
}
