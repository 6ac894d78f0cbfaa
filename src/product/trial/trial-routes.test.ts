import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { TeamId } from '#platform/anywhere/identity.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { addSheet, finishedDraft, shopSheet } from '#product/plan/testing/shop-trial.ts'
import { anApprovedIdea } from './testing/an-approved-idea.ts'
import { type TrialId, TrialShown } from './trial.ts'
import { findTrial } from './trial-store.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let ideaId: IdeaId

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
})
beforeEach(async () => {
  ideaId = await anApprovedIdea(workspace, owner)
})
afterAll(() => server.close())

const begin = (person = owner) => person.post('/trials', { ideaId, door: 'plan-first' })
const move = (id: string, name: string, more: object = {}, person = owner) =>
  person.post(`/trials/${id}/moves`, { move: name, ...more })
const eventsOf = (id: string) =>
  server.database
    .look<{ event: string }>("select event from outbox where payload->>'id' = $1 order by sequence", [id])
    .then((rows) => rows.map(({ event }) => event))
const ideaState = async () => (await owner.get(`/ideas/${ideaId}`)).body.state

async function frozenTrial(): Promise<TrialId> {
  const { id, revision } = await finishedDraft(owner, ideaId, 'plan-first', [1, 2, 3, 4])
  const { status, body } = await owner.post(`/trials/${id}/freezings`, { revision })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

async function runningTrial(): Promise<TrialId> {
  const id = await frozenTrial()
  await move(id, 'start')
  return id
}

describe('beginning a trial', () => {
  test('what is stored is what is read, field for field', async () => {
    const answer = await begin()
    expect(answer.status).toBe(200)
    const trial = TrialShown.parse(answer.body)
    expect(trial).toMatchObject({ ideaId, state: 'draft', ownerId: owner.personId, ownerName: 'Amina' })
    expect(trial.title).toBe(trial.ideaTitle)
    expect(await workspace.tx((db) => findTrial(db, trial.id))).toEqual(trial)
    expect((await owner.get(`/trials/${trial.id}`)).body).toEqual(answer.body)
    expect(await eventsOf(trial.id)).toEqual(['trial.planned'])
  })

  test('needs an approved idea', async () => {
    const { body: open } = await owner.post('/ideas', { text: 'Something nobody has answered yet' })
    const refused = await owner.post('/trials', { ideaId: open.id, door: 'look-back' })
    expect(refused.status).toBe(409)
    expect(refused.body.code).toBe('trial.idea-not-approved')
  })

  test('a member may try what somebody else wrote; a viewer may not', async () => {
    const other = await workspace.add('member')
    expect((await begin(other)).body.ownerId).toBe(other.personId)
    expect((await begin(await workspace.add('viewer'))).status).toBe(403)
  })

  test('of an idea elsewhere is like of one that is not there', async () => {
    const stranger = await (await server.addWorkspace()).add('admin')
    const foreign = await begin(stranger)
    const missing = await stranger.post('/trials', {
      ideaId: '00000000-0000-4000-8000-000000000000',
      door: 'plan-first',
    })
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
  })
})

describe('the list', () => {
  test('shows titles, states and owners, newest first, and remembers no other workspace', async () => {
    const { body: first } = await begin()
    const { body: second } = await begin()
    const { body: list } = await owner.get('/trials')
    expect(list.slice(0, 2)).toEqual([second, first])
    const stranger = await (await server.addWorkspace()).add('owner')
    expect((await stranger.get('/trials')).body).toEqual([])
  })

  test('narrows by idea, state and owner', async () => {
    const { body: trial } = await begin()
    expect((await owner.get(`/trials?idea=${ideaId}`)).body).toEqual([trial])
    expect((await owner.get(`/trials?idea=${ideaId}&state=running`)).body).toEqual([])
    const other = await workspace.add('member')
    expect((await owner.get(`/trials?idea=${ideaId}&owner=${other.personId}`)).body).toEqual([])
    expect((await owner.get('/trials?state=odd')).status).toBe(422)
  })
})

describe('a draft', () => {
  test('takes another title and door from its owner, the lead of the team and an admin', async () => {
    const { body: trial } = await begin()
    const changed = await owner.patch(`/trials/${trial.id}`, { title: 'Left', door: 'look-back' })
    expect(changed.body).toEqual({ ...trial, title: 'Left', door: 'look-back' })
    for (const role of ['lead', 'admin'] as const)
      expect((await (await workspace.add(role)).patch(`/trials/${trial.id}`, { title: `By ${role}` })).status).toBe(200)
    const other = await workspace.add('member')
    expect((await other.patch(`/trials/${trial.id}`, { title: 'Mine' })).status).toBe(403)
  })

  test('takes two choices that are made at once', async () => {
    const { body: trial } = await begin()
    const choices = [{ design: 'split' }, { door: 'look-back' }, { title: 'By lot' }]
    await Promise.all(choices.map((choice) => owner.patch(`/trials/${trial.id}`, choice)))
    expect((await owner.get(`/trials/${trial.id}`)).body).toMatchObject(Object.assign({}, ...choices))
  })

  test('is not for the lead of another team', async () => {
    const admin = await workspace.add('admin')
    const { body: here } = await admin.post('/teams', { name: `Tills ${ideaId}`, department: null })
    const { body: there } = await admin.post('/teams', { name: `Doors ${ideaId}`, department: null })
    const mate = await workspace.add('member', { teamId: here.id as TeamId })
    const { body: trial } = await begin(mate)
    expect(trial.teamId).toBe(here.id)
    const [own, foreign] = [
      await workspace.add('lead', { teamId: here.id }),
      await workspace.add('lead', { teamId: there.id }),
    ]
    expect((await foreign.delete(`/trials/${trial.id}`)).status).toBe(403)
    expect((await own.delete(`/trials/${trial.id}`)).status).toBe(204)
  })

  test('is thrown away with what was written of its plan', async () => {
    const { id } = await finishedDraft(owner, ideaId, 'plan-first', [1, 2, 3, 4])
    expect((await owner.delete(`/trials/${id}`)).status).toBe(204)
    expect((await owner.get(`/trials/${id}`)).status).toBe(404)
    expect(await server.database.look('select 1 from plan_draft where trial_id = $1', [id])).toEqual([])
    expect(await eventsOf(id)).toContain('trial.discarded')
  })
})

describe('running a trial', () => {
  test('a start moves the idea and tells its author', async () => {
    const id = await frozenTrial()
    expect(await ideaState()).toBe('approved')
    const admin = await workspace.add('admin', { name: 'Ingrid' })
    const { body } = await move(id, 'start', {}, admin)
    expect(body).toMatchObject({ state: 'running', endedAt: null })
    expect(body.startedAt).not.toBeNull()
    expect(await ideaState()).toBe('trying')
    expect(await eventsOf(id)).toEqual(['trial.planned', 'trial.frozen', 'trial.started'])
    const { body: told } = await owner.get('/notices')
    expect(told.notices[0]).toMatchObject({
      message: 'trial.told-start',
      messageValues: { by: 'Ingrid' },
      href: `/trials/${id}`,
    })
  })

  test('a draft does not start, and a running trial does not start again', async () => {
    const { body: draft } = await begin()
    expect((await move(draft.id, 'start')).status).toBe(409)
    const id = await runningTrial()
    const again = await move(id, 'start')
    expect(again.status).toBe(409)
    expect(again.body.detail).toContain('This trial is running')
  })

  test('one trial of an idea runs at a time', async () => {
    const second = await frozenTrial()
    await move(await frozenTrial(), 'start')
    const refused = await move(second, 'start')
    expect(refused.status).toBe(409)
    expect(refused.body.code).toBe('idea.is-trying')
    expect((await owner.get(`/trials/${second}`)).body.state).toBe('frozen')
  })

  test('of two who start two trials of an idea at once, one is told', async () => {
    const ids = [await frozenTrial(), await frozenTrial()]
    const statuses = await Promise.all(ids.map(async (id) => (await move(id, 'start')).status))
    expect(statuses.sort()).toEqual([200, 409])
    expect((await owner.get(`/trials?idea=${ideaId}&state=running`)).body).toHaveLength(1)
  })

  test('of two who start one trial at once, one is told, and it starts once', async () => {
    const id = await frozenTrial()
    const statuses = await Promise.all([1, 2].map(async () => (await move(id, 'start')).status))
    expect(statuses.sort()).toEqual([200, 409])
    expect((await eventsOf(id)).filter((event) => event === 'trial.started')).toHaveLength(1)
  })

  test('a stop needs a reason, which reaches the people concerned', async () => {
    const id = await runningTrial()
    const bare = await move(id, 'stop')
    expect(bare.status).toBe(422)
    expect(bare.body.errors).toMatchObject([{ pointer: '#/reason' }])
    expect((await owner.get(`/trials/${id}`)).body.state).toBe('running')
    const lead = await workspace.add('lead')
    const { body } = await move(id, 'stop', { reason: 'The queues grew to the door' }, lead)
    expect(body).toMatchObject({ state: 'stopped', stopReason: 'The queues grew to the door' })
    const { body: told } = await owner.get('/notices')
    expect(told.notices[0].messageValues.reason).toBe('The queues grew to the door')
    expect(await eventsOf(id)).toContain('trial.stopped')
  })

  test('an end needs outcomes', async () => {
    const id = await runningTrial()
    const refused = await move(id, 'end')
    expect(refused.status).toBe(409)
    expect(refused.body.code).toBe('trial.no-outcomes')
    const sheetId = await addSheet(owner, shopSheet([5, 6]))
    expect((await owner.post(`/trials/${id}/sheets`, { sheetId })).status).toBe(200)
    expect((await move(id, 'end')).body.state).toBe('ended')
    expect(await eventsOf(id)).toContain('trial.ended')
  })

  test('a frozen trial is never thrown away, by no route and by no statement', async () => {
    const id = await frozenTrial()
    expect((await owner.delete(`/trials/${id}`)).status).toBe(409)
    await expect(server.database.look('delete from trial where id = $1', [id])).rejects.toThrow('never deleted')
  })

  test('what is not there and what is elsewhere answer alike', async () => {
    const id = await frozenTrial()
    const stranger = await (await server.addWorkspace()).add('owner')
    const missing = '00000000-0000-4000-8000-000000000000'
    const asks: ((of: string) => Promise<{ status: number; body: object }>)[] = [
      (of) => stranger.get(`/trials/${of}`),
      (of) => stranger.patch(`/trials/${of}`, { title: 'Mine' }),
      (of) => stranger.delete(`/trials/${of}`),
      (of) => move(of, 'start', {}, stranger),
    ]
    for (const ask of asks) {
      const [foreign, none] = [await ask(id), await ask(missing)]
      expect(foreign.status).toBe(404)
      expect({ ...foreign.body, instance: '' }).toEqual({ ...none.body, instance: '' })
    }
    expect((await owner.get(`/trials/${id}`)).body.state).toBe('frozen')
  })
})
