import type { DesignName } from './options.ts'

/** Of the numbers printed. What comes after is the rounding of the machine: 3.925, not 3.9250000000000003. */
const digits = 12

/**
 * What `--json` prints. Scripts read it: fields are added, never renamed or removed (docs/guide/command-line.md). A number
 * that the design does not have is null.
 */
export interface AnalyseJson {
  design: DesignName
  /** How the estimate, the interval and p were computed; docs/guide/command-line.md lists them. */
  method: string
  /** In the unit of the value column; positive means higher with the change. */
  /** Null where the design has none: a chart. */
  estimate: number | null
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number | null
  pValue: number | null
  /** As shares of what would have been without the change: 0.15 is 15 %. */
  relative: { estimate: number | null; low: number | null; high: number | null }
  /** Null where nothing is claimed: a chart. */
  grade: 'A' | 'B' | 'C' | 'D' | null
  /** `passed` is null where a check could not be made. */
  checks: { name: string; passed: boolean | null; detail: string }[]
  /** `rows`: figures (sites times periods with a value) that went into the estimate. */
  groups: { name: string; units: number; rows: number }[]
  rows: number
  sentence: string
  /** Of a Bayesian method: the chance that the change is better, and what is lost on average by taking or leaving it. */
  belief?: { chanceToWin: number; lossIfTaken: number; lossIfLeft: number }
  /** Of scheduled looks: the statistic now, and the bound on either side beyond which the trial stops. */
  look?: { z: number; bound: number; isCrossed: boolean }
  /** A chart's alone: every marked point, with the rule that marked it. */
  signals?: { period: string; rule: string; detail: string }[]
}

/** The JSON as it is printed. */
export function writeJson(json: AnalyseJson): string {
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(digits)) : value)
  return JSON.stringify(json, rounded, 2)
}
