import { bellMcCaffrey } from '../sites/bell-mccaffrey.ts'
import { covarianceOfRuns, runOf } from './autocorrelated-means.ts'
import { permutationPower } from './permutation-power.ts'
import { powerOfEffect } from './power-of-effect.ts'
import { requireWhole } from './require-whole.ts'
import { checkNoise, type SiteNoise } from './site-noise.ts'
import { smallestPermutationP } from './smallest-permutation-p.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

export interface PilotPlan extends PlanQuestion {
  noise: SiteNoise
  /** Whole periods before the start and after it, at least 1 each (before: 0 for `after`). */
  before: number
  after: number
  /** Periods left out at the start, while the change settles: whole number, default 0. */
  gap?: number
  /** Comparison sites for each treated one, positive, default 1; rounded to whole sites, at least one. */
  ratio?: number
  /**
   * `change` (default): difference in differences. `adjusted`: after, adjusted for before, never worse but for a degree of
   * freedom. `after`: as if there were no history.
   */
  analysis?: 'change' | 'adjusted' | 'after'
  /** How it will be read: `permutation` (default), or `t` whatever the number of sites. */
  inference?: 'permutation' | 't'
  /** By how much the true effects of the sites differ, as a standard deviation, default 0. */
  effectSpread?: number
  /** Degrees of freedom that strata take (their number less 1), default 0. */
  degreesLost?: number
}

export interface PilotPlanAnswer extends PlanAnswer<'p-floor'> {
  /** Whole sites in each group. */
  treated: number | null
  comparison: number | null
  standardError: number | null
  degreesOfFreedom: number | null
  /** The smallest p-value that a permutation test of these sites can give. */
  smallestP: number | null
}

/**
 * How many sites, or which effect, or which chance to find it, when some sites get the change and others do not, with
 * several periods before and after. Size: treated sites.
 *
 * Power is that of the permutation test by which so few sites are read: simulated up to 500 arrangements (5 against 6), where its steps
 * matter, beyond that as of t with Bell-McCaffrey's degrees of freedom, which then differs by less than a point, or is careful
 * where the groups are uneven. `p-floor`: with these sites no permutation reaches the level, and the power is 0.
 *
 * Sites in several steps: `planSteppedWedge`. Sites that switch back: `planSwitchback`.
 *
 * @throws {RangeError} when the noise, the periods or the question is impossible.
 * @see Bertrand, Duflo & Mullainathan (2004), QJE 119, 249-275 (why periods are averaged first); Frison & Pocock (1992),
 *   Statistics in Medicine 11, 1685-1704 (the three analyses); McKenzie (2012), J. Development Economics 99, 210-221.
 */
export function planPilot(plan: PilotPlan): PilotPlanAnswer {
  const { ratio = 1, analysis = 'change', inference = 'permutation', effectSpread = 0, confidence = 0.95 } = plan
  const degreesLost = (plan.degreesLost ?? 0) + (analysis === 'adjusted' ? 1 : 0)
  if (!(ratio > 0 && ratio < Number.POSITIVE_INFINITY)) throw new RangeError(`ratio must be positive, got ${ratio}`)
  if (!(effectSpread >= 0 && effectSpread < Number.POSITIVE_INFINITY))
    throw new RangeError(`effectSpread must be at least 0, got ${effectSpread}`)
  requireWhole({ degreesLost: [plan.degreesLost ?? 0, 0] })
  const ofSite = varianceOfSite(plan)
  const others = (treated: number) => Math.max(1, Math.round(treated * ratio))
  const errorAt = (treated: number) =>
    Math.sqrt(ofSite * (1 / treated + 1 / others(treated)) + effectSpread ** 2 / treated)
  const freedomAt = (treated: number) => {
    const comparison = others(treated)
    // Of a group of one nothing can be read: the other group's spread stands for both.
    const all = Math.min(treated, comparison) < 2 ? treated + comparison - 2 : bellMcCaffrey(treated, comparison)
    return all - degreesLost
  }
  const leastSize = [1, 2, 3, 4, 5, 6, 7, 8].find((n) => n >= 1 && freedomAt(n) > 0) ?? Math.ceil(3 + degreesLost)
  const spread = Math.sqrt(1 + effectSpread ** 2 / ofSite)
  const powerAt = (effect: number, treated: number) => {
    const byT = () => powerOfEffect(effect, errorAt(treated), Math.max(0.5, freedomAt(treated)), plan)
    const ofPermutation = inference === 't' ? null : permutationPower(treated, others(treated), { ...plan, spread })
    if (ofPermutation === null) return byT()
    const found = ofPermutation(effect / Math.sqrt(ofSite))
    // What strata or a baseline cost in degrees of freedom, the simulation of plain groups does not know.
    return degreesLost > 0 ? Math.min(found, byT()) : found
  }
  const start = Math.sqrt(ofSite) * Math.sign(plan.effect ?? 1)
  const answer = solvePlan(plan, powerAt, { leastSize, mostSize: 1e5, divisible: false, startEffect: start })
  const { size } = answer
  if (size === null)
    return { ...answer, treated: null, comparison: null, standardError: null, degreesOfFreedom: null, smallestP: null }
  const floor = smallestPermutationP({ by: 'sites', treated: size, comparison: others(size) }, confidence)
  return {
    ...answer,
    treated: size,
    comparison: others(size),
    standardError: errorAt(size),
    degreesOfFreedom: freedomAt(size),
    smallestP: floor.smallestP,
    reason: floor.canReject || inference === 't' ? answer.reason : 'p-floor',
  }
}

/** Of the number that one site contributes: its change, its adjusted after, or its after. */
function varianceOfSite({ noise, before, after, gap = 0, analysis = 'change' }: PilotPlan): number {
  checkNoise(noise)
  requireWhole({ before: [before, analysis === 'after' ? 0 : 1], after: [after, 1], gap: [gap, 0] })
  const { between, within, autocorrelation } = noise
  const [first, second] = [runOf(0, before), runOf(before + gap, after)]
  const ofAfter = within * covarianceOfRuns(second, second, autocorrelation)
  if (analysis === 'after') return between + ofAfter
  const ofBefore = within * covarianceOfRuns(first, first, autocorrelation)
  const shared = within * covarianceOfRuns(first, second, autocorrelation)
  // The levels cancel, and are left out from the start: sites may differ a million times more than weeks.
  const change = ofAfter + ofBefore - 2 * shared
  if (analysis === 'change') return change
  return (between * change + ofAfter * ofBefore - shared ** 2) / (between + ofBefore)
}
