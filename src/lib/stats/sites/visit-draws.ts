import { countCombinations } from '../numeric/combinations.ts'
import type { Generator } from '../numeric/seeded-generator.ts'

/** A stratum, pair or block: of its `size` units, `treated` are treated. */
export interface DrawGroup {
  /** Whole number, at least 1. */
  size: number
  /** Whole number in 0..size. */
  treated: number
}

/**
 * In how many ways the treated units can be drawn within each group: the product of the combinations.
 *
 * Exact up to 2^53, rounded beyond, Infinity where it is too large for a number.
 *
 * @throws {RangeError} when a size is not a whole number or `0 <= treated <= size` does not hold.
 */
export function countDraws(groups: readonly DrawGroup[]): number {
  return groups.reduce((product, { size, treated }) => product * countCombinations(size, treated), 1)
}

/**
 * Shows `visit` every way to draw the treated units within each group, as a 1 for each treated unit and a 0 for the others.
 *
 * The units stand in the order of their groups. First comes the draw that treats the first units of each group. The
 * array is the same one each time: copy it to keep it. Look at `countDraws` first.
 */
export function visitDraws(groups: readonly DrawGroup[], visit: (isTreated: Uint8Array) => void): void {
  const starts = startsOf(groups)
  const isTreated = new Uint8Array(groups.reduce((sum, { size }) => sum + size, 0))
  const chosen = groups.map(({ treated }) => Int32Array.from({ length: treated }, (_, i) => i))
  const show = (group: number) => {
    const [from, indices] = [starts[group] as number, chosen[group] as Int32Array]
    isTreated.fill(0, from, from + (groups[group] as DrawGroup).size)
    for (const index of indices) isTreated[from + index] = 1
  }
  for (let group = 0; group < groups.length; group++) show(group)
  for (;;) {
    visit(isTreated)
    // As an odometer: the last group turns fastest, one that has been through all its choices starts again.
    let group = groups.length - 1
    while (group >= 0) {
      const turned = isNext(chosen[group] as Int32Array, (groups[group] as DrawGroup).size)
      show(group)
      if (turned) break
      group -= 1
    }
    if (group < 0) return
  }
}

/** One random way, each equally likely, into `isTreated`, which may hold any earlier one. */
export function drawWithin(groups: readonly DrawGroup[], generator: Generator, isTreated: Uint8Array): void {
  let from = 0
  for (const { size, treated } of groups) {
    isTreated.fill(0, from, from + size)
    isTreated.fill(1, from, from + treated)
    for (let last = size - 1; last > 0; last--) {
      const pick = from + generator.below(last + 1)
      const held = isTreated[from + last] as number
      isTreated[from + last] = isTreated[pick] as number
      isTreated[pick] = held
    }
    from += size
  }
}

/** The next choice of indices below `size` in lexicographic order; false, and the first one again, after the last. */
function isNext(indices: Int32Array, size: number): boolean {
  const k = indices.length
  let place = k - 1
  while (place >= 0 && indices[place] === size - k + place) place -= 1
  let next = place < 0 ? 0 : (indices[place] as number) + 1
  for (let i = Math.max(0, place); i < k; i++) indices[i] = next++
  return place >= 0
}

function startsOf(groups: readonly DrawGroup[]): number[] {
  let from = 0
  return groups.map(({ size }) => {
    from += size
    return from - size
  })
}
