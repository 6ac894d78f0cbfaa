import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { Metric } from './metric.ts'
import { findMetric } from './metric-store.ts'

let server: TestServer
let workspace: TestWorkspace
let member: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  member = await workspace.add('member')
})
afterAll(() => server.close())

const waiting = { name: 'Waiting', unit: 'minutes', better: 'lower', worthMinor: null }
const arranged = { kind: 'proportion', every: 'month' }

test('what is stored is what is read, field for field', async () => {
  const admin = await workspace.add('admin')
  const answer = await admin.post('/metrics', { ...waiting, ...arranged, worthMinor: '150' })
  expect(answer.status).toBe(200)
  const metric = Metric.parse(answer.body)
  expect(metric).toMatchObject({ ...waiting, ...arranged, worthMinor: 150n, ownerId: admin.personId })
  expect(await workspace.tx((db) => findMetric(db, metric.id))).toEqual(metric)
  expect((await member.get('/metrics')).body).toContainEqual(answer.body)
})

test('two metrics have no name in common, not even in another case', async () => {
  await member.post('/metrics', { ...waiting, name: 'Sales' })
  const again = await member.post('/metrics', { ...waiting, name: 'SALES' })
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ code: 'metric.taken' })
  expect(again.body.detail).toContain('“SALES”')
})

test('two people who name the same metric at once get one metric and one sentence', async () => {
  const statuses = await Promise.all(
    [1, 2, 3].map(async () => (await member.post('/metrics', { ...waiting, name: 'At once' })).status),
  )
  expect(statuses.sort()).toEqual([200, 409, 409])
})

test('an admin prices a unit anew; name and direction stay', async () => {
  const { body } = await member.post('/metrics', { ...waiting, name: 'Errors' })
  const change = { unit: 'errors in 100', worthMinor: null }
  expect((await member.put(`/metrics/${body.id}`, change)).status).toBe(403)
  const admin = await workspace.add('admin')
  expect((await admin.put(`/metrics/${body.id}`, change)).body).toEqual({ ...body, ...change })
  expect((await admin.put(`/metrics/${body.id}`, { ...change, better: 'higher' })).status).toBe(422)
})

test('a member names a metric; what it is worth is for an admin to say', async () => {
  const priced = { ...waiting, name: 'Priced', worthMinor: '150' }
  for (const role of ['member', 'lead'] as const)
    expect((await (await workspace.add(role)).post('/metrics', priced)).status).toBe(403)
  expect((await (await workspace.add('admin')).post('/metrics', priced)).status).toBe(200)
  expect((await member.post('/metrics', { ...waiting, name: 'Unpriced' })).status).toBe(200)
})

test('a worth below nothing is refused at its field', async () => {
  const admin = await workspace.add('admin')
  const refused = await admin.post('/metrics', { ...waiting, name: 'Odd', worthMinor: '-1' })
  expect(refused.status).toBe(422)
  expect(refused.body.errors).toMatchObject([{ pointer: '#/worthMinor' }])
})

test('a viewer reads and adds nothing; a metric elsewhere is like one that is not there', async () => {
  const viewer = await workspace.add('viewer')
  expect((await viewer.get('/metrics')).status).toBe(200)
  expect((await viewer.post('/metrics', { ...waiting, name: 'No' })).status).toBe(403)
  const elsewhere = await (await server.addWorkspace()).add('admin')
  const { body } = await elsewhere.post('/metrics', waiting)
  const admin = await workspace.add('admin')
  const change = { unit: 'h', worthMinor: null }
  const foreign = await admin.put(`/metrics/${body.id}`, change)
  const missing = await admin.put('/metrics/00000000-0000-4000-8000-000000000000', change)
  expect(foreign.status).toBe(404)
  expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
})

test('a program that knows nothing of kinds names a mean by the week', async () => {
  const { body } = await member.post('/metrics', { ...waiting, name: 'As before' })
  expect(body).toMatchObject({ kind: 'mean', every: 'week', ownerId: member.personId })
})

test('a definition has a history: who, when, from which day, what and why', async () => {
  const { body: metric } = await member.post('/metrics', {
    ...waiting,
    name: 'Defined',
    says: 'From the door to the desk',
  })
  const at = `/metrics/${metric.id}/definitions`
  const [first] = (await member.get(at)).body
  expect(first).toMatchObject({ version: 1, says: 'From the door to the desk', because: null, kind: 'mean' })
  const change = {
    seenVersion: 1,
    says: 'From the call to the desk',
    because: 'The door is automatic',
    fromOn: '2099-01-01',
  }
  const second = await member.post(at, change)
  expect(second.status).toBe(200)
  expect(second.body).toMatchObject({ version: 2, byId: member.personId, fromOn: '2099-01-01' })
  expect((await member.get(at)).body).toEqual([second.body, first])

  const unread = await member.post(at, { ...change, says: 'Something else' })
  expect(unread.status).toBe(409)
  const next = { ...change, seenVersion: 2, says: 'Something else' }
  expect((await member.post(at, { ...next, because: null })).body.errors).toMatchObject([{ pointer: '#/because' }])
  expect((await member.post(at, { ...next, fromOn: '2098-12-31' })).body.errors).toMatchObject([
    { pointer: '#/fromOn' },
  ])
  expect((await member.post(at, { ...next, says: change.says })).body.errors).toMatchObject([{ pointer: '#/says' }])
  const other = await workspace.add('member')
  expect((await other.post(at, next)).status).toBe(403)
  expect((await (await workspace.add('lead')).post(at, next)).status).toBe(200)
})
