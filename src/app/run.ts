import { ConfigRefused } from '#platform/config.ts'
import { StartupRefused } from '#platform/database/embedded/startup-refused.ts'
import { MigrationRefused } from '#platform/database/migrate.ts'
import { ListenRefused, PagesMissing, start } from './start.ts'

/** Starts the product; what a person can mend is said in a sentence or two, without a stack. */
export async function run(environment: Record<string, string | undefined>): Promise<void> {
  try {
    await start(environment)
  } catch (error) {
    if (!isForPeople(error)) throw error
    process.stderr.write(`\n  Ratchet did not start.\n\n  ${error.message}\n\n`)
    process.exitCode = 1
  }
}

export function isForPeople(error: unknown): error is Error {
  return [ConfigRefused, StartupRefused, MigrationRefused, ListenRefused, PagesMissing].some(
    (kind) => error instanceof kind,
  )
}
