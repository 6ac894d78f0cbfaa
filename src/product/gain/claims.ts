import type { PeriodKind } from '#lib/sheet/period-of.ts'
import type { TrialPanel } from '#product/plan/plan-store.ts'

/** One figure that a gain rests on: nobody else may count it for the same metric. */
export interface Claim {
  readonly site: string
  /** The same for the same time, however a sheet writes it. */
  readonly period: string
  /** As the sheet writes it. */
  readonly label: string
}

/**
 * The figures that a gain rests on: those of the sites with the change, from its start on. Ordered, so that two
 * decisions at once claim in one order and cannot wait for each other.
 */
export function claimsOf({
  sites,
  periods,
  periodKind,
  since,
}: Pick<TrialPanel, 'sites' | 'periods' | 'periodKind' | 'since'>): Claim[] {
  const claims = sites.flatMap(({ name, treated, values }) =>
    treated
      ? periods.flatMap(({ key, label }, at) => {
          const isClaimed = at >= since && (values[at] ?? null) !== null
          return isClaimed ? [{ site: name, period: `${families[periodKind]} ${key}`, label }] : []
        })
      : [],
  )
  return claims.sort((a, b) => compare(a.site, b.site) || compare(a.period, b.period))
}

/** Calendar periods share one line of days: a sheet by days and one by weeks meet on the first day of the week. */
const families: Record<PeriodKind, string> = {
  moment: 'day',
  day: 'day',
  week: 'day',
  month: 'day',
  quarter: 'day',
  number: 'number',
  numbered: 'numbered',
  side: 'side',
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
