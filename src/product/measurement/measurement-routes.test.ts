import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import { Import } from './measurement.ts'
import { workOffImport } from './measurement-jobs.ts'
import { readSeries } from './measurement-store.ts'

let server: TestServer
let workspace: TestWorkspace
let lead: TestPerson
let member: TestPerson
const now = new Date('2024-07-03T10:00:00Z')

beforeAll(async () => {
  server = await openTestServer({ now: () => now })
  workspace = await server.addWorkspace()
  lead = await workspace.add('lead')
  member = await workspace.add('member')
  await lead.post('/sites', { sites: ['North', 'South', 'East'].map((name) => ({ name, kind: 'shop' })) })
})
afterAll(() => server.close())

let count = 0
async function aMetric(part: Record<string, unknown> = {}): Promise<string> {
  const named = { name: `Sales ${++count}`, unit: '€', better: 'higher', worthMinor: null, every: 'week', ...part }
  return (await member.post('/metrics', named)).body.id
}

async function aSheet(text: string): Promise<string> {
  return (await member.upload('/sheets?name=sales.csv', text)).body.id
}

const columns = { site: 'shop', period: 'week', value: 'sales' }
const table = 'shop;week;sales\nNorth;2024-W19;12\nNorth;2024-W20;13\nSouth;2024-W19;8\n'

const countsOf = ({ added, unchanged, corrected, refused }: Record<string, number>) => [
  added,
  unchanged,
  corrected,
  refused,
]

describe('figures from a sheet', () => {
  test('what is stored is what is read, field for field', async () => {
    const id = await aMetric()
    const sheetId = await aSheet(table)
    const { status, body } = await member.post(`/metrics/${id}/imports`, { sheetId, columns })
    expect(status).toBe(200)
    expect(body.task).toBeNull()
    expect(body.import).toMatchObject({ metricId: id, sheetId, source: 'sheet', added: 3, doubts: [] })
    expect((await member.get(`/metrics/${id}/imports`)).body).toEqual([body.import])
    expect(z.decode(Import, body.import).columns).toEqual({
      ...columns,
      denominator: null,
      dateOrder: null,
      numberStyle: null,
    })
    const series = (await member.get(`/metrics/${id}/series`)).body
    expect(series.map(({ points }: { points: unknown }) => points)).toContainEqual([
      { on: '2024-05-06', value: 12, denominator: null },
      { on: '2024-05-13', value: 13, denominator: null },
    ])
  })

  test('the same sheet again changes nothing, and a corrected one keeps what was there', async () => {
    const id = await aMetric()
    const bring = async (text: string) =>
      (await member.post(`/metrics/${id}/imports`, { sheetId: await aSheet(text), columns })).body.import
    expect(countsOf(await bring(table))).toEqual([3, 0, 0, 0])
    expect(countsOf(await bring(table))).toEqual([0, 3, 0, 0])
    const mended = await bring(table.replace(';13', ';31'))
    expect(countsOf(mended)).toEqual([0, 2, 1, 0])
    const corrections = (await lead.get(`/metrics/${id}/corrections`)).body
    expect(corrections).toMatchObject([
      { on: '2024-05-13', beforeValue: 13, afterValue: 31, importId: mended.id, byId: member.personId },
    ])
  })

  test('five people who import the same at once store it once', async () => {
    const id = await aMetric()
    const rows = Array.from(
      { length: 300 },
      (_, at) => `${['North', 'South', 'East'][at % 3]};${2000 + (at % 20)}-W1${at % 5};${at}`,
    )
    const sheets = await Promise.all(
      [rows, rows.toReversed()].map((some) => aSheet(['shop;week;sales', ...some].join('\n'))),
    )
    const answers = await Promise.all(
      [0, 1, 0, 1, 0].map((at) => member.post(`/metrics/${id}/imports`, { sheetId: sheets[at], columns })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const added = answers.map(({ body }) => body.import.added).filter((one) => one > 0)
    const stored = await workspace.tx((db) => readSeries(db, { metricId: id as never }))
    expect(added).toEqual([stored.reduce((sum, { points }) => sum + points.length, 0)])
  })

  test('a preview says what would happen and stores nothing', async () => {
    const id = await aMetric()
    await member.post(`/metrics/${id}/imports`, { sheetId: await aSheet(table), columns })
    const text = 'shop;week;sales\nNorth;2024-W19;12\nNorth;2024-W20;99\nWest;2024-W19;4\nSouth;2024-W21;7\nSouth;x;1'
    const sheetId = await aSheet(text)
    const { body } = await member.post(`/metrics/${id}/import-previews`, { sheetId, columns })
    expect(countsOf(body)).toEqual([1, 1, 1, 2])
    expect(body).toMatchObject({ rows: 5, isPart: false, firstOn: '2024-05-06', lastOn: '2024-05-20' })
    expect(body.newSites).toEqual({ count: 1, names: ['West'] })
    expect(body.changes).toMatchObject([{ on: '2024-05-13', beforeValue: 13, afterValue: 99 }])
    expect(body.doubts).toMatchObject([
      { code: 'unknown-site', count: 1, places: [{ row: 4, column: 'shop', text: 'West' }] },
      { code: 'no-period', count: 1, places: [{ row: 6, column: 'week', text: 'x' }] },
    ])
    const taken = await member.post(`/metrics/${id}/import-previews`, { sheetId, columns, newSites: 'shop' })
    expect(countsOf(taken.body)).toEqual([2, 1, 1, 1])
    expect((await member.get(`/metrics/${id}/imports`)).body).toHaveLength(1)
  })

  test('unknown sites are added with the figures, by whoever may add sites', async () => {
    const id = await aMetric()
    const asked = { sheetId: await aSheet('shop;week;sales\nHarbour;2024-W19;4\nharbour ;2024-W20;5'), columns }
    const refused = await member.post(`/metrics/${id}/imports`, { ...asked, newSites: 'shop' })
    expect(refused.status).toBe(403)
    const { body } = await lead.post(`/metrics/${id}/imports`, { ...asked, newSites: 'shop' })
    expect(countsOf(body.import)).toEqual([2, 0, 0, 0])
    expect((await lead.get('/sites')).body).toContainEqual(expect.objectContaining({ name: 'Harbour', kind: 'shop' }))
  })

  test('more new sites than a workspace may have are refused, and those that are there stay to be seen', async () => {
    const small = await server.addWorkspace()
    const admin = await small.add('admin')
    const { body: metric } = await admin.post('/metrics', {
      name: 'Rolls',
      unit: 'rolls',
      better: 'higher',
      worthMinor: null,
      kind: 'mean',
      every: 'week',
    })
    const lines = Array.from({ length: limits.sites - 1 }, (_, at) => `Depot ${at};2024-W19;1`)
    const import_ = async (some: readonly string[]) => {
      const { body } = await admin.upload('/sheets?name=a.csv', ['shop;week;sales', ...some].join('\n'))
      return admin.post(`/metrics/${metric.id}/imports`, { sheetId: body.id, columns, newSites: 'shop' })
    }
    expect((await import_(lines)).status).toBe(200)
    const refused = await import_(['Altona;2024-W19;1', 'Barmbek;2024-W19;2'])
    expect([refused.status, refused.body.code]).toEqual([409, 'site.too-many'])
    expect((await admin.get('/sites')).body).toHaveLength(limits.sites - 1)
  })

  test('a figure far from the others of its site is taken and shown', async () => {
    const id = await aMetric()
    const values = [50, 51, 49, 52, 48, 50, 53, 47, 5]
    const rows = values.map((value, at) => `North;2024-W${String(at + 10)};${value}`)
    const sheetId = await aSheet(['shop;week;sales', ...rows].join('\n'))
    const { body } = await member.post(`/metrics/${id}/import-previews`, { sheetId, columns })
    expect(countsOf(body)).toEqual([9, 0, 0, 0])
    expect(body.doubts).toMatchObject([{ code: 'outlying', count: 1, places: [{ row: 10, text: '5' }] }])
    await member.post(`/metrics/${id}/imports`, { sheetId, columns })
    const states = (await member.get(`/metrics/${id}/states`)).body
    expect(states).toMatchObject([{ last: { value: 5 }, missing: { count: 0 }, outlying: { count: 1 } }])
    // W19 to W26 are over; W27 is running.
    expect(states[0].late.count).toBe(8)
  })

  test('a refusal names the field and stores nothing', async () => {
    const id = await aMetric()
    const sheetId = await aSheet('email;week;sales\na@example.org;2024-W19;1')
    const refused = await member.post(`/metrics/${id}/imports`, { sheetId, columns: { ...columns, site: 'email' } })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ code: 'measurement.personal-e-mail', errors: [{ pointer: '#/columns/site' }] })
    expect((await member.get(`/metrics/${id}/imports`)).body).toEqual([])
  })
})

describe('a large sheet', () => {
  test('is worked off later, once, whole, and says how far it is', async () => {
    const id = await aMetric({ every: 'day' })
    const days = 1000
    const sites = Math.ceil((limits.figuresWaitedFor + 1) / days)
    const lines = ['shop;week;sales']
    for (let site = 0; site < sites; site++)
      for (let at = 0; at < days; at++)
        lines.push(`Depot ${site};${new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)};${at + site}`)
    const asked = { sheetId: await aSheet(lines.join('\n')), columns, newSites: 'other' }
    const part = (await lead.post(`/metrics/${id}/import-previews`, asked)).body
    expect(part).toMatchObject({ isPart: true, added: limits.figuresWaitedFor })

    const { body } = await lead.post(`/metrics/${id}/imports`, asked)
    expect(body.import).toBeNull()
    expect(body.task).toMatchObject({ state: 'waiting', rowsTotal: sites * days })
    const parcel = { workspaceId: workspace.id, payload: { id: body.task.id } }
    const log = openLog('silent')
    await runJob(workOffImport, parcel, server.database.doors, log)
    await runJob(workOffImport, parcel, server.database.doors, log)
    expect((await lead.get(`/metrics/${id}/import-tasks`)).body).toMatchObject([{ state: 'done', problem: null }])
    const imports = (await lead.get(`/metrics/${id}/imports`)).body
    expect(imports.map(countsOf)).toEqual([[sites * days, 0, 0, 0]])

    // More than one answer holds: asked for by stretches.
    const all = await lead.get(`/metrics/${id}/series`)
    expect(all.status).toBe(422)
    expect(all.body.errors).toMatchObject([{ pointer: '#/fromOn' }])
    const month = (await lead.get(`/metrics/${id}/series?fromOn=2020-01-01&toOn=2020-01-31`)).body
    expect(month).toHaveLength(sites)
    expect(month[0].points).toHaveLength(31)
  }, 90_000)

  test('that cannot be read on fails with its reason, and leaves nothing behind', async () => {
    const id = await aMetric()
    const rows = Array.from({ length: limits.figuresWaitedFor + 1 }, (_, at) => `Depot ${at % 9};day ${at % 500};1`)
    const sheetId = await aSheet(['shop;week;sales', ...rows].join('\n'))
    const { body } = await lead.post(`/metrics/${id}/imports`, { sheetId, columns, newSites: 'shop' })
    const parcel = { workspaceId: workspace.id, payload: { id: body.task.id } }
    await runJob(workOffImport, parcel, server.database.doors, openLog('silent'))
    const [task] = (await lead.get(`/metrics/${id}/import-tasks`)).body
    expect(task).toMatchObject({ state: 'failed' })
    expect(task.problem).toContain('another kind of period')
    expect((await lead.get(`/metrics/${id}/imports`)).body).toEqual([])
  }, 60_000)
})

describe('figures from a program', () => {
  test('name sites in any spelling or by id; each row that is refused is named', async () => {
    const id = await aMetric({ kind: 'proportion', unit: '%' })
    const [{ id: siteId }] = (await lead.get('/sites')).body
    const rows = [
      { site: ' NORTH ', period: '2024-W20', value: 3, denominator: 60 },
      { site: siteId, period: '2024-05-20', value: 2, denominator: 50 },
      { site: 'Nowhere', period: '2024-W20', value: 3, denominator: 60 },
      { site: 'South', period: '2024-W20', value: 3 },
      { site: 'South', period: '2024-W40', value: 3, denominator: 60 },
    ]
    const { status, body } = await member.post('/measurements', { metricId: id, rows })
    expect(status).toBe(200)
    expect(countsOf(body)).toEqual([2, 0, 0, 3])
    expect(body.source).toBe('key')
    expect(body.doubts).toMatchObject([
      { code: 'unknown-site', places: [{ row: 3, text: 'Nowhere' }] },
      { code: 'not-begun', places: [{ row: 5 }] },
      { code: 'no-denominator', places: [{ row: 4 }] },
    ])
    expect(countsOf((await member.post('/measurements', { metricId: id, rows })).body)).toEqual([0, 2, 0, 3])
  })

  test('ten thousand rows are one call, and one more is too many', async () => {
    const id = await aMetric({ every: 'day' })
    const rows = Array.from({ length: limits.figuresAtOnce }, (_, at) => ({
      site: 'North',
      period: new Date(Date.UTC(1995, 0, 1 + at)).toISOString().slice(0, 10),
      value: at,
    }))
    expect(countsOf((await member.post('/measurements', { metricId: id, rows })).body)).toEqual([10_000, 0, 0, 0])
    const more = await member.post('/measurements', { metricId: id, rows: [...rows, rows[0]] })
    expect(more.status).toBe(422)
  })
})

describe('a figure typed in', () => {
  test('is stored for the period that holds the day, and corrected by typing it again', async () => {
    const id = await aMetric()
    const [{ id: siteId }] = (await lead.get('/sites')).body
    const enter = (value: number) => member.post(`/metrics/${id}/figures`, { siteId, on: '2024-05-09', value })
    expect(countsOf((await enter(12)).body)).toEqual([1, 0, 0, 0])
    expect(countsOf((await enter(12)).body)).toEqual([0, 1, 0, 0])
    expect(countsOf((await enter(21)).body)).toEqual([0, 0, 1, 0])
    const [series] = (await member.get(`/metrics/${id}/series?siteIds=${siteId}`)).body
    expect(series.points).toEqual([{ on: '2024-05-06', value: 21, denominator: null }])
  })

  test('that belongs nowhere is taken back, and what it was stays', async () => {
    const id = await aMetric()
    const [{ id: siteId }] = (await lead.get('/sites')).body
    const place = { siteId, on: '2024-05-09' }
    await member.post(`/metrics/${id}/figures`, { ...place, value: 12 })
    expect((await member.post(`/metrics/${id}/removals`, place)).body).toMatchObject({ corrected: 1 })
    expect((await member.get(`/metrics/${id}/series`)).body).toEqual([])
    expect((await member.get(`/metrics/${id}/corrections`)).body).toMatchObject([
      { on: '2024-05-06', beforeValue: 12, afterValue: null },
    ])
    expect((await member.post(`/metrics/${id}/removals`, place)).status).toBe(404)
    expect(countsOf((await member.post(`/metrics/${id}/figures`, { ...place, value: 12 })).body)).toEqual([1, 0, 0, 0])
    expect((await member.get('/measurements/latest')).body).toContainEqual(
      expect.objectContaining({ metricId: id, byId: member.personId }),
    )
  })

  test('that cannot be is refused at its field', async () => {
    const id = await aMetric({ kind: 'proportion' })
    const [{ id: siteId }] = (await lead.get('/sites')).body
    const enter = (part: Record<string, unknown>) =>
      member.post(`/metrics/${id}/figures`, { siteId, on: '2024-05-09', value: 3, denominator: 60, ...part })
    expect((await enter({ denominator: null })).body.errors).toMatchObject([{ pointer: '#/denominator' }])
    expect((await enter({ value: 61 })).body.errors).toMatchObject([{ pointer: '#/value' }])
    expect((await enter({ on: '2024-07-08' })).body.errors).toMatchObject([{ pointer: '#/on' }])
    expect((await enter({ on: '2024-07-03' })).status).toBe(200)
  })
})

describe('a metric with figures', () => {
  test('keeps its kind and its period; its owner may still change', async () => {
    const id = await aMetric()
    const arranged = { kind: 'quantile', every: 'day', ownerId: lead.personId }
    expect((await member.put(`/metrics/${id}/arrangement`, arranged)).body).toMatchObject(arranged)
    // No longer the owner's.
    expect((await member.put(`/metrics/${id}/arrangement`, arranged)).status).toBe(403)
    await member.post('/measurements', { metricId: id, rows: [{ site: 'North', period: '2024-05-09', value: 1 }] })
    const kept = await lead.put(`/metrics/${id}/arrangement`, { ...arranged, every: 'week' })
    expect(kept.status).toBe(409)
    expect(kept.body.errors).toMatchObject([{ pointer: '#/every' }])
    expect((await lead.put(`/metrics/${id}/arrangement`, { ...arranged, ownerId: null })).status).toBe(200)
  })
})

describe('rights and walls', () => {
  test('a viewer reads and brings nothing', async () => {
    const viewer = await workspace.add('viewer')
    const id = await aMetric()
    expect((await viewer.get(`/metrics/${id}/series`)).status).toBe(200)
    const rows = [{ site: 'North', period: '2024-W19', value: 1 }]
    expect((await viewer.post('/measurements', { metricId: id, rows })).status).toBe(403)
  })

  test('another workspace’s sites are unknown, whatever their id', async () => {
    const elsewhere = await (await server.addWorkspace()).add('lead')
    const [foreign] = (await elsewhere.post('/sites', { sites: [{ name: 'Foreign' }] })).body
    const id = await aMetric()
    const rows = [{ site: foreign.id, period: '2024-W19', value: 1 }]
    expect(countsOf((await member.post('/measurements', { metricId: id, rows })).body)).toEqual([0, 0, 0, 1])
    const entered = await member.post(`/metrics/${id}/figures`, { siteId: foreign.id, on: '2024-05-09', value: 1 })
    expect(entered.status).toBe(404)
    expect((await member.get(`/metrics/${id}/series?siteIds=${foreign.id}`)).body).toEqual([])
    expect((await elsewhere.get(`/metrics/${id}/series`)).status).toBe(404)
  })

  test('what was imported, corrected and defined stays, whoever asks', async () => {
    for (const name of ['measurement_import', 'measurement_outcome', 'measurement_correction', 'metric_definition']) {
      await expect(server.database.look(`truncate ${name} cascade`)).rejects.toThrow(/append-only/)
    }
  })
})
