import { sql } from 'kysely'
import { Problem } from '#platform/anywhere/problem.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import type { Database } from '#platform/database.ts'
import type { Claim, Timeline } from './claims.ts'
import type { GainId } from './gain.ts'

declare module '#platform/database.ts' {
  interface Tables {
    gainClaim: { gainId: GainId; basis: string; timeline: Timeline; site: string; periods: string }
  }
}

/**
 * Claims what a gain rests on. The exclusion constraint decides, also between two at once: the later one waits for the
 * earlier one's end.
 * @throws {Problem} `out-of-step` when another gain counts one of the figures, naming it.
 */
export async function addClaims(
  db: Database,
  gainId: GainId,
  timeline: Timeline,
  claims: readonly Claim[],
): Promise<void> {
  const asked = claimRows(claims)
  const { numAffectedRows } = await sql`
    insert into gain_claim (gain_id, basis, timeline, site, periods)
    select ${gainId}, basis, ${timeline}, site, periods from ${asked}
    on conflict do nothing`.execute(db)
  const taken = claims.length - Number(numAffectedRows ?? 0n)
  if (taken === 0) return
  const { rows } = await sql<{ title: string; site: string; start: string | null }>`
    select trial.title, claim.site, min(lower(claim.periods * asked.periods))::text as start
    from gain_claim as claim
    join ${asked} on asked.basis = claim.basis and asked.site = claim.site and asked.periods && claim.periods
    join gain on gain.id = claim.gain_id
    join trial on trial.id = gain.trial_id
    where claim.timeline = ${timeline} and claim.gain_id <> ${gainId}
    group by trial.title, claim.site
    order by claim.site, start`.execute(db)
  const [other] = rows
  throw new Problem('out-of-step', 'gain.claimed', {
    // Of a place claimed on two bases one sentence is enough.
    count: new Set(rows.map(({ site }) => site)).size || taken,
    title: other?.title ?? '',
    site: claims.find(({ site }) => site === other?.site)?.name ?? '',
    from: startText(timeline, other?.start ?? null),
  })
}

/** Claims with their stretches, as rows to insert or to compare with. */
function claimRows(claims: readonly Claim[]) {
  const bases = claims.map(({ basis }) => basis)
  const sites = claims.map(({ site }) => site)
  const periods = claims.map(({ stretches }) => `{${stretches.map(({ start, end }) => `[${start},${end})`).join()}}`)
  return sql`unnest(${bases}::text[], ${sites}::text[], ${periods}::nummultirange[]) as asked (basis, site, periods)`
}

/** A place on the calendar is a day; on any other timeline it is the number that the sheet has. */
function startText(timeline: Timeline, start: string | null): string {
  if (start === null || timeline !== 'calendar') return start ?? ''
  return new Date(Number(start) * dayMs).toISOString().slice(0, 10)
}

/** Frees what a reversed gain has claimed: another may count it now. */
export async function removeClaims(db: Database, gainId: GainId): Promise<void> {
  await db.deleteFrom('gainClaim').where('gainId', '=', gainId).execute()
}
