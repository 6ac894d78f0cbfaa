import type { z } from 'zod'
import { day } from '#platform/anywhere/time.ts'
import { readPeriods } from '#product/measurement/period.ts'
import type { Every } from '#product/metric/metric.ts'
import { type Site, siteKey } from '#product/site/site.ts'
import { Trial } from '#product/trial/trial.ts'
import type { PlanBody } from './plan-body.ts'

/** From when to when the change of a trial was tried, as the chart of its metric draws it in. */
export const TrialSpan = Trial.pick({ id: true, title: true, design: true, state: true }).extend({
  /** A day of its first period with the change: at the site that was asked for, or of all of them the earliest. */
  fromOn: day,
  /** Null while it goes on. */
  toOn: day.nullable(),
})
export type TrialSpan = z.output<typeof TrialSpan>

export interface SpanAsked {
  trial: Pick<Trial, 'id' | 'title' | 'design' | 'state' | 'door'>
  body: PlanBody
  /** By the workspace's clock. */
  startedOn: string
  /** Null while it runs. */
  endedOn: string | null
  /** The last period of its sheets, as it stands there. */
  lastPeriod: string | null
  /** How long the periods of the chart are. */
  every: Every
}

/**
 * The span of a trial at a site; without one wherever it is tried. Null where the site does not get the change: on the
 * chart of a shop that others are only compared with, nothing began.
 */
export function trialSpanOf(asked: SpanAsked, site: Pick<Site, 'id' | 'name'> | null): TrialSpan | null {
  const { trial, body, startedOn, endedOn, lastPeriod, every } = asked
  const starts = startsOf(body, site)
  if (starts === null) return null
  const order = (body.design === 'split' ? null : body.columns.dateOrder) ?? undefined
  const daysOf = (labels: readonly string[]) =>
    readPeriods(labels, every, order).found.flatMap((one) => ('on' in one ? [one.on] : []))
  // A sheet may number its weeks: then only the planned day, or the day of the start, says when that was.
  const [first] = daysOf(starts).sort()
  const fromOn = first ?? body.startsOn ?? (trial.door === 'plan-first' ? startedOn : null)
  if (fromOn === null) return null
  const { id, title, design, state } = trial
  const toOn = endedOn === null ? null : latest(fromOn, lastOn())
  return { id, title, design, state, fromOn, toOn }

  function lastOn(): string {
    if (trial.door === 'plan-first' && endedOn !== null) return endedOn
    // A look back was over before it was written down.
    return body.endsOn ?? (lastPeriod === null ? undefined : daysOf([lastPeriod])[0]) ?? ''
  }
}

/** The first periods with the change, as the plan writes them; empty where it names none. Null: not at this site. */
function startsOf(body: PlanBody, site: Pick<Site, 'id' | 'name'> | null): string[] | null {
  if (body.design === 'split') return site ? null : []
  const named = site && nameIn(body, site)
  const isHere = ({ name }: { name: string }) => named === null || siteKey(name) === siteKey(named)
  switch (body.design) {
    case 'pilot':
      return body.sites.some((one) => one.treated && isHere(one)) ? [body.since] : null
    case 'before-after':
      // A sheet about one place need not name it; then nobody knows whether it was this one.
      return site === null || body.sites.some(isHere) ? [body.since] : null
    case 'staggered':
      return someOf(body.sites.filter(isHere).flatMap(({ start }) => start ?? []))
    case 'switchback':
      return someOf(body.sites.filter(isHere).flatMap(({ on }) => on.map(({ from }) => from)))
  }
}

/** A site is called in the plan as it was called then. */
function nameIn({ measured }: PlanBody, { id, name }: Pick<Site, 'id' | 'name'>): string {
  return measured?.sites.find(({ siteId }) => siteId === id)?.name ?? name
}

function someOf(starts: string[]): string[] | null {
  return starts.length > 0 ? starts : null
}

function latest(one: string, other: string): string {
  return one > other ? one : other
}
