import { existsSync } from 'node:fs'

/** Supported beside the embedded 18, the oldest first. */
const majors = [15, 16, 17]

/**
 * The folder with the programs of the oldest supported PostgreSQL on this machine.
 * @throws {Error} with the command to type when there is none.
 */
export function findOlderPostgres(): string {
  const folders = majors.map((major) => `/usr/lib/postgresql/${major}/bin`)
  const found = folders.find((folder) => existsSync(`${folder}/postgres`))
  if (found) return found
  throw new Error(
    'The tests need an older PostgreSQL (15 to 17) beside the embedded 18: "sudo apt-get install postgresql".',
  )
}
