import { checkProportion, type Proportion } from '../counts/proportion.ts'
import { betaCdf, betaUpperTail } from '../distribution/beta.ts'
import { betaKernel } from '../distribution/beta-kernel.ts'
import { findCrossing } from '../numeric/find-crossing.ts'
import { integrate } from '../numeric/integrate.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'

export interface ProportionPosterior {
  /** Posterior mean of the difference of shares, treated less comparison, in (-1, 1). */
  mean: number
  /** Equal-tailed credible interval of that difference. */
  low: number
  high: number
  /** The probability that the difference lies in the interval, in (0, 1). */
  confidence: number
  /** The probability that the treated share is the larger one, in [0, 1]. */
  chanceToWin: number
  /** What taking the change loses on average, as a share: the expected shortfall of the treated. */
  lossIfTaken: number
  /** What leaving it loses on average, as a share. */
  lossIfLeft: number
}

export interface ProportionPosteriorOptions {
  /** What is believed of each share beforehand, as if so many units had been seen; positive. Default 1 and 1: flat. */
  readonly prior?: { readonly events: number; readonly others: number }
  /** In (0, 1), default 0.95. */
  readonly confidence?: number
}

/** A beta distribution: `a - 1` events and `b - 1` others seen on a flat prior. */
interface Beta {
  readonly a: number
  readonly b: number
}

/**
 * What to believe of two shares after the data, exactly: beta posteriors, and their difference by numeric integration
 * (about 1e-11 relative; the interval about 1e-9). For small counts, 0 and 100 %, empty arms: the prior speaks then.
 *
 * A belief, not an error rate: not to be looked at until it looks good (`shareDifferenceSequence`). The flat prior says
 * that lifts of a hundredfold are likely; where past trials say otherwise, pass what they say.
 *
 * @param treated Events and units of the treated; likewise `comparison`. More events are better.
 * @throws {RangeError} when counts are not whole numbers in range, or an option is out of range.
 * @see Gelman et al. (2013), "Bayesian data analysis", section 2.4; Stucchio (2015), "Bayesian A/B testing at VWO".
 */
export function proportionPosterior(
  treated: Proportion,
  comparison: Proportion,
  { prior = { events: 1, others: 1 }, confidence = 0.95 }: ProportionPosteriorOptions = {},
): ProportionPosterior {
  checkProportion(treated)
  checkProportion(comparison)
  requireConfidence(confidence)
  if (!(prior.events > 0 && prior.others > 0 && prior.events + prior.others < Number.POSITIVE_INFINITY))
    throw new RangeError(`a prior needs positive counts, got ${prior.events} and ${prior.others}`)
  const of = ({ events, units }: Proportion) => ({ a: prior.events + events, b: prior.others + units - events })
  const [t, c] = [of(treated), of(comparison)]
  const tail = (1 - confidence) / 2
  const mean = t.a / (t.a + t.b) - c.a / (c.a + c.b)
  // By Chebyshev's inequality no bound is further out than this many deviations.
  const far = Math.sqrt((varianceOf(t) + varianceOf(c)) / tail)
  const wins = chanceAbove(t, c, 0)
  const loses = chanceAbove(c, t, 0)
  return {
    mean,
    low: findCrossing((d) => chanceAbove(c, t, -d, 1e-11) - tail, Math.max(-1, mean - far), Math.min(1, mean + far)),
    high: findCrossing((d) => tail - chanceAbove(t, c, d, 1e-11), Math.max(-1, mean - far), Math.min(1, mean + far)),
    confidence,
    // Each is exact in its own small tail.
    chanceToWin: wins <= loses ? wins : 1 - loses,
    lossIfTaken: shortfall(t, c),
    lossIfLeft: shortfall(c, t),
  }
}

function varianceOf({ a, b }: Beta): number {
  return ((a / (a + b)) * (b / (a + b))) / (a + b + 1)
}

/** The probability that `x` exceeds `y` by more than `distance`. */
function chanceAbove(x: Beta, y: Beta, distance: number, absolute = 0): number {
  if (distance >= 1) return 0
  if (distance <= -1) return 1
  // y + distance leaves [0, 1] at a kink: there the range is cut.
  const kinks = [-distance, 1 - distance]
  const share = (p: number, q: number) => {
    const place = p + distance
    return betaKernel(p, q, y.a, y.b) * (place <= 0 ? 1 : place >= 1 ? 0 : betaUpperTail(place, x.a, x.b))
  }
  return Math.min(1, overLogit(share, [x, y], kinks, absolute))
}

/** How far `x` falls below `y` on average: the chance that a share lies between them, summed over all shares. */
function shortfall(x: Beta, y: Beta): number {
  return overLogit((p, q) => p * q * betaCdf(p, x.a, x.b) * betaUpperTail(p, y.a, y.b), [x, y], [])
}

/**
 * The integral over ln(p / (1 - p)) of `f(p, 1 - p)`, cut where the betas have their mass. On that scale a beta is smooth
 * and has one peak, whatever its shape.
 */
function overLogit(
  f: (p: number, q: number) => number,
  betas: readonly Beta[],
  kinks: readonly number[],
  absolute = 0,
): number {
  const cuts = betas.flatMap(({ a, b }) => {
    const centre = Math.log(a / b)
    const spread = Math.sqrt(1 / a + 1 / b)
    return [-38, -9, -4, -1.5, 1.5, 4, 9, 38].map((k) => centre + k * spread)
  })
  for (const kink of kinks) if (kink > 0 && kink < 1) cuts.push(Math.log(kink) - Math.log1p(-kink))
  cuts.sort((x, y) => x - y)
  const pieces = cuts.slice(1).map((high, i) => ({ low: cuts[i] ?? high, high }))
  const at = (logit: number) => f(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)))
  // The heaviest piece first: beside its value most of the others need no care.
  const weigh = ({ low, high }: { low: number; high: number }) => (high - low) * at((low + high) / 2)
  pieces.sort((x, y) => weigh(y) - weigh(x))
  let sum = 0
  for (const { low, high } of pieces)
    sum += integrate(at, low, high, { tolerance: 1e-11, absolute: Math.max(absolute, 1e-12 * sum) }).value
  return sum
}
