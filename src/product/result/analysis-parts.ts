import { z } from 'zod'
import type { TrialAnswer } from '#lib/stats/analyse/trial-answer.ts'
import type { GuardrailReading as LibGuardrailReading } from '#lib/stats/pilot/guardrail.ts'
import type { LeaveOneOut as LibLeaveOneOut } from '#lib/stats/sites/leave-one-out.ts'

/**
 * What the analyses of all designs are made of. The fields are `lib/stats`' own (their meaning stands there); these
 * schemas guard the border, and each `satisfies` keeps one from drifting.
 */
const number = z.number()
export const maybe = z.number().nullable()

export const Grade = z.enum(['A', 'B', 'C', 'D'])
export type Grade = z.output<typeof Grade>

export const Check = z.strictObject({
  code: z.string(),
  passed: z.boolean().nullable(),
  lowersGrade: z.boolean(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type Check = z.output<typeof Check>

const GradeReason = z.strictObject({
  why: z.enum(['design', 'plan', 'failed', 'untested']),
  code: z.string(),
  from: Grade.nullable(),
  to: Grade,
})

/** The effect in the metric's unit, and what follows from it by rule. */
export const judged = {
  estimate: number,
  standardError: maybe,
  low: maybe,
  high: maybe,
  confidence: number,
  pValue: number,
  smallestPossibleP: maybe,
  verdict: z.enum(['better', 'worse', 'unclear']),
  zeroInside: z.boolean().nullable(),
  worthHavingInside: z.boolean().nullable(),
  worthHaving: z.enum(['yes', 'no', 'unclear']).nullable(),
}

/** How far to trust it. */
export const graded = {
  rows: z.strictObject({ used: z.int(), missing: z.int(), dropped: z.int() }),
  checks: z.array(Check),
  grade: Grade,
  gradeReasons: z.array(GradeReason),
}

/** One schema for what every design but the pilot answers in the same shape. */
export const answer = {
  ...judged,
  relative: z.strictObject({ estimate: maybe, low: maybe, high: maybe }),
  groups: z.array(z.strictObject({ name: z.string(), units: z.int(), rows: z.int(), mean: maybe })),
  ...graded,
}
z.strictObject({ ...answer }) satisfies z.ZodType<Omit<TrialAnswer, 'design' | 'method'>>

/** A guardrail, read as the trial's own metric was. `refused`: why its figures hold no answer. */
export const guardrailReading = <Code extends z.ZodType<string>>(refused: Code) =>
  z.strictObject({
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
    refused: refused.nullable(),
  })

export const GuardrailReading = guardrailReading(z.string())
export type GuardrailReading = z.output<typeof GuardrailReading>
GuardrailReading satisfies z.ZodType<Omit<LibGuardrailReading, 'refused'> & { refused: string | null }>

export const LeaveOneOut = z.strictObject({
  low: number,
  high: number,
  site: z.string(),
  estimateWithout: number,
  signChanges: z.boolean(),
}) satisfies z.ZodType<LibLeaveOneOut>

/** The same question by another method: beside the headline, never instead of it. */
export const SecondReading = z.strictObject({
  method: z.string(),
  estimate: number,
  low: maybe,
  high: maybe,
  pValue: maybe,
})
export type SecondReading = z.output<typeof SecondReading>

/**
 * What remains if the groups would have drifted apart after the start: by up to `magnitude` times the largest step
 * between them before it, and along the straight line that they were on.
 */
export const Trends = z.strictObject({
  /** Sites without a gap: the study needs those. */
  units: z.int(),
  estimate: number,
  bounds: z.array(z.strictObject({ magnitude: number, low: number, high: number })),
  /** The largest magnitude at which "no effect" is still excluded; null when it is not even at 0. */
  breakdown: maybe,
  largestStepBefore: maybe,
  /** With the line before the start carried on and taken off. */
  straight: z.strictObject({ estimate: number, low: number, high: number }).nullable(),
})
export type Trends = z.output<typeof Trends>

/** The effect on those who took the change because it was theirs, beside the effect on all that were meant to. */
export const Received = z.strictObject({
  method: z.enum(['compliers', 'two-stage']),
  estimate: maybe,
  standardError: maybe,
  low: maybe,
  high: maybe,
  confidence: number,
  pValue: maybe,
  /** Shares that took it; null where it varies over time. */
  takenTreated: maybe,
  takenComparison: maybe,
  /** The plan hardly moved who took it. */
  isWeak: z.boolean(),
  reason: z.string().nullable(),
})
export type Received = z.output<typeof Received>

/** One kind of unit by itself. Found by looking at many: a hint for the next trial. */
export const Segment = z.strictObject({
  column: z.string(),
  value: z.string(),
  treatedUnits: z.int(),
  comparisonUnits: z.int(),
  estimate: maybe,
  low: maybe,
  high: maybe,
  pValue: maybe,
  /** Corrected for the number of segments (Benjamini-Hochberg). */
  adjustedP: maybe,
  refused: z.string().nullable(),
})
export type Segment = z.output<typeof Segment>

/** A measure that was only looked at: exploratory, corrected for how many there are (Benjamini-Hochberg). */
export const AlsoReading = z.strictObject({
  name: z.string(),
  better: z.enum(['higher', 'lower']),
  estimate: maybe,
  low: maybe,
  high: maybe,
  pValue: maybe,
  adjustedP: maybe,
  refused: z.string().nullable(),
})
export type AlsoReading = z.output<typeof AlsoReading>

/** What stands beside the answer of a trial: other readings, doubts put into numbers, parts. */
export const Beside = z.strictObject({
  readings: z.array(SecondReading),
  trends: Trends.nullable(),
  leaveOneOut: LeaveOneOut.nullable(),
  received: Received.nullable(),
  segments: z.array(Segment),
  /** Missing where the plan looks at nothing else. */
  also: z.array(AlsoReading).optional(),
})
export type Beside = z.output<typeof Beside>

export const nothingBeside: Beside = { readings: [], trends: null, leaveOneOut: null, received: null, segments: [] }
