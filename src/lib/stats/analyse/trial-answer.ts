import {
  type Check,
  type Design,
  type ExtremeChoice,
  type Grade,
  type GradeReason,
  gradeEvidence,
} from '../evidence/grade-evidence.ts'
import { type EffectJudgement, judgeEffect } from '../evidence/judge-effect.ts'
import type { Direction } from '../evidence/non-inferiority.ts'

/** What is asked of a trial, whatever its design. */
export interface TrialQuestion {
  /** Which direction of the metric is good. */
  better: Direction
  /** Long-run coverage of the intervals, in (0, 1), default 0.95. */
  confidence?: number
  /** The smallest effect worth having, a positive amount in the metric's unit. */
  worthHaving?: number
  /** Whole number in 0..2^53 - 1. Store it with the result: it makes everything that is drawn repeatable. */
  seed: number
  /** When the plan was frozen: before the outcomes, after them, or never. */
  planned: 'before' | 'after' | 'none'
  /** Whether chance chose who got the change, the order or the schedule. */
  randomised: boolean
  /** What the caller has checked itself: a changed plan, a changed definition, a negative control. */
  moreChecks?: readonly Check[]
  /** Where the change went to whoever was doing badly (or well) just then; default: not known to be so. */
  choice?: ExtremeChoice | null
}

/** The effect by the design's method, in the unit of the metric: higher with the change is positive. */
export interface TrialEffect {
  estimate: number
  standardError: number | null
  /** Null (both) where the design gives no interval. */
  low: number | null
  high: number | null
  confidence: number
  /** Two-sided, against no effect. */
  pValue: number
  /** Null where p has no floor. */
  smallestPossibleP: number | null
}

export interface TrialGroup {
  name: string
  /** What was drawn or chosen: people, sites, windows. */
  units: number
  /** Values that went into it. */
  rows: number
  /** In the unit of the metric; null where the design has no such mean. */
  mean: number | null
}

/**
 * What a trial can say, in the same shape for every design. One plain object that survives JSON: no NaN, no Infinity, no
 * undefined; the same data, options and seed give the same object.
 */
export interface TrialAnswer extends TrialEffect, EffectJudgement {
  design: Design
  /** How estimate, interval and p were computed, in kebab-case. */
  method: string
  /** The same as a share of what would have been without the change; not a second test. Nulls where that means nothing. */
  relative: { estimate: number | null; low: number | null; high: number | null }
  groups: TrialGroup[]
  /** Values used, and left out for the reasons that the design's own fields name. */
  rows: { used: number; missing: number; dropped: number }
  checks: Check[]
  grade: Grade
  gradeReasons: GradeReason[]
}

/** Why there is no answer, and the numbers behind it. */
export interface TrialRefusal<Code extends string = string> {
  refused: Code
  values: Record<string, string | number>
}

/** An effect with everything that follows from it by rule: the judgement, and the grade with its reasons. */
export function trialAnswer(
  design: Design,
  {
    effect,
    checks,
    ...facts
  }: { effect: TrialEffect; checks: readonly Check[] } & Pick<TrialAnswer, 'method' | 'relative' | 'groups' | 'rows'>,
  {
    better,
    worthHaving = null,
    planned,
    randomised,
    moreChecks = [],
    choice = null,
  }: Omit<TrialQuestion, 'worthHaving'> & { worthHaving?: number | null | undefined },
): TrialAnswer {
  const done = [...checks, ...moreChecks]
  const { grade, reasons } = gradeEvidence(design, { randomised, planned, checks: done, choice })
  const judged = judgeEffect(effect, better, worthHaving, done)
  return { design, ...facts, ...effect, ...judged, checks: done, grade, gradeReasons: reasons }
}
