// Written by hand: the functions and types that other folders may use, from the pilot down to its parts.
export { analysePilot, type PilotGroup, type PilotOptions, type PilotResult } from './analyse-pilot.ts'
export { type ArrangementOptions, type Arrangements, arrangeSites } from './arrange-sites.ts'
export type { PermutationStatistic } from './arrangement-table.ts'
export { bellMcCaffrey } from './bell-mccaffrey.ts'
export { betaKernel } from './beta-kernel.ts'
export { countCombinations, drawCombinations, visitCombinations } from './combinations.ts'
export { compareMeans, type MeanComparison, type MeanComparisonOptions } from './compare-means.ts'
export { type DifferenceInDifferences, differenceInDifferences, type GroupMeans } from './difference-in-differences.ts'
export { FEW_SITES, LEAST_SITES } from './few-sites.ts'
export {
  type Check,
  type Design,
  type EvidenceFacts,
  type EvidenceGrade,
  type Grade,
  type GradeReason,
  gradeEvidence,
} from './grade-evidence.ts'
export { groupSeries, type PeriodMeans } from './group-series.ts'
export { type Guardrail, type GuardrailReading, readGuardrail } from './guardrail.ts'
export { regularisedIncompleteBeta } from './incomplete-beta.ts'
export { type EffectInference, type InferenceMethod, type InferenceOptions, inferEffect } from './infer-effect.ts'
export { type EffectJudgement, judgeEffect } from './judge-effect.ts'
export { type LeaveOneOut, leaveOneOut, type NamedChange } from './leave-one-out.ts'
export { logGamma } from './log-gamma.ts'
export { type Moments, mergeMoments, momentsOf, varianceOf } from './moments.ts'
export { type Direction, type GuardrailEffect, type NonInferiority, nonInferiority } from './non-inferiority.ts'
export { normalCdf, normalDensity, normalQuantile, normalUpperTail } from './normal.ts'
export { type Panel, type PanelSite, periodsOf } from './panel.ts'
export { isRejected, type PermutationInterval, permutationInterval } from './permutation-interval.ts'
export { permuteSites, type SitePermutation } from './permute-sites.ts'
export { type PreTrend, preTrend } from './pre-trend.ts'
export { type ReadPanel, type Refusal, readPanel } from './read-panel.ts'
export { type BeforeAfter, type RelativeEffect, relativeEffect } from './relative-effect.ts'
export { type Generator, generatorFrom, seededGenerator, shuffled } from './seeded-generator.ts'
export { type DroppedSite, type SiteChange, type SiteChanges, siteChanges } from './site-changes.ts'
export { studentTCdf, studentTDensity, studentTQuantile, studentTTwoSided, studentTUpperTail } from './student-t.ts'
