import { databaseAccount } from './account.ts'
import { findPackage, runnableBinaries } from './binaries.ts'
import { clusterVersion, createCluster, refuseOtherVersion, removeUnfinished } from './cluster.ts'
import { openDataFolder, orRefuse } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import type { PgConfig } from './pg-config.ts'
import { keepSmall } from './postgres-log.ts'
import { databaseName, ensureRoles, roles } from './roles.ts'
import { writeSettings } from './settings.ts'
import { closeSocketFolder, openSocketFolder } from './socket-folder.ts'
import { type SupervisorLog, supervise, type UnexpectedExit } from './supervise.ts'
import { stopSurvivor } from './survivor.ts'

export interface EmbeddedOptions {
  /** A folder for the database alone, made when missing. Relative paths start at the current folder. */
  dataDir: string
  log: SupervisorLog
  /** How often a PostgreSQL that ended unasked is started again within a minute. Default 30. */
  restartsPerMinute?: number
}

export interface EmbeddedDatabase {
  /** Signs in as the owner of the database: for migrations. */
  owner: PgConfig
  /** Signs in as the role that owns nothing: for the product. */
  app: PgConfig
  socketDir: string
  /** PostgreSQL's version, such as `18.4`. */
  version: string
  /** Shuts PostgreSQL down and frees the folder. Safe to call twice. Close the pools first, or they see errors. */
  stop(): Promise<void>
  /** Calls back each time PostgreSQL ends unasked. */
  onExit(callback: (exit: UnexpectedExit) => void): void
}

/**
 * The embedded PostgreSQL, ready for connections: made at the first start, kept running, stopped by `stop()`.
 *
 * A PostgreSQL that outlived a killed Ratchet is stopped and started anew. One folder takes one process.
 *
 * @throws {StartupRefused} when it cannot start and a person has to do something; the folder is left as it was.
 */
export function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  return orRefuse(options.dataDir, () => start(options))
}

async function start({ dataDir, log, restartsPerMinute = 30 }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const begun = performance.now()
  const source = await findPackage()
  const account = await databaseAccount()
  const layout = await openDataFolder(dataDir, account)
  const lock = await lockFolder(layout.root)
  /** What to undo, last first, when it stops or does not get up. */
  const undo: (() => void | Promise<void>)[] = [lock.release]
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= inTurn(undo.toReversed())
    return stopped
  }

  try {
    const binaries = await runnableBinaries(source, account, layout.root)
    await removeUnfinished(layout)
    const writtenBy = await clusterVersion(layout)
    if (writtenBy === undefined) await createCluster(layout, binaries, account)
    else refuseOtherVersion(writtenBy, binaries, layout)
    const survivor = await stopSurvivor(layout)
    if (survivor !== undefined) log.warn(`stopped PostgreSQL ${survivor}, which had outlived its Ratchet`)

    const socketDir = await openSocketFolder(layout, account)
    undo.push(() => closeSocketFolder(layout, socketDir))
    await writeSettings(layout, socketDir, account)
    undo.push(await keepSmall(layout.log))
    const { stop: end, onExit } = await supervise({ layout, binaries, account }, log, restartsPerMinute)
    undo.push(end)

    const configOf = (user: string, database: string): PgConfig => ({
      host: socketDir,
      port: 5432,
      database,
      user,
      ssl: false,
    })
    const version = await ensureRoles((database) => configOf(roles.supervisor, database))
    log.info(`PostgreSQL ${version} is ready after ${Math.round(performance.now() - begun)} ms in ${layout.root}`)
    const [owner, app] = [configOf(roles.owner, databaseName), configOf(roles.app, databaseName)]
    return { owner, app, socketDir, version, stop, onExit }
  } catch (error) {
    await stop()
    throw error
  }
}

async function inTurn(steps: (() => void | Promise<void>)[]): Promise<void> {
  for (const step of steps) await step()
}
