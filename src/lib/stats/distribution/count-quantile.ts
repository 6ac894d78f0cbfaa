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
  // Adding 0 turns -0, which rounding can give, into 0.
  const at = Math.min(Math.max(Math.round(start), low), high) + 0
  let [below, enough] = isEnough(at) ? [low - 1, at] : [at, high]
  let stride = 1
  if (enough === at) {
    for (let next = at; next > low; stride *= 2) {
      next = Math.max(low, enough - stride)
      if (!isEnough(next)) {
        below = next
        break
      }
      enough = next
    }
  } else {
    for (let next = at; next < high; stride *= 2) {
      next = Math.min(high, below + stride)
      if (next === high || isEnough(next)) {
        enough = next
        break
      }
      below = next
    }
  }
  while (enough - below > 1) {
    const middle = below + Math.floor((enough - below) / 2)
    if (isEnough(middle)) enough = middle
    else below = middle
  }
  return enough
}
