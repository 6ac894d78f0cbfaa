import { conditionalTable, TIE } from './conditional-table.ts'
import { clopperPearson } from './exact-proportion-interval.ts'
import { type Alternative, fisherExact } from './fisher-exact.ts'
import { checkProportion, type Proportion } from './proportion.ts'

export interface BoschlooExact {
  /** In (0, 1]; never rejects a true null more often than it says. With `nuisanceError` 0, at most Fisher's. */
  pValue: number
  /** The common proportion at which the chance is largest, in [0, 1]. */
  worstProportion: number
}

export interface BoschlooOptions {
  alternative?: Alternative
  /**
   * How two sides become one. `likelihood` (default): tables whose two-sided Fisher p is at most the observed one.
   * `central`: twice the smaller one-sided p, as scipy does. Equal arms: the same.
   */
  twoSided?: 'likelihood' | 'central'
  /**
   * 0 (default): the worst common proportion anywhere in [0, 1]. Above 0: the worst in the exact interval that misses
   * it with this chance, which is added to p (Berger and Boos): still exact, sharper where events are rare, and fast in large
   * arms. In [0, 0.1).
   */
  nuisanceError?: number
}

/**
 * Boschloo's unconditional exact test that two proportions are equal: Fisher's p as a statistic, its chance under the
 * worst common proportion as p.
 *
 * More powerful than Fisher's test and as safe. Given the total of events the law is the hypergeometric, whatever the
 * proportion: so the chance is that of the total (binomial) times the size that Fisher's test attains there. The maximum
 * is found on a grid finer than the curve can bend, then by golden section, to about 1e-10.
 *
 * Time grows like N^1.5 (N 2,000: some ms; 20,000: some 0.1 s) with `nuisanceError` 0. Not for pairs or clusters.
 *
 * @throws {RangeError} when counts are impossible or `nuisanceError` is outside [0, 0.1).
 * @see Boschloo (1970), Statistica Neerlandica 24, 1-35; Berger & Boos (1994), JASA 89, 1012-1016.
 */
export function boschlooExact(
  treated: Proportion,
  comparison: Proportion,
  { alternative = 'two-sided', twoSided = 'likelihood', nuisanceError = 0 }: BoschlooOptions = {},
): BoschlooExact {
  checkProportion(treated)
  checkProportion(comparison)
  if (!(nuisanceError >= 0 && nuisanceError < 0.1))
    throw new RangeError(`nuisanceError must be in [0, 0.1), got ${nuisanceError}`)
  if (alternative === 'two-sided' && twoSided === 'central') {
    const sides = (['higher', 'lower'] as const).map((side) =>
      boschlooExact(treated, comparison, { alternative: side, nuisanceError }),
    )
    const [higher, lower] = sides as [BoschlooExact, BoschlooExact]
    const smaller = higher.pValue < lower.pValue ? higher : lower
    return { ...smaller, pValue: Math.min(1, 2 * smaller.pValue) }
  }
  const units = treated.units + comparison.units
  const events = treated.events + comparison.events
  const observed = fisherExact(treated, comparison, { alternative }).pValue
  if (events === 0 || events === units || observed >= 1 / TIE)
    return { pValue: 1, worstProportion: events / (units || 1) }

  const range = nuisanceError > 0 ? clopperPearson(events, units, nuisanceError / 2) : ([0, 1] as const)
  const sizes = new Float64Array(units + 1).fill(-1)
  const sizeAt = (total: number) => {
    const known = sizes[total] ?? 0
    if (known >= 0) return known
    const size = attainedSize(treated.units, comparison.units, total, observed, alternative)
    sizes[total] = size
    return size
  }
  const [worst, chance] = largestOn(range, units, (proportion) => expectedSize(units, proportion, sizeAt))
  return { pValue: Math.min(1, chance + nuisanceError), worstProportion: worst }
}

/** The largest p of Fisher's test, given `total` events, that is not above `limit`: what a test at that level spends. */
function attainedSize(n1: number, n2: number, total: number, limit: number, alternative: Alternative): number {
  // What is left out could not change the sixteenth digit of the limit.
  const { masses } = conditionalTable(n1, n2, total, Math.min(1e-18, 1e-18 * limit))
  // From the outside in; a step takes the less likely end and all that ties with it.
  let [low, high, spent, sum] = [0, masses.length - 1, 0, 0]
  while (low <= high) {
    const [left, right] = [masses[low] ?? 0, masses[high] ?? 0]
    const takesLeft = alternative === 'lower' || (alternative === 'two-sided' && left <= right * TIE)
    const takesRight = alternative === 'higher' || (alternative === 'two-sided' && right <= left * TIE)
    if (takesLeft) sum += masses[low++] ?? 0
    if (takesRight && low <= high) sum += masses[high--] ?? 0
    if (sum > limit * TIE) break
    spent = sum
  }
  return spent
}

/** The mean of `sizeAt` over a binomial number of events. */
function expectedSize(n: number, p: number, sizeAt: (total: number) => number): number {
  if (p <= 0 || p >= 1) return sizeAt(p <= 0 ? 0 : n)
  const mode = Math.floor((n + 1) * p)
  const odds = p / (1 - p)
  let [mass, all, sum] = [1, 1, sizeAt(mode)]
  for (let k = mode; k > 0 && mass > 1e-18; k--) {
    mass *= k / ((n - k + 1) * odds)
    all += mass
    sum += mass * sizeAt(k - 1)
  }
  mass = 1
  for (let k = mode; k < n && mass > 1e-18; k++) {
    mass *= ((n - k) * odds) / (k + 1)
    all += mass
    sum += mass * sizeAt(k + 1)
  }
  return sum / all
}

/** On the arcsine scale the binomial is equally wide everywhere: 1 / (2 sqrt n). */
function largestOn(
  [low, high]: readonly [number, number],
  n: number,
  f: (p: number) => number,
): [place: number, value: number] {
  const [from, to] = [Math.asin(Math.sqrt(low)), Math.asin(Math.sqrt(high))]
  const steps = Math.max(16, Math.ceil(12 * (to - from) * Math.sqrt(n)))
  const at = (angle: number) => Math.sin(angle) ** 2
  const angles = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps)
  const values = angles.map((angle) => f(at(angle)))
  const highest = Math.max(...values)
  let best: [number, number] = [at(angles[values.indexOf(highest)] ?? from), highest]
  for (let i = 0; i <= steps; i++) {
    const [value, left, right] = [values[i] ?? 0, values[i - 1] ?? 0, values[i + 1] ?? 0]
    if (value < left || value < right || value < 0.98 * highest) continue
    const [place, peak] = goldenSection(angles[i - 1] ?? from, angles[i + 1] ?? to, (angle) => f(at(angle)))
    if (peak > best[1]) best = [at(place), peak]
  }
  return best
}

function goldenSection(start: number, end: number, f: (x: number) => number): [place: number, value: number] {
  const golden = (Math.sqrt(5) - 1) / 2
  let [a, b] = [start, end]
  let [x, y] = [b - golden * (b - a), a + golden * (b - a)]
  let [fx, fy] = [f(x), f(y)]
  for (let step = 0; step < 30; step++) {
    if (fx >= fy) {
      ;[b, y, fy] = [y, x, fx]
      x = b - golden * (b - a)
      fx = f(x)
    } else {
      ;[a, x, fx] = [x, y, fy]
      y = a + golden * (b - a)
      fy = f(y)
    }
  }
  return fx >= fy ? [x, fx] : [y, fy]
}
