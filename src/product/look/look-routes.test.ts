import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import { LookShown } from './look-api.ts'
import { lookAtOutcomes } from './look-jobs.ts'
import { listLooks } from './look-store.ts'
import { aRunningTrial, bringOutcomes } from './testing/a-running-trial.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
})
afterAll(() => server.close())

const take = (id: string, person = owner) => person.post(`/trials/${id}/looks`, {})
const looksOf = async (id: string) => z.decode(z.array(LookShown), (await owner.get(`/trials/${id}/looks`)).body)
const noticesOf = async () =>
  (await owner.get('/notices')).body.notices.map(({ message }: { message: string }) => message)

describe('a look at a running trial', () => {
  test('early on says that it is too early, and is stored field for field', async () => {
    const id = await aRunningTrial(workspace, owner, { weeks: 1, effect: 2 })
    const answer = await take(id)
    expect(answer.body).toMatchObject({ elapsed: 1, runsFor: 8, advice: 'too-early', estimate: null, confidence: null })
    const { reachAtEnd: _, ...look } = z.decode(LookShown, answer.body)
    expect(await workspace.tx((db) => listLooks(db, id))).toEqual([look])
  })

  test('shows an interval that is as sure as its place in the schedule asks for', async () => {
    const id = await aRunningTrial(workspace, owner, { weeks: 5, effect: 2 })
    const { body } = await take(id)
    expect(body).toMatchObject({ elapsed: 5, fraction: 0.625, advice: 'go-on' })
    expect(body.confidence).toBeGreaterThan(0.99)
    expect(body.low).toBeLessThan(2)
    expect(body.high).toBeGreaterThan(2)
    expect(body.reachAtEnd).toBeLessThan((body.high - body.low) / 2)
    expect(body.guardrails).toMatchObject([{ name: 'Complaints', margin: 1 }])
  })

  test('at the same figures is the same look', async () => {
    const id = await aRunningTrial(workspace, owner, { weeks: 4, effect: 1 })
    const [first, second] = [await take(id), await take(id)]
    expect(second.body).toEqual(first.body)
    expect(await looksOf(id)).toHaveLength(1)
  })

  test('comes by itself with outcomes, and tells the owner once to stop what does harm', async () => {
    const id = await aRunningTrial(workspace, owner)
    expect((await take(id)).body).toBeNull()
    await bringOutcomes(owner, id, 6, { effect: 3, harm: 6 })
    const run = () =>
      runJob(
        lookAtOutcomes,
        { workspaceId: workspace.id, payload: { trialId: id } },
        server.database.doors,
        openLog('silent'),
      )
    await run()
    await run()
    const [look, ...others] = await looksOf(id)
    expect(others).toEqual([])
    expect(look).toMatchObject({ advice: 'stop-harm', seen: expect.arrayContaining(['guardrail']) })
    expect((await noticesOf()).filter((message: string) => message.includes('harm'))).toHaveLength(1)
  })

  test('of four against four shops sees a harm of several margins in the second of eight weeks', async () => {
    const id = await aRunningTrial(workspace, owner, { weeks: 2, harm: 6, shops: 8 })
    const { body } = await take(id)
    expect(body).toMatchObject({ elapsed: 2, advice: 'stop-harm', seen: ['guardrail'] })
    expect(body.guardrails[0].low).toBeGreaterThan(1)
    // Of the measure itself nothing can be told yet, and nothing is.
    expect(body).toMatchObject({ low: null, high: null })
  })

  test('stops for futility or success only where the plan says so', async () => {
    const nothing = await aRunningTrial(workspace, owner, { weeks: 6, effect: -0.5 })
    expect((await take(nothing)).body.advice).toBe('stop-futility')
    const proved = await aRunningTrial(workspace, owner, { weeks: 6, effect: 6, stops: { success: true } })
    expect((await take(proved)).body.advice).toBe('stop-success')
    const going = await aRunningTrial(workspace, owner, { weeks: 6, effect: 6 })
    expect((await take(going)).body).toMatchObject({ advice: 'go-on', seen: expect.arrayContaining(['better']) })
  })

  test('of a plan that does not say how long it runs there is none', async () => {
    const id = await aRunningTrial(workspace, owner, { weeks: 4, runsFor: null })
    expect((await take(id)).body).toBeNull()
  })

  test('is taken by those who run the trial, and read by everybody', async () => {
    const id = await aRunningTrial(workspace, owner, { weeks: 4 })
    const other = await workspace.add('member')
    const viewer = await workspace.add('viewer')
    expect((await take(id, other)).status).toBe(403)
    expect((await viewer.get(`/trials/${id}/looks`)).status).toBe(200)
  })
})
