/** The logarithms of the shares below and above a point. Each is -Infinity where the share is 0. */
export interface LogTails {
  logLower: number
  logUpper: number
}

/** Both logarithms from the share below, given by its logarithm; `upper` where it is known more exactly than by subtraction. */
export function tailsFromLower(logLower: number, upper?: number): LogTails {
  // Rounding may lift a share that is nearly 1 above it.
  const lower = Math.min(0, logLower)
  return { logLower: lower, logUpper: upper === undefined ? logOfRest(lower) : Math.log(Math.max(0, upper)) }
}

/** The two sides exchanged. */
export function mirrored({ logLower, logUpper }: LogTails): LogTails {
  return { logLower: logUpper, logUpper: logLower }
}

/** Nothing below: left of everything. */
export const NOTHING_BELOW: LogTails = { logLower: Number.NEGATIVE_INFINITY, logUpper: 0 }

/** Nothing above: right of everything. */
export const NOTHING_ABOVE: LogTails = { logLower: 0, logUpper: Number.NEGATIVE_INFINITY }

/** `ln(1 - exp(log))` for `log <= 0`, by whichever of two forms keeps its digits. */
export function logOfRest(log: number): number {
  return log > -Math.LN2 ? Math.log(-Math.expm1(log)) : Math.log1p(-Math.exp(log))
}
