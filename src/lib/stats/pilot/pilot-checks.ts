import type { Check } from '../evidence/grade-evidence.ts'
import type { EffectInference } from '../sites/infer-effect.ts'
import type { LeaveOneOut, NamedChange } from '../sites/leave-one-out.ts'
import { isRejected } from '../sites/permutation-interval.ts'
import type { GuardrailReading } from './guardrail.ts'
import type { PreTrend } from './pre-trend.ts'

/**
 * The groups moved in parallel before the start. Lowers only where sites were chosen: chance makes randomised groups
 * comparable, and a chance difference between them is already in the interval.
 */
export function preTrendCheck(
  { parallel, reason, periods, difference, impliedBias }: PreTrend,
  randomised: boolean,
): Check {
  return {
    code: 'pre-trend',
    passed: parallel,
    lowersGrade: !randomised,
    values: {
      reason,
      periods,
      slopeDifference: difference?.estimate ?? null,
      pValue: difference?.pValue ?? null,
      impliedBias: impliedBias?.estimate ?? null,
    },
  }
}

/**
 * A drift that was there before the start, going on, would leave the effect its sign and at least half its size. It limits
 * the answer, not the grade: a slope of few periods, drawn out over many, is too noisy to convict. It is never
 * passed while the effect may be on either side.
 */
export function driftCheck(
  { impliedBias }: PreTrend,
  effect: Pick<EffectInference, 'estimate' | 'low' | 'high' | 'pValue' | 'confidence'>,
): Check {
  const { estimate, low, high, pValue, confidence } = effect
  const bias = impliedBias?.estimate ?? null
  // An effect that may be on either side outweighs nothing.
  const isOutweighed = bias !== null && bias * Math.sign(estimate) > Math.abs(estimate) / 2
  const isClear = low === null || high === null ? isRejected(pValue, 1 - confidence) : low > 0 || high < 0
  return {
    code: 'outweighs-drift',
    passed: isOutweighed ? false : bias === null || !isClear ? null : true,
    lowersGrade: false,
    values: { estimate, impliedBias: bias, left: bias === null ? null : estimate - bias },
  }
}

/** With these sites the test could have shown something: the smallest possible p is within the level. */
export function enoughSitesCheck(effect: EffectInference, treatedSites: number, comparisonSites: number): Check {
  const { smallestPossibleP, confidence } = effect
  return {
    code: 'enough-sites',
    passed: isRejected(smallestPossibleP ?? 0, 1 - confidence),
    lowersGrade: true,
    values: { treatedSites, comparisonSites, smallestPossibleP, level: 1 - confidence },
  }
}

/** Sites differ in how they changed: without that there is no noise to judge by, and the rows are likely copies. */
export function variationCheck(effect: EffectInference): Check {
  return { code: 'variation', passed: effect.noInterval !== 'no-variation', lowersGrade: true, values: {} }
}

/**
 * No single site turns the effect round. A group's only site cannot be left out, so nothing shows what would be left
 * without it: the result rests on it, and the check fails. `alone` says of which group it is the only one.
 */
export function singleSiteCheck(without: LeaveOneOut | null, sites: readonly NamedChange[]): Check {
  const treated = sites.filter((site) => site.treated)
  const comparison = sites.filter((site) => !site.treated)
  const only = treated.length === 1 ? treated[0] : comparison.length === 1 ? comparison[0] : undefined
  if (only)
    return {
      code: 'no-single-site',
      passed: false,
      lowersGrade: false,
      values: { site: only.name, estimateWithout: null, alone: only.treated ? 'treated' : 'comparison' },
    }
  return {
    code: 'no-single-site',
    passed: without === null ? null : !without.signChanges,
    lowersGrade: false,
    values: { site: without?.site ?? null, estimateWithout: without?.estimateWithout ?? null, alone: null },
  }
}

/**
 * The cluster-robust t test and the permutation test say the same about zero. The headline keeps its method anyway. Where
 * there is one method alone, `reason` says why: `too-few-sites`, `too-many-sites` (to rearrange them), `no-variation`.
 */
export function methodsAgreeCheck(effect: EffectInference): Check {
  const { pValue, confidence, secondReading } = effect
  const isBeyondChance = isRejected(pValue, 1 - confidence)
  return {
    code: 'methods-agree',
    passed: secondReading === null ? null : isRejected(secondReading.pValue, 1 - confidence) === isBeyondChance,
    lowersGrade: false,
    values: {
      pValue,
      secondMethod: secondReading?.method ?? null,
      secondPValue: secondReading?.pValue ?? null,
      reason: whyAlone(effect),
    },
  }
}

/** A second reading was asked for; CR2 goes without one only where the sites are too many to rearrange. */
function whyAlone({ method, noInterval, secondReading }: EffectInference): string | null {
  if (secondReading !== null) return null
  if (method === 'cr2') return 'too-many-sites'
  return noInterval === 'no-variation' ? 'no-variation' : 'too-few-sites'
}

/** A metric that must not get worse did not. It is about the change, not about the evidence, so the grade stays. */
export function guardrailCheck({ name, verdict, margin, estimate, low, high, refused }: GuardrailReading): Check {
  return {
    code: 'guardrail',
    passed: verdict === 'unclear' ? null : verdict === 'safe',
    lowersGrade: false,
    values: { name, verdict, margin, estimate, low, high, refused },
  }
}
