import pg from 'pg'
import { findDataFolder } from './data-folder.ts'
import type { PgConfig } from './pg-config.ts'
import { databaseName, roles } from './roles.ts'
import { findSocketFolder } from './socket-folder.ts'

/**
 * How to sign in to an embedded database that another process of the same user is running, or null when none answers.
 * For commands beside a running Ratchet: they share its PostgreSQL instead of starting a second one.
 */
export async function findRunning(dataDir: string): Promise<{ owner: PgConfig; app: PgConfig } | null> {
  const socketFolder = await findDataFolder(dataDir).then(findSocketFolder, () => undefined)
  if (socketFolder === undefined) return null
  const configOf = (user: string): PgConfig => ({
    host: socketFolder,
    port: 5432,
    database: databaseName,
    user,
    ssl: false,
  })
  const client = new pg.Client(configOf(roles.app))
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return { owner: configOf(roles.owner), app: configOf(roles.app) }
  } catch {
    return null
  }
}
