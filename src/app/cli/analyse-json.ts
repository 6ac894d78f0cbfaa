import type { Answer } from './analyse-answer.ts'

/** Of the numbers printed. What comes after is the rounding of the machine: 3.925, not 3.9250000000000003. */
const digits = 12

/**
 * What `--json` prints. Scripts read it: fields are added, never renamed or removed (docs/guide/command-line.md). A number
 * that the design does not have is null.
 */
export interface AnalyseJson {
  design: 'pilot'
  /** How the interval and p were computed: cluster-robust, permutation of sites, or placebo permutation. */
  method: 'did-cr2' | 'did-permutation' | 'did-placebo'
  /** In the unit of the value column; positive means that the treated sites went up. */
  estimate: number
  low: number | null
  high: number | null
  /** Long-run coverage of the interval, in (0, 1). */
  confidence: number
  pValue: number
  /** As shares of what would have been without the change: 0.15 is 15 %. */
  relative: { estimate: number | null; low: number | null; high: number | null }
  grade: 'A' | 'B' | 'C' | 'D'
  /** `passed` is null where a check could not be made. */
  checks: { name: string; passed: boolean | null; detail: string }[]
  /** `rows`: figures (sites times periods with a value) that went into the estimate. */
  groups: { name: 'treated' | 'comparison'; units: number; rows: number }[]
  rows: number
  sentence: string
}

function jsonOf({ analysis, checks, sentence }: Answer): AnalyseJson {
  const { design, method, estimate, low, high, confidence, pValue, relative, grade, groups, rows } = analysis
  return {
    design,
    method,
    estimate,
    low,
    high,
    confidence,
    pValue,
    relative: { estimate: relative.estimate, low: relative.low, high: relative.high },
    grade,
    checks: checks.map(({ code, passed, title, detail }) => ({ name: code, passed, detail: `${title}. ${detail}` })),
    groups: groups.map((group) => ({ name: group.role, units: group.sites, rows: group.rows })),
    rows: rows.used,
    sentence,
  }
}

/** The JSON as it is printed. */
export function writeJson(answer: Answer): string {
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(digits)) : value)
  return JSON.stringify(jsonOf(answer), rounded, 2)
}
