import type { DrawGroup } from './visit-draws.ts'

/** Difference, slope and the variance's three coefficients of one arrangement: what `ShiftTable.push` takes. */
export type PushRow = (difference: number, slope: number, constant: number, linear: number, square: number) => void

/**
 * Where a variance can come from. `within`: the scatter within the arms of each stratum, for which each arm of each
 * stratum needs two units. `between`: how the strata's differences differ, which pairs have and a single stratum lacks.
 */
export type StratifiedVariance = 'within' | 'between' | 'none'

/** The variance that these strata allow: `within` wherever it can be had. */
export function stratifiedVariance(groups: readonly DrawGroup[]): StratifiedVariance {
  if (groups.every(({ size, treated }) => treated >= 2 && size - treated >= 2)) return 'within'
  return groups.length >= 2 ? 'between' : 'none'
}

/**
 * Reads arrangements of stratified values: the strata's differences of means, weighted by their sizes.
 *
 * @param values In the order of their groups, within each the really treated first. Of size one, each group's mean 0.
 */
export function stratifiedRows(
  values: Float64Array,
  groups: readonly DrawGroup[],
): (z: Uint8Array, push: PushRow) => void {
  const total = values.length
  const kind = stratifiedVariance(groups)
  const differences = new Float64Array(groups.length)
  const slopes = new Float64Array(groups.length)

  return (z, push) => {
    let [difference, slope, constant, linear, square, from] = [0, 0, 0, 0, 0, 0]
    for (const [index, { size, treated }] of groups.entries()) {
      const others = size - treated
      // Of the rearranged treated and of all: the sum, the squares, and the share of both that a shift will move.
      let [sum, squares, moved, movedSum, allSum, allSquares, allMovedSum] = [0, 0, 0, 0, 0, 0, 0]
      for (let place = 0; place < size; place++) {
        const value = values[from + place] as number
        allSum += value
        allSquares += value * value
        if (place < treated) allMovedSum += value
        if (z[from + place] === 0) continue
        sum += value
        squares += value * value
        if (place >= treated) continue
        moved += 1
        movedSum += value
      }
      from += size
      const [rest, stayed] = [allSum - sum, treated - moved]
      const [a, b, share] = [sum / treated - rest / others, moved / treated - stayed / others, size / total]
      difference += share * a
      slope += share * b
      differences[index] = a
      slopes[index] = b
      if (kind !== 'within') continue
      const weight = (share * share) / (treated * (treated - 1))
      const otherWeight = (share * share) / (others * (others - 1))
      constant +=
        weight * (squares - (sum * sum) / treated) + otherWeight * (allSquares - squares - (rest * rest) / others)
      linear -=
        2 *
        (weight * (movedSum - (sum * moved) / treated) +
          otherWeight * (allMovedSum - movedSum - (rest * stayed) / others))
      square += weight * (moved - (moved * moved) / treated) + otherWeight * (stayed - (stayed * stayed) / others)
    }
    if (kind === 'between') {
      const factor = groups.length / (groups.length - 1)
      for (const [index, { size }] of groups.entries()) {
        const weight = factor * (size / total) ** 2
        const [a, b] = [(differences[index] as number) - difference, (slopes[index] as number) - slope]
        constant += weight * a * a
        linear -= 2 * weight * a * b
        square += weight * b * b
      }
    }
    push(difference, slope, constant, linear, square)
  }
}
