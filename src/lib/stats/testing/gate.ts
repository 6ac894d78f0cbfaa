import type { Generator } from '../numeric/seeded-generator.ts'

/**
 * A long-run promise, kept or broken by seeded simulation: how often something happens.
 *
 * A gate file is `src/lib/stats/<family>/<family>.calibration.ts` with `export const gates: Gate[]`. `npm run calibrate`
 * runs all of them in full; `calibration.test.ts` runs those with `inTests` as often as they say.
 */
export interface Gate {
  /** The method, the sizes, what is counted: "Welch, 5 against 5: rejects a true null". Unique within its family. */
  readonly name: string
  /** The share of runs in which `once` should be true, in [0, 1]. */
  readonly nominal: number
  /**
   * `equal` (default): the nominal share, but for chance. `at-most`, `at-least`: methods that are exact one way, such as
   * tests in steps and sequences valid at every look. `broken`: a control that must miss the nominal share.
   */
  readonly should?: 'equal' | 'at-most' | 'at-least' | 'broken'
  /** How far the method itself may be off, as a share: an approximation with a known size of error. Say why in the name. */
  readonly tolerance?: number
  readonly runs: number
  readonly inTests?: number
  /** Whole number; the same for ever. */
  readonly seed: number
  once(generator: Generator, run: number): boolean
}

export interface GateReading {
  readonly achieved: number
  /** Of `achieved`, by chance alone, as a share. */
  readonly monteCarloError: number
  readonly passed: boolean
}

/** 3.3 standard errors: with hundreds of gates, chance breaks one in a thousand. */
const CHANCE = 3.3

export function readGate({ nominal, should = 'equal', tolerance = 0 }: Gate, count: number, runs: number): GateReading {
  const achieved = count / runs
  const monteCarloError = Math.sqrt((nominal * (1 - nominal)) / runs)
  const room = CHANCE * monteCarloError + tolerance
  const [above, below] = [achieved - nominal > room, nominal - achieved > room]
  const passed = { equal: !above && !below, 'at-most': !above, 'at-least': !below, broken: above || below }[should]
  return { achieved, monteCarloError, passed }
}

/** Runs a gate from its seed: the same runs give the same count. @returns in how many it happened. */
export function countHappens(gate: Gate, runs: number, generator: Generator): number {
  let count = 0
  for (let run = 0; run < runs; run++) if (gate.once(generator, run)) count += 1
  return count
}
