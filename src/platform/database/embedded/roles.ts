import pg from 'pg'
import type { PgConfig } from './pg-config.ts'

/** The three roles. Each signs in by being the operating system's user that runs Ratchet; none has a password. */
export const roles = {
  /** The cluster's superuser: makes the others, and is used for nothing else. */
  supervisor: 'ratchet_supervisor',
  /** Owns the database and every table, runs the migrations. */
  owner: 'ratchet_owner',
  /** What the product signs in as: owns nothing, creates nothing, is bound by row-level security. */
  app: 'ratchet_app',
} as const

export const databaseName = 'ratchet'

const attributes = 'LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION'

/**
 * Makes the roles and the database, or leaves them as they are. Safe to break off anywhere and to run again: the
 * database gets its name last.
 * @param configOf how the supervisor signs in to a database.
 * @returns PostgreSQL's version, such as `18.4`.
 */
export async function ensureRoles(configOf: (database: string) => PgConfig): Promise<string> {
  return withClient(configOf('postgres'), async (client) => {
    const { rows } = await client.query<{ sound: string; made: boolean; version: string }>(
      `select count(*) filter (where rolcanlogin and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)) as sound,
         exists (select from pg_database where datname = $3) as made, current_setting('server_version') as version
       from pg_roles where rolname in ($1, $2)`,
      [roles.owner, roles.app, databaseName],
    )
    const [found] = rows
    if (found?.sound !== '2') await makeRoles(client)
    if (!found?.made) await makeDatabase(client, configOf)
    return found?.version.split(' ')[0] ?? ''
  })
}

async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of [roles.owner, roles.app]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes}`)
  }
}

async function makeDatabase(client: pg.Client, configOf: (database: string) => PgConfig): Promise<void> {
  // Large objects belong to whoever makes them and know no row-level security. Copies of the template have none.
  await withClient(configOf('template1'), (template) =>
    template.query(
      'revoke execute on function lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) from public',
    ),
  )
  await client.query('revoke all on database postgres, template1 from public')

  const unfinished = `${databaseName}_unfinished`
  await client.query(`drop database if exists ${unfinished}`)
  await client.query(`create database ${unfinished} owner ${roles.owner}`)
  await client.query(`revoke all on database ${unfinished} from public`)
  await client.query(`grant connect on database ${unfinished} to ${roles.app}`)
  await client.query(`alter database ${unfinished} rename to ${databaseName}`)
}

async function withClient<T>(config: PgConfig, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  // PostgreSQL may be killed while we talk to it. The query then fails by itself; unheard, the event would end Node.
  client.on('error', () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
