import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts'
import { ask, killed, postmasterOf, silent, startInOtherNode, tempDataDir } from './for-tests.ts'
import { layoutOf } from './layout.ts'
import { postgresProcessesOf, processStamp } from './process-table.ts'
import { socketName } from './socket-folder.ts'

const writesRows = `
  const client = new pg.Client(db.owner)
  await client.connect()
  await client.query('create table if not exists row (id serial)')
  for (;;) {
    const { rows } = await client.query('insert into row default values returning id')
    console.log(rows[0].id)
  }`

let dataDir: string
let pidFile: string

beforeAll(async () => {
  dataDir = await tempDataDir()
  pidFile = join(layoutOf(dataDir).cluster, 'postmaster.pid')
})

async function startHere<T>(use: (db: EmbeddedDatabase) => Promise<T>): Promise<T> {
  const db = await startEmbedded({ dataDir, log: silent })
  try {
    return await use(db)
  } finally {
    await db.stop()
  }
}

describe('a Ratchet that is killed', { timeout: 30_000 }, () => {
  test('leaves a PostgreSQL that the next start replaces; no acknowledged row is lost', async () => {
    const other = await startInOtherNode(dataDir, writesRows)
    let acknowledged = 0
    other.stdout?.on('data', (text) => {
      acknowledged = Number(String(text).trim().split('\n').at(-1))
    })
    await expect.poll(() => acknowledged, { timeout: 10_000 }).toBeGreaterThan(50)
    await killed(other)
    const survivor = await postmasterOf(dataDir)
    expect(processStamp(survivor)).toBeDefined()

    await startHere(async (db) => {
      expect(await postmasterOf(dataDir)).not.toBe(survivor)
      const [row] = await ask(db.owner, `select count(*)::int as n from row where id <= ${acknowledged}`)
      expect(row).toEqual({ n: acknowledged })
    })
    expect(processStamp(survivor)).toBeUndefined()
  })

  test('together with its PostgreSQL starts again', async () => {
    const other = await startInOtherNode(dataDir, writesRows)
    await once(other.stdout ?? other, 'data')
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    await killed(other)
    await startHere(async (db) => expect(await ask(db.app, 'select 1 as one')).toEqual([{ one: 1 }]))
  })

  test('that leaves by itself without stopping takes PostgreSQL with it', async () => {
    const other = await startInOtherNode(dataDir, `setTimeout(() => { throw new Error('a defect') }, 50)`)
    await once(other, 'exit')
    await expect.poll(() => postgresProcessesOf(layoutOf(dataDir).cluster), { timeout: 10_000 }).toEqual([])
  })
})

describe('a pid file of before', { timeout: 30_000 }, () => {
  test('whose number now belongs to another program of the account does not stop the start', async () => {
    await startHere(async () => {})
    const { uid, gid } = await stat(layoutOf(dataDir).cluster)
    const stranger = spawn('sleep', ['60'], { uid, gid })
    await once(stranger, 'spawn')
    await writeFile(pidFile, `${stranger.pid}\n${layoutOf(dataDir).cluster}\n1\n5432\n${layoutOf(dataDir).socket}\n\n`)
    await startHere(async (db) => expect(await ask(db.app, 'select 1 as one')).toEqual([{ one: 1 }]))
    expect(stranger.exitCode).toBeNull()
    await killed(stranger)
  })

  test('whose socket answers from somewhere we cannot see is left alone', async () => {
    const server = createServer().listen(join(layoutOf(dataDir).socket, socketName))
    await once(server, 'listening')
    const text = `999999\n${layoutOf(dataDir).cluster}\n1\n5432\n${layoutOf(dataDir).socket}\n\n`
    await writeFile(pidFile, text)
    await expect(startHere(async () => {})).rejects.toThrow(/another container/)
    expect(await readFile(pidFile, 'utf8')).toBe(text)
    server.close()
    await rm(pidFile)
  })
})

test('a cluster that PostgreSQL cannot read is refused with its last words, and the folder is free again', async () => {
  const control = join(layoutOf(dataDir).cluster, 'global', 'pg_control')
  const sound = await readFile(control)
  await writeFile(control, Buffer.alloc(sound.length))
  await expect(startHere(async () => {})).rejects.toThrow(/did not start.*kept as it was.*incompatible with server/s)
  await writeFile(control, sound)
  await startHere(async (db) => expect(await ask(db.app, 'select 1 as one')).toEqual([{ one: 1 }]))
})
