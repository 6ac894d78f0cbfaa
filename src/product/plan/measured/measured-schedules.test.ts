import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { Design } from '#product/trial/trial.ts'
import { type MeasuredShops, measuredShops, mondayOf } from '../testing/measured-trial.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let shops: MeasuredShops
/** The first week with the change. */
const start = 13

beforeAll(async () => {
  server = await openTestServer({ now: () => new Date('2024-03-27T10:00:00Z') })
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  shops = await measuredShops(owner, await workspace.add('lead'), 'one')
  for (let week = 0; week < 12; week++) await shops.bring(week)
})
afterAll(() => server.close())

async function aTrial(design: Design = 'switchback', door = 'plan-first'): Promise<string> {
  const ideaId = await anApprovedIdea(workspace, owner)
  return (await owner.post('/trials', { ideaId, door, design })).body.id
}
const siteIds = () => shops.sites.map(({ id }) => id)
const history = (id: string, part: object) =>
  owner.post(`/trials/${id}/histories`, { revision: 0, metricId: shops.sales, startsOn: mondayOf(start), ...part })

async function freeze(id: string, draft: { revision: number; body: object }) {
  const whole = { ...draft.body, question: 'Do shops sell more?', worthHaving: 5 }
  const saved = await owner.put(`/trials/${id}/plan`, { ...whole, revision: draft.revision })
  return owner.post(`/trials/${id}/freezings`, { revision: saved.body.revision })
}

describe('a trial by a schedule that somebody wrote', () => {
  test('has it in its plan, site by site', async () => {
    const id = await aTrial()
    const [aachen, bonn] = siteIds()
    const on = (from: number, to: number) => ({ from: mondayOf(from), to: mondayOf(to) })
    const schedule = [
      { siteId: aachen, on: [on(start, start), on(start + 2, start + 2)] },
      { siteId: bonn, on: [on(start + 1, start + 1), on(start + 3, start + 3)] },
    ]
    const assignment = { by: 'schedule', untilOn: mondayOf(start + 3), schedule }
    const { status, body: draft } = await history(id, { assignment })
    expect(status).toBe(200)
    expect(draft.body).toMatchObject({ isRandomised: false, windowLength: 1, measured: { drawId: null } })
    const { body } = await freeze(id, draft)
    expect(body.plan.body).toMatchObject({
      schedule: on(start, start + 3),
      sites: [
        { name: 'Aachen one', on: schedule[0]?.on },
        { name: 'Bonn one', on: schedule[1]?.on },
      ],
    })
  })

  test('looks back on the time of the schedule, not on what lies before it and after', async () => {
    const id = await aTrial('switchback', 'look-back')
    const [aachen] = siteIds()
    const on = [{ from: mondayOf(4), to: mondayOf(5) }]
    const assignment = { by: 'schedule', untilOn: mondayOf(9), schedule: [{ siteId: aachen, on }] }
    const { body: draft } = await history(id, { startsOn: mondayOf(4), assignment })
    const { body } = await freeze(id, draft)
    expect(body.plan.body).toMatchObject({ schedule: { from: mondayOf(4), to: mondayOf(9) }, sites: [{ on }] })
  })

  test('is refused at the day that does not fit, and for another design', async () => {
    const [aachen] = siteIds()
    const on = [{ from: mondayOf(start + 1), to: mondayOf(start) }]
    const assignment = { by: 'schedule', untilOn: mondayOf(start + 3), schedule: [{ siteId: aachen, on }] }
    const { status, body } = await history(await aTrial(), { assignment })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'plan.stretch-backwards',
      errors: [{ pointer: '#/assignment/schedule/0/on/0/to' }],
    })
    const pilot = await history(await aTrial('pilot'), { assignment })
    expect(pilot.body.code).toBe('plan.other-assignment')
  })
})
