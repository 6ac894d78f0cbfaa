/**
 * Sites matched in twos by their history, the closest levels together: places in the list. Of an odd number the one that
 * stands furthest from its neighbours is left over.
 *
 * @param values One row a site; null where nothing was measured. Sites without any value are left over.
 */
export function pairUp(values: readonly (readonly (number | null)[])[]): [number, number][] {
  const levels = values.flatMap((row, place) => {
    const there = row.filter((value) => value !== null)
    return there.length === 0 ? [] : [{ place, level: there.reduce((sum, value) => sum + value, 0) / there.length }]
  })
  const order = levels.sort((a, b) => a.level - b.level || a.place - b.place)
  if (order.length % 2 === 1) order.splice(furthest(order.map(({ level }) => level)), 1)
  return Array.from({ length: order.length / 2 }, (_, pair): [number, number] => [
    order[2 * pair]?.place ?? 0,
    order[2 * pair + 1]?.place ?? 0,
  ])
}

/** Which of an odd number to leave out, so that the differences within the pairs add up to the least. */
function furthest(levels: readonly number[]): number {
  const gaps = (from: number, to: number) => {
    let sum = 0
    for (let at = from; at + 1 < to; at += 2) sum += (levels[at + 1] ?? 0) - (levels[at] ?? 0)
    return sum
  }
  let [best, least] = [0, Number.POSITIVE_INFINITY]
  // Only the first, third, fifth ... leave whole pairs on both sides.
  for (let out = 0; out < levels.length; out += 2) {
    const sum = gaps(0, out) + gaps(out + 1, levels.length)
    if (sum < least) [best, least] = [out, sum]
  }
  return best
}
