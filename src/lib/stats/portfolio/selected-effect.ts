import { normalLogUpperTail } from '../distribution/normal.ts'
import { findRoot } from '../numeric/find-root.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'
import type { SelectionOptions } from './correct-selection.ts'
import { checkEffects, type TrialEffect } from './trial-effect.ts'

export interface SelectedEffect {
  /** The effect that the trial would as often over- as understate, given that it was shipped. */
  estimate: number
  /** Holds the true effect in `confidence` of the shipped trials; reaches far down when the estimate is just enough. */
  low: number
  high: number
  confidence: number
  raw: number
}

/**
 * One shipped trial's effect, corrected for having been shipped because it looked good: exact, without a prior.
 *
 * The estimate is a draw from a normal distribution cut off at the threshold; median-unbiased estimate and equal-tailed
 * interval invert that. An estimate just above the threshold says next to nothing: its interval is then very wide, down to
 * 38 standard errors below, where it is cut.
 *
 * Not for a sum (`correctSelection`) and not for trials shipped for other reasons than reaching the threshold.
 *
 * @returns null when the estimate does not reach the threshold: it was not selected by this rule.
 * @throws {RangeError} when the standard error is not positive, the threshold not finite, or the confidence outside (0, 1).
 * @see Zhong & Prentice (2008), Biostatistics 9, 621-634; Lee et al. (2016), Annals of Statistics 44, 907-927.
 */
export function selectedEffect(
  effect: TrialEffect,
  { threshold = 1.959963984540054, confidence = 0.95 }: SelectionOptions = {},
): SelectedEffect | null {
  requireConfidence(confidence)
  checkEffects([effect])
  if (!Number.isFinite(threshold)) throw new RangeError(`threshold must be finite, got ${threshold}`)
  const seen = effect.estimate / effect.standardError
  if (seen < threshold) return null
  // log P(a selected estimate lies above the seen one), rising with the true effect.
  const logBeyond = (truth: number) => normalLogUpperTail(seen - truth) - normalLogUpperTail(threshold - truth)
  const at = (share: number): number => {
    const excess = (truth: number) => logBeyond(truth) - Math.log(share)
    const [low, high] = [seen - FARTHEST, seen + FARTHEST]
    return effect.standardError * (excess(low) >= 0 ? low : (findRoot(excess, low, high) ?? high))
  }
  const tail = (1 - confidence) / 2
  return { estimate: at(0.5), low: at(tail), high: at(1 - tail), confidence, raw: effect.estimate }
}

const FARTHEST = 38
