import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findClickhouse } from './find-clickhouse.ts'

export interface TestClickhouse {
  port: number
  /** One statement as the one who may do everything. */
  run(sql: string): Promise<string>
  stop(): Promise<void>
}

/** A ClickHouse server on loopback with the users `reader` and `bound`, whose profile says readonly. */
export async function startClickhouse(): Promise<TestClickhouse> {
  const program = findClickhouse()
  const home = await mkdtemp(join(tmpdir(), 'ratchet-clickhouse-'))
  await mkdir(join(home, 'data'))
  const port = await freePort()
  await writeFile(join(home, 'config.xml'), configOf(home, port))
  await writeFile(join(home, 'users.xml'), users)
  const server = spawn(program, [`--config-file=${join(home, 'config.xml')}`], { cwd: home, stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  async function run(sql: string): Promise<string> {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: sql })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return text
  }
  for (let tries = 0; ; tries++) {
    try {
      await run('select 1')
      break
    } catch (error) {
      if (tries === 200 || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return {
    port,
    run,
    async stop() {
      server.kill('SIGKILL')
      await ended
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** In the words of old and new servers: the one of Debian is from 2018. */
function configOf(home: string, port: number): string {
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${home}/log</log><errorlog>${home}/errors</errorlog></logger>
  <http_port>${port}</http_port>
  <listen_host>127.0.0.1</listen_host>
  <path>${home}/data/</path>
  <tmp_path>${home}/data/tmp/</tmp_path>
  <user_files_path>${home}/data/files/</user_files_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>16777216</mark_cache_size>
</yandex>
`
}

const users = `<?xml version="1.0"?>
<yandex>
  <profiles><default></default><bound><readonly>1</readonly></bound></profiles>
  <users>
    <default>${user('', 'default')}</default>
    <reader>${user('only reads', 'default')}</reader>
    <bound>${user('only reads', 'bound')}</bound>
  </users>
  <quotas><default></default></quotas>
</yandex>
`

function user(password: string, profile: string): string {
  const from = '<networks><ip>127.0.0.1</ip></networks>'
  return `<password>${password}</password>${from}<profile>${profile}</profile><quota>default</quota>`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
