import type { Generator } from './seeded-generator.ts'

/**
 * In how many ways `k` things can be chosen from `n`.
 *
 * Exact up to 2^53, beyond that rounded (relative error below 1e-12), and Infinity where it is too large for a number.
 *
 * @throws {RangeError} when `n` or `k` is not a whole number or `0 <= k <= n` does not hold.
 */
export function countCombinations(n: number, k: number): number {
  checkSizes(n, k)
  const fewer = Math.min(k, n - k)
  let count = 1
  // After each step `count` is itself a binomial coefficient, so the division leaves no remainder.
  for (let i = 1; i <= fewer; i++) {
    const product = count * (n - fewer + i)
    count = product <= Number.MAX_SAFE_INTEGER ? product / i : (count / i) * (n - fewer + i)
  }
  return count <= Number.MAX_SAFE_INTEGER ? Math.round(count) : count
}

/**
 * Shows `visit` every way to choose `k` of the indices 0 to n - 1, in lexicographic order.
 *
 * The indices are ascending, and the array is the same one each time: copy it to keep it. Look at `countCombinations`
 * first; a million takes about 50 ms.
 *
 * @throws {RangeError} as `countCombinations`.
 */
export function visitCombinations(n: number, k: number, visit: (indices: Int32Array) => void): void {
  checkSizes(n, k)
  const indices = Int32Array.from({ length: k }, (_, i) => i)
  for (;;) {
    visit(indices)
    // The last index that can still move up, and everything behind it close after it.
    let place = k - 1
    while (place >= 0 && indices[place] === n - k + place) place -= 1
    if (place < 0) return
    let next = (indices[place] as number) + 1
    for (let i = place; i < k; i++) indices[i] = next++
  }
}

/**
 * Shows `visit` `draws` random choices of `k` of the indices 0 to n - 1, each choice equally likely, repeats possible.
 *
 * The indices are in no order, and the array is the same one each time.
 *
 * @throws {RangeError} as `countCombinations`.
 */
export function drawCombinations(
  n: number,
  k: number,
  draws: number,
  generator: Generator,
  visit: (indices: Int32Array) => void,
): void {
  checkSizes(n, k)
  const order = Int32Array.from({ length: n }, (_, i) => i)
  const chosen = order.subarray(0, k)
  // The first k steps of a Fisher-Yates shuffle; any earlier order is as good a start as the first.
  for (let round = 0; round < draws; round++) {
    for (let i = 0; i < k; i++) {
      const pick = i + generator.below(n - i)
      const held = order[i] as number
      order[i] = order[pick] as number
      order[pick] = held
    }
    visit(chosen)
  }
}

function checkSizes(n: number, k: number): void {
  if (!(Number.isInteger(n) && Number.isInteger(k) && k >= 0 && k <= n))
    throw new RangeError(`need whole numbers 0 <= k <= n, got n ${n} and k ${k}`)
}
