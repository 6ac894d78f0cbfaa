import { normalDensity, normalUpperTail } from '../distribution/normal.ts'
import { gaussLegendre } from '../numeric/gauss-nodes.ts'

const RULE = gaussLegendre(12)

/**
 * The trials still going after a look: where their score is (z times the root of the information), as weighted points.
 * The weights add up to the chance of still going.
 */
export interface GoingOn {
  readonly information: number
  readonly scores: Float64Array
  readonly weights: Float64Array
  /** Mean of the score per unit of information. */
  readonly drift: number
}

/** Every trial, before the first look. */
export function allGoingOn(drift: number): GoingOn {
  return { information: 0, scores: Float64Array.of(0), weights: Float64Array.of(1), drift }
}

/** The chance of still going and then being above `score` at the look with this much information. */
export function chanceAbove(going: GoingOn, information: number, score: number): number {
  return summed(going, information, (distance) => normalUpperTail(score - distance), score)
}

/** The chance of still going and then being below `score`. */
export function chanceBelow(going: GoingOn, information: number, score: number): number {
  return summed(going, information, (distance) => normalUpperTail(distance - score), score)
}

/**
 * The trials that go on from the look with this much information: those with a score from `low` to `high`.
 *
 * Gauss-Legendre panels two standard deviations wide of the shorter of the steps to here and to the next look: the sum is
 * right to about 1e-13, where the usual Simpson grid gives 1e-8.
 *
 * @param next The information at the next look, to choose the panels; the last look has none.
 * @see Armitage, McPherson & Rowe (1969), JRSS A 132, 235-244; Jennison & Turnbull (2000), chapter 19.
 */
export function goOn(going: GoingOn, information: number, low: number, high: number, next?: number): GoingOn {
  const { drift } = going
  const far = 9.5 * Math.sqrt(information)
  const from = Math.max(low, drift * information - far)
  const to = Math.min(high, drift * information + far)
  if (!(to > from)) return { information, scores: new Float64Array(0), weights: new Float64Array(0), drift }
  const step = Math.sqrt(Math.min(information - going.information, (next ?? Number.POSITIVE_INFINITY) - information))
  const panels = Math.ceil((to - from) / (2 * step))
  const half = (to - from) / panels / 2
  const scores = new Float64Array(panels * RULE.nodes.length)
  const weights = new Float64Array(panels * RULE.nodes.length)
  for (let panel = 0, at = 0; panel < panels; panel++)
    for (const [i, point] of RULE.nodes.entries()) {
      const score = from + half * (2 * panel + 1 + point)
      scores[at] = score
      weights[at] = densityAt(going, information, score) * (RULE.weights[i] ?? 0) * half
      at += 1
    }
  return { information, scores, weights, drift }
}

/** Sums over the trials still going. Both arguments of `share` are turned into standard deviations of the step. */
function summed(
  { information: before, scores, weights, drift }: GoingOn,
  information: number,
  share: (distance: number) => number,
  score: number,
): number {
  const deviation = Math.sqrt(information - before)
  const moved = drift * (information - before)
  let sum = 0
  for (let i = 0; i < scores.length; i++)
    sum += (weights[i] ?? 0) * share(score + ((scores[i] ?? 0) + moved - score) / deviation)
  return sum
}

/** The density of the score among trials still going: most of the points are too far away to count. */
function densityAt(
  { information: before, scores, weights, drift }: GoingOn,
  information: number,
  score: number,
): number {
  const deviation = Math.sqrt(information - before)
  const middle = score - drift * (information - before)
  const reach = 9.5 * deviation
  let [start, end] = [0, scores.length]
  while (start < end) {
    const half = (start + end) >> 1
    if ((scores[half] ?? 0) < middle - reach) start = half + 1
    else end = half
  }
  let sum = 0
  for (let i = start; i < scores.length; i++) {
    const distance = (scores[i] ?? 0) - middle
    if (distance > reach) break
    sum += (weights[i] ?? 0) * normalDensity(distance / deviation)
  }
  return sum / deviation
}
