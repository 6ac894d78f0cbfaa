import type { Cohort } from './staggered-panel.ts'

/** Who shows what would have been: units that never start, or all that have not started yet. */
export type ComparisonGroup = 'never-treated' | 'not-yet-treated'

/** One comparison: a cohort against a pool of others, between two periods (indices of used periods). */
export interface Cell {
  /** Index of the cohort. */
  cohort: number
  period: number
  base: number
  /** Indices of the comparison cohorts. */
  pool: readonly number[]
}

/** The cohorts that may be compared with `cohort` when `latest` is the later of the two periods, by index. */
export function poolOf(
  cohorts: readonly Cohort[],
  comparison: ComparisonGroup,
  cohort: number,
  latest: number,
): number[] {
  return [...cohorts.keys()].filter((index) => {
    const since = cohorts[index]?.since ?? null
    return index !== cohort && (since === null || (comparison === 'not-yet-treated' && since > latest))
  })
}

export function countOf(cohorts: readonly Cohort[], indices: readonly number[]): number {
  return indices.reduce((sum, index) => sum + (cohorts[index]?.count ?? 0), 0)
}
