/** The law of Fisher's exact test: how many of the events fall into the first arm, when all are dealt out by lot. */
export interface ConditionalTable {
  /** The smallest count that `masses` covers. */
  readonly least: number
  /** The chance of each count from `least` on. */
  readonly masses: Float64Array
}

/** Chances this close are ties: masses carry rounding of about 1e-13. */
export const TIE = 1 + 1e-9

/**
 * The chances of `k` events in the first arm of `n1` units, given `events` in both arms together (`n1` and `n2` units).
 *
 * By ratios of neighbours from the likeliest count outwards, then divided by their sum: no logarithms, no cancellation.
 *
 * @param negligible Counts beyond the first one whose chance, against the likeliest, is below this are left out.
 */
export function conditionalTable(n1: number, n2: number, events: number, negligible = 1e-300): ConditionalTable {
  const [least, most] = [Math.max(0, events - n2), Math.min(n1, events)]
  const mode = Math.min(most, Math.max(least, Math.floor(((n1 + 1) * (events + 1)) / (n1 + n2 + 2))))
  const below: number[] = []
  let mass = 1
  let sum = 1
  for (let k = mode; k > least && mass > negligible; k--) {
    mass *= (k * (n2 - events + k)) / ((n1 - k + 1) * (events - k + 1))
    below.push(mass)
    sum += mass
  }
  const above: number[] = []
  mass = 1
  for (let k = mode; k < most && mass > negligible; k++) {
    mass *= ((n1 - k) * (events - k)) / ((k + 1) * (n2 - events + k + 1))
    above.push(mass)
    sum += mass
  }
  const masses = Float64Array.from([...below.reverse(), 1, ...above], (each) => each / sum)
  return { least: mode - below.length, masses }
}
