import { type Direction, nonInferiority } from '../evidence/non-inferiority.ts'
import { inferEffect } from '../sites/infer-effect.ts'
import { permuteSites } from '../sites/permute-sites.ts'
import { effectOrHarm } from './effect-or-harm.ts'
import type { Panel } from './panel.ts'
import { type Refusal, readPanel } from './read-panel.ts'

/** A metric that must not get worse by more than a margin. */
export interface Guardrail {
  name: string
  /** Its own values; sites and start are usually those of the trial. */
  panel: Panel
  better: Direction
  /** How much worse is bearable, in this metric's unit, at least 0. */
  margin: number
}

export interface GuardrailReading {
  name: string
  better: Direction
  margin: number
  verdict: 'safe' | 'harm' | 'unclear'
  /** True when it got worse at all, beyond chance. */
  worse: boolean
  /** In the metric's unit; null when the panel was refused for another reason than `no-variation`. */
  estimate: number | null
  /** Null (both) where the design has no interval, or the estimate is null. */
  low: number | null
  high: number | null
  confidence: number
  /** Two-sided: against no effect, or, where there is no interval, against a worsening of exactly the margin. */
  pValue: number | null
  refused: Refusal['refused'] | null
}

/**
 * Whether a guardrail held, by the same analysis as the trial's own metric and `nonInferiority`.
 *
 * Without an interval the placebo test is made at the margin. A metric that changed by exactly the same everywhere, the
 * treated sites included, got no worse: it is safe.
 *
 * Made for the end of a trial. Of a running one give the look's confidence and its `harmLevel`: see `effectOrHarm`.
 *
 * @throws {RangeError} when the panel is malformed, or the margin is negative or not finite.
 */
export function readGuardrail(
  { name, panel, better, margin }: Guardrail,
  { confidence, seed, harmLevel }: { confidence: number; seed: number; harmLevel?: number | undefined },
): GuardrailReading {
  const read = readPanel(panel)
  const answer = { name, better, margin, confidence }
  if ('refused' in read) {
    // Exactly the same change at every site is a measured zero; every other refusal measured nothing.
    const isStill = read.refused === 'no-variation'
    const effect = { estimate: 0, low: isStill ? 0 : null, high: isStill ? 0 : null, confidence }
    const judged = nonInferiority(effect, margin, better)
    return { ...answer, ...effect, ...judged, estimate: isStill ? 0 : null, pValue: null, refused: read.refused }
  }
  const { treated, comparison, resolution } = read
  const inferred = inferEffect(treated.changes, comparison.changes, { confidence, seed, resolution })
  const effect =
    harmLevel === undefined
      ? inferred
      : effectOrHarm(inferred, treated.changes, comparison.changes, { level: harmLevel, better, margin, resolution })
  const { estimate, low, high } = effect
  if (low !== null)
    return {
      ...{ name, better, margin, confidence: effect.confidence },
      ...nonInferiority(effect, margin, better),
      ...{ estimate, low, high, pValue: effect.pValue, refused: null },
    }

  const nullEffect = better === 'higher' ? -margin : margin
  const { pValue } = permuteSites(treated.changes, comparison.changes, {
    seed,
    resolution,
    nullEffect,
    statistic: 'difference',
  })
  const judged = nonInferiority({ ...effect, pValueAtMargin: pValue }, margin, better)
  return { ...answer, ...judged, estimate, low, high, pValue, refused: null }
}
