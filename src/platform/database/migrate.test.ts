import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withSupervisor } from '../testing/test-cluster.ts'
import { migrate } from './migrate.ts'

let folder: URL
let path: string
const cluster = inject('cluster')
const database = 'migrate_test'
const owner = { ...cluster, user: 'ratchet_owner', database }

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'ratchet-migrations-'))
  folder = pathToFileURL(`${path}/`)
  await withSupervisor(
    cluster,
    async (client) => void (await client.query(`create database ${database} owner ratchet_owner`)),
  )
  await writeFile(join(path, '0001-first.sql'), 'create table first (id int)')
})
afterAll(async () => {
  await withSupervisor(cluster, async (client) => void (await client.query(`drop database ${database} with (force)`)))
  await rm(path, { recursive: true })
})

async function tables(): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  await client.end()
  return rows.map(({ name }) => name)
}

describe('migrations', () => {
  test('are applied once, also when many processes start together', async () => {
    const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(owner, folder)))
    expect(applied.flat()).toEqual(['0001-first.sql'])
  })

  test('one that fails leaves the database as it was, and the next try goes on there', async () => {
    await writeFile(join(path, '0002-second.sql'), 'create table second (id int); select 1/0;')
    await expect(migrate(owner, folder)).rejects.toThrow(/0002-second.sql failed and was rolled back/)
    expect(await tables()).not.toContain('second')
    await writeFile(join(path, '0002-second.sql'), 'create table second (id int)')
    expect(await migrate(owner, folder)).toEqual(['0002-second.sql'])
  })

  test('an edited one is refused', async () => {
    const before = await readFile(join(path, '0001-first.sql'), 'utf8')
    await writeFile(join(path, '0001-first.sql'), `${before} -- edited`)
    await expect(migrate(owner, folder)).rejects.toThrow(/appended, never edited/)
    await writeFile(join(path, '0001-first.sql'), before)
  })

  test('a database of a newer version is refused', async () => {
    await writeFile(join(path, '0003-third.sql'), 'create table third (id int)')
    await migrate(owner, folder)
    await rm(join(path, '0003-third.sql'))
    await expect(migrate(owner, folder)).rejects.toThrow(/newer version/)
  })
})
