import { benjaminiHochberg } from '#lib/stats/multiple/benjamini-hochberg.ts'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { type Analysis, isRefused } from '../analysis.ts'
import type { AlsoReading } from '../analysis-parts.ts'
import { type Asked, confidence } from './asked.ts'

/**
 * What else moved, of the measures that the plan only looks at: each read as a guardrail is, by the analysis of the design,
 * with p-values corrected for how many there are (Benjamini-Hochberg). None of them is in the headline or moves the grade.
 *
 * @param analyse The analysis of any design.
 */
export function readAlso(
  figures: TrialFigures,
  asked: Asked,
  analyse: (figures: TrialFigures, asked: Asked) => { analysis: Analysis },
): AlsoReading[] {
  const { also = [] } = figures.plan.body
  if (also.length === 0) return []
  const { analysis } = analyse(asGuardrails(figures), { ...asked, moreChecks: [], confidence, isLook: true })
  if (isRefused(analysis)) return []
  const readings = analysis.guardrails
  const adjusted = benjaminiHochberg(readings.map(({ pValue }) => pValue))
  return readings.map(({ name, better, estimate, low, high, pValue, refused }, at) => ({
    ...{ name, better, estimate, low, high, pValue, refused },
    adjustedP: adjusted[at] ?? null,
  }))
}

/** The same trial, with what it only looks at in the place of its guardrails. */
function asGuardrails(figures: TrialFigures): TrialFigures {
  const { plan } = figures
  const guardrails = (plan.body.also ?? []).map((measure) => ({ ...measure, margin: 0 }))
  const { control: _, ...rest } = figures
  const looked =
    figures.design === 'split'
      ? { units: figures.units.map((unit) => ({ ...unit, guardrails: unit.also ?? [] })) }
      : { guardrails: figures.also ?? [] }
  // Plan and figures stay of one design.
  return { ...rest, ...looked, plan: { ...plan, body: { ...plan.body, guardrails, also: [] } } } as TrialFigures
}
