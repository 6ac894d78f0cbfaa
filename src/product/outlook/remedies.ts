import { planPairs } from '#lib/stats/planning/plan-pairs.ts'
import { smallestPermutationP } from '#lib/stats/planning/smallest-permutation-p.ts'
import { detectable, type Prospect, tellsIn, treatedOf } from './detectable.ts'
import { type Design, mostPeriods, type Remedy, wantedPower } from './outlook.ts'
import { pairUp } from './pair-up.ts'
import { varianceOfChange } from './site-change.ts'
import type { SiteHistory } from './site-history.ts'

/** Sites that a remedy asks for, at most: more is another project. */
const mostSites = 200

/**
 * What would help where a design cannot tell in time, each worked out on the same noise. What reaches the effect worth having
 * comes first; what would change nothing is left out.
 *
 * @param possible Other designs that can be done here, strongest first.
 */
export function remediesFor(
  design: Design,
  asked: { periods: number; worth: number; possible: readonly Design[]; values: SiteHistory['values'] },
  prospect: Prospect,
): Remedy[] {
  const { periods, worth } = asked
  const now = detectable(design, periods, prospect).effect
  const isBetter = (effect: number | null) => effect !== null && (now === null || effect < now * 0.98)
  const remedy = (code: Remedy['code'], amount: number | null, effect: number | null, of = design): Remedy => ({
    code,
    design: of,
    amount,
    effect,
    reaches: effect !== null && effect <= worth * (1 + 1e-9),
  })
  const at = (change: Partial<Prospect>) => detectable(design, periods, { ...prospect, ...change }).effect
  const found: Remedy[] = []

  const other = asked.possible.find((each) => {
    const effect = each === design ? null : detectable(each, periods, prospect).effect
    return effect !== null && effect <= worth
  })
  if (other) found.push(remedy('other-design', null, detectable(other, periods, prospect).effect, other))

  const longer = tellsIn(design, worth, prospect)
  if (longer !== null) found.push(remedy('more-periods', longer, detectable(design, longer, prospect).effect))

  if (design !== 'split' && design !== 'before-after') found.push(...moreSites())
  if (design === 'pilot-randomised' || design === 'pilot-chosen' || design === 'before-after') {
    const before = longerHistory()
    if (before) found.push(before)
  }
  if (design === 'pilot-randomised') {
    const paired = pairs()
    if (paired) found.push(paired)
  }
  if (design === 'pilot-randomised' || design === 'pilot-chosen') {
    const adjusted = at({ analysis: 'adjusted' })
    if (isBetter(adjusted)) found.push(remedy('baseline', null, adjusted))
  }
  if (design === 'staggered-randomised' || design === 'staggered-chosen') {
    const wedge = at({ isWedge: true })
    if (isBetter(wedge)) found.push(remedy('wedge', null, wedge))
  }
  // Every effect here grows with the standard deviation, so the share is exact.
  if (now !== null) found.push({ ...remedy('less-noise', 1 - worth / now, worth), reaches: true })
  if (now !== null) found.push({ ...remedy('larger-effect', now, null), reaches: true })
  return found.sort((a, b) => Number(b.reaches) - Number(a.reaches))

  function moreSites(): Remedy[] {
    const withSites = (sites: number) => {
      // As many more may get it as there are more: the share that may stays what it was.
      const treatable = Math.max(prospect.treated, Math.round((prospect.treated / prospect.sites) * sites))
      return at({ sites, treated: treatedOf(sites, treatable) })
    }
    const reaches = (sites: number) => (withSites(sites) ?? Number.POSITIVE_INFINITY) <= worth
    // Up to 11 sites the test is simulated: not asked unless 12 would do.
    let high = Math.max(prospect.sites + 1, 12)
    while (high < mostSites && !reaches(high)) high = Math.min(mostSites, high + Math.max(1, Math.ceil(high / 4)))
    if (!reaches(high)) {
      const effect = withSites(2 * prospect.sites)
      return isBetter(effect) ? [remedy('more-sites', 2 * prospect.sites, effect)] : []
    }
    let low = prospect.sites
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (reaches(middle)) high = middle
      else low = middle
    }
    return [remedy('more-sites', high, withSites(high))]
  }

  function longerHistory(): Remedy | null {
    const before = prospect.periods
    for (let more = before + 1; more <= before + mostPeriods; more = Math.ceil(more * 1.25)) {
      const effect = at({ periods: more })
      if (effect !== null && effect <= worth) return remedy('longer-history', more, effect)
    }
    const doubled = at({ periods: Math.max(2 * before, before + 8) })
    return isBetter(doubled) ? remedy('longer-history', Math.max(2 * before, before + 8), doubled) : null
  }

  /** Sites paired by their history: worth it where the two of a pair went up and down together. */
  function pairs(): Remedy | null {
    const { shared } = prospect
    const twos = pairUp(asked.values)
    if (shared === null || twos.length < 2) return null
    if (!smallestPermutationP({ by: 'pairs', pairs: twos.length }).canReject) return null
    const correlation = Math.min(0.95, correlationWithin(twos, asked.values, periods))
    const standardDeviation = Math.sqrt(varianceOfChange(shared, prospect.periods, periods, 'change'))
    const { effect } = planPairs({ standardDeviation, correlation, size: twos.length, power: wantedPower })
    return isBetter(effect) ? remedy('pairs', twos.length, effect) : null
  }
}

/** How far the two of a pair changed alike, from one stretch of the history to the next, against two sites at random. */
function correlationWithin(
  pairs: readonly (readonly [number, number])[],
  values: SiteHistory['values'],
  length: number,
): number {
  const periods = values[0]?.length ?? 0
  const stretch = Math.max(1, Math.min(length, Math.floor(periods / 4)))
  let [within, all, count] = [0, 0, 0]
  for (let end = periods; end - 2 * stretch >= 0; end -= stretch) {
    const changes = values.map((row) => {
      const [before, after] = [
        meanOf(row.slice(end - 2 * stretch, end - stretch)),
        meanOf(row.slice(end - stretch, end)),
      ]
      return before === null || after === null ? null : after - before
    })
    const there = changes.filter((change) => change !== null)
    const mean = meanOf(there)
    if (mean === null) continue
    for (const [a, b] of pairs) {
      const [one, other] = [changes[a] ?? null, changes[b] ?? null]
      if (one === null || other === null) continue
      within += (one - mean) * (other - mean)
      all += ((one - mean) ** 2 + (other - mean) ** 2) / 2
      count += 1
    }
  }
  return count < 4 || all === 0 ? 0 : within / all
}

function meanOf(values: readonly (number | null)[]): number | null {
  const there = values.filter((value) => value !== null)
  return there.length === 0 ? null : there.reduce((sum, value) => sum + value, 0) / there.length
}
