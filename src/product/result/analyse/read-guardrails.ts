import { negativeControlCheck } from '#lib/stats/evidence/evidence-checks.ts'
import type { Check } from '#lib/stats/evidence/grade-evidence.ts'
import { nonInferiority } from '#lib/stats/evidence/non-inferiority.ts'
import type { Guardrail } from '#product/plan/plan-body.ts'
import type { GuardrailReading } from '../analysis-parts.ts'
import { type Asked, confidenceIn } from './asked.ts'

/** An effect as any design finds it, or why there is none. */
export type Found =
  | { readonly estimate: number; readonly low: number | null; readonly high: number | null; readonly pValue: number }
  | { readonly refused: string }

/** Whether a guardrail held, by the same analysis as the trial's own metric. */
export function readGuardrail({ name, better, margin }: Guardrail, found: Found, asked: Asked): GuardrailReading {
  const confidence = confidenceIn(asked)
  const said = { name, better, margin, confidence }
  if ('refused' in found) {
    const nothing = { estimate: null, low: null, high: null, pValue: null }
    return { ...said, verdict: 'unclear', worse: false, ...nothing, refused: found.refused }
  }
  const { estimate, low, high, pValue } = found
  const effect = { estimate, low, high, confidence }
  return { ...said, ...nonInferiority(effect, margin, better), estimate, low, high, pValue, refused: null }
}

/** A guardrail is about the change, not about the evidence, so the grade stays. */
export function guardrailChecks(guardrails: readonly GuardrailReading[]): Check[] {
  return guardrails.map(({ name, verdict, margin, estimate, low, high, refused }) => ({
    code: 'guardrail',
    passed: verdict === 'unclear' ? null : verdict === 'safe',
    lowersGrade: false,
    values: { name, verdict, margin, estimate, low, high, refused },
  }))
}

/** That the metric which the change cannot move has not moved. None where the plan names no such metric. */
export function controlChecks(name: string | undefined, found: Found | null): Check[] {
  if (name === undefined || found === null) return []
  const check = negativeControlCheck('refused' in found ? null : found.pValue)
  return [{ ...check, values: { ...check.values, name } }]
}
