import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { type Doors, openDoors } from '../database/doors.ts'
import { openLog } from '../log.ts'
import { templateName, withSupervisor } from './test-cluster.ts'

export interface TestDatabase {
  doors: Doors
  owner: pg.ClientConfig
  app: pg.PoolConfig
  /** One statement as the superuser, past row-level security: to look at what is really stored. */
  look<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

/** A database of its own for one test file, migrated, opened as the app role. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await withSupervisor(cluster, async (client) => {
    await client.query(`create database ${name} template ${templateName} owner ratchet_owner`)
  })
  const owner = { ...cluster, user: 'ratchet_owner', database: name }
  const app = { ...cluster, user: 'ratchet_app', database: name }
  const doors = openDoors(app, openLog('silent'))
  return {
    doors,
    owner,
    app,
    look: <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
      withSupervisor(cluster, async (client) => (await client.query<Row>(sql, values)).rows, name),
    async close() {
      await doors.close()
      await withSupervisor(cluster, async (client) => {
        await client.query(`drop database ${name} with (force)`)
      })
    },
  }
}
