import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { databaseAccount, stepDown } from '../database/embedded/account.ts'
import { cleanEnvironment, runAs } from '../database/embedded/run-as.ts'

export interface TestServer {
  /** What an operator puts into DATABASE_URL: a role that owns the database `ratchet` and may create roles. */
  url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL server as an organisation would run one: TCP on loopback, passwords, an owner that is no superuser.
 * @param folder Where `initdb` and `postgres` lie.
 */
export async function startServer(folder: string): Promise<TestServer> {
  const account = await databaseAccount()
  const home = await mkdtemp(join(tmpdir(), 'ratchet-server-'))
  await chmod(home, 0o700)
  const passwords = join(home, 'password')
  await writeFile(passwords, 'superuser\n', { mode: 0o644 })
  await chmod(home, 0o711)
  if (account.isOther) await chown(home, account.uid, account.gid)
  const data = join(home, 'data')
  const made = await runAs(account, join(folder, 'initdb'), [
    '-D',
    data,
    '-U',
    'super',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwords}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ])
  if (made.code !== 0) throw new Error(made.stderr)
  const port = await freePort()
  const server = spawn(
    join(folder, 'postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', home, '-c', 'fsync=off'],
    {
      cwd: '/',
      env: cleanEnvironment,
      stdio: 'ignore',
      ...stepDown(account),
    },
  )
  await prepare(port)
  return {
    url: `postgres://owner:owner%20password@127.0.0.1:${port}/ratchet`,
    async stop() {
      await end(server)
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function prepare(port: number): Promise<void> {
  const connectionString = `postgres://super:superuser@127.0.0.1:${port}/postgres`
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString })
    try {
      await client.connect()
      await client.query("create role owner login createrole password 'owner password'")
      await client.query('create database ratchet owner owner')
      await client.end()
      return
    } catch (error) {
      await client.end().catch(() => {})
      if (tries === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill('SIGINT')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
