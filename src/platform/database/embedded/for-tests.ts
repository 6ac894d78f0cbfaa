import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { layoutOf } from './layout.ts'
import type { PgConfig } from './pg-config.ts'
import type { SupervisorLog } from './supervise.ts'
import { endPostgres, readPidFile } from './survivor.ts'

/** Whether the tests run as root: then PostgreSQL runs as an account of its own, otherwise as ourselves. */
export const isRoot = process.getuid?.() === 0

export const silent: SupervisorLog = { info() {}, warn() {}, error() {} }

/** What the test file leaves behind, undone last first. Registered here once: inside a test, `afterAll` does nothing. */
const undo: (() => unknown)[] = []
afterAll(async () => {
  for (const step of undo.toReversed()) await step()
})

/** A folder that other accounts may pass through, removed after the test file. */
export async function tempFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'ratchet-test-')))
  await chmod(folder, 0o711)
  undo.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A place for a database, still missing. Whatever runs there is ended after the test file, also when a test has failed. */
export async function tempDataDir(): Promise<string> {
  const dataDir = join(await tempFolder(), 'database')
  undo.push(async () => {
    const { cluster } = layoutOf(dataDir)
    await endPostgres(cluster, (await readPidFile(cluster))?.pid)
  })
  return dataDir
}

export async function postmasterOf(dataDir: string): Promise<number> {
  const pidFile = await readPidFile(layoutOf(dataDir).cluster)
  if (!pidFile) throw new Error(`no PostgreSQL runs in ${dataDir}`)
  return pidFile.pid
}

/** The rows that one statement answers, over a connection of its own. */
export async function ask(config: PgConfig, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(config)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** {@link ask}, again and again until it answers. */
export async function askUntilAnswered(
  config: PgConfig,
  sql: string,
  withinMs: number,
): Promise<Record<string, unknown>[]> {
  const end = performance.now() + withinMs
  for (;;) {
    try {
      return await ask(config, sql)
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

/**
 * Starts the embedded database in a Node of its own, which then runs `script` (where the database is `db`), and stays.
 * Resolves when the database is ready; rejects with what the other Node said when it ends before.
 */
export function startInOtherNode(dataDir: string, script = '', options: SpawnOptions = {}): Promise<ChildProcess> {
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)})
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve?.('pg') ?? 'pg')})
    const quiet = () => {}
    const log = { info: quiet, warn: quiet, error: quiet }
    const db = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log })
    setInterval(quiet, 1000)
    console.log('ready')
    ${script}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { ...options, stdio: 'pipe' })
  undo.push(() => child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.once('data', () => resolve(child))
    child.stderr.on('data', (text) => {
      said += text
    })
    child.once('close', () => reject(new Error(said)))
  })
}

/** Ends a process at once and waits until it is gone. */
export function killed(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}
