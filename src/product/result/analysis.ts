import { z } from 'zod'
import type { PilotResult } from '#lib/stats/pilot/analyse-pilot.ts'
import type { Refusal } from '#lib/stats/pilot/read-panel.ts'

/**
 * What the statistics answered, as it is stored and sent. The fields are `lib/stats`' own (their meaning stands there);
 * this schema guards the border, and the two `satisfies` keep it from drifting.
 */
const number = z.number()
const maybe = z.number().nullable()
const share = z.number().nullable()

const Grade = z.enum(['A', 'B', 'C', 'D'])

const Check = z.strictObject({
  code: z.string(),
  passed: z.boolean().nullable(),
  lowersGrade: z.boolean(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

const GradeReason = z.strictObject({
  why: z.enum(['design', 'plan', 'failed', 'untested']),
  code: z.string(),
  from: Grade.nullable(),
  to: Grade,
})

const inference = {
  estimate: number,
  standardError: maybe,
  degreesOfFreedom: maybe,
  low: maybe,
  high: maybe,
  confidence: number,
  noInterval: z.enum(['too-few-sites', 'no-variation', 'smallest-p-above-level']).nullable(),
  pValue: number,
  pValueMethod: z.enum(['cr2-t', 'permutation-exact', 'permutation-drawn']),
  smallestPossibleP: maybe,
  arrangements: maybe,
  rank: maybe,
  secondReading: z
    .strictObject({ method: z.enum(['cr2', 'permutation']), pValue: number, low: maybe, high: maybe })
    .nullable(),
}

const RefusalCode = z.enum([
  'no-treated-sites',
  'no-comparison-sites',
  'since-at-first-period',
  'since-after-last-period',
  'one-site-per-group',
  'no-variation',
])

const Group = z.strictObject({
  role: z.enum(['treated', 'comparison']),
  sites: z.int(),
  rows: z.int(),
  before: number,
  after: number,
})

const PreTrend = z.strictObject({
  parallel: z.boolean().nullable(),
  reason: z.enum(['too-few-periods', 'too-few-sites', 'smallest-p-above-level']).nullable(),
  periods: z.int(),
  treatedSlope: maybe,
  comparisonSlope: maybe,
  difference: z.strictObject({ method: z.enum(['cr2', 'permutation', 'placebo']), ...inference }).nullable(),
  impliedBias: z.strictObject({ estimate: number, low: maybe, high: maybe }).nullable(),
})

const GuardrailReading = z.strictObject({
  name: z.string(),
  better: z.enum(['higher', 'lower']),
  margin: number,
  verdict: z.enum(['safe', 'harm', 'unclear']),
  worse: z.boolean(),
  estimate: maybe,
  low: maybe,
  high: maybe,
  confidence: number,
  pValue: maybe,
  refused: RefusalCode.nullable(),
})

/** A pilot that could be measured. */
export const PilotAnalysis = z.strictObject({
  design: z.literal('pilot'),
  method: z.enum(['did-cr2', 'did-permutation', 'did-placebo']),
  ...inference,
  verdict: z.enum(['better', 'worse', 'unclear']),
  zeroInside: z.boolean().nullable(),
  worthHavingInside: z.boolean().nullable(),
  worthHaving: z.enum(['yes', 'no', 'unclear']).nullable(),
  relative: z.strictObject({
    estimate: share,
    low: share,
    high: share,
    confidence: number,
    counterfactual: number,
    reason: z.enum(['base-not-positive', 'unbounded', 'too-few-sites', 'no-variation']).nullable(),
  }),
  groups: z.tuple([Group, Group]),
  perSite: z.array(
    z.strictObject({ name: z.string(), treated: z.boolean(), before: number, after: number, change: number }),
  ),
  dropped: z.array(
    z.strictObject({
      name: z.string(),
      treated: z.boolean(),
      reason: z.enum(['no-value', 'no-value-before', 'no-value-after']),
      rows: z.int(),
    }),
  ),
  rows: z.strictObject({ used: z.int(), missing: z.int(), dropped: z.int() }),
  periods: z.strictObject({ before: z.int(), after: z.int() }),
  series: z.array(
    z.strictObject({
      period: z.int(),
      treated: maybe,
      comparison: maybe,
      treatedSites: z.int(),
      comparisonSites: z.int(),
    }),
  ),
  preTrend: PreTrend,
  leaveOneOut: z
    .strictObject({
      low: number,
      high: number,
      site: z.string(),
      estimateWithout: number,
      signChanges: z.boolean(),
    })
    .nullable(),
  guardrails: z.array(GuardrailReading),
  checks: z.array(Check),
  grade: Grade,
  gradeReasons: z.array(GradeReason),
}) satisfies z.ZodType<PilotResult>
export type PilotAnalysis = z.output<typeof PilotAnalysis>

/** A panel that holds no answer, and why. */
export const RefusedAnalysis = z.strictObject({
  refused: RefusalCode,
  values: z.record(z.string(), z.number()),
}) satisfies z.ZodType<Refusal>
export type RefusedAnalysis = z.output<typeof RefusedAnalysis>

export const Analysis = z.union([PilotAnalysis, RefusedAnalysis])
export type Analysis = z.output<typeof Analysis>

export function isRefused(analysis: Analysis): analysis is RefusedAnalysis {
  return 'refused' in analysis
}
