import { countMixtureLogE } from './count-mixture.ts'

export interface SequentialSampleRatio {
  /** True once the arms' sizes contradict the planned weights: no winner while it stands. */
  isMismatch: boolean
  /** Valid at every look; 0 when a unit is where none may be. The smallest so far is valid too. */
  pValue: number
  /** Natural logarithm of the e-value; null when a unit is where none may be (it is beyond any number). */
  logEValue: number | null
  /** The share of units in each arm, in order; null before the first unit. */
  shares: readonly number[] | null
  /** `unit-in-closed-arm`: an arm of weight 0 has units. `no-units`: nothing to check yet. */
  reason: 'unit-in-closed-arm' | 'no-units' | null
}

export interface SequentialSampleRatioOptions {
  /** The chance of a false alarm ever, in (0, 1), default 0.001. */
  readonly level?: number
  /** How near to the weights a mismatch is looked for: units' worth of the plan, positive, default 1000. */
  readonly mass?: number
}

/**
 * Whether units arrive in the planned proportions, checked as often as one likes: a sample-ratio check for running trials.
 *
 * A large mass finds small, late mismatches (broken logging of one arm in fifty), a small one gross, early ones. One unit
 * in an arm of weight 0 raises the alarm at once. Assignment must be independent between units; for blocks or pairs it is
 * too cautious. Not for one check at the end (Pearson's test at 0.001 sees more).
 *
 * @param counts Units in each arm so far: whole numbers, at least 0; as many as `weights`.
 * @param weights Planned, at least 0, at least one positive; any scale.
 * @throws {RangeError} when counts or weights are not such numbers, or an option is out of range.
 * @see Lindon & Malek (2022), "Anytime-valid inference for multinomial count data", NeurIPS 35, arXiv 2011.03567.
 */
export function sequentialSampleRatio(
  counts: readonly number[],
  weights: readonly number[],
  { level = 0.001, mass = 1000 }: SequentialSampleRatioOptions = {},
): SequentialSampleRatio {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be in (0, 1), got ${level}`)
  if (!(mass > 0 && mass < Number.POSITIVE_INFINITY)) throw new RangeError(`mass must be positive, got ${mass}`)
  if (counts.length !== weights.length)
    throw new RangeError(`there must be a weight for each arm, got ${weights.length} for ${counts.length}`)
  for (const count of counts)
    if (!(Number.isSafeInteger(count) && count >= 0)) throw new RangeError(`counts must be whole numbers, got ${count}`)
  for (const weight of weights)
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`weights must be at least 0, got ${weight}`)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(all > 0)) throw new RangeError('at least one weight must be positive')

  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return { isMismatch: false, pValue: 1, logEValue: 0, shares: null, reason: 'no-units' }
  const shares = counts.map((count) => count / total)
  if (counts.some((count, i) => count > 0 && weights[i] === 0))
    return { isMismatch: true, pValue: 0, logEValue: null, shares, reason: 'unit-in-closed-arm' }

  const open = [...counts.keys()].filter((i) => (weights[i] ?? 0) > 0)
  const logEValue = countMixtureLogE(
    open.map((i) => counts[i] ?? 0),
    open.map((i) => (weights[i] ?? 0) / all),
    mass,
  )
  const pValue = Math.min(1, Math.exp(-logEValue))
  return { isMismatch: pValue <= level, pValue, logEValue, shares, reason: null }
}
