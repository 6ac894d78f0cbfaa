import type { ExtremeChoice } from '#lib/stats/evidence/grade-evidence.ts'

/** Why this site and no other got the change. */
export const waysToChoose = ['worst', 'all-worst', 'other'] as const
export type Chosen = (typeof waysToChoose)[number]

/** What the grade has to know of a place that was picked for its bad figures: it gets better by itself. */
export function choiceOf(chosen: Chosen | undefined, periodsBefore: number): ExtremeChoice | null {
  if (chosen === undefined || chosen === 'other') return null
  return { baselinePoints: periodsBefore, comparisonGroup: chosen === 'all-worst' }
}

/** A reason for the grade, in words. */
export const pickedAtWorst =
  'Picked for its bad figures, with fewer than 12 periods before and no others picked like it: it gets better by itself, so D.'
