import { countCombinations } from '../numeric/combinations.ts'

/** How chance assigned the change, and so what a permutation test may rearrange. */
export type Draw =
  /** So many treated and comparison sites, drawn from all of them. */
  | { by: 'sites'; treated: number; comparison: number }
  /** One of each pair. */
  | { by: 'pairs'; pairs: number }
  /** Drawn within each stratum. */
  | { by: 'strata'; strata: readonly { treated: number; comparison: number }[] }
  /** So many of all sites start at each step (0 for never counts as a step of its own). */
  | { by: 'order'; sizes: readonly number[] }
  /** So many blocks with the change and without, drawn anew for each of `sites` sites. */
  | { by: 'blocks'; on: number; off: number; sites: number }

export interface PermutationFloor {
  /** How many assignments the draw could have given; 1e300 for more than that. */
  assignments: number
  /** No data can give a smaller two-sided p-value, in (0, 1]. */
  smallestP: number
  /** Whether a p-value at the level is possible at all. */
  canReject: boolean
}

/**
 * The p-value below which no data can go when a trial is read by permutation: what to know before the start.
 *
 * Where every assignment has a mirror image (equal groups, pairs, as many blocks on as off) the mirrored one is always as
 * far out, so the floor is 2 over the number of assignments; otherwise 1. Below 4 against 4 sites, 6 pairs or 8 blocks
 * nothing can be found at 5 %.
 *
 * @param confidence 1 less the level, in (0, 1), default 0.95.
 * @throws {RangeError} when a count is not a whole number of at least 1 (0 within a stratum).
 * @see Fisher (1935); Phipson & Smyth (2010), SAGMB 9(1), 39.
 */
export function smallestPermutationP(draw: Draw, confidence = 0.95): PermutationFloor {
  const { assignments, mirrored } = countOf(draw)
  const smallestP = Math.min(1, (mirrored && assignments > 1 ? 2 : 1) / assignments)
  // As a p-value of exactly the level rejects: rounding of 1 - 0.95 must not decide.
  return { assignments, smallestP, canReject: smallestP <= (1 - confidence) * (1 + 1e-9) }
}

const MOST = 1e300

function countOf(draw: Draw): { assignments: number; mirrored: boolean } {
  switch (draw.by) {
    case 'sites':
      whole(1, draw.treated, draw.comparison)
      return waysOf([{ on: draw.treated, off: draw.comparison }])
    case 'pairs':
      whole(1, draw.pairs)
      return { assignments: Math.min(MOST, 2 ** draw.pairs), mirrored: true }
    case 'strata':
      return waysOf(draw.strata.map(({ treated, comparison }) => ({ on: treated, off: comparison })))
    case 'blocks':
      whole(1, draw.on, draw.off, draw.sites)
      return waysOf(Array.from({ length: draw.sites }, () => draw))
    case 'order': {
      whole(0, ...draw.sizes)
      let [assignments, left] = [1, draw.sizes.reduce((sum, size) => sum + size, 0)]
      for (const size of draw.sizes) {
        assignments = Math.min(MOST, assignments * countCombinations(left, size))
        left -= size
      }
      // Reversed, a roll-out is as far out only when its steps look the same from both ends; no promise is made of it.
      return { assignments, mirrored: false }
    }
  }
}

function waysOf(groups: readonly { on: number; off: number }[]): { assignments: number; mirrored: boolean } {
  let [assignments, mirrored] = [1, true]
  for (const { on, off } of groups) {
    whole(0, on, off)
    assignments = Math.min(MOST, assignments * countCombinations(on + off, on))
    mirrored &&= on === off
  }
  return { assignments, mirrored }
}

function whole(least: number, ...counts: number[]): void {
  for (const count of counts)
    if (!(Number.isInteger(count) && count >= least))
      throw new RangeError(`counts must be whole numbers of at least ${least}, got ${count}`)
}
