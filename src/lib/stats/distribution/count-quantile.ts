/** Rounding of the shares: a share that is the wanted one but for this much counts as reached. */
const ROUNDING = 1e-14

/** Is the share below, `below`, at least `p`, but for rounding? */
export function reachesShare(below: number, p: number): boolean {
  return below >= p * (1 - ROUNDING)
}

/** Is the share above, `above`, at most `tail`, but for rounding? */
export function isWithinTail(above: number, tail: number): boolean {
  return above <= tail * (1 + ROUNDING)
}

/**
 * The smallest whole number in [low, high] that is enough, where everything above an enough number is enough too, and
 * high is. Steps out from `start` in doubling strides, then halves.
 *
 * @param high May be Infinity.
 */
export function smallestEnough(start: number, low: number, high: number, isEnough: (k: number) => boolean): number {
  let below = low - 1
  let enough = high
  let at = Math.min(Math.max(Math.round(start), low), high)
  let stride = 1
  // One end is still open: stride towards it.
  while (below < low || enough === high) {
    if (isEnough(at)) {
      enough = at
      if (at === low) return low
      if (below >= low) break
      at = Math.max(low, at - stride)
    } else {
      below = at
      if (enough < high || at >= high) break
      at = Math.min(high, at + stride)
    }
    if (at === enough) return at
    stride *= 2
    if (at === high && at !== enough) {
      enough = high
      break
    }
  }
  while (enough - below > 1) {
    const middle = below + Math.floor((enough - below) / 2)
    if (isEnough(middle)) enough = middle
    else below = middle
  }
  return enough
}
