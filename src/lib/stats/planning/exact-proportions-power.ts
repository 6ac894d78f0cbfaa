import { binomialMass } from '../distribution/binomial.ts'
import { hypergeometricMass } from '../distribution/hypergeometric.ts'
import { normalQuantile } from '../distribution/normal.ts'
import { requireConfidence } from '../numeric/require-confidence.ts'

export interface ExactProportions {
  /** Whole units in each group, at least 1. */
  treated: number
  comparison: number
  /** True share in each group, in [0, 1]. */
  treatedShare: number
  comparisonShare: number
  /**
   * `fisher` (never above its level), `fisher-mid-p` (close to it) or `score` (Pearson without correction). Two-sided.
   * Default `fisher-mid-p`.
   */
  test?: 'fisher' | 'fisher-mid-p' | 'score'
  /** 1 less the level, in (0, 1), default 0.95. */
  confidence?: number
}

/**
 * The chance, in [0, 1], that two shares are found to differ, by counting through every pair of counts that could come:
 * no approximation. With equal shares it is the test's true level.
 *
 * For rare events and small groups; the work grows with the likely counts, not with the groups: 5,000 units at 0.5 % take
 * milliseconds. Counts of less than 1e-18 chance are left out. For large frequent counts use `planProportions`.
 *
 * @throws {RangeError} when a group is empty or a share outside [0, 1].
 * @see Fisher (1935); Lancaster (1961), JASA 56, 223-234 (mid-p); Suissa & Shuster (1985), JRSS A 148, 317-327.
 */
export function exactProportionsPower(plan: ExactProportions): number {
  const { treated, comparison, treatedShare, comparisonShare, test = 'fisher-mid-p', confidence = 0.95 } = plan
  requireConfidence(confidence)
  const level = 1 - confidence
  const ofTreated = likelyCounts(treated, treatedShare)
  const ofComparison = likelyCounts(comparison, comparisonShare)
  const lowest = ofTreated.from + ofComparison.from
  const highest = ofTreated.from + ofTreated.chances.length + ofComparison.from + ofComparison.chances.length - 2
  let power = 0
  for (let total = lowest; total <= highest; total++) {
    const rejects =
      test === 'score' ? scoreRejects(total, plan, level) : fisherRejects(total, plan, level, test === 'fisher-mid-p')
    ofTreated.chances.forEach((chance, index) => {
      const count = ofTreated.from + index
      const other = ofComparison.chances[total - count - ofComparison.from]
      if (other !== undefined && rejects(count)) power += chance * other
    })
  }
  return Math.min(1, power)
}

function likelyCounts(of: number, share: number): { from: number; chances: number[] } {
  if (!(Number.isInteger(of) && of >= 1)) throw new RangeError(`groups must be whole numbers of at least 1, got ${of}`)
  if (!(share >= 0 && share <= 1)) throw new RangeError(`shares must be in [0, 1], got ${share}`)
  const likeliest = Math.min(of, Math.floor((of + 1) * share))
  const chances = [binomialMass(likeliest, of, share)]
  let from = likeliest
  for (let k = likeliest + 1; k <= of; k++) {
    const chance = binomialMass(k, of, share)
    if (chance < 1e-18) break
    chances.push(chance)
  }
  for (let k = likeliest - 1; k >= 0; k--) {
    const chance = binomialMass(k, of, share)
    if (chance < 1e-18) break
    chances.unshift(chance)
    from = k
  }
  return { from, chances }
}

/** z^2 against its quantile, as an integer comparison as far as possible: 0 of 0 is no difference. */
function scoreRejects(total: number, { treated, comparison }: ExactProportions, level: number) {
  const all = treated + comparison
  const critical = normalQuantile(level / 2) ** 2
  return (count: number) => {
    const difference = count * comparison - (total - count) * treated
    return difference ** 2 * all > critical * total * (all - total) * treated * comparison * (1 + 1e-12)
  }
}

/** Adds up the tables at most as likely as each, from the least likely on; ties (within 1e-7, as is custom) count as one. */
function fisherRejects(total: number, { treated, comparison }: ExactProportions, level: number, isMidP: boolean) {
  const first = Math.max(0, total - comparison)
  const last = Math.min(total, treated)
  const tables = Array.from({ length: last - first + 1 }, (_, index) => ({
    count: first + index,
    chance: hypergeometricMass(first + index, treated, total, treated + comparison),
  })).sort((a, b) => a.chance - b.chance)
  const rejected = new Set<number>()
  let below = 0
  for (let start = 0; start < tables.length; ) {
    const limit = (tables[start]?.chance ?? 0) * (1 + 1e-7)
    let end = start
    let tied = 0
    for (let table = tables[end]; table !== undefined && table.chance <= limit; table = tables[end]) {
      tied += table.chance
      end += 1
    }
    const pValue = below + (isMidP ? tied / 2 : tied)
    if (pValue > level * (1 + 1e-12)) break
    for (const { count } of tables.slice(start, end)) rejected.add(count)
    below += tied
    start = end
  }
  return (count: number) => rejected.has(count)
}
