import { dot } from '../numeric/matrix.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { errorOf } from './effect-estimate.ts'

export interface BandOptions {
  /** Whole number in 0..2^53 - 1. */
  seed: number
  /** How many draws, at least 100; default 2,000. */
  draws?: number
  /** Default `mammen`, which keeps the skewness of the data; `rademacher` is a random sign. */
  multiplier?: 'mammen' | 'rademacher'
}

/**
 * How many standard errors an interval must reach so that it holds for all estimates at once, by the multiplier bootstrap.
 *
 * Each draw multiplies the influence of every unit by one random number of mean 0 and variance 1, all its periods
 * together: dependence within units and between estimates stays. For one estimate it is near the normal quantile,
 * and it never exceeds Bonferroni's by more than chance. Not below eight units, where it rests on too few numbers.
 *
 * @param influences One list per estimate, one value per unit. Estimates that do not vary count for nothing.
 * @returns In standard errors, with the Monte Carlo error of its seed; null when no estimate varies.
 * @throws {RangeError} when the confidence is outside (0, 1), or draws is not a whole number of at least 100.
 * @see Callaway & Sant'Anna (2021), Journal of Econometrics 225, algorithm 1; Mammen (1993), Annals of Statistics 21.
 */
export function simultaneousCritical(
  influences: readonly ArrayLike<number>[],
  { seed, draws = 2_000, multiplier = 'mammen' }: BandOptions,
  confidence = 0.95,
): number | null {
  requireConfidence(confidence)
  if (!Number.isInteger(draws) || draws < 100) throw new RangeError(`draws must be at least 100, got ${draws}`)
  const generator = seededGenerator(seed)
  const units = influences[0]?.length ?? 0
  const scaled = influences
    .map((influence) => ({ influence, error: errorOf(influence) }))
    .filter(({ error }) => error > 0)
    .map(({ influence, error }) => Float64Array.from(influence, (value) => value / (error * units)))
  if (scaled.length === 0) return null

  const [value, other, share] = multiplier === 'mammen' ? MAMMEN : ([-1, 1, 0.5] as const)
  const drawn = new Float64Array(units)
  const largest = Float64Array.from({ length: draws }, () => {
    for (let i = 0; i < units; i++) drawn[i] = generator.uniform() < share ? value : other
    return scaled.reduce((most, each) => Math.max(most, Math.abs(dot(each, drawn))), 0)
  }).sort()
  return largest[Math.min(draws, Math.ceil((draws + 1) * confidence)) - 1] ?? null
}

const ROOT_5 = Math.sqrt(5)
const MAMMEN = [(1 - ROOT_5) / 2, (1 + ROOT_5) / 2, (ROOT_5 + 1) / (2 * ROOT_5)] as const
