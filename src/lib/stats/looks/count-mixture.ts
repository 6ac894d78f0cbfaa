import { deviance } from '../distribution/beta-kernel.ts'
import { stirlingError } from '../distribution/stirling-error.ts'

/**
 * The logarithm of the Dirichlet-multinomial e-value: how much better counts are explained by shares drawn around the
 * stated ones than by exactly those.
 *
 * Its exponential is at most 1 on average at every look, if the shares are the stated ones. Absolute error about 1e-14
 * beside the size of the answer, also for counts of 1e9: a sum of deviances, no large logarithms are subtracted.
 *
 * @param counts Whole numbers, at least 0.
 * @param shares Of each, positive, together 1.
 * @param mass How closely the alternative keeps to the stated shares, in units; positive.
 * @see Lindon & Malek (2022), arXiv 2011.03567, equation 8, rearranged by Stirling's formula and its exact remainder.
 */
export function countMixtureLogE(counts: readonly number[], shares: readonly number[], mass: number): number {
  let total = mass
  for (const count of counts) total += count
  let sum = stirlingError(mass) - stirlingError(total) - ((counts.length - 1) / 2) * Math.log(total / mass)
  for (const [i, count] of counts.entries()) {
    const share = shares[i] ?? 0
    const prior = mass * share
    const expected = total * share
    sum += deviance(prior + count, expected) - Math.log((prior + count) / expected) / 2
    sum += stirlingError(prior + count) - stirlingError(prior)
  }
  return sum
}
