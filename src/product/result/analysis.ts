import { z } from 'zod'
import {
  BeforeAfterAnalysis,
  SplitAnalysis,
  StaggeredAnalysis,
  SwitchbackAnalysis,
  SyntheticAnalysis,
} from './design-analyses.ts'
import { PilotAnalysis } from './pilot-analysis.ts'
import { RefusedAnalysis } from './refused-analysis.ts'

export type { PilotAnalysis } from './pilot-analysis.ts'

/** An answer, by its design; a pilot's also by its method. */
export const AnsweredAnalysis = z.discriminatedUnion('design', [
  SplitAnalysis,
  z.discriminatedUnion('method', [PilotAnalysis, SyntheticAnalysis]),
  StaggeredAnalysis,
  SwitchbackAnalysis,
  BeforeAfterAnalysis,
])
export type AnsweredAnalysis = z.output<typeof AnsweredAnalysis>

/** What the statistics answered, as it is stored and sent. */
export const Analysis = z.union([AnsweredAnalysis, RefusedAnalysis])
export type Analysis = z.output<typeof Analysis>

export function isRefused(analysis: Analysis): analysis is RefusedAnalysis {
  return 'refused' in analysis
}

/** Difference in differences of a pilot: the only answer with figures site by site, before and after. */
export function isPilot(analysis: AnsweredAnalysis): analysis is PilotAnalysis {
  return analysis.design === 'pilot' && 'perSite' in analysis
}
