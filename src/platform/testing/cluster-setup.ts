import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedDatabase, startEmbedded } from '../database/embedded/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { type ClusterAddress, templateName, withSupervisor } from './test-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    cluster: ClusterAddress
  }
}

let database: EmbeddedDatabase | undefined
let folder = ''

/** One PostgreSQL for a whole test run, with a migrated template that each test file copies. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'ratchet-test-'))
  // PostgreSQL may run as an account of its own, which has to pass through.
  await chmod(folder, 0o711)
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  database = await startEmbedded({ dataDir: join(folder, 'data'), log })
  const address: ClusterAddress = { host: database.socketDir, port: database.owner.port }
  await withSupervisor(address, async (client) => {
    await client.query(`create database ${templateName} owner ratchet_owner`)
  })
  await migrate({ ...database.owner, database: templateName }, new URL('../../../migrations/', import.meta.url))
  project.provide('cluster', address)
}

export async function teardown(): Promise<void> {
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
}
