// Written by hand: the functions and types that other folders may use, from the pilot down to its parts.

export { betaKernel } from './distribution/beta-kernel.ts'
export { regularisedIncompleteBeta } from './distribution/incomplete-beta.ts'
export { logGamma } from './distribution/log-gamma.ts'
export { normalCdf, normalDensity, normalQuantile, normalUpperTail } from './distribution/normal.ts'
export {
  studentTCdf,
  studentTDensity,
  studentTQuantile,
  studentTTwoSided,
  studentTUpperTail,
} from './distribution/student-t.ts'
export {
  type Check,
  type Design,
  type EvidenceFacts,
  type EvidenceGrade,
  type Grade,
  type GradeReason,
  gradeEvidence,
} from './evidence/grade-evidence.ts'
export { type EffectJudgement, judgeEffect } from './evidence/judge-effect.ts'
export {
  type Direction,
  type GuardrailEffect,
  type NonInferiority,
  nonInferiority,
} from './evidence/non-inferiority.ts'
export { cholesky, solveFromCholesky, solvePositive } from './numeric/cholesky.ts'
export {
  type CoMoments,
  coMomentsOf,
  correlationOf,
  covarianceOf,
  mergeCoMoments,
} from './numeric/co-moments.ts'
export { countCombinations, drawCombinations, visitCombinations } from './numeric/combinations.ts'
export { inverseOf } from './numeric/inverse-of.ts'
export { type LeastSquares, type LeastSquaresOptions, leastSquares } from './numeric/least-squares.ts'
export {
  addMultiple,
  crossProduct,
  dot,
  type Matrix,
  matrixFrom,
  multiply,
  multiplyVector,
  rowOf,
  rowsOf,
  transposed,
  zeroMatrix,
} from './numeric/matrix.ts'
export { type Moments, mergeMoments, momentsOf, varianceOf } from './numeric/moments.ts'
export { type Generator, generatorFrom, seededGenerator, shuffled } from './numeric/seeded-generator.ts'
export { type SymmetricEigen, symmetricEigen } from './numeric/symmetric-eigen.ts'
export { analysePilot, type PilotGroup, type PilotOptions, type PilotResult } from './pilot/analyse-pilot.ts'
export {
  type DifferenceInDifferences,
  differenceInDifferences,
  type GroupMeans,
} from './pilot/difference-in-differences.ts'
export { groupSeries, type PeriodMeans } from './pilot/group-series.ts'
export { type Guardrail, type GuardrailReading, readGuardrail } from './pilot/guardrail.ts'
export { type Panel, type PanelSite, periodsOf } from './pilot/panel.ts'
export { type PreTrend, preTrend } from './pilot/pre-trend.ts'
export { type ReadPanel, type Refusal, readPanel } from './pilot/read-panel.ts'
export { type BeforeAfter, type RelativeEffect, relativeEffect } from './pilot/relative-effect.ts'
export { type DroppedSite, type SiteChange, type SiteChanges, siteChanges } from './pilot/site-changes.ts'
export { type ArrangementOptions, type Arrangements, arrangeSites } from './sites/arrange-sites.ts'
export { bellMcCaffrey } from './sites/bell-mccaffrey.ts'
export { compareMeans, type MeanComparison, type MeanComparisonOptions } from './sites/compare-means.ts'
export { FEW_SITES, LEAST_SITES } from './sites/few-sites.ts'
export { type EffectInference, type InferenceMethod, type InferenceOptions, inferEffect } from './sites/infer-effect.ts'
export { type LeaveOneOut, leaveOneOut, type NamedChange } from './sites/leave-one-out.ts'
export { isRejected, type PermutationInterval, permutationInterval } from './sites/permutation-interval.ts'
export { permuteSites, type SitePermutation } from './sites/permute-sites.ts'
export type { PermutationStatistic } from './sites/shift-table.ts'
