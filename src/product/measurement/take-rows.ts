import type { Metric } from '#product/metric/metric.ts'
import { SiteId, siteKey } from '#product/site/site.ts'
import { doubtTally } from './doubt-tally.ts'
import { faultOf } from './fault-of.ts'
import { type Doubt, type Figure, refusedIn } from './measurement.ts'
import { readPeriods } from './period.ts'

/** A figure as a program sends it: a site by name or id, a period as text. */
export interface SentRow {
  site: string
  period: string
  value: number
  denominator: number | null
}

/**
 * The figures that rows say, and what was not taken and why: a row's number is its place in the call, from 1.
 * @param siteOf The sites there are, by key and by id.
 */
export function takeRows(
  rows: readonly SentRow[],
  { kind, every }: Pick<Metric, 'kind' | 'every'>,
  siteOf: ReadonlyMap<string, SiteId>,
  today: string,
): { figures: Figure[]; doubts: Doubt[]; refused: number } {
  const doubts = doubtTally()
  const { found } = readPeriods(
    rows.map(({ period }) => period),
    every,
  )
  const seen = new Set<string>()
  const figures = rows.flatMap(({ site, period, value, denominator }, place): Figure[] => {
    const row = place + 1
    const named = found[place] ?? { fault: 'no-period' }
    const siteId = siteOf.get(site) ?? siteOf.get(siteKey(site))
    if (!siteId) doubts.add('unknown-site', { row, column: 'site', text: site })
    else if ('fault' in named) doubts.add(named.fault, { row, column: 'period', text: period })
    else if (named.on > today) doubts.add('not-begun', { row, column: 'period', text: period })
    else {
      const fault = faultOf(kind, value, denominator)
      const isTwice = seen.has(siteId + named.on)
      if (fault) doubts.add(fault, { row, column: 'value', text: String(value) })
      else if (isTwice) doubts.add('twice', { row, column: 'period', text: period })
      else {
        seen.add(siteId + named.on)
        return [{ siteId, on: named.on, value, denominator }]
      }
    }
    return []
  })
  const list = doubts.list()
  return { figures, doubts: list, refused: refusedIn(list) }
}

/** The ids among what rows call their site. */
export function idsAmong(rows: readonly SentRow[]): SiteId[] {
  return rows.flatMap(({ site }) => {
    const id = SiteId.safeParse(site)
    return id.success ? [id.data] : []
  })
}
