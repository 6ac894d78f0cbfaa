import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { aPanel, aSituation } from './testing/a-history.ts'

let server: TestServer
let workspace: TestWorkspace
let viewer: TestPerson
let member: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  viewer = await workspace.add('viewer')
  member = await workspace.add('member')
})
afterAll(() => server.close())

const columns = { site: 'shop', period: 'week', value: 'sales' }

async function aSheet(sites: number, periods: number): Promise<string> {
  const scatter = { sites, periods, between: 20, within: 8, autocorrelation: 0.3, shared: 3 }
  const rows = aPanel(seededGenerator(4), scatter).flatMap((row, shop) =>
    row.map((value, week) => `S${shop + 1},${week + 1},${value.toFixed(4)}`),
  )
  return (await member.upload('/sheets?name=s.csv', ['shop,week,sales', ...rows].join('\n'))).body.id
}

const tell = (sheetId: string, changes: object = {}, history: object = {}) =>
  viewer.post('/outlooks', {
    history: { by: 'sheet', sheetId, columns, ...history },
    situation: aSituation(),
    better: 'higher',
    worthHaving: 9,
    worthMinor: '1000',
    ...changes,
  })

test('a viewer is told what a trial could see, from a table', async () => {
  const { status, body } = await tell(await aSheet(8, 26))
  expect(status).toBe(200)
  expect(body.history).toMatchObject({ sites: 8, periods: 26, rhythm: 'week', values: 208, missing: 0, doubt: null })
  expect(body.design).toBe('pilot-randomised')
  expect(body.lines[0].effects).toHaveLength(26)
  expect(body.cost.duringTrial).toEqual({ units: 288, minor: '288000' })
})

test('only what lies before the change counts', async () => {
  const id = await aSheet(8, 26)
  expect((await tell(id, {}, { until: '13' })).body.history).toMatchObject({ periods: 12, last: '12' })
  const refused = await tell(id, {}, { until: 'soon' })
  expect(refused.status).toBe(422)
  expect(refused.body.errors).toMatchObject([{ pointer: '#/history/until' }])
})

test('50 sites and 104 weeks are answered at once', async () => {
  const id = await aSheet(50, 104)
  await tell(id)
  const before = process.cpuUsage()
  expect((await tell(id, { worthHaving: 2.8 })).status).toBe(200)
  // The processor's time, as other tests share the machine: a share of it is the table's, read anew.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(600)
})

test('a table that is not there is not found', async () => {
  expect((await tell('5f0c0c1e-0000-4000-8000-000000000000')).status).toBe(404)
})

test('advice needs no table', async () => {
  const { body } = await viewer.post('/design-advice', {
    situation: aSituation({ mayDraw: false, periodsAhead: 10 }),
    history: { sites: 1, periodsBefore: 20 },
  })
  expect(body).toMatchObject({ proposed: 'before-after', grade: 'C' })
})
