import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import type { Logger } from '../log.ts'
import { startEmbedded } from './embedded/embedded.ts'
import { StartupRefused } from './embedded/startup-refused.ts'

export interface Storage {
  readonly kind: 'embedded' | 'server'
  /** Owns the tables and runs the migrations. */
  readonly owner: pg.ClientConfig
  /** What the product signs in as: owns nothing. */
  readonly app: pg.PoolConfig
  /** Where the data lies, for people. */
  readonly place: string
  /** PostgreSQL is gone and does not come back: leave. */
  onLost(leave: () => void): void
  stop(): Promise<void>
}

/** The folder of the embedded database inside DATA_DIR. */
export function databaseFolder(dataDir: string): string {
  return join(dataDir, 'database')
}

/** DATA_DIR/storage.json: which kind of storage this installation uses, so that a lost setting is not a fresh start. */
interface Marker {
  kind: Storage['kind']
  /** `installation.id` of the database; null until it was read once. */
  installation: string | null
}

/**
 * Opens PostgreSQL: the embedded one, or the server that DATABASE_URL names.
 * @throws {StartupRefused} when it cannot be opened, or when the kind of storage has changed by accident.
 */
export async function openStorage(config: Config, log: Logger): Promise<Storage> {
  return config.databaseUrl ? openServer(config, config.databaseUrl) : openEmbedded(config, log)
}

/**
 * Remembers which database this installation uses. Called once the schema is in place.
 * @throws {StartupRefused} when the database belongs to another installation than this data folder.
 */
export async function rememberStorage({ dataDir }: Config, { kind, owner, place }: Storage): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from installation')
  await client.end()
  const installation = rows[0]?.id ?? null
  const before = await readMarker(dataDir)
  if (before?.installation && before.kind === kind && before.installation !== installation)
    throw new StartupRefused(
      `The database at ${place} is not the one that ${dataDir} was used with. Nothing was changed in it. If that is meant, remove ${markerPath(dataDir)} and start again.`,
    )
  await mkdir(dataDir, { recursive: true })
  await writeFile(markerPath(dataDir), `${JSON.stringify({ kind, installation } satisfies Marker, null, 2)}\n`)
}

async function openEmbedded({ dataDir }: Config, log: Logger): Promise<Storage> {
  const before = await readMarker(dataDir)
  if (before?.kind === 'server')
    throw new StartupRefused(
      `This installation keeps its data on a PostgreSQL server, but DATABASE_URL is not set. Nothing was started, so that nobody works in an empty database by accident. Set DATABASE_URL again; or, to start anew here, remove ${markerPath(dataDir)}.`,
    )
  const database = await startEmbedded({
    dataDir: databaseFolder(dataDir),
    log: { info: (text) => log.info(text), warn: (text) => log.warn(text), error: (text) => log.error(text) },
  })
  return {
    kind: 'embedded',
    owner: database.owner,
    app: database.app,
    place: dataDir,
    onLost(leave) {
      database.onExit(({ isRestarting }) => {
        if (!isRestarting) leave()
      })
    },
    stop: () => database.stop(),
  }
}

async function openServer({ dataDir, appDatabaseUrl }: Config, databaseUrl: string): Promise<Storage> {
  const owner: pg.ClientConfig = { connectionString: databaseUrl, connectionTimeoutMillis: 5_000 }
  const place = withoutPassword(databaseUrl)
  const client = new pg.Client(owner)
  try {
    await client.connect()
  } catch (error) {
    throw new StartupRefused(
      `The PostgreSQL server at ${place} cannot be reached: ${error instanceof Error ? error.message : String(error)}. Nothing was changed. Check DATABASE_URL and whether the server runs.`,
    )
  }
  try {
    await refuseOldServer(client)
    await refuseHalfSwitch(dataDir, place)
    const app = appDatabaseUrl ? { connectionString: appDatabaseUrl } : await ensureAppRole(client, databaseUrl)
    await refuseMightyRole(client)
    return { kind: 'server', owner, app, place, onLost: () => {}, stop: async () => {} }
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  )
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (version < 15)
    throw new StartupRefused(
      `The server runs PostgreSQL ${version}; Ratchet needs 15 to 18. Nothing was changed. Upgrade the server first.`,
    )
}

/** An empty server beside a full data folder is a setting that came by accident, until somebody says otherwise. */
async function refuseHalfSwitch(dataDir: string, place: string): Promise<void> {
  const before = await readMarker(dataDir)
  const hasData = before?.kind === 'embedded' || (!before && existsSync(databaseFolder(dataDir)))
  if (!hasData) return
  throw new StartupRefused(
    `DATABASE_URL points at ${place}, but the data of this installation lies in ${dataDir}. Nothing was changed in either. To stay with it, unset DATABASE_URL. To begin anew on the server, set DATA_DIR to another folder.`,
  )
}

/**
 * Makes the role that owns nothing. Its password is derived from the owner's, so that any number of processes agree on
 * it and it is stored nowhere.
 */
async function ensureAppRole(client: pg.Client, databaseUrl: string): Promise<pg.PoolConfig> {
  const url = new URL(databaseUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password))
    .update(`ratchet_app ${url.pathname}`)
    .digest('base64url')
  try {
    await client.query(`do $$ begin
      create role ratchet_app login;
    exception when duplicate_object or unique_violation then null; end $$`)
    await client.query(`alter role ratchet_app login password ${pg.escapeLiteral(password)}`)
    await client.query(`grant connect on database ${pg.escapeIdentifier(databaseOf(url))} to ratchet_app`)
  } catch (error) {
    throw new StartupRefused(
      `The role in DATABASE_URL may not create the role ratchet_app (${error instanceof Error ? error.message : String(error)}). Nothing was changed. Let a superuser run "create role ratchet_app login nosuperuser nobypassrls password '...'" and set APP_DATABASE_URL to the same address with that role.`,
    )
  }
  url.username = 'ratchet_app'
  url.password = password
  return { connectionString: url.toString() }
}

/** Row-level security binds nobody who is above it, so a role of that name with such rights is refused. */
async function refuseMightyRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    "select rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname = 'ratchet_app'",
  )
  if (rows[0]?.mighty !== false)
    throw new StartupRefused(
      'The role ratchet_app on this server is a superuser, passes by row-level security or creates roles, or is missing. Nothing was changed. Let a superuser run "alter role ratchet_app nosuperuser nobypassrls nocreaterole".',
    )
}

function databaseOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1))
}

function withoutPassword(address: string): string {
  const url = new URL(address)
  url.password = ''
  return url.toString()
}

function markerPath(dataDir: string): string {
  return join(dataDir, 'storage.json')
}

async function readMarker(dataDir: string): Promise<Marker | null> {
  try {
    return JSON.parse(await readFile(markerPath(dataDir), 'utf8')) as Marker
  } catch {
    return null
  }
}
