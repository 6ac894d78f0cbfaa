import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import { aMeasuredTrial } from '#product/result/testing/a-measured-trial.ts'
import { findRollOutOf } from './roll-out-store.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let trialId: string
const today = dayOf(new Date(), 'UTC')

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  trialId = (await aMeasuredTrial(server, workspace, owner)).trialId
})
afterAll(() => server.close())

const adopted = { choice: 'adopt', reason: 'It sells more.', sites: 10, fromOn: today, per: 'week' }
const begin = (person = owner, id = trialId) =>
  person.post(`/trials/${id}/roll-out`, {
    standardWork: 'Put the shelf left of the door.',
    sites: ['Harbour', 'harbour'],
  })
const siteNamed = (body: { sites: { id: string; name: string }[] }, name: string) =>
  body.sites.find((site) => site.name === name)?.id ?? ''

describe('a roll-out', () => {
  test('is of an adopted change only', async () => {
    expect((await begin()).body.code).toBe('roll-out.not-adopted')
    expect((await owner.get(`/trials/${trialId}/roll-out`)).body).toBeNull()
    const decided = await owner.post(`/trials/${trialId}/decisions`, adopted)
    expect(decided.status).toBe(200)
  })

  test('adopting plans the hold checks, and each names its day', async () => {
    const { body } = await owner.get(`/hold-checks?trial=${trialId}`)
    expect(body.map(({ days }: { days: number }) => days)).toEqual([30, 90, 180])
    expect(body[0].dueOn > today).toBe(true)
  })

  test('begins with the sites of the trial, and each name once', async () => {
    const { body } = await begin()
    const names = body.sites.map(({ name }: { name: string }) => name)
    expect(names.filter((name: string) => name.toLowerCase() === 'harbour')).toHaveLength(1)
    expect(body.reach.live).toBe(body.sites.filter(({ isFromTrial }: { isFromTrial: boolean }) => isFromTrial).length)
    expect(body.reach.live).toBeGreaterThan(0)
    expect((await begin()).body.code).toBe('roll-out.begun-already')
    const stored = await workspace.tx((db) => findRollOutOf(db, body.trialId))
    expect(stored).toMatchObject({ id: body.id, standardWork: 'Put the shelf left of the door.' })
  })

  test('goes step by step, told by whoever works there', async () => {
    const member = await workspace.add('member', { name: 'Jonas' })
    const { body: before } = await owner.get(`/trials/${trialId}/roll-out`)
    const id = siteNamed(before, 'Harbour')
    const say = (step: object) => member.post(`/roll-out-sites/${id}/steps`, { onDay: today, ...step })
    expect((await say({ step: 'adoption', share: 0.5 })).body.code).toBe('roll-out.not-live')
    await say({ step: 'trained' })
    await say({ step: 'live' })
    const { body } = await say({ step: 'adoption', share: 0.5 })
    const harbour = body.sites.find((site: { id: string }) => site.id === id)
    expect(harbour.standing).toEqual({ state: 'live', trainedOn: today, liveOn: today, share: 0.5 })
    expect(harbour.steps.map(({ byName }: { byName: string }) => byName)).toEqual(['Jonas', 'Jonas', 'Jonas'])
  })

  test('who sees to a site is told, and only whoever runs the trial says so', async () => {
    const member = await workspace.add('member', { name: 'Lena' })
    const { body } = await owner.get(`/trials/${trialId}/roll-out`)
    const id = siteNamed(body, 'Harbour')
    const change = { ownerId: member.personId, dueOn: '2099-01-31' }
    expect((await member.patch(`/roll-out-sites/${id}`, change)).status).toBe(403)
    const { body: changed } = await owner.patch(`/roll-out-sites/${id}`, change)
    expect(changed.sites.find((site: { id: string }) => site.id === id)).toMatchObject({
      ownerName: 'Lena',
      dueOn: '2099-01-31',
    })
    expect((await member.get('/notices')).body.notices[0]).toMatchObject({
      message: 'roll-out.told-owner',
      messageValues: { site: 'Harbour', name: 'Amina' },
    })
  })

  test('without figures of its sites there is no effect to follow, and it says what is missing', async () => {
    const { body } = await owner.get(`/trials/${trialId}/roll-out/effect`)
    expect(body).toMatchObject({ reason: 'no-figures', estimate: null })
  })
})
