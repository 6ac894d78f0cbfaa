// What the tests need beyond npm: Chromium, an older PostgreSQL beside the embedded one, and a ClickHouse server. As root on
// Debian they are installed; elsewhere the run fails with the command to type, and nothing is skipped in silence.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findChromium } from '../e2e/harness/find-chromium.ts'
import { findClickhouse } from '../src/platform/testing/find-clickhouse.ts'
import { findOlderPostgres } from '../src/platform/testing/find-older-postgres.ts'

/** @throws {Error} with the command to type. */
export function ensureChromium(): void {
  orInstall(findChromium, () => install('chromium'))
}

/** @throws {Error} with the command to type. */
export function ensureOlderPostgres(): void {
  orInstall(findOlderPostgres, () => {
    install('postgresql-common')
    // The tests start servers of their own; Debian's would only take port 5432.
    const settings = '/etc/postgresql-common/createcluster.conf'
    const text = readFileSync(settings, 'utf8')
    writeFileSync(settings, `${text}\ncreate_main_cluster = false\n`)
    install('postgresql')
  })
}

/** @throws {Error} with the command to type. */
export function ensureClickhouse(): void {
  orInstall(findClickhouse, () => install('clickhouse-server'))
}

function orInstall(find: () => string, make: () => void): void {
  try {
    find()
  } catch (error) {
    const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
    if (!isRootOnDebian) throw error
    make()
    find()
  }
}

function install(name: string): void {
  console.error(`Installing ${name} for the tests ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 2, 2], env })
  execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', name], { stdio: ['ignore', 2, 2], env })
}
