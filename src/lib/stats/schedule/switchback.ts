import type { DesignUnit } from '../sites/arrange-design.ts'
import { type DesignPermutation, permuteDesign } from '../sites/permute-design.ts'

export interface SwitchbackSite {
  name: string
  /** Whether the change was on, window by window. */
  on: readonly boolean[]
  /** One value a period, `windowLength` of them for each window; null where there is none. */
  values: readonly (number | null)[]
}

export interface Switchback extends Omit<DesignPermutation, 'reason' | 'estimate'> {
  /** On less off, in the unit of the values; null when `no-pair`. */
  estimate: number | null
  /** As of `permuteDesign`; `no-pair`: no block has both a window on and one off with values. */
  reason: DesignPermutation['reason'] | 'no-pair'
  /** Windows that count, on and off: with a value, in a block that has both. */
  windows: { on: number; off: number }
  /** Periods that were left out because the window before may still have worked in them. */
  dropped: number
  /** On less off of each site, in the unit of the values; null where it has only one of both. */
  bySite: { name: string; estimate: number | null }[]
}

export interface SwitchbackOptions {
  /** Periods a window, at least 1. */
  windowLength: number
  /** How the schedule was drawn: half of each block of so many windows are on. Even, default 2. */
  blockWindows?: number
  /** Periods at each window's beginning that are left out, whatever came before; default 0, fewer than `windowLength`. */
  carryOver?: number
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** Whole number in 0..2^53 - 1, for schedules that are drawn. */
  seed: number
}

/**
 * A change that is switched on and off by a random schedule: within each site and block of windows the mean of those on less
 * the mean of those off, judged by permuting the schedule as it was drawn.
 *
 * Windows are the units: periods of one window say the same thing several times. The carry-over is dropped after every
 * window, so that what is dropped does not depend on the schedule. Neighbouring windows may be alike (autocorrelation):
 * the permutation stays exact against "no effect".
 *
 * Not for effects that outlast a window, nor for schedules somebody chose (weekends on, weekdays off).
 *
 * @throws {RangeError} when windows and values do not fit, a number is not whole and in range, or a value is not finite.
 * @see Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777; Hu & Wager (2022), arXiv 2209.00197 (burn-in).
 */
export function switchback(sites: readonly SwitchbackSite[], options: SwitchbackOptions): Switchback {
  const { windowLength, blockWindows = 2, carryOver = 0, confidence = 0.95, seed } = options
  if (!(Number.isInteger(windowLength) && windowLength >= 1))
    throw new RangeError(`windowLength must be a whole number of at least 1, got ${windowLength}`)
  if (!(Number.isInteger(blockWindows) && blockWindows >= 2 && blockWindows % 2 === 0))
    throw new RangeError(`blockWindows must be even, got ${blockWindows}`)
  if (!(Number.isInteger(carryOver) && carryOver >= 0 && carryOver < windowLength))
    throw new RangeError(`carryOver must be in 0..${windowLength - 1}, got ${carryOver}`)

  let dropped = 0
  const units: (DesignUnit & { site: string; stratum: string })[] = []
  for (const [index, { name, on, values }] of sites.entries()) {
    if (values.length !== on.length * windowLength)
      throw new RangeError(`${name} has ${values.length} values for ${on.length} windows of ${windowLength}`)
    for (const [window, treated] of on.entries()) {
      const part = values.slice(window * windowLength, (window + 1) * windowLength)
      dropped += part.slice(0, carryOver).filter((value) => value !== null).length
      const kept = part.slice(carryOver).filter((value) => value !== null)
      const wild = kept.find((value) => !Number.isFinite(value))
      if (wild !== undefined) throw new RangeError(`values must be finite numbers or null, got ${wild}`)
      if (kept.length === 0) continue
      const first = kept[0] as number
      const value = first + kept.reduce((sum, each) => sum + (each - first), 0) / kept.length
      units.push({ value, treated, site: name, stratum: `${index} ${Math.floor(window / blockWindows)}` })
    }
  }
  const paired = [...Map.groupBy(units, ({ stratum }) => stratum).values()].filter(
    (block) => new Set(block.map(({ treated }) => treated)).size === 2,
  )
  const counted = paired.flat()
  const on = counted.filter(({ treated }) => treated).length
  const shared = {
    windows: { on, off: counted.length - on },
    dropped,
    bySite: sites.map(({ name }) => ({
      name,
      estimate: differenceOf(paired.filter((block) => block[0]?.site === name)),
    })),
  }
  if (counted.length === 0) return { ...NOTHING, ...shared, confidence, reason: 'no-pair' }
  return { ...permuteDesign(counted, { confidence, seed }), ...shared }
}

const NOTHING = {
  ...{ estimate: null, statistic: 'difference' as const, pValue: null, midP: null, low: null, high: null },
  ...{ smallestPossibleP: 1, arrangements: 0, exact: true },
}

/** The blocks' differences, weighted by their windows: as the estimate of all sites is. */
function differenceOf(blocks: readonly (readonly DesignUnit[])[]): number | null {
  let [sum, windows] = [0, 0]
  for (const block of blocks) {
    const meanOf = (arm: boolean) => {
      const values = block.filter(({ treated }) => treated === arm).map(({ value }) => value)
      return values.reduce((total, value) => total + value, 0) / values.length
    }
    sum += block.length * (meanOf(true) - meanOf(false))
    windows += block.length
  }
  return windows === 0 ? null : sum / windows
}
