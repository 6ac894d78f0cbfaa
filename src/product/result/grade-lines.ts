import type { AnsweredAnalysis } from './analysis.ts'
import { checkTitle } from './check-lines.ts'
import { type Line, line } from './line.ts'

/** Why the grade is what it is: where the design starts, and every step from there. */
export function gradeLines({ gradeReasons, checks }: Pick<AnsweredAnalysis, 'gradeReasons' | 'checks'>): Line[] {
  return gradeReasons.map(({ why, code, to }) => {
    if (why === 'design' || why === 'plan') return line(starts[code] ?? 'result.grade.other', { to, code })
    if (code === 'picked-at-extreme') return line('result.grade.picked-at-extreme')
    const check = checks.find((each) => each.code === code && (why === 'failed') === (each.passed === false))
    return line(`result.grade.${why}`, { to, check: check ? checkTitle(check) : code })
  })
}

const starts: Record<string, Line['id']> = {
  'pilot-randomised': 'result.grade.pilot-randomised',
  'pilot-chosen': 'result.grade.pilot-chosen',
  'split-randomised': 'result.grade.split-randomised',
  'split-chosen': 'result.grade.split-chosen',
  'staggered-randomised': 'result.grade.staggered-randomised',
  'staggered-chosen': 'result.grade.staggered-chosen',
  'switchback-randomised': 'result.grade.switchback-randomised',
  'switchback-chosen': 'result.grade.switchback-chosen',
  'before-after': 'result.grade.before-after',
  'plan-after-data': 'result.grade.plan-after-data',
  'no-frozen-plan': 'result.grade.no-frozen-plan',
}
