import { isRejected } from '../sites/permutation-interval.ts'
import type { Check } from './grade-evidence.ts'
import type { Direction } from './non-inferiority.ts'

export interface EffectJudgement {
  /** `better` or `worse`: the direction is beyond chance at this confidence. `unclear`: it is not. */
  verdict: 'better' | 'worse' | 'unclear'
  /** Whether no effect at all is still possible; null without an interval. */
  zeroInside: boolean | null
  /** Whether exactly the smallest effect worth having is still possible; null without an interval or such an effect. */
  worthHavingInside: boolean | null
  /** `yes`: at least worth having, beyond chance. `no`: less than that. `unclear`: the data allow both. */
  worthHaving: 'yes' | 'no' | 'unclear' | null
}

/**
 * What an effect and its interval allow to be said, in the direction that is good.
 *
 * Without an interval (placebo) the p-value alone decides. The verdict says that there is an effect, not that it is
 * large enough: that is `worthHaving`. `unclear` is never "no effect": the interval says what is still possible.
 *
 * While the sizes of the arms are not as planned, something other than chance chose who was counted: both are `unclear`
 * whatever the interval says.
 *
 * @param effect In the metric's unit; `low` and `high` both null where there is no interval.
 * @param worthHaving The smallest effect worth having, a positive amount in the metric's unit; null when none was named.
 * @param checks Of the trial; only a failed `sample-ratio` counts here.
 * @throws {RangeError} when `worthHaving` is not positive and finite.
 */
export function judgeEffect(
  effect: { estimate: number; low: number | null; high: number | null; pValue: number; confidence: number },
  better: Direction,
  worthHaving: number | null,
  checks: readonly Check[] = [],
): EffectJudgement {
  if (worthHaving !== null && !(worthHaving > 0 && worthHaving < Number.POSITIVE_INFINITY))
    throw new RangeError(`worthHaving must be positive, got ${worthHaving}`)
  const sign = better === 'higher' ? 1 : -1
  const [low, high] = sign === 1 ? [effect.low, effect.high] : [minus(effect.high), minus(effect.low)]
  const isSkewed = checks.some(({ code, passed }) => code === 'sample-ratio' && passed === false)
  if (low === null || high === null) {
    const isBeyondChance = !isSkewed && isRejected(effect.pValue, 1 - effect.confidence) && effect.estimate !== 0
    const verdict = isBeyondChance ? (effect.estimate * sign > 0 ? 'better' : 'worse') : 'unclear'
    return { verdict, zeroInside: null, worthHavingInside: null, worthHaving: worthHaving === null ? null : 'unclear' }
  }
  return {
    verdict: isSkewed ? 'unclear' : low > 0 ? 'better' : high < 0 ? 'worse' : 'unclear',
    zeroInside: low <= 0 && high >= 0,
    worthHavingInside: worthHaving === null ? null : low <= worthHaving && high >= worthHaving,
    worthHaving: worthHaving === null ? null : isSkewed ? 'unclear' : worthOf(low, high, worthHaving),
  }
}

function worthOf(low: number, high: number, worthHaving: number): 'yes' | 'no' | 'unclear' {
  return low >= worthHaving ? 'yes' : high < worthHaving ? 'no' : 'unclear'
}

function minus(value: number | null): number | null {
  return value === null ? null : -value
}
