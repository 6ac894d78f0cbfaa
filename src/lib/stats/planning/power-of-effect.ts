import { noncentralTCdf } from '../distribution/noncentral-t.ts'
import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { studentTQuantile } from '../distribution/student-t.ts'

/** How the test will be read. */
export interface TestPlan {
  /** 1 less the level, in (0, 1), default 0.95. */
  confidence?: number
  /** 2 (default): an effect in either direction counts. 1: only one in the planned direction, at the whole level. */
  sides?: 1 | 2
}

/**
 * The chance, in [0, 1], that a t test finds an effect of this size: exact, for normal values.
 *
 * Two-sided power counts the wrong direction too (what the test does); for an effect of 0 it is the level.
 *
 * @param effect True effect, in the unit of the standard error; with `sides` 1 positive is the planned direction.
 * @param standardError Of the estimate, as it will be, at least 0; at 0 any effect is found.
 * @param degreesOfFreedom Positive; null for a normal test.
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 31 (noncentral t).
 */
export function powerOfEffect(
  effect: number,
  standardError: number,
  degreesOfFreedom: number | null,
  { confidence = 0.95, sides = 2 }: TestPlan = {},
): number {
  const tail = (1 - confidence) / sides
  if (standardError === 0) return effect > 0 || (effect < 0 && sides === 2) ? 1 : sides * tail
  const shift = effect / standardError
  if (degreesOfFreedom === null || degreesOfFreedom > NEARLY_NORMAL) {
    const critical = -normalQuantile(tail)
    return normalUpperTail(critical - shift) + (sides === 2 ? normalUpperTail(critical + shift) : 0)
  }
  const critical = -studentTQuantile(tail, degreesOfFreedom)
  // Each as a lower tail: 1 - cdf would lose the digits of a small power.
  const right = noncentralTCdf(-critical, degreesOfFreedom, -shift)
  return sides === 1 ? right : right + noncentralTCdf(-critical, degreesOfFreedom, shift)
}

/** Beyond it t and normal differ by less than 1e-8 in power, and the noncentral t needs long sums. */
const NEARLY_NORMAL = 1e7
