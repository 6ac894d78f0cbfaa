/** A randomised, frozen plan. B compared with others. C before and after. D somebody's word. */
export type Grade = 'A' | 'B' | 'C' | 'D'

export type Design = 'split' | 'pilot' | 'staggered' | 'switchback' | 'before-after' | 'word'

/** One thing that could make a result misleading, and whether it did. */
export interface Check {
  /** What was checked, in kebab-case. */
  code: string
  /** Null: it could not be checked. */
  passed: boolean | null
  /** Whether failing it lowers the grade: true for what threatens validity, false for what only limits the answer. */
  lowersGrade: boolean
  /** The numbers behind it, for the sentence and for the curious. */
  values: Record<string, string | number | boolean | null>
}

export interface EvidenceFacts {
  /** Whether chance chose who got the change (split, pilot), the order (staggered) or the schedule (switchback). */
  randomised: boolean
  /** When the plan was frozen: before the outcomes, after them, or never. */
  planned: 'before' | 'after' | 'none'
  checks: readonly Check[]
  /**
   * Whether the sites that got the change were chosen because they were doing badly (or well) just then: they get better
   * (or worse) by themselves. Default: not known to be.
   */
  choice?: ExtremeChoice | null
}

/** What stands between a site picked at its worst and a change that seems to have helped. */
export interface ExtremeChoice {
  /** Points before the start that were not the ones it was picked by. Whole number. */
  baselinePoints: number
  /** Whether sites that were picked in the same way, and did not get the change, are compared. */
  comparisonGroup: boolean
}

export interface GradeReason {
  /** `design`: where the grade starts. `plan`: a cap. `failed`: one down. `untested`: named, not lowered. */
  why: 'design' | 'plan' | 'failed' | 'untested'
  /** The design with how it was assigned, the plan's state, or the check's code. */
  code: string
  /** Null for the design. Equal to `to` where nothing was lowered. */
  from: Grade | null
  to: Grade
}

export interface EvidenceGrade {
  grade: Grade
  /** In the order in which they were applied. */
  reasons: GradeReason[]
}

const ORDER: readonly Grade[] = ['A', 'B', 'C', 'D']

/** Best grade by design: when chance assigned it, and when somebody chose. */
const BEST: Record<Design, { randomised: Grade; chosen: Grade }> = {
  split: { randomised: 'A', chosen: 'B' },
  pilot: { randomised: 'A', chosen: 'B' },
  staggered: { randomised: 'A', chosen: 'B' },
  switchback: { randomised: 'A', chosen: 'B' },
  'before-after': { randomised: 'C', chosen: 'C' },
  word: { randomised: 'D', chosen: 'D' },
}

/** With fewer points before, a site picked at its worst cannot be told from one that is getting better by itself. */
export const LEAST_BASELINE = 12

/**
 * How much a result can bear: a grade computed from the design, the plan and the checks, with every step that led to it.
 *
 * The design sets the best grade. A plan frozen after the data, or no plan, caps it at B. Each failed check that lowers
 * takes one off, down to D. A check that could not be made (`passed` null) is named, but takes nothing off: what lowers is
 * evidence of a fault, and the design's own grade already reckons with what it cannot test.
 *
 * Sites picked because they were at their worst get better by themselves (regression to the mean): without 12 points before
 * or a comparison group that is grade D, whatever else was done. Where chance drew among the picked, it is no fault.
 *
 * It says how far to trust the result, not whether the effect is large, good or certain.
 *
 * @see Morton & Torgerson (2003), BMJ 326, 1083-1084 (regression to the mean); Guyatt et al. (2008), BMJ 336, 924-926
 *   (grading: start at the design, lower for faults).
 */
export function gradeEvidence(
  design: Design,
  { randomised, planned, checks, choice = null }: EvidenceFacts,
): EvidenceGrade {
  const assigned = randomised ? 'randomised' : 'chosen'
  let grade = BEST[design][assigned]
  const hasAssignment = BEST[design].randomised !== BEST[design].chosen
  const reasons: GradeReason[] = [
    { why: 'design', code: hasAssignment ? `${design}-${assigned}` : design, from: null, to: grade },
  ]
  const step = (why: GradeReason['why'], code: string, to: Grade) => {
    reasons.push({ why, code, from: grade, to })
    grade = to
  }
  if (planned !== 'before')
    step('plan', planned === 'after' ? 'plan-after-data' : 'no-frozen-plan', worseOf(grade, 'B'))
  const isSheltered = randomised && hasAssignment
  if (choice && !isSheltered && !choice.comparisonGroup && choice.baselinePoints < LEAST_BASELINE)
    step('failed', 'picked-at-extreme', 'D')
  for (const { code, passed, lowersGrade } of checks) {
    if (!lowersGrade || passed === true) continue
    if (passed === null) step('untested', code, grade)
    else step('failed', code, oneBelow(grade))
  }
  return { grade, reasons }
}

function worseOf(a: Grade, b: Grade): Grade {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b
}

function oneBelow(grade: Grade): Grade {
  return ORDER[ORDER.indexOf(grade) + 1] ?? 'D'
}
