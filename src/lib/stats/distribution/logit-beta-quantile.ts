import { logBetaKernel } from './beta-kernel.ts'
import { incompleteBetaTails } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'
import { logGammaRatio } from './log-gamma-ratio.ts'
import { logOfRest } from './log-tails.ts'
import { normalQuantile } from './normal.ts'
import { type TailTarget, tailQuantile } from './tail-quantile.ts'

/**
 * The quantile of a beta(a, b) distribution as its logit `ln(x / (1 - x))`: exact at both ends of [0, 1], and all that a
 * quantile of F needs.
 */
export function logitBetaQuantile(target: TailTarget, a: number, b: number): number {
  const rest = logOfRest(target.log)
  const [below, above] = target.isUpper ? [rest, target.log] : [target.log, rest]
  // Close to either end the share is a power, x^a / (a B(a, b)).
  const nearZero = (below + logPower(a, b)) / a
  if (nearZero < -40) return nearZero
  const nearOne = (above + logPower(b, a)) / b
  if (nearOne < -40) return -nearOne
  const z = target.isUpper ? -normalQuantile(Math.exp(target.log)) : normalQuantile(Math.exp(target.log))
  const start = Math.log(a / b) + z * Math.sqrt(1 / a + 1 / b)
  return tailQuantile(
    target,
    // A small shape makes the start wild; the power law says how far out it can be at most.
    Math.min(Math.max(start, nearZero - 1), 1 - nearOne),
    (s) => incompleteBetaTails(shareOf(s), shareOf(-s), a, b),
    (s) => logBetaKernel(shareOf(s), shareOf(-s), a, b),
  )
}

/** The share with this logit. */
export function shareOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** `ln(a B(a, b))`. */
function logPower(a: number, b: number): number {
  return logGamma(a + 1) - logGammaRatio(b, a)
}
