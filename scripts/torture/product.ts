import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs'
import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Layout, layoutOf } from '#platform/database/embedded/layout.ts'
import { postgresProcessesOf } from '#platform/database/embedded/process-table.ts'
import { databaseName, roles } from '#platform/database/embedded/roles.ts'
import { findSocketFolder } from '#platform/database/embedded/socket-folder.ts'
import { databaseFolder } from '#platform/database/open-storage.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The product as a process of its own, in a folder of its own: started, killed, looked at from outside. */
export interface Product {
  readonly url: string
  readonly port: number
  readonly layout: Layout
  /** Where it puts what it needs for a moment. */
  readonly temporary: string
  /** The process id of Node, while it lives. */
  pid(): number | undefined
  /** Starts Node and returns at once. `left` hears when it ends and nobody has killed it from here. */
  launch(how?: Launch): void
  /** Until `/readyz` says yes. @throws {Error} with its last words, when it ends or does not within `withinMs`. */
  untilReady(withinMs: number): Promise<void>
  /** One look at `/readyz`. */
  isReady(): Promise<boolean>
  /** `kill -9`; returns once it is gone. */
  killNode(): Promise<void>
  killPostgres(): void
  /** The process id in `postmaster.pid`, and whether PostgreSQL calls itself ready; undefined when there is none. */
  postmaster(): { pid: number; isReady: boolean } | undefined
  /** Ends Node as Ctrl-C does. @returns its exit code. */
  stop(): Promise<number | null>
  /** Statements as the superuser, past row-level security. */
  asSuperuser<T>(use: (client: pg.Client) => Promise<T>): Promise<T>
  /** Everything that this start and those before it have printed. */
  printed(): Promise<string>
  /** Ends whatever still runs and removes the folder, unless it is to be looked at. Safe to call twice. */
  remove(isKept?: boolean): Promise<void>
}

interface Launch {
  environment?: Record<string, string>
  /** What Node runs. Default: the command line's `start`, which builds no pages. */
  script?: readonly string[]
  /** Options for Node itself. */
  nodeOptions?: readonly string[]
  /** Hears of an end that was not asked for. */
  left?: (how: string) => void
}

/** Folders that hold a living product, for the last moment of an interrupted run. */
const living = new Set<() => void>()
process.on('exit', () => {
  for (const end of living) end()
})
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => process.exit(code))

/** Prepares a place; nothing runs yet. */
export async function placeProduct(name: string): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), `ratchet-${name}-`))
  // As root PostgreSQL runs as an account of its own, which has to pass through.
  await chmod(folder, 0o711)
  const dataDir = join(folder, 'data')
  const layout = layoutOf(databaseFolder(dataDir))
  const temporary = join(folder, 'temporary')
  const output = join(folder, 'output.log')
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | undefined
  const expected = new WeakSet<ChildProcess>()

  let isKept = false
  function endAll(): void {
    if (child) {
      expected.add(child)
      child.kill('SIGKILL')
    }
    // Again: Node may have been about to start one more.
    for (const end = performance.now() + 2_000; performance.now() < end; ) {
      const left = postgresProcessesOf(layout.cluster)
      if (left.length === 0) break
      for (const pid of left) signal(pid)
    }
    if (!isKept) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    living.delete(endAll)
  }
  living.add(endAll)

  const product: Product = {
    url,
    port,
    layout,
    temporary,
    pid: () => child?.pid,
    launch({ environment = {}, script = ['src/app/cli.ts', 'start'], nodeOptions = [], left } = {}) {
      for (const made of [dataDir, temporary]) mkdirSync(made, { recursive: true })
      const log = openSync(output, 'a')
      const started = spawn(process.execPath, [...nodeOptions, ...script], {
        cwd: project,
        env: { ...cleanEnvironment(), PORT: String(port), DATA_DIR: dataDir, TMPDIR: temporary, ...environment },
        stdio: ['ignore', log, log],
      })
      closeSync(log)
      started.once('exit', (code, signalled) => {
        if (child === started) child = undefined
        if (!expected.has(started)) left?.(signalled ?? `code ${code}`)
      })
      child = started
    },
    async untilReady(withinMs) {
      const end = performance.now() + withinMs
      while (!(await product.isReady())) {
        if (!child || performance.now() > end)
          throw new Error(`The product ${child ? 'is not ready' : 'has ended'}. Its last words:\n${await tail(output)}`)
        await pause(10)
      }
    },
    async isReady() {
      try {
        const headers = { 'x-forwarded-for': nextAddress() }
        return (await fetch(`http://127.0.0.1:${port}/readyz`, { headers, signal: AbortSignal.timeout(2_000) })).ok
      } catch {
        return false
      }
    },
    async killNode() {
      const killed = child
      if (!killed) return
      expected.add(killed)
      const gone = once(killed, 'exit')
      killed.kill('SIGKILL')
      await gone
    },
    killPostgres() {
      const pid = product.postmaster()?.pid
      if (pid !== undefined && postgresProcessesOf(layout.cluster).includes(pid)) signal(pid)
    },
    postmaster() {
      try {
        const lines = readFileSync(join(layout.cluster, 'postmaster.pid'), 'utf8').split('\n')
        const pid = Number(lines[0])
        return pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined
      } catch {
        return undefined
      }
    },
    async stop() {
      const stopped = child
      if (!stopped) return null
      expected.add(stopped)
      const gone = once(stopped, 'exit')
      stopped.kill('SIGTERM')
      const [code] = (await gone) as [number | null]
      return code
    },
    async asSuperuser(use) {
      const host = (await findSocketFolder(layout)) ?? layout.socket
      const client = new pg.Client({ host, port: 5432, user: roles.supervisor, database: databaseName, ssl: false })
      client.on('error', () => {})
      await client.connect()
      try {
        return await use(client)
      } finally {
        await client.end()
      }
    },
    printed: () => readFile(output, 'utf8'),
    async remove(keep = false) {
      isKept = keep
      // Gently first: then it removes its socket folder too, wherever that is.
      await Promise.race([product.stop(), pause(10_000, undefined, { ref: false })])
      endAll()
    },
  }
  return product
}

let addresses = 0

/** An address that hardly anybody has come from: the product counts requests by it. */
export function nextAddress(): string {
  addresses = (addresses + 1) % 2 ** 24
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
}

/** The surroundings without the settings that would change where or how the product serves. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const unset = ['HOST', 'DATABASE_URL', 'APP_DATABASE_URL', 'PUBLIC_URL', 'TLS_CERT', 'TLS_KEY', 'NODE_OPTIONS']
  const kept = Object.entries(process.env).filter(([name]) => !unset.includes(name))
  // We are the proxy that names everybody's address, see `nextAddress`.
  return { ...Object.fromEntries(kept), LOG_LEVEL: 'warn', TRUSTED_PROXIES: '127.0.0.1' }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.split('\n').slice(-30).join('\n')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
