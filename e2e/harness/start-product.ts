import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Product {
  url: string
  /** The one-time set-up link that the start printed. */
  setUpLink: string
  dataDir: string
  /** Everything it has printed so far, on both outputs. */
  output(): string
  /** Runs a command of `ratchet` against the same data. */
  ratchet(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }>
  stop(): Promise<void>
}

const project = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Starts the product as a person would, in a folder of its own, on a free port.
 * @param settings More of what is set by environment variables.
 */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'ratchet-story-'))
  await chmod(folder, 0o711)
  const dataDir = join(folder, 'data')
  const port = await freePort()
  const own = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', DATABASE_URL: '' }
  const environment = { ...process.env, ...settings, ...own }
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: project,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await until(
    () => printed.includes('Stop'),
    child,
    () => printed,
  )
  const url = `http://localhost:${port}`
  return {
    url,
    setUpLink: /http:\/\/localhost:\d+\/set-up#\S+/.exec(printed)?.[0] ?? '',
    dataDir,
    output: () => printed,
    ratchet: (...args) => run(['src/app/cli.ts', ...args], environment),
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    child.on('exit', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
}

async function until(isSo: () => boolean, child: ChildProcess, said: () => string): Promise<void> {
  const end = Date.now() + 60_000
  while (!isSo()) {
    if (child.exitCode !== null) throw new Error(`The product ended instead of starting:\n${said()}`)
    if (Date.now() > end) throw new Error(`The product did not start within a minute:\n${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
