import { countCombinations } from '../numeric/combinations.ts'
import type { Generator } from '../numeric/seeded-generator.ts'

/**
 * In how many ways the labels of each group can stand in another order, labels that are alike not counted twice.
 *
 * Exact up to 2^53, rounded beyond, Infinity where it is too large for a number.
 */
export function countOrders(groups: readonly (readonly number[])[]): number {
  let count = 1
  for (const labels of groups) {
    let left = labels.length
    for (const same of Map.groupBy(labels, (label) => label).values()) {
      count *= countCombinations(left, same.length)
      left -= same.length
    }
  }
  return count
}

/**
 * Shows `visit` every order of the labels within each group, all groups after one another in one array: the same one
 * each time. First comes the ascending one.
 */
export function visitOrders(groups: readonly (readonly number[])[], visit: (labels: Int32Array) => void): void {
  const all = Int32Array.from(groups.flatMap((labels) => [...labels].sort((a, b) => a - b)))
  let from = 0
  const parts = groups.map(({ length }) => {
    from += length
    return all.subarray(from - length, from)
  })
  for (;;) {
    visit(all)
    // As an odometer: the last group turns fastest, and starts again when it has been through all its orders.
    let group = parts.length - 1
    while (group >= 0 && !isNextOrder(parts[group] as Int32Array)) group -= 1
    if (group < 0) return
  }
}

/** One random order within each group, in place. */
export function drawOrder(sizes: readonly number[], labels: Int32Array, generator: Generator): void {
  let from = 0
  for (const size of sizes) {
    for (let last = size - 1; last > 0; last--) {
      const pick = from + generator.below(last + 1)
      const held = labels[from + last] as number
      labels[from + last] = labels[pick] as number
      labels[pick] = held
    }
    from += size
  }
}

/** The next order in the dictionary; false, and ascending again, after the last. */
function isNextOrder(labels: Int32Array): boolean {
  let at = labels.length - 2
  while (at >= 0 && (labels[at] as number) >= (labels[at + 1] as number)) at -= 1
  if (at >= 0) {
    let other = labels.length - 1
    while ((labels[other] as number) <= (labels[at] as number)) other -= 1
    const held = labels[at] as number
    labels[at] = labels[other] as number
    labels[other] = held
  }
  labels.subarray(at + 1).reverse()
  return at >= 0
}
