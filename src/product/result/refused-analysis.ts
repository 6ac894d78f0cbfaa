import { z } from 'zod'
import type { BeforeAfterRefusal } from '#lib/stats/analyse/analyse-before-after.ts'
import type { analysePairs } from '#lib/stats/analyse/analyse-pairs.ts'
import type { SplitRefusal } from '#lib/stats/analyse/analyse-split.ts'
import type { analyseStaggered } from '#lib/stats/analyse/analyse-staggered.ts'
import type { analyseSwitchback } from '#lib/stats/analyse/analyse-switchback.ts'
import type { analyseWedge } from '#lib/stats/analyse/analyse-wedge.ts'
import type { Refusal } from '#lib/stats/pilot/read-panel.ts'
import type { DonorRefusal } from '#lib/stats/synthetic/donor-panel.ts'

type CodeOf<Answer> = Extract<Answer, { refused: string }>['refused']

type RefusalCode =
  | Refusal['refused']
  | DonorRefusal
  | SplitRefusal
  | BeforeAfterRefusal
  | CodeOf<ReturnType<typeof analysePairs>>
  | CodeOf<ReturnType<typeof analyseStaggered>>
  | CodeOf<ReturnType<typeof analyseWedge>>
  | CodeOf<ReturnType<typeof analyseSwitchback>>

/** Every code once, because a type cannot be listed: the compiler refuses a gap. */
const codes = {
  'no-treated-sites': true,
  'no-comparison-sites': true,
  'since-at-first-period': true,
  'since-after-last-period': true,
  'one-site-per-group': true,
  'no-variation': true,
  'too-few-donors': true,
  'too-few-periods-before': true,
  'no-periods-after': true,
  'empty-arm': true,
  'too-few-values': true,
  'no-denominator': true,
  'denominator-near-zero': true,
  'not-resolvable': true,
  'not-yes-or-no': true,
  'not-counts': true,
  'describe-only': true,
  'no-events': true,
  'not-converged': true,
  'nothing-after': true,
  'not-determined': true,
  'no-treated-units': true,
  'no-comparison-units': true,
  'too-few-periods': true,
  'no-effect': true,
  'one-unit': true,
  'same-start': true,
  'no-pair': true,
  'one-unit-each': true,
  'smallest-p-above-level': true,
  'single-unit-arm': true,
} as const satisfies Record<RefusalCode, true>

/** Figures that hold no answer, and why. */
export const RefusedAnalysis = z.strictObject({
  refused: z.enum(Object.keys(codes) as [RefusalCode, ...RefusalCode[]]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Missing in results of earlier versions: they are pilots. */
  design: z.enum(['split', 'pilot', 'staggered', 'switchback', 'before-after']).optional(),
})
export type RefusedAnalysis = z.output<typeof RefusedAnalysis>
