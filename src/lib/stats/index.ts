// Written by hand: the functions and types that other folders may use, from the designs down to their parts.

// The designs: data in, everything that may be said out.
export {
  analyseBeforeAfter,
  type BeforeAfterAnswer,
  type BeforeAfterQuestion,
  type BeforeAfterRefusal,
  type Series,
  type SeriesModel,
} from './analyse/analyse-before-after.ts'
export { analysePairs, type Pair, type PairsQuestion } from './analyse/analyse-pairs.ts'
export {
  analyseSplit,
  type MetricKind,
  type SplitQuestion,
  type SplitRefusal,
  type SplitUnit,
} from './analyse/analyse-split.ts'
export { analyseStaggered, type StaggeredAnswer, type StaggeredQuestion } from './analyse/analyse-staggered.ts'
export { analyseSwitchback, type SwitchbackAnswer, type SwitchbackQuestion } from './analyse/analyse-switchback.ts'
export { analyseWedge, type WedgeAnswer, type WedgeQuestion } from './analyse/analyse-wedge.ts'
export type { TrialAnswer, TrialGroup, TrialQuestion, TrialRefusal } from './analyse/trial-answer.ts'

// bayes
export { type LiftPosterior, liftPosterior } from './bayes/lift-posterior.ts'
export { type NormalPosterior, type NormalPrior, normalPosterior } from './bayes/normal-posterior.ts'
export {
  type ProportionPosterior,
  type ProportionPosteriorOptions,
  proportionPosterior,
} from './bayes/proportion-posterior.ts'
// chart
export { type AnhoejLimits, anhoejLimits } from './chart/anhoej-limits.ts'
export { deviationConstant, rangeConstants } from './chart/chart-constants.ts'
export type {
  ChartKind,
  ChartOptions,
  ChartPhase,
  ChartPoint,
  ControlChart,
  NoLimits,
  RunCounts,
} from './chart/control-chart.ts'
export { type CountOptions, countChart } from './chart/count-chart.ts'
export type { ChartRule, ChartSignal, RuleSet } from './chart/find-signals.ts'
export {
  type FunnelChart,
  type FunnelOptions,
  type FunnelUnit,
  funnelChart,
  type OverDispersion,
} from './chart/funnel-chart.ts'
export { gChart } from './chart/g-chart.ts'
export { movingRangeChart } from './chart/moving-range-chart.ts'
export { type DispersionOptions, proportionChart } from './chart/proportion-chart.ts'
export { rateChart } from './chart/rate-chart.ts'
export type { Counted } from './chart/read-counts.ts'
export { runChart } from './chart/run-chart.ts'
export { spreadChart } from './chart/spread-chart.ts'
export type { Spread } from './chart/subgroup-spread.ts'
export { tChart } from './chart/t-chart.ts'
export { type SubgroupOptions, xBarChart } from './chart/x-bar-chart.ts'
export { type XmrOptions, xmrChart } from './chart/xmr-chart.ts'
// counts
export { type BoschlooExact, type BoschlooOptions, boschlooExact, isBeyondBoschloo } from './counts/boschloo-exact.ts'
export {
  compareProportions,
  type ProportionComparison,
  type ProportionOptions,
  type ProportionTest,
  type RelativeProportion,
} from './counts/compare-proportions.ts'
export {
  type ControlComparisons,
  compareProportionsWithControl,
} from './counts/compare-proportions-with-control.ts'
export { compareRates, type RateComparison, type RateTest } from './counts/compare-rates.ts'
export { eTest } from './counts/e-test.ts'
export { exactMultinomial } from './counts/exact-multinomial.ts'
export { type ExactIntervalOptions, exactProportionInterval } from './counts/exact-proportion-interval.ts'
export { type ExactRateComparison, exactRateTest } from './counts/exact-rate-test.ts'
export { type Alternative, type FisherExact, fisherExact } from './counts/fisher-exact.ts'
export { chiSquareHomogeneity, type Homogeneity } from './counts/homogeneity.ts'
export { type MantelHaenszel, mantelHaenszel, type ProportionStratum } from './counts/mantel-haenszel.ts'
export { newcombeInterval } from './counts/newcombe-interval.ts'
export { pooledScoreTest } from './counts/pooled-score-test.ts'
export type { Interval, Proportion } from './counts/proportion.ts'
export { proportionEquivalence, proportionNonInferiority } from './counts/proportion-margin.ts'
export { type QuasiPoissonComparison, quasiPoissonComparison } from './counts/quasi-poisson-comparison.ts'
export type { Rate } from './counts/rate.ts'
export { exactRateInterval, type RateInterval, scoreRateInterval } from './counts/rate-interval.ts'
export { rateEquivalence, rateNonInferiority } from './counts/rate-margin.ts'
export { type SampleRatio, sampleRatio } from './counts/sample-ratio.ts'
export { type ScoreComparison, type ScoreOptions, scoreDifference } from './counts/score-difference.ts'
export { type ScoreRateComparison, scoreRateTest } from './counts/score-rate-test.ts'
export { scoreRatio } from './counts/score-ratio.ts'
export { type ProportionInterval, wilsonInterval } from './counts/wilson-interval.ts'
export type { EquivalenceOfCounts, MarginOptions, NonInferiorityOfCounts } from './counts/within-margin.ts'
export {
  betaCdf,
  betaDensity,
  betaLogCdf,
  betaLogDensity,
  betaLogUpperTail,
  betaQuantile,
  betaUpperQuantile,
  betaUpperTail,
} from './distribution/beta.ts'
export { betaKernel, logBetaKernel } from './distribution/beta-kernel.ts'
export {
  binomialCdf,
  binomialLogCdf,
  binomialLogMass,
  binomialLogUpperTail,
  binomialMass,
  binomialQuantile,
  binomialUpperQuantile,
  binomialUpperTail,
} from './distribution/binomial.ts'
export {
  chiSquareCdf,
  chiSquareDensity,
  chiSquareLogCdf,
  chiSquareLogDensity,
  chiSquareLogUpperTail,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from './distribution/chi-square.ts'
export {
  fCdf,
  fDensity,
  fLogCdf,
  fLogDensity,
  fLogUpperTail,
  fQuantile,
  fUpperQuantile,
  fUpperTail,
} from './distribution/f.ts'
export {
  gammaCdf,
  gammaDensity,
  gammaLogCdf,
  gammaLogDensity,
  gammaLogUpperTail,
  gammaQuantile,
  gammaUpperQuantile,
  gammaUpperTail,
} from './distribution/gamma.ts'
export {
  hypergeometricCdf,
  hypergeometricLogCdf,
  hypergeometricLogMass,
  hypergeometricLogUpperTail,
  hypergeometricMass,
  hypergeometricQuantile,
  hypergeometricUpperQuantile,
  hypergeometricUpperTail,
} from './distribution/hypergeometric.ts'
export { incompleteBetaTails, regularisedIncompleteBeta } from './distribution/incomplete-beta.ts'
export { incompleteGammaTails } from './distribution/incomplete-gamma.ts'
export { logGamma } from './distribution/log-gamma.ts'
export { logGammaRatio } from './distribution/log-gamma-ratio.ts'
export type { LogTails } from './distribution/log-tails.ts'
export {
  noncentralTCdf,
  noncentralTDensity,
  noncentralTLogCdf,
  noncentralTLogDensity,
  noncentralTLogUpperTail,
  noncentralTQuantile,
  noncentralTUpperQuantile,
  noncentralTUpperTail,
} from './distribution/noncentral-t.ts'
export {
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalLogDensity,
  normalLogUpperTail,
  normalQuantile,
  normalUpperTail,
} from './distribution/normal.ts'
export {
  poissonCdf,
  poissonLogCdf,
  poissonLogMass,
  poissonLogUpperTail,
  poissonMass,
  poissonQuantile,
  poissonUpperQuantile,
  poissonUpperTail,
} from './distribution/poisson.ts'
export {
  studentTCdf,
  studentTDensity,
  studentTLogCdf,
  studentTLogDensity,
  studentTLogUpperTail,
  studentTQuantile,
  studentTTwoSided,
  studentTUpperTail,
} from './distribution/student-t.ts'
export { type AdviceCode, type Analysis, adviseDesign, type DesignAdvice } from './evidence/advise-design.ts'
export type { Possibilities, ProposedDesign, Requirement } from './evidence/design-rules.ts'
export {
  definitionCheck,
  enoughPointsCheck,
  missingCheck,
  negativeControlCheck,
  planKeptCheck,
  sampleRatioCheck,
} from './evidence/evidence-checks.ts'
export {
  type Check,
  type Design,
  type EvidenceFacts,
  type EvidenceGrade,
  type ExtremeChoice,
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
export { type AndersonRubin, andersonRubin } from './instrument/anderson-rubin.ts'
export { type CompliedUnit, type CompliersEffect, compliersEffect } from './instrument/compliers-effect.ts'
export { type FirstStage, firstStage, WEAK_F } from './instrument/first-stage.ts'
export type { InstrumentedRows, RobustKind } from './instrument/instrumented-rows.ts'
export {
  type TwoStageLeastSquares,
  type TwoStageOptions,
  twoStageLeastSquares,
} from './instrument/two-stage-least-squares.ts'
// looks
export {
  type BetaBinomialMixture,
  betaBinomialMixtureBound,
  betaBinomialMixtureLogE,
} from './looks/beta-binomial-mixture.ts'
export { type BoundedSequence, type BoundedSequenceOptions, boundedSequence } from './looks/bounded-sequence.ts'
export { conditionalPower, type HalfWay } from './looks/conditional-power.ts'
export { type DifferenceSequenceOptions, differenceSequence } from './looks/difference-sequence.ts'
export { type EffectSequence, type EffectSequenceOptions, effectSequence } from './looks/effect-sequence.ts'
export {
  type FutilityBounds,
  type FutilityBoundsOptions,
  type FutilityLook,
  futilityBounds,
} from './looks/futility-bounds.ts'
export {
  type GammaMixture,
  type GammaMixtureTail,
  gammaMixtureBound,
  gammaMixtureLogE,
} from './looks/gamma-mixture.ts'
export { type LookScheduleOptions, lookSchedule, type PlannedLook } from './looks/look-schedule.ts'
export { type MarginSequence, marginSequence } from './looks/margin-sequence.ts'
export { type MeanSequenceOptions, meanSequence } from './looks/mean-sequence.ts'
export {
  type MixtureSequentialOptions,
  type MixtureSequentialTest,
  mixtureSequentialTest,
} from './looks/mixture-sequential-test.ts'
export { normalMixtureBound, normalMixtureLogE, normalMixtureScale, type Sides } from './looks/normal-mixture.ts'
export { type PolyStitching, polyStitchingBound } from './looks/poly-stitching.ts'
export { predictivePower } from './looks/predictive-power.ts'
export { type Look, type RunningLook, runningIntersection } from './looks/running-intersection.ts'
export { type ScheduledBoundsOptions, type ScheduledLook, scheduledBounds } from './looks/scheduled-bounds.ts'
export { type LookBounds, type ScheduledPower, scheduledPower } from './looks/scheduled-power.ts'
export { type SequencePlan, sequenceReach, sequenceRho } from './looks/sequence-reach.ts'
export {
  type SequentialSampleRatio,
  type SequentialSampleRatioOptions,
  sequentialSampleRatio,
} from './looks/sequential-sample-ratio.ts'
export { shareDifferenceSequence } from './looks/share-difference-sequence.ts'
export { type ShareSequence, shareSequence } from './looks/share-sequence.ts'
export { type Spending, spendingAt } from './looks/spending-at.ts'
export { type StoppedEffect, stoppedEffect } from './looks/stopped-effect.ts'
// Means, ratios and quantiles of units (means/)
export { adjustByRegression, type CovariateArm, type RegressionAdjustment } from './means/adjust-by-regression.ts'
export { type ArmEstimate, type ArmGap, armMean } from './means/arm-estimate.ts'
export { armQuantile } from './means/arm-quantile.ts'
export { type ArmRatio, armRatio, type RatioGap } from './means/arm-ratio.ts'
export { type ClusteredQuantile, clusteredQuantile } from './means/clustered-quantile.ts'
export { compareClusteredQuantiles } from './means/compare-clustered-quantiles.ts'
export { compareEstimates, type Difference, type DifferenceOptions } from './means/compare-estimates.ts'
export { type ControlComparison, compareMeansWithControl } from './means/compare-means-with-control.ts'
export { compareQuantiles } from './means/compare-quantiles.ts'
export { compareRatios, type RatioComparison, type RatioComparisonGap } from './means/compare-ratios.ts'
export { type CupacOptions, cupac } from './means/cupac.ts'
export { type Cuped, type CupedOptions, cuped } from './means/cuped.ts'
export { deltaRelativeEffect } from './means/delta-relative-effect.ts'
export { type EquivalentMeans, equivalentMeans } from './means/equivalent-means.ts'
export { fiellerRatio, type RatioParts } from './means/fieller-ratio.ts'
export { logRatio } from './means/log-ratio.ts'
export type { Margin } from './means/margin-test.ts'
export { momentsFromSums, type Sums } from './means/moments-from-sums.ts'
export {
  type MarginGap,
  type NonInferiorMeans,
  type NonInferiorOptions,
  nonInferiorMeans,
} from './means/non-inferior-means.ts'
export { oneSample } from './means/one-sample.ts'
export { paired } from './means/paired.ts'
export { pairedRelative } from './means/paired-relative.ts'
export { type MeanStratum, postStratified } from './means/post-stratified.ts'
export { type QuantileGap, type QuantileInterval, quantileInterval } from './means/quantile-interval.ts'
export { type RatioCuped, type RatioUnits, ratioCuped } from './means/ratio-cuped.ts'
export { type RelativeDifference, relativeDifference, relativeOfEstimates } from './means/relative-difference.ts'
export { sampleQuantile } from './means/sample-quantile.ts'
export { type UnitRow, unitMoments } from './means/unit-moments.ts'
export { welch } from './means/welch.ts'
export { type WelchAnova, welchAnova } from './means/welch-anova.ts'
export {
  type CappedArm,
  type WinsorisedComparison,
  type WinsoriseOptions,
  winsorisedComparison,
} from './means/winsorised-comparison.ts'
// multiple
export type { PValues } from './multiple/adjust-present.ts'
export { benjaminiHochberg } from './multiple/benjamini-hochberg.ts'
export { benjaminiYekutieli } from './multiple/benjamini-yekutieli.ts'
export { bonferroni } from './multiple/bonferroni.ts'
export { eBenjaminiHochberg } from './multiple/e-benjamini-hochberg.ts'
export { holm } from './multiple/holm.ts'
export { hommel } from './multiple/hommel.ts'
export { type IntersectionUnion, intersectionUnion } from './multiple/intersection-union.ts'
export { cholesky, solveFromCholesky, solvePositive } from './numeric/cholesky.ts'
export {
  type CoMoments,
  coMomentsOf,
  correlationOf,
  covarianceOf,
  mergeCoMoments,
} from './numeric/co-moments.ts'
export { countCombinations, drawCombinations, visitCombinations } from './numeric/combinations.ts'
export { findRoot, type RootOptions } from './numeric/find-root.ts'
export { gaussHermite, gaussLegendre, type QuadratureRule } from './numeric/gauss-nodes.ts'
export { type Integral, type IntegralOptions, integrate } from './numeric/integrate.ts'
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
export { type MinimiseOptions, type Minimum, minimise } from './numeric/minimise.ts'
export { type LineMinimum, type LineOptions, minimiseLine } from './numeric/minimise-line.ts'
export { type Moments, mergeMoments, momentsOf, varianceOf } from './numeric/moments.ts'
export { nelderMead, type SimplexMinimum, type SimplexOptions } from './numeric/nelder-mead.ts'
export { type Generator, generatorFrom, seededGenerator, shuffled } from './numeric/seeded-generator.ts'
export { type SymmetricEigen, symmetricEigen } from './numeric/symmetric-eigen.ts'
export { analysePilot, type PilotGroup, type PilotOptions, type PilotResult } from './pilot/analyse-pilot.ts'
export { type ComparableMean, comparableMeans } from './pilot/comparable-means.ts'
export {
  type DifferenceInDifferences,
  differenceInDifferences,
  type GroupMeans,
} from './pilot/difference-in-differences.ts'
export { effectOrHarm, type HarmOptions, LEAST_SITES_FOR_HARM } from './pilot/effect-or-harm.ts'
export { groupSeries, type PeriodMeans } from './pilot/group-series.ts'
export { type Guardrail, type GuardrailReading, readGuardrail } from './pilot/guardrail.ts'
export { type Panel, type PanelSite, periodsOf } from './pilot/panel.ts'
export { type PreTrend, preTrend } from './pilot/pre-trend.ts'
export { type ReadPanel, type Refusal, readPanel } from './pilot/read-panel.ts'
export { type BeforeAfter, type RelativeEffect, relativeEffect } from './pilot/relative-effect.ts'
export { type DroppedSite, type SiteChange, type SiteChanges, siteChanges } from './pilot/site-changes.ts'
// planning: size, power, smallest effect and duration, before the start.
export { type CostOfBeingWrong, costOfBeingWrong, type Stakes } from './planning/cost-of-being-wrong.ts'
export { type ExactProportions, exactProportionsPower } from './planning/exact-proportions-power.ts'
export { type ExactSize, exactProportionsSize } from './planning/exact-proportions-size.ts'
export { type NoiseReading, type NoNoise, noiseOf } from './planning/noise-of.ts'
export { permutationPower } from './planning/permutation-power.ts'
export { type ClustersPlan, type ClustersPlanAnswer, planClusters } from './planning/plan-clusters.ts'
export { type Duration, type DurationPlan, planDuration } from './planning/plan-duration.ts'
export { type MarginPlan, type MarginPlanAnswer, planMargin } from './planning/plan-margin.ts'
export { type MeansPlan, type MeansPlanAnswer, planMeans } from './planning/plan-means.ts'
export { type PairsPlan, planPairs } from './planning/plan-pairs.ts'
export { type PilotPlan, type PilotPlanAnswer, planPilot } from './planning/plan-pilot.ts'
export { type ProportionsPlan, type ProportionsPlanAnswer, planProportions } from './planning/plan-proportions.ts'
export { planRates, type RatesPlan, type RatesPlanAnswer } from './planning/plan-rates.ts'
export { planScheduled, type ScheduledPlan, type ScheduledPlanAnswer } from './planning/plan-scheduled.ts'
export { planSequential, type SequentialPlan, type SequentialPlanAnswer } from './planning/plan-sequential.ts'
export { planSeries, type SeriesPlan, type SeriesPlanAnswer } from './planning/plan-series.ts'
export { planSteppedWedge, type SteppedWedgePlan, type SteppedWedgePlanAnswer } from './planning/plan-stepped-wedge.ts'
export { planSwitchback, type SwitchbackPlanAnswer, type SwitchbackSizing } from './planning/plan-switchback.ts'
export { powerOfEffect, type TestPlan } from './planning/power-of-effect.ts'
export { ratioDeviation } from './planning/ratio-deviation.ts'
export { type Schedule, type ScheduleReading, scheduleError } from './planning/schedule-error.ts'
export { type SimulatedPower, simulatePower } from './planning/simulate-power.ts'
export { noiseFrom, type SiteNoise } from './planning/site-noise.ts'
export { type Draw, type PermutationFloor, smallestPermutationP } from './planning/smallest-permutation-p.ts'
export type { PlanAnswer, PlanQuestion } from './planning/solve-plan.ts'
// portfolio: what many results together are worth.
export { type BetweenVarianceMethod, betweenVariance } from './portfolio/between-variance.ts'
export { type CompoundedEffect, compoundEffects } from './portfolio/compound-effects.ts'
export { type CorrectedSum, correctSelection, type SelectionOptions } from './portfolio/correct-selection.ts'
export { type EffectPrior, fitPrior, type PriorOptions } from './portfolio/fit-prior.ts'
export { type Forecast, type ForecastScore, forecastScore, type ReliabilityRow } from './portfolio/forecast-score.ts'
export { type IntervalCoverage, type IntervalForecast, intervalCoverage } from './portfolio/interval-coverage.ts'
export { type MetaAnalysis, type MetaAnalysisOptions, metaAnalysis } from './portfolio/meta-analysis.ts'
export { type PosteriorEffect, posteriorEffect } from './portfolio/posterior-effect.ts'
export { type SelectedEffect, selectedEffect } from './portfolio/selected-effect.ts'
export { type ShrunkEffect, type ShrunkPortfolio, shrinkEffects } from './portfolio/shrink-effects.ts'
export type { TrialEffect } from './portfolio/trial-effect.ts'
// Sites, randomise, schedule.
export type {
  AllocationPlan,
  RerandomisedPlan,
} from './randomise/allocation-plan.ts'
export { type Arm, EVEN_ARMS } from './randomise/arm.ts'
export { balanceThreshold } from './randomise/balance-threshold.ts'
export { type DrawnArms, drawAllocation } from './randomise/draw-allocation.ts'
export { mahalanobisBalance } from './randomise/mahalanobis-balance.ts'
export { type Allocation, isAsDrawn, randomise } from './randomise/randomise.ts'
export { type DrawnOrder, type OrderPlan, randomiseOrder } from './randomise/randomise-order.ts'
export { type DrawnSwitchback, randomiseSwitchback, type SwitchbackDraw } from './randomise/randomise-switchback.ts'
export { type SteppedWedge, type SteppedWedgeOptions, steppedWedge } from './schedule/stepped-wedge.ts'
export { type Switchback, type SwitchbackOptions, type SwitchbackSite, switchback } from './schedule/switchback.ts'
export type { WedgeSite } from './schedule/wedge-panel.ts'
// series
export { type FilteredSeries, type FilterStep, filterSeries } from './series/filter-series.ts'
export {
  type AutoregressiveFit,
  type AutoregressiveMethod,
  fitAutoregressive,
} from './series/fit-autoregressive.ts'
export type { SegmentModel } from './series/fit-segments.ts'
export { fitStructural, type StructuralFit, type StructuralFits } from './series/fit-structural.ts'
export {
  type ForecastImpact,
  forecastImpact,
  type ImpactEstimate,
  type ImpactOptions,
  type ImpactPeriod,
} from './series/forecast-impact.ts'
export {
  type Counterfactual,
  type InterruptedOptions,
  type InterruptedTimeSeries,
  interruptedTimeSeries,
  type NoSeriesResult,
  type SeriesRatio,
  type SeriesTerm,
} from './series/interrupted-time-series.ts'
export { automaticLag, neweyWest } from './series/newey-west.ts'
export { type PoissonRegression, poissonRegression } from './series/poisson-regression.ts'
export { checkResiduals, type ResidualChecks } from './series/residual-checks.ts'
export {
  type SegmentedDesign,
  type SegmentOptions,
  type SegmentTerm,
  segmentedDesign,
} from './series/segmented-design.ts'
export { type SmoothedPeriod, smoothSeries } from './series/smooth-series.ts'
export type { StructuralModel, StructuralVariances } from './series/structural-model.ts'
export { arrangeDesign, type DesignArrangements, type DesignOptions, type DesignUnit } from './sites/arrange-design.ts'
export { type ArrangementOptions, type Arrangements, arrangeSites } from './sites/arrange-sites.ts'
export { bellMcCaffrey } from './sites/bell-mccaffrey.ts'
export type { ClusterVariance } from './sites/cluster-adjustment.ts'
export type { ClusteredRows } from './sites/cluster-fit.ts'
export {
  type ClusterRobust,
  type ClusterRobustOptions,
  clusterRobust,
  type RobustEstimate,
} from './sites/cluster-robust.ts'
export { type ClusterComparison, compareClusters } from './sites/compare-clusters.ts'
export { compareMeans, type MeanComparison, type MeanComparisonOptions } from './sites/compare-means.ts'
export { designEffect } from './sites/design-effect.ts'
export { FEW_SITES, LEAST_SITES } from './sites/few-sites.ts'
export { type EffectInference, type InferenceMethod, type InferenceOptions, inferEffect } from './sites/infer-effect.ts'
export { type IntraclusterCorrelation, intraclusterCorrelation } from './sites/intracluster-correlation.ts'
export { type LeaveOneOut, leaveOneOut, type NamedChange } from './sites/leave-one-out.ts'
export { isRejected, type PermutationInterval, permutationInterval } from './sites/permutation-interval.ts'
export { type DesignPermutation, permuteDesign } from './sites/permute-design.ts'
export { permuteSites, type SitePermutation } from './sites/permute-sites.ts'
export { type RandomIntercept, type RandomInterceptOptions, randomIntercept } from './sites/random-intercept.ts'
export type { PermutationStatistic } from './sites/shift-table.ts'
export { type WildBootstrap, type WildBootstrapOptions, wildClusterBootstrap } from './sites/wild-cluster-bootstrap.ts'
// Staggered, synthetic, instrument.
export {
  type AggregatedEffects,
  type AggregatedPart,
  type Aggregation,
  aggregateEffects,
} from './staggered/aggregate-effects.ts'
export type { Adjustment } from './staggered/cell-effect.ts'
export type { ComparisonGroup } from './staggered/comparison-pool.ts'
export type { EffectEstimate, ErrorKind } from './staggered/effect-estimate.ts'
export { type EventStudy, eventStudyOf } from './staggered/event-study.ts'
export {
  type GroupTimeEffect,
  type GroupTimeEffects,
  type GroupTimeOptions,
  groupTimeEffects,
} from './staggered/group-time-effects.ts'
export { type HybridMagnitudes, hybridMagnitudes } from './staggered/hybrid-magnitudes.ts'
export { type OrderPermutation, permuteOrder } from './staggered/permute-order.ts'
export { type RelativeMagnitudes, relativeMagnitudes } from './staggered/relative-magnitudes.ts'
export { type BandOptions, simultaneousCritical } from './staggered/simultaneous-critical.ts'
export { type SmoothInterval, type SmoothTrends, smoothTrends } from './staggered/smooth-trends.ts'
export type { Cohort, DroppedUnit, StaggeredRefusal, StaggeredUnit } from './staggered/staggered-panel.ts'
export type { TrendOptions, TrendReason } from './staggered/study-path.ts'
export { type PreTrendTest, testPreTrends } from './staggered/test-pre-trends.ts'
export { type TwoWayFixedEffects, twoWayFixedEffects } from './staggered/two-way-fixed-effects.ts'
export { type AugmentedSyntheticControl, augmentedSyntheticControl } from './synthetic/augmented-synthetic-control.ts'
export { type DonorPanel, type DonorRefusal, LEAST_DONORS } from './synthetic/donor-panel.ts'
export { type LeaveOneDonorOut, leaveOneDonorOut } from './synthetic/leave-one-donor-out.ts'
export { type PlaceboSynthetic, type PlaceboUnit, placeboSynthetic } from './synthetic/placebo-synthetic.ts'
export { simplexWeights } from './synthetic/simplex-weights.ts'
export { type SyntheticControl, syntheticControl } from './synthetic/synthetic-control.ts'
export { type SyntheticDifference, syntheticDifference } from './synthetic/synthetic-difference.ts'
