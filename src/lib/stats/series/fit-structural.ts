import { filterSeries } from './filter-series.ts'
import { lowestOnLine } from './lowest-on-line.ts'
import type { StructuralModel, StructuralVariances } from './structural-model.ts'

export interface StructuralFit extends StructuralVariances {
  logLikelihood: number
  degreesOfFreedom: number
  /** The level does not wander: its most likely variance is 0. */
  isStatic: boolean
}

export interface StructuralFits {
  likeliest: StructuralFit
  /** The likeliest alone; or 40 levels of wandering, each as likely as the values make it. Weights add up to 1. */
  levels: { variances: StructuralVariances; weight: number }[]
}

/** How many levels of wandering are averaged over. */
const LEVELS = 40

/** A share of the variance below this is 0: the likelihood is flat from here on. */
const NONE = 1e-9

/**
 * The variances under which the values are most likely: the level's share is searched from 0 (constant level) to 1 (no
 * noise beside the steps), both ends included; their common size has a closed form.
 *
 * The likelihood is that of an exact diffuse start, so the season and unpenalised weights use up degrees of freedom.
 *
 * @param penalty Ridge penalty of the weights, relative to the noise; 0: none.
 * @param levelDeviation The standard deviation of the level's step when it is fixed beforehand; null: estimated.
 * @param isAveraged Whether to give the other levels of wandering too. Before the values, the cube root of the level's share is
 *   taken to be anything in (0, 1), and the common size anything on a logarithmic scale.
 * @returns null when the values leave nothing to estimate from, or do not vary beyond the fixed part.
 * @see Durbin & Koopman (2012), section 7.2.2 and 2.10.2 (concentrated likelihood).
 */
export function fitStructural(
  model: StructuralModel,
  values: readonly (number | null)[],
  penalty: number,
  levelDeviation: number | null,
  isAveraged = false,
): StructuralFits | null {
  const scaled = (share: number, scale: number): StructuralVariances => ({
    irregular: (1 - share) * scale,
    level: share * scale,
    // Relative to all noise, so that the penalty does not vanish with the irregular part.
    weight: penalty === 0 ? null : scale / penalty,
  })
  const first = filterSeries(model, values, scaled(0.5, 1))
  if (first.degreesOfFreedom < 1 || first.isDiffuse) return null
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value ?? 0))
  if (first.squares <= (64 * Number.EPSILON * largest) ** 2 * first.degreesOfFreedom) return null

  // Finer where the level hardly wanders: a share of 1e-4 still matters over a hundred periods.
  const shareOf = (u: number) => (u ** 3 < NONE ? 0 : u ** 3)
  const scaleOf = (share: number, squares: number, degreesOfFreedom: number) =>
    levelDeviation === null ? squares / degreesOfFreedom : levelDeviation ** 2 / share
  const misfitOf = (share: number) => {
    const { squares, logVariances, degreesOfFreedom } = filterSeries(model, values, scaled(share, 1))
    const scale = scaleOf(share, squares, degreesOfFreedom)
    return { misfit: degreesOfFreedom * Math.log(scale) + logVariances + squares / scale, scale }
  }
  const criterion = (u: number): number =>
    levelDeviation !== null && shareOf(u) === 0 ? Number.POSITIVE_INFINITY : misfitOf(shareOf(u)).misfit
  const { degreesOfFreedom } = first
  const share = shareOf(lowestOnLine(criterion, 0, 1))
  const variances = scaled(share, misfitOf(share).scale)
  const { logLikelihood } = filterSeries(model, values, variances)
  const likeliest = { ...variances, logLikelihood, degreesOfFreedom, isStatic: variances.level === 0 }
  if (!isAveraged) return { likeliest, levels: [{ variances, weight: 1 }] }
  const shares = Array.from({ length: LEVELS }, (_, i) => shareOf((i + 0.5) / LEVELS))
  const tried = shares.map((each) => ({ ...misfitOf(each), share: each }))
  const least = Math.min(...tried.map(({ misfit }) => misfit))
  const likely = tried.map((each) => ({ ...each, odds: Math.exp((least - each.misfit) / 2) }))
  const total = likely.reduce((sum, { odds }) => sum + odds, 0)
  const counted = likely.filter(({ odds }) => odds > 1e-12 * total)
  return {
    likeliest,
    levels: counted.map((each) => ({ variances: scaled(each.share, each.scale), weight: each.odds / total })),
  }
}
