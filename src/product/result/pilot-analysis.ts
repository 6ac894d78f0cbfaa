import { z } from 'zod'
import type { PilotResult } from '#lib/stats/pilot/analyse-pilot.ts'
import { Beside, graded, guardrailReading, judged, LeaveOneOut, maybe } from './analysis-parts.ts'

const number = z.number()

export const PilotRefusalCode = z.enum([
  'no-treated-sites',
  'no-comparison-sites',
  'since-at-first-period',
  'since-after-last-period',
  'one-site-per-group',
  'no-variation',
])

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

/** Some sites against others, as difference in differences. Results of earlier versions have nothing `beside`. */
export const PilotAnalysis = z.strictObject({
  design: z.literal('pilot'),
  method: z.enum(['did-cr2', 'did-permutation', 'did-placebo']),
  ...judged,
  ...inference,
  relative: z.strictObject({
    estimate: maybe,
    low: maybe,
    high: maybe,
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
  leaveOneOut: LeaveOneOut.nullable(),
  guardrails: z.array(guardrailReading(PilotRefusalCode)),
  ...graded,
  beside: Beside.optional(),
}) satisfies z.ZodType<PilotResult & { beside?: Beside | undefined }>
export type PilotAnalysis = z.output<typeof PilotAnalysis>
