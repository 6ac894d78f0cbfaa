import { type LogTails, logOfRest } from './log-tails.ts'

/** Which share is given: its logarithm, and whether it lies above the point that is sought. */
export interface TailTarget {
  log: number
  isUpper: boolean
}

/** The smaller of the two tails, from the share below. @throws {RangeError} when `p` is outside (0, 1). */
export function targetBelow(p: number): TailTarget {
  if (!(p > 0 && p < 1)) throw new RangeError(`p must be in (0, 1), got ${p}`)
  return p <= 0.5 ? { log: Math.log(p), isUpper: false } : { log: Math.log1p(-p), isUpper: true }
}

/** The smaller of the two tails, from the share above. @throws {RangeError} when `tail` is outside (0, 1). */
export function targetAbove(tail: number): TailTarget {
  if (!(tail > 0 && tail < 1)) throw new RangeError(`tail must be in (0, 1), got ${tail}`)
  return tail <= 0.5 ? { log: Math.log(tail), isUpper: true } : { log: Math.log1p(-tail), isUpper: false }
}

/** The share below, of a target. */
export function shareBelow({ log, isUpper }: TailTarget): number {
  return Math.exp(isUpper ? logOfRest(log) : log)
}

/**
 * The point s where the logarithm of the tail is the target, by Newton's method on the logarithm.
 *
 * For distributions whose density in s is log-concave (the logarithm of a gamma, the logit of a beta): the logarithm of
 * each tail is then concave, so Newton's method comes from one side and cannot jump to and fro; the bracket guards against
 * rounding alone.
 *
 * @param tailsAt Logarithms of the shares below and above s.
 * @param logDensityAt Logarithm of the density in s.
 */
export function tailQuantile(
  { log, isUpper }: TailTarget,
  start: number,
  tailsAt: (s: number) => LogTails,
  logDensityAt: (s: number) => number,
): number {
  const direction = isUpper ? -1 : 1
  let low = Number.NEGATIVE_INFINITY
  let high = Number.POSITIVE_INFINITY
  let s = start
  for (let round = 0; round < 300; round++) {
    const { logLower, logUpper } = tailsAt(s)
    const reached = isUpper ? logUpper : logLower
    const excess = reached - log
    if (excess * direction > 0) high = s
    else low = s
    const step = (-direction * excess) / Math.exp(logDensityAt(s) - reached)
    const next = s + step
    // Newton doubles the right digits: after a step this small the error is below rounding.
    if (Math.abs(step) < 1e-9) return next
    s = next > low && next < high ? next : between(low, high, s)
    if (s === low || s === high) return s
  }
  return s
}

function between(low: number, high: number, s: number): number {
  if (low === Number.NEGATIVE_INFINITY) return s - Math.max(1, Math.abs(s))
  if (high === Number.POSITIVE_INFINITY) return s + Math.max(1, Math.abs(s))
  return low + (high - low) / 2
}
