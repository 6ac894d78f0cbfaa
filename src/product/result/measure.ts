import type { Check } from '#lib/stats/evidence/grade-evidence.ts'
import { elapsedOf, judgedBy } from '#product/plan/looks.ts'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { previewOf } from '#product/sheet/sheet.ts'
import { analyseApart } from './analyse-apart.ts'
import { Analysis, isRefused } from './analysis.ts'
import { codeVersion } from './code-version.ts'
import type { Drawn } from './drawn.ts'
import { everyOf } from './every-of.ts'
import type { Picture, Result } from './result.ts'

/**
 * The result of a trial by the plan in force and all its sheets. Stores nothing.
 * @param tries Versions of the plan that were frozen when the trial had a result already.
 */
export async function measure(
  figures: TrialFigures,
  tries: number,
  edge: Pick<Result, 'id' | 'measuredAt'>,
): Promise<Result> {
  const { trial, plan, sheets, doubts, cut } = figures
  const { analysis: found, drawn } = await analyseApart(figures, {
    planned: plan.isAfterData ? 'after' : 'before',
    moreChecks: checksOf(plan.version, tries),
    ...(await judgedBy(trial, plan.body, elapsedOf(figures))),
  })
  const analysis = Analysis.parse(found)
  return {
    ...edge,
    trialId: plan.trialId,
    planId: plan.id,
    cut,
    codeVersion,
    analysis,
    picture: pictureOf(figures, drawn),
    doubts: sheets.flatMap(({ id }, at) => {
      const found = doubts[at] ?? []
      return found.length > 0 ? [{ sheetId: id, doubts: found }] : []
    }),
    grade: isRefused(analysis) ? null : analysis.grade,
  }
}

function pictureOf(figures: TrialFigures, drawn: Drawn | null): Picture {
  if (figures.design === 'split') return { periods: [], lines: [], every: 'period', drawn }
  const labels = figures.periods.map(({ label }) => label)
  const every = everyOf(figures)
  if (figures.design !== 'pilot') return { periods: labels, lines: [], every, drawn }
  const { periods, lines } = previewOf(figures, [])
  return { periods, lines, every, drawn }
}

function checksOf(versions: number, tries: number): Check[] {
  return [
    { code: 'plan-unchanged', passed: versions === 1, lowersGrade: true, values: { versions } },
    // One more version after a result is a change; several are a search for the plan that gives the answer.
    ...(tries > 1 ? [{ code: 'plan-tried-once', passed: false, lowersGrade: true, values: { tries } }] : []),
  ]
}
