import { paired } from '../means/paired.ts'
import { pairedRelative } from '../means/paired-relative.ts'
import { momentsOf } from '../numeric/moments.ts'
import { type TrialAnswer, type TrialQuestion, type TrialRefusal, trialAnswer } from './trial-answer.ts'

/** One unit that was measured both ways; null where one of the two is missing. */
export interface Pair {
  treated: number | null
  comparison: number | null
}

export interface PairsQuestion extends TrialQuestion {
  treated: string
  comparison: string
}

/**
 * Everything that units measured both ways can say: the mean of their differences, by the paired t test. Two rows of one
 * unit are never two units. Only for means: one look, at the end.
 *
 * @throws {RangeError} when a value is not finite or the confidence is outside (0, 1).
 * @see paired, pairedRelative.
 */
export function analysePairs(
  pairs: readonly Pair[],
  { treated, comparison, ...question }: PairsQuestion,
): TrialAnswer | TrialRefusal<'empty-arm' | 'too-few-values' | 'no-variation'> {
  const { confidence = 0.95 } = question
  const whole = pairs.flatMap(({ treated: a, comparison: b }) => (a === null || b === null ? [] : [{ a, b }]))
  const [a, b] = [whole.map((pair) => pair.a), whole.map((pair) => pair.b)]
  const { estimate, standardError, low, high, pValue, reason } = paired(a, b, { confidence })
  if (estimate === null || pValue === null)
    return { refused: reason ?? 'too-few-values', values: { pairs: whole.length } }
  const [meanA, meanB] = [momentsOf(a).mean, momentsOf(b).mean]
  const relative = pairedRelative(a, b, { confidence })
  const missing = pairs.length - whole.length
  return trialAnswer(
    'split',
    {
      method: 'paired-t',
      effect: { estimate, standardError, low, high, confidence, pValue, smallestPossibleP: null },
      relative: { estimate: relative.estimate, low: relative.low, high: relative.high },
      groups: [
        { name: treated, units: whole.length, rows: whole.length, mean: meanA },
        { name: comparison, units: whole.length, rows: whole.length, mean: meanB },
      ],
      rows: { used: 2 * whole.length, missing: 2 * missing, dropped: 0 },
      checks: [
        {
          code: 'missing-values',
          passed: missing <= 0.2 * pairs.length,
          lowersGrade: true,
          values: { largestShare: missing / pairs.length },
        },
      ],
    },
    question,
  )
}
