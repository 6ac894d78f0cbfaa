import { seededGenerator } from '../numeric/seeded-generator.ts'
import { evenArms } from './arm.ts'

export interface SwitchbackDraw {
  /** Names, no two alike; one is enough. */
  sites: readonly string[]
  /** How many windows each site has: the stretches that are wholly on or wholly off. A multiple of `blockWindows`. */
  windows: number
  /** Periods a window, at least 1, and more than the carry-over that the analysis drops. */
  windowLength: number
  /** Of each block of so many windows half are on: even, default 2. Take 14 for days where each weekday counts twice. */
  blockWindows?: number
}

export interface DrawnSwitchback {
  version: 1
  plan: SwitchbackDraw
  seed: number
  /** Whether the change is on, window by window; each lasts `windowLength` periods. In the order of the plan's sites. */
  schedule: { site: string; on: boolean[] }[]
}

/**
 * Draws when each site has the change on and when off, balanced within blocks of neighbouring windows, so that trend and
 * season strike both alike. Analyse by `switchback`, which permutes this very schedule.
 *
 * Not for changes that take longer to wear off than a window lasts.
 *
 * @param seed Whole number in 0..2^53 - 1, published before the draw.
 * @throws {RangeError} when names are repeated, a number is not whole and in range, or the seed is none.
 * @see Bojinov, Simchi-Levi & Zhao (2023), Management Science 69, 3759-3777; Hu & Wager (2022), arXiv 2209.00197.
 */
export function randomiseSwitchback(plan: SwitchbackDraw, seed: number): DrawnSwitchback {
  const { sites, windows, windowLength, blockWindows = 2 } = plan
  if (new Set(sites).size < sites.length) throw new RangeError('two sites have one name')
  if (!(Number.isInteger(blockWindows) && blockWindows >= 2 && blockWindows % 2 === 0))
    throw new RangeError(`blockWindows must be even, got ${blockWindows}`)
  if (!(Number.isInteger(windows) && windows > 0 && windows % blockWindows === 0))
    throw new RangeError(`windows must be a multiple of ${blockWindows}, got ${windows}`)
  if (!(Number.isInteger(windowLength) && windowLength >= 1))
    throw new RangeError(`windowLength must be a whole number of at least 1, got ${windowLength}`)
  const generator = seededGenerator(seed)
  const halves = [
    { name: 'on', parts: 1 },
    { name: 'off', parts: 1 },
  ]
  const block = () => evenArms(blockWindows, halves, generator).map((name) => name === 'on')
  const schedule = sites.map((site) => ({ site, on: Array.from({ length: windows / blockWindows }, block).flat() }))
  return { version: 1, plan, seed, schedule }
}
