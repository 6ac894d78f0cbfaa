import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '#app/testing/open-test-server.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import { planJobs } from './plan-jobs.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

test('a sheet that nobody planned on goes after its days, whatever a draft names stays, and a second run finds nothing', async () => {
  const workspace = await server.addWorkspace()
  const member = await workspace.add('member')
  const send = async () => (await member.upload('/sheets?name=a.csv', 'shop,week,sales\nA,1,2\nB,1,3\n')).body.id
  const [drafted, old, fresh] = [await send(), await send(), await send()]
  const { body: idea } = await member.post('/ideas', { text: 'Put the milk at the back wall' })
  await workspace.tx(async (db) => {
    const trial = { ideaId: idea.id, title: 'Milk', design: 'pilot', door: 'plan-first', state: 'draft' } as const
    const created = { ownerId: member.personId, teamId: null, createdAt: new Date() }
    const ends = { startedAt: null, endedAt: null, stopReason: null }
    const id = crypto.randomUUID()
    await db
      .insertInto('trial')
      .values({ id, ...trial, ...created, ...ends } as never)
      .execute()
    await db
      .insertInto('planDraft')
      .values({ trialId: id, revision: 1, body: { sheetId: drafted }, savedAt: new Date() } as never)
      .execute()
  })
  const past = new Date(Date.now() - (limits.sheetDays + 1) * dayMs)
  await server.database.look('update sheet set added_at = $1 where id = any($2)', [past, [drafted, old]])
  const [sweep] = planJobs
  if (!sweep) throw new Error('there is no such job')
  for (const _ of [1, 2])
    await runJob(sweep, { workspaceId: workspace.id, payload: {} }, server.database.doors, openLog('silent'))
  const status = async (id: string) => (await member.get(`/sheets/${id}`)).status
  expect([await status(drafted), await status(old), await status(fresh)]).toEqual([200, 404, 200])
})
