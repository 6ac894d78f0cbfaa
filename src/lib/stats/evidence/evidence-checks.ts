import type { Check } from './grade-evidence.ts'

/** Sample-ratio mismatch is tested at this level, so that one honest trial in a thousand is accused. */
const RATIO_LEVEL = 0.001

/**
 * The arms have the sizes that were planned: below 0.001 something other than chance chose who was counted, and no winner
 * can be named.
 *
 * @param pValue Of the sample-ratio test; null when it could not be made.
 * @see Fabijan et al. (2019), KDD, "Diagnosing sample ratio mismatch in online controlled experiments".
 */
export function sampleRatioCheck(pValue: number | null, counts: Check['values'] = {}): Check {
  return {
    code: 'sample-ratio',
    passed: pValue === null ? null : pValue >= RATIO_LEVEL,
    lowersGrade: true,
    values: { pValue, level: RATIO_LEVEL, ...counts },
  }
}

/** The plan that was frozen is the one that was followed. @param changes What was changed since, by field; none: kept. */
export function planKeptCheck(changes: readonly string[]): Check {
  return {
    code: 'plan-kept',
    passed: changes.length === 0,
    lowersGrade: true,
    values: { changes: changes.length, fields: changes.join(', ') },
  }
}

/** What is measured meant the same all the time. @param changedAt The period of the change; null: it did not change. */
export function definitionCheck(changedAt: number | string | null): Check {
  return { code: 'definition-kept', passed: changedAt === null, lowersGrade: true, values: { changedAt } }
}

/** There are enough points on both sides of the start, 8 each, to know a series' own movement. */
export function enoughPointsCheck(before: number, after: number): Check {
  return {
    code: 'enough-points',
    passed: Math.min(before, after) >= LEAST_POINTS,
    lowersGrade: true,
    values: { before, after, least: LEAST_POINTS },
  }
}

const LEAST_POINTS = 8

/**
 * A metric that the change cannot move has not moved. When it has, something else happened to these units, and it would
 * have moved the outcome too.
 *
 * @param pValue Of the same analysis on the control metric; null when it could not be made. @param level In (0, 1).
 * @see Lipsitch, Tchetgen Tchetgen & Cohen (2010), Epidemiology 21, 383-388.
 */
export function negativeControlCheck(pValue: number | null, level = 0.05): Check {
  return {
    code: 'negative-control',
    passed: pValue === null ? null : pValue > level,
    lowersGrade: true,
    values: { pValue, level },
  }
}

/**
 * Not too much is missing, and about as much in each group.
 *
 * @param shares The missing part of each group's values, in [0, 1].
 * @param named What else is to be told, such as each group's share by its name.
 * @see Schulz & Grimes (2002), Lancet 359, 781-785 (less than 5 % does little, more than 20 % threatens validity).
 */
export function missingCheck(shares: readonly number[], named: Check['values'] = {}): Check {
  const most = Math.max(0, ...shares)
  const uneven = most - Math.min(1, ...shares)
  const difference = shares.length < 2 ? 0 : uneven
  return {
    code: 'missing-values',
    passed: most <= MOST_MISSING && difference <= MOST_UNEVEN,
    lowersGrade: true,
    values: { largestShare: most, difference, ...named },
  }
}

/** More missing than this in a group is a serious threat to validity, as a share. */
const MOST_MISSING = 0.2
/** A larger difference in what is missing makes the groups different by itself, as a share. */
const MOST_UNEVEN = 0.1
