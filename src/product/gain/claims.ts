import type { PeriodKind } from '#lib/sheet/period-of.ts'
import type { TrialPanel } from '#product/plan/plan-store.ts'

/** From `start` on, up to but without `end`: days since 1970 on the calendar, else the sheet's own numbers. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a gain rests on at one site: nobody else may count these times there for the same metric. */
export interface Claim {
  readonly site: string
  readonly stretches: readonly Stretch[]
}

/** What the periods of a sheet are measured along. Days, weeks and months share the calendar; others share nothing. */
export type Timeline = 'calendar' | 'number' | 'numbered' | 'side'

type Claimed = Pick<TrialPanel, 'sites' | 'periods' | 'periodKind' | 'since'>

/** The figures that a gain rests on: those of the sites with the change, from its start on. */
export function claimsOf({ sites, periods, since }: Claimed): Claim[] {
  const spans = spansOf(periods.map(({ key }) => key))
  const claims = sites.flatMap(({ name, treated, values }) => {
    if (!treated) return []
    const stretches = joined(spans.filter((_, at) => at >= since && (values[at] ?? null) !== null))
    return stretches.length > 0 ? [{ site: name, stretches }] : []
  })
  // In one order, so that two decisions at once wait for each other in one direction only.
  return claims.sort((a, b) => (a.site < b.site ? -1 : 1))
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

/** Neighbours that touch, as one. */
function joined(spans: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const span of spans) {
    const last = stretches.at(-1)
    if (last && span.start <= last.end) stretches[stretches.length - 1] = { start: last.start, end: span.end }
    else stretches.push(span)
  }
  return stretches
}
