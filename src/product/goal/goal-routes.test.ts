import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { Goal } from './goal.ts'
import { findGoal } from './goal-store.ts'

let server: TestServer
let workspace: TestWorkspace
let lead: TestPerson
let member: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  lead = await workspace.add('lead', { name: 'Ingrid' })
  member = await workspace.add('member')
})
afterAll(() => server.close())

const written = {
  title: 'Fewer missed appointments',
  unit: 'in 100',
  start: 9.6,
  target: 7,
  dueOn: '2099-06-30',
  why: 'Every missed visit is a visit somebody else needed.',
}

describe('a goal', () => {
  test('is written by a lead and read by everybody; what is stored is what is read, field for field', async () => {
    const answer = await lead.post('/goals', written)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ ...written, ownerId: lead.personId, editedAt: null })
    const goal = z.decode(Goal, answer.body)
    expect(await workspace.tx((db) => findGoal(db, goal.id))).toEqual({ ...goal, ownerName: 'Ingrid' })
    expect((await member.get(`/goals/${goal.id}`)).body).toEqual({ ...answer.body, ownerName: 'Ingrid' })
  })

  test('is not a member’s to write', async () => {
    expect((await member.post('/goals', written)).status).toBe(403)
  })

  test('falls due after today, where the workspace is', async () => {
    const answer = await lead.post('/goals', { ...written, dueOn: '2020-01-01' })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer: '#/dueOn' }])
    expect((await lead.post('/goals', { ...written, dueOn: '2099-02-30' })).body.errors).toMatchObject([
      { pointer: '#/dueOn' },
    ])
  })

  test('is edited by who answers for it and by an admin, not by another lead', async () => {
    const { id } = (await lead.post('/goals', written)).body
    const other = await workspace.add('lead')
    const admin = await workspace.add('admin')
    const edit = { ...written, target: 6 }
    expect((await other.put(`/goals/${id}`, { ...edit, seenEditedAt: null })).status).toBe(403)
    const first = await lead.put(`/goals/${id}`, { ...edit, seenEditedAt: null })
    expect(first.body).toMatchObject({ target: 6, ownerId: lead.personId })
    const second = await admin.put(`/goals/${id}`, { ...edit, target: 5, seenEditedAt: first.body.editedAt })
    expect(second.body.target).toBe(5)
  })

  test('edited by two at once keeps the first, and the second hears of it', async () => {
    const { id } = (await lead.post('/goals', written)).body
    const answers = await Promise.all(
      [6, 5].map((target) => lead.put(`/goals/${id}`, { ...written, target, seenEditedAt: null })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('is listed by its day, past ones last', async () => {
    const where = await server.addWorkspace('Days')
    const leader = await where.add('lead')
    for (const dueOn of ['2099-03-01', '2099-01-01', '2099-02-01']) await leader.post('/goals', { ...written, dueOn })
    await server.database.look(`update goal set due_on = '2020-01-01' where due_on = '2099-02-01'`)
    const { body } = await leader.get('/goals')
    expect(body.map(({ dueOn }: Goal) => dueOn)).toEqual(['2099-01-01', '2099-03-01', '2020-01-01'])
  })

  test('of another workspace answers exactly as a missing one', async () => {
    const { id } = (await lead.post('/goals', written)).body
    const stranger = await (await server.addWorkspace('Strangers')).add('owner')
    for (const ask of [
      (path: string) => stranger.get(path),
      (path: string) => stranger.put(path, { ...written, seenEditedAt: null }),
    ]) {
      const [foreign, missing] = [await ask(`/goals/${id}`), await ask(`/goals/${randomUUID()}`)]
      expect(foreign.status).toBe(404)
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    }
    expect((await stranger.get('/goals')).body).toEqual([])
  })
})
