import { momentsOf } from '../numeric/moments.ts'
import { andersonRubin } from './anderson-rubin.ts'
import { type TwoStageOptions, twoStageLeastSquares } from './two-stage-least-squares.ts'

/** One independent unit of a trial: what came out, and how much of the change it took (0 or 1, or a share between). */
export interface CompliedUnit {
  outcome: number
  took: number
}

export interface CompliersEffect {
  /** Effect on those who took the change because they were drawn for it; null when `reason` says why. */
  estimate: number | null
  standardError: number | null
  /** Anderson and Rubin's interval, which holds however few complied; null (both) when `reason` says why. */
  low: number | null
  high: number | null
  confidence: number
  /** Against no effect; the same question as for the intention to treat. */
  pValue: number | null
  /** Mean outcome as drawn, treated less comparison: the headline of the trial. */
  intentionToTreat: number
  /** Shares that took it, in [0, 1] each. */
  takenTreated: number
  takenComparison: number
  /** `takenTreated` less `takenComparison`. */
  complianceDifference: number
  /** First-stage F below 10. */
  isWeak: boolean
  /** `no-compliance`: the draw did not move who took it. */
  reason: 'no-compliance' | 'too-few-units' | 'no-variation' | 'unbounded' | 'two-rays' | null
}

/**
 * The effect of the change on those who took it because of the draw: the difference in outcomes over the difference in
 * uptake (Wald's estimate). Beside the intention to treat, never instead of it.
 *
 * Nobody may take it less because of the draw, and the draw may work through the change alone. Not for sites with many
 * people each: average to the unit that was drawn, or give clusters to `twoStageLeastSquares`.
 *
 * @throws {RangeError} when a group is empty, a value is not finite, an uptake is outside [0, 1], or the confidence
 *   outside (0, 1).
 * @see Imbens & Angrist (1994), Econometrica 62, 467-475; Angrist, Imbens & Rubin (1996), JASA 91, 444-455.
 */
export function compliersEffect(
  treated: readonly CompliedUnit[],
  comparison: readonly CompliedUnit[],
  options: TwoStageOptions = {},
): CompliersEffect {
  if (treated.length === 0 || comparison.length === 0) throw new RangeError('each group needs at least one unit')
  const all = [...treated, ...comparison]
  for (const { took } of all) if (!(took >= 0 && took <= 1)) throw new RangeError(`took must be in [0, 1], got ${took}`)
  const rows = {
    outcome: all.map(({ outcome }) => outcome),
    treatment: all.map(({ took }) => took),
    instruments: [all.map((_, i) => (i < treated.length ? 1 : 0))],
  }
  const mean = (units: readonly CompliedUnit[], of: keyof CompliedUnit) => momentsOf(units.map((unit) => unit[of])).mean
  const takenTreated = mean(treated, 'took')
  const takenComparison = mean(comparison, 'took')
  const shares = {
    intentionToTreat: mean(treated, 'outcome') - mean(comparison, 'outcome'),
    takenTreated,
    takenComparison,
    complianceDifference: takenTreated - takenComparison,
  }
  const stages = twoStageLeastSquares(rows, options)
  const { confidence, firstStage } = stages
  const none = { estimate: null, standardError: null, low: null, high: null, confidence, pValue: null }
  const isWeak = firstStage.isWeak
  if (stages.reason === 'too-few-rows') return { ...none, ...shares, isWeak, reason: 'too-few-units' }
  if (stages.reason === 'no-first-stage') return { ...none, ...shares, isWeak: true, reason: 'no-compliance' }
  const { estimate, standardError } = stages
  const { low, high, pValue, reason } = andersonRubin(rows, options)
  const answer = { ...none, estimate, standardError, pValue, ...shares, isWeak }
  if (stages.reason === 'no-variation') return { ...answer, reason: 'no-variation' }
  if (reason === 'unbounded' || reason === 'two-rays') return { ...answer, reason }
  if (reason !== null) return { ...answer, reason: 'no-variation' }
  return { ...answer, low, high, reason: null }
}
