import { logBinomial } from './binomial.ts'
import { isWithinTail, reachesShare, smallestEnough } from './count-quantile.ts'
import { type LogTails, mirrored, NOTHING_ABOVE, NOTHING_BELOW, tailsFromLower } from './log-tails.ts'

/**
 * The chance that `draws` out of `population` without replacement hold exactly `k` of its `successes`, in [0, 1].
 *
 * The law of Fisher's exact test: k successes in the first arm, when its size, the successes of both and the number of
 * units are given. Relative error about 1e-13 for populations up to 1e9.
 *
 * @param draws Whole number in 0..population; so is `successes`.
 * @throws {RangeError} when a size is not such a number, or k is not a number.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities", as three binomials.
 */
export function hypergeometricMass(k: number, draws: number, successes: number, population: number): number {
  return Math.exp(hypergeometricLogMass(k, draws, successes, population))
}

/** The natural logarithm of `hypergeometricMass`; -Infinity where it is 0. */
export function hypergeometricLogMass(k: number, draws: number, successes: number, population: number): number {
  check(k, draws, successes, population)
  if (!Number.isInteger(k) || k < leastOf(draws, successes, population) || k > Math.min(draws, successes))
    return Number.NEGATIVE_INFINITY
  // Any chance p cancels out of the three; the share drawn keeps each of them near its own centre.
  const p = population === 0 ? 0 : draws / population
  const q = population === 0 ? 1 : (population - draws) / population
  return (
    logBinomial(k, successes, p, q) +
    logBinomial(draws - k, population - successes, p, q) -
    logBinomial(draws, population, p, q)
  )
}

/** The chance of at most `k`, in [0, 1]. Relative error about 1e-12, in the lower tail too. */
export function hypergeometricCdf(k: number, draws: number, successes: number, population: number): number {
  return Math.exp(hypergeometricLogCdf(k, draws, successes, population))
}

/** The chance of MORE than `k`, in [0, 1]: for "at least k" pass `k - 1`. */
export function hypergeometricUpperTail(k: number, draws: number, successes: number, population: number): number {
  return Math.exp(hypergeometricLogUpperTail(k, draws, successes, population))
}

/** The natural logarithm of the chance of at most `k`. */
export function hypergeometricLogCdf(k: number, draws: number, successes: number, population: number): number {
  return tails(k, draws, successes, population).logLower
}

/** The natural logarithm of the chance of more than `k`. */
export function hypergeometricLogUpperTail(k: number, draws: number, successes: number, population: number): number {
  return tails(k, draws, successes, population).logUpper
}

/**
 * The smallest k with at least a share `share` in [0, 1] at or below it; reached but for rounding (1e-14) is reached.
 *
 * @throws {RangeError} when the share is outside [0, 1] or a size is impossible.
 */
export function hypergeometricQuantile(share: number, draws: number, successes: number, population: number): number {
  return quantile(share, draws, successes, population, (k) =>
    reachesShare(hypergeometricCdf(k, draws, successes, population), share),
  )
}

/** The smallest k with at most a share `tail` in [0, 1] above it. */
export function hypergeometricUpperQuantile(
  tail: number,
  draws: number,
  successes: number,
  population: number,
): number {
  return quantile(tail, draws, successes, population, (k) =>
    isWithinTail(hypergeometricUpperTail(k, draws, successes, population), tail),
  )
}

function quantile(
  share: number,
  draws: number,
  successes: number,
  population: number,
  isEnough: (k: number) => boolean,
): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`the share must be in [0, 1], got ${share}`)
  check(0, draws, successes, population)
  const mean = population === 0 ? 0 : draws * (successes / population)
  return smallestEnough(mean, leastOf(draws, successes, population), Math.min(draws, successes), isEnough)
}

function tails(k: number, draws: number, successes: number, population: number): LogTails {
  check(k, draws, successes, population)
  const whole = Math.floor(k)
  if (whole < leastOf(draws, successes, population)) return NOTHING_BELOW
  if (whole >= Math.min(draws, successes)) return NOTHING_ABOVE
  // On its own side of the centre the terms fall, and few are needed.
  const mode = Math.floor((draws + 1) * ((successes + 1) / (population + 2)))
  if (whole >= mode) return mirrored(tailsFromLower(logSumAbove(whole, draws, successes, population)))
  const logLower = logSumBelow(whole, draws, successes, population)
  return tailsFromLower(logLower)
}

function logSumBelow(k: number, draws: number, successes: number, population: number): number {
  // Successes that were not drawn: counted from the other end, below becomes above.
  return logSumAbove(successes - k - 1, population - draws, successes, population)
}

/** The logarithm of the chance of more than `k`: the first term by Loader, the others by the ratio of neighbours. */
function logSumAbove(k: number, draws: number, successes: number, population: number): number {
  const first = k + 1
  let term = 1
  let sum = 1
  for (let i = first; i < Math.min(draws, successes) && term > 1e-17 * sum; i++) {
    term *= ((successes - i) / (i + 1)) * ((draws - i) / (population - successes - draws + i + 1))
    sum += term
  }
  return hypergeometricLogMass(first, draws, successes, population) + Math.log(sum)
}

function leastOf(draws: number, successes: number, population: number): number {
  return Math.max(0, draws + successes - population)
}

function check(k: number, draws: number, successes: number, population: number): void {
  if (Number.isNaN(k)) throw new RangeError('k must be a number')
  const isWhole = [draws, successes, population].every(Number.isInteger)
  if (!(isWhole && draws >= 0 && successes >= 0 && draws <= population && successes <= population))
    throw new RangeError(
      `need whole numbers 0 <= draws, successes <= population, got ${draws}, ${successes}, ${population}`,
    )
}
