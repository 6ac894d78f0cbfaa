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

/**
 * How much a result can bear: a grade computed from the design, the plan and the checks, with every step that led to it.
 *
 * The design sets the best grade. A plan frozen after the data, or no plan, caps it at B. Each failed check that lowers
 * takes one off, down to D. A check that could not be made (`passed` null) is named, but takes nothing off: what lowers is
 * evidence of a fault, and the design's own grade already reckons with what it cannot test.
 *
 * It says how far to trust the result, not whether the effect is large, good or certain.
 */
export function gradeEvidence(design: Design, { randomised, planned, checks }: EvidenceFacts): EvidenceGrade {
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
