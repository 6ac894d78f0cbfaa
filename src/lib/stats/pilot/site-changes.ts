import { type Panel, type PanelSite, periodsOf } from './panel.ts'

/** One site, reduced to what counts: the unit of the change is the unit of the analysis. */
export interface SiteChange {
  name: string
  treated: boolean
  /** Mean of the values before the start, in the unit of the metric. */
  before: number
  /** Mean of the values from the start on. */
  after: number
  /** `after - before`, with the digits that the subtraction of two large means would lose. */
  change: number
  /** How many values each mean has, at least 1. */
  rows: { before: number; after: number }
}

/** A site that cannot be used, and which side has no value at all. */
export interface DroppedSite {
  name: string
  treated: boolean
  reason: 'no-value' | 'no-value-before' | 'no-value-after'
  /** Values that are dropped with it. */
  rows: number
}

export interface SiteChanges {
  /** In the order of the panel. */
  used: SiteChange[]
  dropped: DroppedSite[]
  /** Differences up to this size are rounding, in the unit of the metric: 16 ulp of the largest value. */
  resolution: number
}

/**
 * Each site's mean after the start less its mean before.
 *
 * Periods without a value are left out of that site's mean, and sites without a value on one side are dropped and
 * listed. Where a site misses periods and all sites drift together, its means stand for different times than the
 * others': few gaps do little, many need a model with period effects.
 *
 * @throws {RangeError} when the panel is malformed (see `periodsOf`) or no period lies before, or none after, the start.
 */
export function siteChanges(panel: Panel): SiteChanges {
  const periods = periodsOf(panel)
  if (panel.since < 1 || panel.since >= periods)
    throw new RangeError(`since must be in 1..${periods - 1}, got ${panel.since}`)
  const used: SiteChange[] = []
  const dropped: DroppedSite[] = []
  let largest = 0
  for (const site of panel.sites) {
    const change = changeOf(site, panel.since)
    if ('reason' in change) dropped.push(change)
    else {
      used.push(change)
      largest = Math.max(largest, Math.abs(change.before), Math.abs(change.after))
    }
  }
  return { used, dropped, resolution: 16 * Number.EPSILON * largest }
}

function changeOf({ name, treated, values }: PanelSite, since: number): SiteChange | DroppedSite {
  // Means are taken from the site's first value: its level, however high, then cancels exactly.
  const level = values.find((value) => value !== null) ?? 0
  const rows = { before: 0, after: 0 }
  const sum = { before: 0, after: 0 }
  values.forEach((value, period) => {
    if (value === null) return
    const side = period < since ? 'before' : 'after'
    rows[side] += 1
    sum[side] += value - level
  })
  if (rows.before === 0 || rows.after === 0) {
    const reason = rows.after > 0 ? 'no-value-before' : rows.before > 0 ? 'no-value-after' : 'no-value'
    return { name, treated, reason, rows: rows.before + rows.after }
  }
  const before = sum.before / rows.before
  const after = sum.after / rows.after
  return { name, treated, before: level + before, after: level + after, change: after - before, rows }
}
