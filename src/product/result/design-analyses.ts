import { z } from 'zod'
import type { BeforeAfterAnswer } from '#lib/stats/analyse/analyse-before-after.ts'
import type { StaggeredAnswer } from '#lib/stats/analyse/analyse-staggered.ts'
import type { SwitchbackAnswer } from '#lib/stats/analyse/analyse-switchback.ts'
import type { TrialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import { answer, Beside, GuardrailReading, maybe } from './analysis-parts.ts'

const number = z.number()

/** What the product adds to what `lib/stats` answers. */
const around = { guardrails: z.array(GuardrailReading), beside: Beside }
interface Around {
  guardrails: GuardrailReading[]
  beside: Beside
}

/** Units in two arms. */
export const SplitAnalysis = z.strictObject({
  design: z.literal('split'),
  method: z.string(),
  ...answer,
  /** What is compared: a mean, a share, a rate. */
  kind: z.enum(['mean', 'proportion', 'rate', 'ratio', 'quantile']),
  ...around,
}) satisfies z.ZodType<TrialAnswer & Around>
export type SplitAnalysis = z.output<typeof SplitAnalysis>

const EffectByTime = z.strictObject({
  at: z.int(),
  effects: z.int(),
  estimate: number,
  standardError: maybe,
  degreesOfFreedom: maybe,
  low: maybe,
  high: maybe,
  bandLow: maybe,
  bandHigh: maybe,
  pValue: maybe,
  reason: z.enum(['one-unit', 'no-variation']).nullable(),
})

/** Effects by wave and period: what a roll-out is drawn from. */
const Study = z.strictObject({
  effects: z.array(
    z.strictObject({
      ...EffectByTime.omit({ at: true, effects: true }).shape,
      group: z.int(),
      period: z.int(),
      base: z.int(),
      treated: z.boolean(),
      groupUnits: z.int(),
      comparisonUnits: z.int(),
    }),
  ),
  byTime: z.array(EffectByTime),
  preTrends: z.strictObject({
    statistic: maybe,
    effects: z.int(),
    pValue: maybe,
    reason: z.enum(['no-effects-before', 'too-few-units', 'no-variation']).nullable(),
  }),
  comparison: z.enum(['never-treated', 'not-yet-treated']),
  dropped: z.array(z.strictObject({ name: z.string(), reason: z.enum(['already-treated', 'missing-values']) })),
}) satisfies z.ZodType<Pick<StaggeredAnswer, 'effects' | 'byTime' | 'preTrends' | 'comparison' | 'dropped'>>

/** Sites that start one after another. `study` is null where only the wedge can be read (gaps, weights). */
export const StaggeredAnalysis = z.strictObject({
  design: z.literal('staggered'),
  method: z.string(),
  ...answer,
  sites: z.int(),
  study: Study.nullable(),
  ...around,
}) satisfies z.ZodType<TrialAnswer & Around>
export type StaggeredAnalysis = z.output<typeof StaggeredAnalysis>

/** The same sites with the change and without it, window by window. */
export const SwitchbackAnalysis = z.strictObject({
  design: z.literal('switchback'),
  method: z.string(),
  ...answer,
  windows: z.strictObject({ on: z.int(), off: z.int() }),
  bySite: z.array(z.strictObject({ name: z.string(), estimate: maybe })),
  carriedOver: z.int(),
  ...around,
}) satisfies z.ZodType<SwitchbackAnswer & Around>
export type SwitchbackAnalysis = z.output<typeof SwitchbackAnalysis>

const Ratio = z.strictObject({ estimate: number, low: number, high: number })

/** One series, held against where it was heading. */
export const BeforeAfterAnalysis = z.strictObject({
  design: z.literal('before-after'),
  method: z.string(),
  ...answer,
  expected: z.array(Ratio.nullable()),
  /** The step and the change of trend as ratios, for counts; null for other models. */
  rateRatios: z.strictObject({ level: Ratio.nullable(), slope: Ratio.nullable(), trend: Ratio.nullable() }).nullable(),
  /** How much wider counts scatter than chance alone. */
  dispersion: maybe,
  /** Periods left out while the change settled. */
  transition: z.int(),
  ...around,
}) satisfies z.ZodType<Omit<BeforeAfterAnswer, 'segments' | 'forecast'> & Around>
export type BeforeAfterAnalysis = z.output<typeof BeforeAfterAnalysis>

/** One or few sites against a mixture of others. */
export const SyntheticAnalysis = z.strictObject({
  design: z.literal('pilot'),
  method: z.enum(['synthetic-control', 'synthetic-difference']),
  ...answer,
  weights: z.array(z.strictObject({ name: z.string(), weight: number })),
  rmspeBefore: number,
  rmspeAfter: number,
  /** Its place among all that were taken as if they had changed, 1 is the most unusual. */
  rank: z.int().nullable(),
  /** Sites with a gap, which cannot be mixed. */
  dropped: z.array(z.strictObject({ name: z.string(), treated: z.boolean() })),
  ...around,
}) satisfies z.ZodType<TrialAnswer & Around>
export type SyntheticAnalysis = z.output<typeof SyntheticAnalysis>
