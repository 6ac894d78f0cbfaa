import { createHash } from 'node:crypto'
import type { PeriodKind } from '#lib/sheet/period-of.ts'
import { isChangedAt } from '#product/plan/changed-at.ts'
import { sheetBehind } from '#product/plan/plan-store.ts'
import type { OverTime, SplitFigures, TrialFigures } from '#product/plan/trial-figures.ts'
import { siteKey } from '#product/site/site.ts'

/** From `start` on, up to but without `end`: days since 1970 on the calendar, else the sheet's own numbers. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a gain rests on at one site: nobody else may count these times there on the same basis. */
export interface Claim {
  /** A metric's id, or the hash of a sheet's column: the same figures under another metric are still the same. */
  readonly basis: string
  /** How the site is known: however it is written, it is one place. */
  readonly site: string
  /** How its sheet writes it. */
  readonly name: string
  readonly stretches: readonly Stretch[]
}

/** What the periods of a sheet are measured along. Days, weeks and months share the calendar; others share nothing. */
export type Timeline = 'calendar' | 'number' | 'numbered' | 'side'

/** Of whatever design: what says when the change was there is read by `isChangedAt`. */
interface Site {
  name: string
  values: (number | null)[]
  treated?: boolean
  start?: number | null
  on?: (boolean | null)[]
}
type Claimed = Pick<OverTime<Site>, 'sites' | 'periods' | 'since' | 'origins' | 'slots'> & {
  sheets: readonly { sha256: string }[]
  plan: { body: { metric: { id: string }; columns: { value: string } } }
}

/** What the gain of any trial claims. */
export function claimsOfTrial(figures: TrialFigures): { timeline: Timeline; claims: Claim[] } {
  if (figures.design === 'split') return { timeline: 'number', claims: claimsOfUnits(figures) }
  return { timeline: timelineOf(figures.periodKind), claims: claimsOf(figures) }
}

/** Whoever was drawn has no place and no period of its own: the arm of a sheet's column is counted once. */
function claimsOfUnits({ arms, plan, sheets }: SplitFigures): Claim[] {
  const { treated } = arms
  const claims = sheets.map(({ sha256 }) => ({
    basis: columnBasis(sha256, plan.body.columns.value),
    site: siteKey(treated),
    name: treated,
    stretches: [{ start: 0, end: 1 }],
  }))
  return claims.sort((a, b) => (a.basis < b.basis ? -1 : 1))
}

/**
 * The figures that a gain rests on: those of the sites with the change, from its start on; once for the metric, and
 * once for the column of each sheet that they stand in.
 */
export function claimsOf(panel: Claimed): Claim[] {
  const { metric, columns } = panel.plan.body
  const bases = panel.sheets.map(({ sha256 }) => columnBasis(sha256, columns.value))
  const spans = spansOf(panel.periods.map(({ key }) => key))
  const places = new Map<string, Claim & { stretches: Stretch[] }>()

  function claim(basis: string, name: string, span: Stretch): void {
    const site = siteKey(name)
    const place = places.get(basis + site)
    if (place) place.stretches.push(span)
    else places.set(basis + site, { basis, site, name, stretches: [span] })
  }

  for (const [at, site] of panel.sites.entries()) {
    const { name, values } = site
    for (const [period, span] of spans.entries()) {
      if (!isChangedAt(site, period, panel.since) || (values[period] ?? null) === null) continue
      claim(metric.id, name, span)
      const basis = bases[sheetBehind(panel, at, period) ?? -1]
      if (basis !== undefined) claim(basis, name, span)
    }
  }
  const claims = [...places.values()].map((place) => ({ ...place, stretches: joined(place.stretches) }))
  // In one order, so that two decisions at once wait for each other in one direction only.
  return claims.sort((a, b) => (a.basis + a.site < b.basis + b.site ? -1 : 1))
}

/** Names one column of a sheet by its content, so that the same sheet brought twice is one. */
function columnBasis(sha256: string, column: string): string {
  return createHash('sha256').update(`${sha256} ${column}`).digest('hex')
}

export function timelineOf(kind: PeriodKind): Timeline {
  return kind === 'number' || kind === 'numbered' || kind === 'side' ? kind : 'calendar'
}

/**
 * How long each period lasts: until the next one begins, or as long as most of them where the next one is missing or
 * this is the last. So a sheet by weeks and one by days are known to speak of the same time.
 */
function spansOf(keys: readonly number[]): Stretch[] {
  const steps = keys.slice(1).map((key, at) => key - (keys[at] ?? 0))
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1
  return keys.map((start, at) => {
    const step = steps[at] ?? usual
    return { start, end: start + (step <= 1.5 * usual ? step : usual) }
  })
}

/** Neighbours that touch, as one; in any order, since one place may be written in two ways. */
function joined(spans: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = stretches.at(-1)
    if (last && span.start <= last.end)
      stretches[stretches.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else stretches.push(span)
  }
  return stretches
}
