import { requireConfidence } from '../numeric/require-confidence.ts'
import { type Adjustment, cellEffect } from './cell-effect.ts'
import { type Cell, type ComparisonGroup, countOf, poolOf } from './comparison-pool.ts'
import { type EffectEstimate, type ErrorKind, estimatesFrom, type Influence } from './effect-estimate.ts'
import { type BandOptions, simultaneousCritical } from './simultaneous-critical.ts'
import {
  type Cohort,
  type DroppedUnit,
  readStaggered,
  type StaggeredRefusal,
  type StaggeredUnit,
} from './staggered-panel.ts'

export interface GroupTimeOptions {
  /** Default `never-treated` where there are any, else `not-yet-treated`. */
  comparison?: ComparisonGroup
  /** What a period before the start is compared with: the one before it (`varying`, default), or the last before the start. */
  basePeriod?: 'varying' | 'universal'
  /** How the units' covariates are used; default `doubly-robust` where they have any. */
  adjust?: Adjustment
  /** Default `small-sample`. */
  errors?: ErrorKind
  /** Long-run coverage in (0, 1), default 0.95. */
  confidence?: number
  /** Asks for bands that hold for all effects at once. */
  bands?: BandOptions
}

export interface GroupTimeEffect extends EffectEstimate {
  /** First treated period of the cohort, an index of the periods given. */
  group: number
  period: number
  /** The period it is compared with. */
  base: number
  /** False before the start: an effect there is a difference in trends, and should be none. */
  treated: boolean
  groupUnits: number
  comparisonUnits: number
  /** One per used unit: the estimate's error is their mean. `aggregateEffects` and `testPreTrends` read it. */
  influence: number[]
}

export interface GroupTimeEffects {
  effects: GroupTimeEffect[]
  /**
   * Periods of a cohort without an answer. `no-comparison-units`: nobody is left to compare with. `too-few-units`: fewer
   * comparison units than their covariates need. `no-overlap`: covariates tell (nearly) who was treated.
   */
  skipped: { group: number; period: number; reason: 'no-comparison-units' | 'too-few-units' | 'no-overlap' }[]
  dropped: DroppedUnit[]
  cohorts: Cohort[]
  /** Each used unit's index in `cohorts`, in the order of `influence`. */
  cohortOf: number[]
  comparison: ComparisonGroup
  basePeriod: 'varying' | 'universal'
  /** `none` also where the units have no covariates. */
  adjust: Adjustment
  /** How many were adjusted for; 0 for `none`. */
  covariates: number
  errors: ErrorKind
  confidence: number
  /** How many standard errors the bands reach in large samples; null when not asked for. */
  critical: number | null
  /** Effects up to this size are rounding, in the unit of the values. */
  resolution: number
}

/**
 * The effect on every cohort of a roll-out in waves, in every period: its change since just before its start, less the
 * change of units that had not started.
 *
 * Cohorts are never compared with units that were already treated: that is what two-way fixed effects do, and their
 * answer can have the wrong sign when effects grow (see `twoWayFixedEffects`). Rests on parallel trends without
 * treatment, and on nobody moving ahead of the start. `small-sample` gives each variance its unbiased divisor and t with
 * Bell-McCaffrey degrees of freedom; `large-sample` is the published form, too sure below some 50 units.
 *
 * Units' covariates make parallel trends a matter among units that are alike in them. `outcome-regression` fits the
 * comparison units' changes and predicts the treated ones'; `inverse-probability` weights comparison units until they
 * look like the treated; `doubly-robust` does both and is right when one of the two models is. Only what was settled
 * before the first start may be a covariate. Some ten units of each group a covariate are the least to ask for.
 *
 * Not with one unit a wave, whose chance cannot be told (`one-unit`): use `permuteOrder`. Not for treatment that ends.
 *
 * @returns Cohorts by start, periods ascending; or why there is no answer (a possible input).
 * @throws {RangeError} when the units are malformed (see `readStaggered`), or the confidence is outside (0, 1).
 * @see Callaway & Sant'Anna (2021), Journal of Econometrics 225, 200-230, theorem 1, equation 2.8;
 *   Sant'Anna & Zhao (2020), Journal of Econometrics 219, 101-122, for the doubly robust form and its influence function.
 */
export function groupTimeEffects(
  units: readonly StaggeredUnit[],
  options: GroupTimeOptions = {},
): GroupTimeEffects | StaggeredRefusal {
  const { basePeriod = 'varying', errors = 'small-sample', confidence = 0.95 } = options
  requireConfidence(confidence)
  const read = readStaggered(units)
  if ('refused' in read) return read
  const { cohorts, cohortOf, dropped, periods, resolution } = read
  const hasNever = cohorts.at(-1)?.since === null
  const comparison = hasNever ? (options.comparison ?? 'never-treated') : 'not-yet-treated'

  const covariates = options.adjust === 'none' ? 0 : (read.covariates[0]?.length ?? 0)
  const adjust = covariates === 0 ? 'none' : (options.adjust ?? 'doubly-robust')
  const found: { cell: Cell; own: Influence }[] = []
  const skipped: GroupTimeEffects['skipped'] = []
  cohorts.forEach(({ since }, cohort) => {
    if (since === null) return
    const before = periods.filter((period) => period < since).length - 1
    for (const [period, original] of periods.entries()) {
      const base = original >= since || basePeriod === 'universal' ? before : period - 1
      if (base < 0 || base === period) continue
      const pool = poolOf(cohorts, comparison, cohort, Math.max(original, periods[base] ?? 0))
      const cell = { cohort, period, base, pool }
      const own = pool.length > 0 ? cellEffect(cell, read, { adjust, errors }) : 'no-comparison-units'
      if (typeof own === 'string') skipped.push({ group: since, period: original, reason: own })
      else found.push({ cell, own })
    }
  })
  const influences = found.map(({ own }) => own)
  const critical = options.bands
    ? simultaneousCritical(
        influences.filter(({ hasOneUnit }) => !hasOneUnit).map(({ influence }) => influence),
        options.bands,
        confidence,
      )
    : null
  const estimates = estimatesFrom(influences, { confidence, resolution, critical })
  const effects = found.map(({ cell: { cohort, period, base, pool }, own: { influence } }, index): GroupTimeEffect => {
    const { since = 0, count = 0 } = cohorts[cohort] ?? {}
    const at = { group: since ?? 0, period: periods[period] ?? 0, base: periods[base] ?? 0 }
    const sizes = { groupUnits: count, comparisonUnits: countOf(cohorts, pool) }
    return { ...at, treated: at.period >= at.group, ...sizes, ...(estimates[index] as EffectEstimate), influence }
  })
  return {
    effects,
    skipped,
    dropped,
    cohorts,
    cohortOf,
    comparison,
    basePeriod,
    adjust,
    covariates,
    errors,
    confidence,
    critical,
    resolution,
  }
}
