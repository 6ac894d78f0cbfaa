import type { PilotOptions } from '#lib/stats/pilot/analyse-pilot.ts'
import type { Plan } from '#product/plan/plan.ts'
import type { TrialPanel } from '#product/plan/plan-store.ts'
import { previewOf } from '#product/sheet/sheet.ts'
import { analyseApart } from './analyse-apart.ts'
import { Analysis, isRefused } from './analysis.ts'
import { codeVersion } from './code-version.ts'
import { everyOf } from './every-of.ts'
import type { Question, Result } from './result.ts'

/**
 * The result of a trial by the plan in force and all its sheets. Stores nothing.
 * @param tries Versions of the plan that were frozen when the trial had a result already.
 */
export async function measure(
  panel: TrialPanel,
  tries: number,
  edge: Pick<Result, 'id' | 'measuredAt'>,
): Promise<Result> {
  const { sites, since, plan, sheets, doubts, cut } = panel
  const analysis = Analysis.parse(await analyseApart({ sites, since }, optionsOf(panel, tries)))
  const { periods, lines } = previewOf(panel, [])
  return {
    ...edge,
    trialId: plan.trialId,
    planId: plan.id,
    cut,
    codeVersion,
    analysis,
    picture: { periods, lines, every: everyOf(panel) },
    doubts: sheets.flatMap(({ id }, at) => {
      const found = doubts[at] ?? []
      return found.length > 0 ? [{ sheetId: id, doubts: found }] : []
    }),
    grade: isRefused(analysis) ? null : analysis.grade,
  }
}

/** What the words need beside the analysis, from the plan it was made by. */
export function questionOf({ body, isAfterData }: Pick<Plan, 'body' | 'isAfterData'>): Question {
  const { metric, worthHaving, isRandomised, since } = body
  const { name, unit, better } = metric
  return { metric: { name, unit, better }, worthHaving, planned: isAfterData ? 'after' : 'before', isRandomised, since }
}

function optionsOf({ plan, guardrails, since }: TrialPanel, tries: number): PilotOptions {
  const { metric, worthHaving, seed, isRandomised } = plan.body
  return {
    better: metric.better,
    ...(worthHaving === null ? {} : { worthHaving }),
    seed,
    planned: plan.isAfterData ? 'after' : 'before',
    randomised: isRandomised,
    guardrails: plan.body.guardrails.map(({ name, better, margin }, at) => ({
      name,
      better,
      margin,
      panel: { sites: guardrails[at] ?? [], since },
    })),
    moreChecks: [
      { code: 'plan-unchanged', passed: plan.version === 1, lowersGrade: true, values: { versions: plan.version } },
      // One more version after a result is a change; several are a search for the plan that gives the answer.
      ...(tries > 1 ? [{ code: 'plan-tried-once', passed: false, lowersGrade: true, values: { tries } }] : []),
    ],
  }
}
