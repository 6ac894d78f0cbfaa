import type { Direction } from '../evidence/non-inferiority.ts'
import type { Rate } from './rate.ts'
import { scoreRateTest } from './score-rate-test.ts'
import {
  type EquivalenceOfCounts,
  type MarginOptions,
  type NonInferiorityOfCounts,
  notWorse,
  type ScoredDifference,
  withinMargin,
} from './within-margin.ts'

/** Whether a rate got worse by less than the margin, by score. @throws {RangeError} as `proportionNonInferiority`, for any margin above 0. */
export function rateNonInferiority(
  treated: Rate,
  comparison: Rate,
  better: Direction,
  options: MarginOptions,
): NonInferiorityOfCounts {
  return notWorse(scored(treated, comparison), better, options)
}

/** Whether two rates differ by less than the margin either way, by two one-sided score tests. @throws {RangeError} as `rateNonInferiority`. */
export function rateEquivalence(treated: Rate, comparison: Rate, options: MarginOptions): EquivalenceOfCounts {
  return withinMargin(scored(treated, comparison), options)
}

function scored(treated: Rate, comparison: Rate): ScoredDifference {
  return {
    reading: (confidence) => scoreRateTest(treated, comparison, { confidence }),
    statisticAt: (hypothesis) => scoreRateTest(treated, comparison, { hypothesis }).statistic,
  }
}
