import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

/** The database cannot be used by this version of Ratchet. The message says why and what to do. */
export class MigrationRefused extends Error {}

/** Anything, as long as every process of every installation takes the same lock. */
const advisoryLock = 7_286_243

/**
 * Brings the schema up to date: every file of `migrations/` once, in the order of its name, each in a transaction of
 * its own. Forward only. Safe when many processes start at once: an advisory lock lets one work and the others wait.
 *
 * @param owner The role that owns the tables; the app never has it.
 * @returns The names of the files that were applied now.
 * @throws {MigrationRefused} when the database has a migration that this version does not know, or one that was edited.
 */
export async function migrate(owner: pg.ClientConfig, folder: URL): Promise<string[]> {
  const known = await readMigrations(folder)
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await client.query(
      `create table if not exists schema_migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration order by name',
    )
    refuseForeign(rows, known)
    const applied = new Set(rows.map(({ name }) => name))
    const waiting = known.filter(({ name }) => !applied.has(name))
    for (const { name, checksum, text } of waiting) {
      await client.query('begin')
      try {
        await client.query(text)
        await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed and was rolled back; the database is as it was before it.`, {
          cause: error,
        })
      }
    }
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

interface Migration {
  name: string
  checksum: string
  text: string
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, checksum: createHash('sha256').update(text).digest('hex'), text }
    }),
  )
}

function refuseForeign(applied: { name: string; checksum: string }[], known: Migration[]): void {
  for (const { name, checksum } of applied) {
    const match = known.find((migration) => migration.name === name)
    if (!match)
      throw new MigrationRefused(
        `The database has the change "${name}", which this version of Ratchet does not know: it was written by a newer version. Nothing was changed. Start that version, or restore a backup made before the upgrade.`,
      )
    if (match.checksum !== checksum)
      throw new MigrationRefused(
        `The file migrations/${name} differs from what was applied to this database. Nothing was changed. Put the released file back: migrations are appended, never edited.`,
      )
  }
}
