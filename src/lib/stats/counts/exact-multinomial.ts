import { binomialMass } from '../distribution/binomial.ts'
import { countCombinations } from '../numeric/combinations.ts'
import { TIE } from './conditional-table.ts'
import { binomialMode, minimumLikelihood } from './minimum-likelihood.ts'

/** About 0.1 s. */
const MOST_OUTCOMES = 300_000

/**
 * Whether counts came with these chances: the chance of all outcomes that are no likelier than the observed one.
 *
 * Exact. All outcomes are visited up to 300,000 of them (two arms: any number of units). Beyond, arms are split off
 * one at a time, smallest first, each by an exact binomial test of what is left, and the smallest p times the number of tests
 * is the answer (Bonferroni): never too small, a little less sharp.
 *
 * @param counts Whole numbers, at least two.
 * @param chances Above 0, their sum 1; the same length.
 * @throws {RangeError} when there are fewer than two counts, or not as many chances.
 * @see Read & Cressie (1988), Goodness-of-Fit Statistics for Discrete Multivariate Data, section 5.2.
 */
export function exactMultinomial(counts: readonly number[], chances: readonly number[]): number {
  if (counts.length < 2 || counts.length !== chances.length)
    throw new RangeError(`need two or more counts and as many chances, got ${counts.length} and ${chances.length}`)
  const units = counts.reduce((sum, count) => sum + count, 0)
  const arms = counts.map((count, i) => ({ count, chance: chances[i] ?? 0 })).sort((a, b) => a.chance - b.chance)
  const isSmall = countCombinations(units + arms.length - 1, arms.length - 1) <= MOST_OUTCOMES
  return arms.length > 2 && isSmall ? visitOutcomes(arms, units) : splitOff(arms, units)
}

interface Arm {
  count: number
  chance: number
}

function splitOff(arms: readonly Arm[], units: number): number {
  let [left, chanceLeft, smallest] = [units, 1, 1]
  for (const { count, chance } of arms.slice(0, -1)) {
    const share = Math.min(1, chance / chanceLeft)
    const { pValue } = minimumLikelihood((k) => binomialMass(k, left, share), count, 0, left, binomialMode(left, share))
    smallest = Math.min(smallest, pValue)
    left -= count
    chanceLeft -= chance
  }
  return Math.min(1, smallest * (arms.length - 1))
}

/** A multinomial chance is a product of binomial ones: each arm takes its part of what the earlier ones left. */
function visitOutcomes(arms: readonly Arm[], units: number): number {
  const shares = arms.map(({ chance }, i) => chance / arms.slice(i).reduce((sum, arm) => sum + arm.chance, 0))
  const tables = shares.slice(0, -1).map((share) => {
    const rows: number[][] = []
    return (left: number) => {
      rows[left] ??= Array.from({ length: left + 1 }, (_, k) => binomialMass(k, left, share))
      return rows[left] ?? []
    }
  })
  let [observed, left] = [1, units]
  for (const [i, table] of tables.entries()) {
    const { count } = arms[i] ?? { count: 0 }
    observed *= table(left)[count] ?? 0
    left -= count
  }
  let sum = 0
  const visit = (place: number, rest: number, chance: number): void => {
    const table = tables[place]
    if (!table) {
      if (chance <= observed * TIE) sum += chance
      return
    }
    for (const [k, mass] of table(rest).entries()) visit(place + 1, rest - k, chance * mass)
  }
  visit(0, units, 1)
  return Math.min(1, sum)
}
