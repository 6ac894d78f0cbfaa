import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { WorkspaceId } from '../anywhere/identity.ts'
import { type Job, job } from '../job.ts'
import { openLog } from '../log.ts'
import { emitInto } from '../outbox.ts'
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts'
import { installJobs, type Jobs, startJobs } from './start-jobs.ts'
import { startRelay } from './start-relay.ts'

declare module '#platform/outbox.ts' {
  interface Events {
    'test.happened': { id: string }
  }
}

const ran: string[] = []
let failures = 0
const noteIt = job({
  name: 'test.note-it',
  on: ['test.happened'],
  input: z.object({ id: z.string() }),
  async run({ id }) {
    if (id === 'fails-once' && failures++ === 0) throw new Error('the first try fails')
    ran.push(id)
  },
}) as Job

let rested = 0
const noteRarely = job({
  name: 'test.note-rarely',
  on: ['test.happened'],
  input: z.object({ id: z.string() }),
  atMostEveryMs: 3_600_000,
  async run({ id }) {
    if (id === 'often') rested++
  },
}) as Job

const noteLater = job({
  name: 'test.note-later',
  on: ['test.happened'],
  input: z.object({ id: z.string() }),
  waitMs: 60_000,
  async run() {},
}) as Job

const log = openLog('silent')
const workspaceId = randomUUID() as WorkspaceId
const told: string[] = []
let database: TestDatabase
let queue: Jobs
let stopRelay: () => Promise<void>

beforeAll(async () => {
  database = await openTestDatabase()
  await installJobs(database.owner, [noteIt, noteRarely, noteLater])
  queue = await startJobs(database.app, database.doors, [noteIt, noteRarely, noteLater], log)
  stopRelay = await startRelay(
    database.doors,
    [noteIt, noteRarely, noteLater],
    queue,
    ({ event }) => told.push(event),
    log,
  )
})
afterAll(async () => {
  await stopRelay()
  await queue.stop()
  await database.close()
})

function happen(id: string, fails = false): Promise<void> {
  return database.doors.tx({ workspaceId }, async (db) => {
    await emitInto(db, workspaceId, new Date())('test.happened', { id })
    if (fails) throw new Error('undone')
  })
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await wait(50)
}

describe('an event', () => {
  test('reaches its job and the open pages once it is committed', async () => {
    await happen('one')
    await until(() => ran.includes('one'))
    expect(ran).toContain('one')
    expect(told).toContain('test.happened')
  })

  test('that comes often is worked once, and the rest together in the next stretch of time', async () => {
    for (let time = 0; time < 4; time++) await happen('often')
    const waiting = async () => {
      const [row] = await database.look<{ count: string }>(
        "select count(*) from job.job where name = 'test.note-rarely' and data->'payload'->>'id' = 'often'",
      )
      return Number(row?.count)
    }
    await expect.poll(waiting, { timeout: 8000 }).toBe(2)
    await until(() => rested > 0)
    expect(rested).toBe(1)
    expect(await waiting()).toBe(2)
  })

  test('whose job waits is not worked at once, so that what comes with it is done together', async () => {
    await happen('soon')
    const rests = async () => {
      const [row] = await database.look<{ rest: string }>(
        "select extract(epoch from start_after - now()) as rest from job.job where name = 'test.note-later' and data->'payload'->>'id' = 'soon'",
      )
      return Number(row?.rest ?? 0)
    }
    await expect.poll(rests, { timeout: 8000 }).toBeGreaterThan(45)
    expect(await rests()).toBeLessThanOrEqual(60)
  })

  test('of a transaction that was undone reaches nobody', async () => {
    const before = told.length
    await expect(happen('never', true)).rejects.toThrow('undone')
    await wait(300)
    expect(ran).not.toContain('never')
    expect(told).toHaveLength(before)
  })

  test('whose job fails is tried again', async () => {
    await happen('fails-once')
    await until(() => ran.includes('fails-once'))
    expect(ran).toContain('fails-once')
  })

  test('is handed on once, however many there are', async () => {
    const ids = Array.from({ length: 150 }, (_, number) => `many-${number}`)
    await Promise.all(ids.map((id) => happen(id)))
    await until(() => ids.every((id) => ran.includes(id)))
    expect(ran.filter((id) => id.startsWith('many-')).toSorted()).toEqual(ids.toSorted())
  })
})
