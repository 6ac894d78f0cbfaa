/** A site's one number: what it changed by. */
export interface NamedChange {
  name: string
  treated: boolean
  change: number
}

export interface LeaveOneOut {
  /** The smallest and largest estimate that is left when any one site is taken out, in the unit of the changes. */
  low: number
  high: number
  /** The site that moves the estimate most, and the estimate without it. The first in order when several tie. */
  site: string
  estimateWithout: number
  /** True when taking out one site turns the effect round (or to zero). */
  signChanges: boolean
}

/**
 * How far the difference between the groups leans on any one site.
 *
 * A group's only site cannot be taken out; when each group has one, the answer is null. Not an interval: it says
 * nothing about chance, only whether one site carries the result.
 *
 * @param sites At least one treated and one comparison site.
 * @throws {RangeError} when a group is empty.
 */
export function leaveOneOut(sites: readonly NamedChange[]): LeaveOneOut | null {
  const groups = { treated: groupOf(sites, true), comparison: groupOf(sites, false) }
  const estimate = groups.treated.mean - groups.comparison.mean
  let answer: LeaveOneOut | null = null
  let most = -1
  for (const { name, treated, change } of sites) {
    const { count, mean } = treated ? groups.treated : groups.comparison
    if (count === 1) continue
    // Taking x out of n values moves their mean by (mean - x) / (n - 1).
    const move = ((mean - change) / (count - 1)) * (treated ? 1 : -1)
    const without = estimate + move
    answer ??= { low: without, high: without, site: name, estimateWithout: without, signChanges: false }
    answer.low = Math.min(answer.low, without)
    answer.high = Math.max(answer.high, without)
    if (Math.abs(move) > most) {
      most = Math.abs(move)
      answer.site = name
      answer.estimateWithout = without
    }
  }
  if (answer !== null)
    answer.signChanges = !(
      Math.sign(answer.low) === Math.sign(estimate) && Math.sign(answer.high) === Math.sign(estimate)
    )
  return answer
}

function groupOf(sites: readonly NamedChange[], isTreated: boolean): { count: number; mean: number } {
  const changes = sites.filter(({ treated }) => treated === isTreated).map(({ change }) => change)
  if (changes.length === 0) throw new RangeError('each group needs at least one site')
  const level = changes[0] as number
  return {
    count: changes.length,
    mean: level + changes.reduce((sum, change) => sum + (change - level), 0) / changes.length,
  }
}
