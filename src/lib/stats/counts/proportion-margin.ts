import type { Direction } from '../evidence/non-inferiority.ts'
import type { Proportion } from './proportion.ts'
import { scoreDifference } from './score-difference.ts'
import {
  type EquivalenceOfCounts,
  type MarginOptions,
  type NonInferiorityOfCounts,
  notWorse,
  type ScoredDifference,
  withinMargin,
} from './within-margin.ts'

/**
 * Whether a proportion got worse by less than the margin (Farrington-Manning score test, Miettinen-Nurminen interval).
 *
 * @param better Which direction is good: `lower` for complaints.
 * @throws {RangeError} when counts are impossible, the margin is not in (0, 1), or the level not in (0, 0.5).
 * @see Farrington & Manning (1990), Statistics in Medicine 9, 1447-1454; Piaggio et al. (2012), JAMA 308, 2594-2604; `nonInferiority`.
 */
export function proportionNonInferiority(
  treated: Proportion,
  comparison: Proportion,
  better: Direction,
  options: MarginOptions,
): NonInferiorityOfCounts {
  if (!(options.margin < 1)) throw new RangeError(`margin must be in (0, 1), got ${options.margin}`)
  return notWorse(scored(treated, comparison), better, options)
}

/**
 * Whether two proportions differ by less than the margin either way, by two one-sided score tests.
 *
 * @throws {RangeError} as `proportionNonInferiority`.
 * @see Schuirmann (1987), Journal of Pharmacokinetics and Biopharmaceutics 15, 657-680.
 */
export function proportionEquivalence(
  treated: Proportion,
  comparison: Proportion,
  options: MarginOptions,
): EquivalenceOfCounts {
  if (!(options.margin < 1)) throw new RangeError(`margin must be in (0, 1), got ${options.margin}`)
  return withinMargin(scored(treated, comparison), options)
}

function scored(treated: Proportion, comparison: Proportion): ScoredDifference {
  return {
    reading: (confidence) => {
      const { estimate, low, high, reason } = scoreDifference(treated, comparison, { confidence })
      return { estimate, low, high, reason: reason === null ? null : 'no-units' }
    },
    statisticAt: (hypothesis) => scoreDifference(treated, comparison, { hypothesis }).statistic,
  }
}
