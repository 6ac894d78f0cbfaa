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
   * arms. In [0, 0.1). No p goes below it. `shrinking`: 1e-4, and a hundredth of p where p is below 0.01, so that p may go as low as the
   * data.
   */
  nuisanceError?: number | 'shrinking'
}

/** As recommended by Lydersen, Fagerland & Laake (2009), section 6; and the part of p that it may be at most. */
const NUISANCE_ERROR = 1e-4
const PART_OF_P = 0.01

/** Units in both arms with `nuisanceError` 0: some seconds of work. */
const MOST_UNITS = 50_000
/** Variance of the total of events with one above 0: likewise (100 million units at one half; any number where events are rare). */
const MOST_VARIANCE = 2.5e7

/**
 * Boschloo's unconditional exact test that two proportions are equal: Fisher's p as a statistic, its chance under the
 * worst common proportion as p.
 *
 * More powerful than Fisher's test and as safe. Given the total of events the law is the hypergeometric, whatever the
 * proportion: so the chance is that of the total (binomial) times the size that Fisher's test attains there. The maximum
 * is found on a grid finer than the curve can bend, then by golden section, to about 1e-10.
 *
 * Time grows like N^1.5 with `nuisanceError` 0 (2,000 units in both arms: some 0.1 s; 20,000: a second or two), which is therefore
 * refused beyond 50,000; above 0 like the root of the events (10 million units at one half: a second), refused where
 * `isBeyondBoschloo`: take `fisherExact`, as exact and a little blunter. Not for pairs or clusters.
 *
 * @throws {RangeError} when counts are impossible, there are too many units, or `nuisanceError` is outside [0, 0.1).
 * @see Boschloo (1970), Statistica Neerlandica 24, 1-35; Berger & Boos (1994), JASA 89, 1012-1016.
 */
export function boschlooExact(
  treated: Proportion,
  comparison: Proportion,
  { alternative = 'two-sided', twoSided = 'likelihood', nuisanceError = 0 }: BoschlooOptions = {},
): BoschlooExact {
  checkProportion(treated)
  checkProportion(comparison)
  const units = treated.units + comparison.units
  const events = treated.events + comparison.events
  if (nuisanceError === 0 && units > MOST_UNITS)
    throw new RangeError(`units must be at most ${MOST_UNITS} in both arms, or nuisanceError above 0, got ${units}`)
  if (isBeyondBoschloo(treated, comparison))
    throw new RangeError(`units and events are too many to be counted through, got ${events} of ${units}`)
  if (nuisanceError !== 'shrinking' && !(nuisanceError >= 0 && nuisanceError < 0.1))
    throw new RangeError(`nuisanceError must be in [0, 0.1), got ${nuisanceError}`)
  if (alternative === 'two-sided' && twoSided === 'central') {
    const sides = (['higher', 'lower'] as const).map((side) =>
      boschlooExact(treated, comparison, { alternative: side, nuisanceError }),
    )
    const [higher, lower] = sides as [BoschlooExact, BoschlooExact]
    const smaller = higher.pValue < lower.pValue ? higher : lower
    return { ...smaller, pValue: Math.min(1, 2 * smaller.pValue) }
  }
  const observed = fisherExact(treated, comparison, { alternative }).pValue
  if (events === 0 || events === units || observed >= 1 / TIE)
    return { pValue: 1, worstProportion: events / (units || 1) }

  const sizeAt = remembered(units, (total) =>
    attainedSize(treated.units, comparison.units, total, observed, alternative),
  )
  const worstWithin = (error: number) => {
    const range = error > 0 ? clopperPearson(events, units, error / 2) : ([0, 1] as const)
    const [worstProportion, chance] = largestOn(range, units, (proportion) => expectedSize(units, proportion, sizeAt))
    return { worstProportion, chance }
  }
  if (nuisanceError === 'shrinking') return shrinking(worstWithin)
  const { worstProportion, chance } = worstWithin(nuisanceError)
  return { pValue: Math.min(1, chance + nuisanceError), worstProportion }
}

/**
 * Berger and Boos with an error that depends on the level: `e(a) = min(1e-4, a / 100)`, and p the smallest level a at which the worst
 * chance within the interval of error e(a), plus e(a), is at most a.
 *
 * Exact: at each level the test is an ordinary one of Berger and Boos, its error chosen before the data; and what is rejected
 * at one level is rejected at every higher one, because the interval shrinks and e grows by less than a does. (Choosing the
 * error that makes p smallest after seeing the data would not be.)
 */
function shrinking(worstWithin: (error: number) => { worstProportion: number; chance: number }): BoschlooExact {
  const { worstProportion, chance } = worstWithin(NUISANCE_ERROR)
  const plain = chance + NUISANCE_ERROR
  if (plain * PART_OF_P >= NUISANCE_ERROR) return { pValue: Math.min(1, plain), worstProportion }
  // The chance falls as the error grows: each level tried is below the answer or above it, in turn; the one above is kept.
  let below = chance / (1 - PART_OF_P)
  let answer = { pValue: plain, worstProportion }
  for (let round = 0; round < 4; round++) {
    const wider = worstWithin(below * PART_OF_P)
    answer = { pValue: wider.chance / (1 - PART_OF_P), worstProportion: wider.worstProportion }
    // Capped like the error itself: above a level of 0.01 it stays 1e-4.
    if (answer.pValue * PART_OF_P >= NUISANCE_ERROR) return { pValue: plain, worstProportion }
    if (answer.pValue <= below * (1 + 1e-6)) break
    below = worstWithin(answer.pValue * PART_OF_P).chance / (1 - PART_OF_P)
    if (answer.pValue <= below * (1 + 1e-6)) break
  }
  return answer
}

/** Each asked once. In a list while that fits into memory: an arm of 1e9 has few totals that matter. */
function remembered(units: number, of: (total: number) => number): (total: number) => number {
  if (units > 1e6) {
    const known = new Map<number, number>()
    return (total) => {
      const value = known.get(total) ?? of(total)
      known.set(total, value)
      return value
    }
  }
  const known = new Float64Array(units + 1).fill(-1)
  return (total) => {
    if ((known[total] as number) < 0) known[total] = of(total)
    return known[total] as number
  }
}

/** Whether arms are so large, and their events so many, that `boschlooExact` would take many seconds. */
export function isBeyondBoschloo(treated: Proportion, comparison: Proportion): boolean {
  const units = treated.units + comparison.units
  const events = treated.events + comparison.events
  return events * (1 - events / (units || 1)) > MOST_VARIANCE
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
