/**
 * How far down a list a place still counts: 1 / (20 + place). Small, because only the first few are shown. Chosen on four public
 * sets of near-duplicate titles.
 */
const smoothing = 20

/**
 * One score for each item from several ranked lists: the sum of 1 / (20 + place), scaled so that 1 stands for the first place in all.
 * Only places count, so lists whose scores have nothing in common can be put together. Equal scores share the best place.
 *
 * @param lists Each with the best first and no item twice.
 * @returns In (0, 1] for each item of any list, in no order.
 * @see Cormack, Clarke & Büttcher (2009), Reciprocal rank fusion outperforms Condorcet and individual rank learning methods, SIGIR,
 *   758-759 (there with 60 in place of 20).
 */
export function fuseRanks(lists: readonly (readonly { item: number; score: number }[])[]): Map<number, number> {
  const fused = new Map<number, number>()
  for (const list of lists) {
    let place = 1
    for (const [k, { item, score }] of list.entries()) {
      if (score !== list[k - 1]?.score) place = k + 1
      fused.set(item, (fused.get(item) ?? 0) + (1 + smoothing) / (place + smoothing) / lists.length)
    }
  }
  return fused
}
