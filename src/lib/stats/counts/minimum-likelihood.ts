import { TIE } from './conditional-table.ts'

/**
 * The two-sided p-value of a count with one peak: the chance of all counts that are no likelier than the observed one.
 *
 * Both tails are summed from their inner ends outwards until nothing more is added.
 *
 * @param mass Chance of a count, rising up to `mode` and falling after it.
 * @param most May be Infinity.
 */
export function minimumLikelihood(
  mass: (k: number) => number,
  observed: number,
  least: number,
  most: number,
  mode: number,
): { pValue: number; ties: number } {
  const limit = mass(observed) * TIE
  const isBelow = observed < mode
  let [sum, ties] = [0, 0]
  const add = (start: number, step: 1 | -1) => {
    for (let k = start; k >= least && k <= most; k += step) {
      const each = mass(k)
      if (each > limit) return
      if (each * TIE * TIE >= limit) ties += each
      sum += each
      if (each < 1e-17 * sum || each === 0) return
    }
  }
  add(observed, isBelow ? -1 : 1)
  const step = isBelow ? 1 : -1
  // At the mode itself nothing is likelier: its other side counts whole.
  const inner = observed === mode ? mode + step : firstNoLikelier(mass, limit, step, mode, isBelow ? most : least)
  if (inner !== null) add(inner, step)
  return { pValue: Math.min(1, sum), ties }
}

/** The first count on the far side of the mode that is no likelier, by doubling and halving. */
function firstNoLikelier(mass: (k: number) => number, limit: number, step: 1 | -1, mode: number, end: number) {
  if (mass(mode) <= limit) return mode
  if (mode === end) return null
  let inside = mode
  let stride = 1
  let outside = mode + step
  while (mass(outside) > limit) {
    inside = outside
    if (outside === end) return null
    stride *= 2
    outside = step === 1 ? Math.min(end, outside + stride) : Math.max(end, outside - stride)
  }
  while (Math.abs(outside - inside) > 1) {
    const middle = Math.floor((inside + outside) / 2)
    if (mass(middle) > limit) inside = middle
    else outside = middle
  }
  return outside
}

export function binomialMode(n: number, p: number): number {
  return Math.min(n, Math.floor((n + 1) * p))
}
