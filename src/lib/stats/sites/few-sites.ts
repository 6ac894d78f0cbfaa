/** With fewer sites than this in a group, their spread is a guess: no interval leans on it, placebo permutation only. */
export const LEAST_SITES = 4

/** With fewer sites than this in all, p-values and intervals come from permutation, not from a t distribution. */
export const FEW_SITES = 20
