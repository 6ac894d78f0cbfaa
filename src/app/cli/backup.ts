import { Command } from 'commander'
import { readConfig } from '#platform/config.ts'
import { coldBackup, restore } from '#platform/database/embedded/cold-backup.ts'
import { StartupRefused } from '#platform/database/embedded/startup-refused.ts'
import { databaseFolder } from '#platform/database/open-storage.ts'
import { projectFolder } from '../start.ts'

export const backupCommand = new Command('backup')
  .description('write everything into one file; Ratchet must be stopped')
  .argument('<file>', 'where to write it')
  .action(async (file: string) => {
    const { createdAt, contentBytes } = await coldBackup(embeddedFolder(), file)
    process.stdout.write(`${file}: ${megabytes(contentBytes)}, of ${createdAt}, read back and found whole.\n`)
  })

export const restoreCommand = new Command('restore')
  .description('bring back what a backup holds, into an empty data folder')
  .argument('<file>', 'a file that "ratchet backup" wrote')
  .action(async (file: string) => {
    const folder = embeddedFolder()
    const { createdAt } = await restore(file, folder)
    process.stdout.write(`Restored the backup of ${createdAt} into ${folder}. "npm start" goes on from there.\n`)
  })

/** @throws {StartupRefused} with a PostgreSQL server: that is backed up with its own tools. */
function embeddedFolder(): string {
  const { databaseUrl, dataDir } = readConfig(process.env, projectFolder)
  if (databaseUrl)
    throw new StartupRefused(
      'The data lies on the PostgreSQL server in DATABASE_URL. Nothing was written. Back it up with pg_dump or the server’s own tools (docs/guide/back-up.md).',
    )
  return databaseFolder(dataDir)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
