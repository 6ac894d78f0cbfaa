import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Tables that belong to the installation: they have no workspace, or hold ids only. */
const ofTheInstallation = [
  'account',
  'feed_due',
  'idempotency',
  'installation',
  'outbox',
  'schema_migration',
  'sign_in',
  'sign_in_try',
  'token',
]

describe('every table of a workspace', () => {
  test('has row-level security, forced, and a key that begins with the workspace', async () => {
    const tables = await database.look<{
      name: string
      enabled: boolean
      forced: boolean
      key: string[] | null
      owner: string
    }>(`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
        (select array_agg(a.attname::text order by k.place) from pg_constraint p, unnest(p.conkey) with ordinality k(number, place)
          join pg_attribute a on a.attnum = k.number where p.conrelid = c.oid and a.attrelid = c.oid and p.contype = 'p') as key
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
    const guarded = tables.filter(({ name }) => !ofTheInstallation.includes(name))
    expect(guarded.length).toBeGreaterThan(15)
    for (const { name, enabled, forced, key, owner } of guarded) {
      expect({ name, enabled, forced }).toEqual({ name, enabled: true, forced: true })
      expect(owner, name).toBe('ratchet_owner')
      if (name !== 'workspace' && name !== 'audit') expect(key?.[0], name).toBe('workspace_id')
    }
  })

  test('refers to others by workspace and id, so that no row can point into another workspace', async () => {
    const keys = await database.look<{ name: string; child: string; columns: string[] }>(`
      select conname as name, conrelid::regclass::text as child,
        (select array_agg(attname::text order by k.place) from unnest(conkey) with ordinality k(number, place) join pg_attribute on attrelid = conrelid and attnum = k.number) as columns
      from pg_constraint where contype = 'f' and confrelid::regclass::text not in ('workspace', 'account')`)
    expect(keys.length).toBeGreaterThan(10)
    for (const { name, columns } of keys) expect(columns[0], name).toBe('workspace_id')
  })

  test('can be reached by the app role only through what it was granted', async () => {
    const [role] = await database.look<{ super: boolean; bypass: boolean; owned: string }>(`
      select rolsuper as super, rolbypassrls as bypass, (select count(*) from pg_class where relowner = pg_roles.oid)::text as owned
      from pg_roles where rolname = 'ratchet_app'`)
    expect(role).toEqual({ super: false, bypass: false, owned: '0' })
  })
})

describe('a reused connection', () => {
  test('forgets the workspace it served before', async () => {
    const [a, b] = [randomUUID(), randomUUID()]
    for (const id of [a, b])
      await database.look(
        `insert into workspace (id, slug, name, language, currency, time_zone, week_start, working_days, created_at)
         values ($1, $2, 'x', 'en', 'EUR', 'UTC', 1, '{1}', now())`,
        [id, `w-${id}`],
      )
    const seen = async (workspaceId?: string) =>
      database.doors.tx(workspaceId ? { workspaceId: workspaceId as never } : {}, async (db) =>
        (
          await db
            .selectFrom('workspace' as never)
            .select('id' as never)
            .execute()
        ).map((row) => (row as { id: string }).id),
      )
    // More rounds than the pool has connections, so that each is used again.
    for (let round = 0; round < 30; round++) {
      expect(await seen(a)).toEqual([a])
      expect(await seen()).toEqual([])
      expect(await seen(b)).toEqual([b])
    }
  })
})
