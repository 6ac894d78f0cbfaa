import { type Config, readConfig } from '#platform/config.ts'
import { type Doors, openDoors } from '#platform/database/doors.ts'
import { findRunning } from '#platform/database/embedded/find-running.ts'
import { migrate } from '#platform/database/migrate.ts'
import { databaseFolder, openStorage } from '#platform/database/open-storage.ts'
import { openLog } from '#platform/log.ts'
import { migrations, projectFolder } from '../start.ts'

/** Opens the data for one command: beside a running Ratchet through its PostgreSQL, otherwise by starting it. */
export async function withDoors<T>(work: (doors: Doors, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env, projectFolder)
  const log = openLog(config.logLevel)
  const running = config.databaseUrl ? null : await findRunning(databaseFolder(config.dataDir))
  const storage = running ? null : await openStorage(config, log)
  if (storage) await migrate(storage.owner, migrations)
  const app = running?.app ?? storage?.app
  if (!app) throw new Error('There is neither a running nor an opened database.')
  const doors = openDoors(app, log)
  try {
    return await work(doors, config)
  } finally {
    await doors.close()
    await storage?.stop()
  }
}

/** The address that links of this installation start with. */
export function linkUrlOf({ publicUrl, tls, port }: Config): string {
  return publicUrl ?? `${tls ? 'https' : 'http'}://localhost:${port}`
}
