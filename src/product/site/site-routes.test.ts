import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { Site } from './site.ts'
import { findSite } from './site-store.ts'

let server: TestServer
let workspace: TestWorkspace
let lead: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  lead = await workspace.add('lead')
})
afterAll(() => server.close())

test('what is stored is what is read, field for field', async () => {
  const team = (await (await workspace.add('admin')).post('/teams', { name: 'North', department: null })).body
  const written = { name: 'Ward 7', kind: 'ward', teamId: team.id, attributes: { region: 'North', beds: '24' } }
  const answer = await lead.post('/sites', { sites: [written] })
  expect(answer.status).toBe(200)
  const [site] = z.array(Site).parse(answer.body)
  expect(site).toMatchObject({ ...written, closedOn: null })
  expect(await workspace.tx((db) => findSite(db, site?.id as Site['id']))).toEqual(site)
  expect((await lead.get('/sites')).body).toContainEqual(answer.body[0])
})

test('a name is one place in every spelling', async () => {
  await lead.post('/sites', { sites: [{ name: 'Shop  Ä1' }] })
  const again = await lead.post('/sites', { sites: [{ name: 'Free' }, { name: ' shop ä1 ' }] })
  expect(again.status).toBe(409)
  expect(again.body).toMatchObject({ code: 'site.taken' })
  expect(again.body.detail).toContain('shop ä1')
  const names = (await lead.get('/sites')).body.map(({ name }: Site) => name)
  expect(names).not.toContain('Free')
  const twice = await lead.post('/sites', { sites: [{ name: 'New' }, { name: 'new' }] })
  expect(twice.status).toBe(422)
  expect(twice.body.errors).toMatchObject([{ pointer: '#/sites/1/name' }])
})

test('two who add the same sites at once get them once', async () => {
  const sites = ['B', 'A', 'C'].map((name) => ({ name: `At once ${name}` }))
  const statuses = await Promise.all(
    [sites, sites.toReversed(), sites].map(async (some) => (await lead.post('/sites', { sites: some })).status),
  )
  expect(statuses.sort()).toEqual([200, 409, 409])
})

test('two who give the same name at once: one has it, the other is told', async () => {
  const { body } = await lead.post('/sites', { sites: [{ name: 'One of two' }, { name: 'Other of two' }] })
  const rename = ({ id, kind, teamId, attributes }: Site, name: string) =>
    lead.put(`/sites/${id}`, { name, kind, teamId, attributes, closedOn: null })
  const answers = await Promise.all([rename(body[0], 'Twin'), rename(body[1], 'twin')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a site is renamed, described, closed and opened again', async () => {
  const [site] = (await lead.post('/sites', { sites: [{ name: 'Line 1', kind: 'line' }] })).body
  const change = { name: 'Line 1b', kind: 'line', teamId: null, attributes: {}, closedOn: '2026-01-31' }
  expect((await lead.put(`/sites/${site.id}`, change)).body).toEqual({ ...site, ...change })
  expect((await lead.put(`/sites/${site.id}`, { ...change, closedOn: null })).body.closedOn).toBeNull()
  const taken = await lead.put(`/sites/${site.id}`, { ...change, name: 'ward 7' })
  expect(taken.status).toBe(409)
})

test('more than twenty attributes are refused', async () => {
  const attributes = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`a${at}`, 'x']))
  expect((await lead.post('/sites', { sites: [{ name: 'Much', attributes }] })).status).toBe(422)
})

test('a member reads and does not write; a site elsewhere is like one that is not there', async () => {
  const member = await workspace.add('member')
  expect((await member.get('/sites')).status).toBe(200)
  expect((await member.post('/sites', { sites: [{ name: 'Mine' }] })).status).toBe(403)
  const elsewhere = await (await server.addWorkspace()).add('lead')
  const [foreign] = (await elsewhere.post('/sites', { sites: [{ name: 'Ward 7' }] })).body
  const missing = await lead.get('/sites/00000000-0000-4000-8000-000000000000')
  const asked = await lead.get(`/sites/${foreign.id}`)
  expect(asked.status).toBe(404)
  expect({ ...asked.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
})
