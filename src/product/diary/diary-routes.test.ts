import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { aRunningTrial } from '#product/look/testing/a-running-trial.ts'
import type { TrialId } from '#product/trial/trial.ts'
import { DiaryEntryShown } from './diary-api.ts'
import { listDiary } from './diary-store.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let member: TestPerson
let id: TrialId
const today = dayOf(new Date(), 'UTC')

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  member = await workspace.add('member', { name: 'Jonas' })
  id = await aRunningTrial(workspace, owner, { weeks: 2 })
})
afterAll(() => server.close())

const write = (entry: object, person = member) => person.post(`/trials/${id}/diary`, { onDay: today, ...entry })

describe('the diary of a running trial', () => {
  test('is written by whoever sees something; what is stored is what is read, field for field', async () => {
    const answer = await write({ kind: 'note', text: 'The shelf arrived a day late.' })
    expect(answer.body).toMatchObject({ kind: 'note', site: null, byName: 'Jonas' })
    const entry = z.decode(DiaryEntryShown, answer.body)
    expect(await workspace.tx((db) => listDiary(db, id))).toEqual([entry])
  })

  test('tells the owner of an incident, in the words it was written in', async () => {
    await write({ kind: 'incident', text: 'A customer was hurt at the new shelf.', site: 'Shop 1' })
    const { body } = await owner.get('/notices')
    expect(body.notices[0].messageValues.text).toBe('A customer was hurt at the new shelf.')
  })

  test('a viewer reads it and does not write', async () => {
    const viewer = await workspace.add('viewer')
    expect((await write({ kind: 'note', text: 'x' }, viewer)).status).toBe(403)
    expect((await viewer.get(`/trials/${id}/diary`)).status).toBe(200)
  })

  test('refuses a site that the plan does not name, at the field', async () => {
    const refused = await write({ kind: 'adherence', site: 'Nowhere', done: 'yes' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'diary.no-site', errors: [{ pointer: '#/site' }] } })
  })

  test('comes in parts of 20, and what it says of the sites is not lost behind them', async () => {
    await write({ kind: 'adherence', site: 'Shop 1', done: 'yes' })
    await write({ kind: 'adherence', site: 'Shop 3', done: 'no' })
    await write({ kind: 'adherence', site: 'Shop 3', done: 'partly' })
    for (let note = 1; note <= 45; note++) await write({ kind: 'note', text: `Note ${note}` })
    const page = async (before?: string) =>
      (await member.get(`/trials/${id}/diary${before ? `?before=${before}` : ''}`)).body
    const pages = [await page()]
    while (pages.at(-1).next) pages.push(await page(pages.at(-1).next))
    const ids = pages.flatMap(({ entries }) => entries.map((entry: { id: string }) => entry.id))
    expect(pages.map(({ entries }) => entries.length).slice(0, 2)).toEqual([20, 20])
    expect(pages.length).toBe(3)
    expect(new Set(ids).size).toBe(50)
    for (const { said } of pages)
      expect(said).toEqual([
        { site: 'Shop 1', done: 'yes', onDay: today },
        { site: 'Shop 3', done: 'partly', onDay: today },
      ])
  })

  test('refuses a day before there was a plan, at the field', async () => {
    const refused = await write({ kind: 'note', text: 'x', onDay: '2020-01-01' })
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'diary.before-plan', errors: [{ pointer: '#/onDay' }] },
    })
  })

  test('puts each site back once, when the trial is stopped', async () => {
    const back = { kind: 'rolled-back', site: 'Shop 1' }
    expect((await write(back)).body.code).toBe('diary.still-runs')
    await owner.post(`/trials/${id}/moves`, { move: 'stop', reason: 'Somebody was hurt.' })
    expect((await write(back)).status).toBe(200)
    const { body } = await member.get(`/trials/${id}/diary`)
    expect(body.putBack).toEqual([{ site: 'Shop 1', byName: 'Jonas', onDay: today }])
    expect((await write(back)).body.code).toBe('diary.rolled-back-already')
  })
})
