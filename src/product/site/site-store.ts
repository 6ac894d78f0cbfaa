import { sql } from 'kysely'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { waitForTurn } from '#platform/database/wait-for-turn.ts'
import type { Database } from '#platform/database.ts'
import { type Site, type SiteId, siteKey } from './site.ts'

declare module '#platform/database.ts' {
  interface Tables {
    /** `key` is the name in one spelling: it is unique, and nobody but the store sees it. */
    site: Site & { key: string }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'site.changed': { id: SiteId }
    /** With a table of figures, by its import. */
    'site.came': { importId: string }
  }
}

const columns = ['id', 'name', 'kind', 'teamId', 'attributes', 'closedOn', 'createdAt'] as const

/** @throws {Problem} `not-found`. */
export async function findSite(db: Database, id: SiteId): Promise<Site> {
  const site = await db.selectFrom('site').select(columns).where('id', '=', id).executeTakeFirst()
  if (!site) throw new Problem('not-found', 'site.none')
  return site
}

/** By name, open and closed, at most `limits.sites`. */
export function listSites(db: Database): Promise<Site[]> {
  return db.selectFrom('site').select(columns).orderBy('key').limit(limits.sites).execute()
}

/** Those of `ids` that there are. */
export async function findSites(db: Database, ids: readonly SiteId[]): Promise<Site[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('site')
    .select(columns)
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute()
}

/** Those of `names` that there are, by their key (`siteKey`). */
export async function findSitesNamed(db: Database, names: readonly string[]): Promise<Map<string, Site>> {
  const keys = [...new Set(names.map(siteKey))]
  if (keys.length === 0) return new Map()
  const sites = await db
    .selectFrom('site')
    .select([...columns, 'key'])
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .execute()
  return new Map(sites.map(({ key, ...site }) => [key, site]))
}

/**
 * Adds sites in one go. Who adds the same name at the same moment waits and is told.
 * @throws {Problem} `out-of-step` naming one that is there already, in any spelling; then none is added.
 */
export async function addSites(db: Database, sites: readonly Site[]): Promise<void> {
  if (sites.length === 0) return
  // In one order, so that two who add the same names wait for each other in one direction only.
  const rows = sites.map((site) => ({ ...site, key: siteKey(site.name) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000)
    const added = await db
      .insertInto('site')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .execute()
    if (added.length === some.length) continue
    const found = new Set(added.map(({ key }) => key))
    const taken = some.find(({ key }) => !found.has(key))
    throw new Problem('out-of-step', 'site.taken', { name: taken?.name ?? '' })
  }
}

/** @throws {Problem} `out-of-step` when another site has this name, in any spelling. */
export async function storeSite(db: Database, site: Site): Promise<void> {
  // Two who give the same name at once would both find it free.
  await waitForTurn(db, 'site.add')
  const { id, name, kind, teamId, attributes, closedOn } = site
  const key = siteKey(name)
  const other = await db.selectFrom('site').select('id').where('key', '=', key).where('id', '!=', id).executeTakeFirst()
  if (other) throw new Problem('out-of-step', 'site.taken', { name })
  await db.updateTable('site').set({ name, key, kind, teamId, attributes, closedOn }).where('id', '=', id).execute()
}

/**
 * Whoever adds sites meanwhile waits until this transaction ends.
 * @throws {Problem} `out-of-step` when there would be more than `limits.sites`.
 */
export async function refuseTooManySites(db: Database, more: number): Promise<void> {
  await waitForTurn(db, 'site.add')
  const { count } = await db
    .selectFrom('site')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) + more > limits.sites) throw new Problem('out-of-step', 'site.too-many', { limit: limits.sites })
}
