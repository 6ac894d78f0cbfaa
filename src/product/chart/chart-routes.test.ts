import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import type { Job } from '#platform/job.ts'
import { openLog } from '#platform/log.ts'
import { ChartEntry, ChartSetting, Withdrawal } from './chart.ts'
import { tellOfWorse } from './chart-jobs.ts'
import { countingEntries, findEntry, listEntries, listSettings } from './chart-store.ts'

let server: TestServer
let workspace: TestWorkspace
let lead: TestPerson
let member: TestPerson
let north: string
let south: string
const now = new Date('2024-07-03T10:00:00Z')
/** A millisecond later with every look at it: what is written later counts. */
let ticks = 0

beforeAll(async () => {
  server = await openTestServer({ now: () => new Date(now.getTime() + ticks++) })
  workspace = await server.addWorkspace()
  lead = await workspace.add('lead', { name: 'Lena' })
  member = await workspace.add('member')
  const sites = ['North', 'South', 'East'].map((name) => ({ name, kind: name === 'East' ? 'ward' : 'shop' }))
  ;[north, south] = (await lead.post('/sites', { sites })).body.map(({ id }: { id: string }) => id)
})
afterAll(() => server.close())

let count = 0
async function aMetric(part: Record<string, unknown> = {}): Promise<string> {
  const named = {
    name: `Waiting ${++count}`,
    unit: 'minutes',
    better: 'lower',
    worthMinor: null,
    every: 'week',
    ...part,
  }
  return (await lead.post('/metrics', named)).body.id
}

/** A steady ripple about 10: no rule has anything to say about it. */
const steady = [10, 11, 9, 10.5, 9.5, 11, 9, 10, 10.5, 9, 11, 9.5, 10, 11, 9, 10.5, 9.5, 10, 11, 9]

function weekFrom(at: number): string {
  return new Date(Date.UTC(2023, 0, 2) + at * 7 * 86_400_000).toISOString().slice(0, 10)
}

async function bring(metricId: string, site: string, values: readonly (number | null)[]): Promise<void> {
  const rows = values.flatMap((value, at) => (value === null ? [] : [{ site, period: weekFrom(at), value }]))
  const { status, body } = await member.post('/measurements', { metricId, rows })
  expect([status, body.refused]).toEqual([200, 0])
}

describe('one chart', () => {
  test('steady figures have limits and no signal', async () => {
    const id = await aMetric()
    await bring(id, 'North', steady)
    const { status, body } = await member.get(`/metrics/${id}/chart?siteId=${north}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ method: 'xmr', methodBecause: 'kind', rules: 'nhs', stand: 'steady', signals: [] })
    expect(body.points).toHaveLength(20)
    expect(body.points[0].centre).toBeCloseTo(10, 0)
    expect(body.phases).toMatchObject([{ learntFrom: 20, isProvisional: false, reason: null }])
  })

  test('seven in a row below are a shift, for the better where lower is better, said in words', async () => {
    const id = await aMetric()
    await bring(id, 'North', [...steady, 9, 9, 9, 9, 9, 9])
    const { body } = await member.get(`/metrics/${id}/chart?siteId=${north}`)
    const shift = body.signals.find(({ rule }: { rule: string }) => rule === 'shift')
    expect(shift).toMatchObject({
      side: 'better',
      direction: 'below',
      count: 7,
      fromOn: weekFrom(19),
      toOn: weekFrom(25),
    })
    expect(shift.members).toEqual([19, 20, 21, 22, 23, 24, 25])
    expect(shift.reason).toBe('7 weeks in a row below the usual')
    expect(body).toMatchObject({ stand: 'better' })
    expect(body.signals[body.standsBy]).toEqual(shift)
    const german = { cookie: member.cookie, 'accept-language': 'de' }
    const path = `/api/w/${workspace.slug}/metrics/${id}/chart?siteId=${north}`
    const said = (await server.send('GET', path, undefined, german)).body
    expect(said.signals[body.standsBy].reason).toBe('7 Wochen nacheinander unter dem Üblichen')
  })

  test('a missing week is a gap, and weeks that are over and have no figure are late', async () => {
    const id = await aMetric()
    await bring(id, 'North', [10, 11, null, 9, 10])
    const { body } = await member.get(`/metrics/${id}/chart?siteId=${north}`)
    expect(body.points.map(({ figure }: { figure: number | null }) => figure)).toEqual([10, 11, null, 9, 10])
    expect(body.missing).toEqual([weekFrom(2)])
    expect(body.late).toHaveLength(20)
    expect([body.late[0], body.late.at(-1)]).toEqual(['2024-02-12', '2024-06-24'])
    expect(body).toMatchObject({ stand: 'provisional', phases: [{ isProvisional: true, learntFrom: 4 }] })
  })

  test('without a site all of them are averaged, or added once somebody chose so', async () => {
    const id = await aMetric()
    await bring(id, 'North', [10, 12])
    await bring(id, 'South', [20])
    const figures = async () => (await member.get(`/metrics/${id}/chart`)).body.points
    expect(await figures()).toMatchObject([
      { figure: 15, sites: 2 },
      { figure: 12, sites: 1 },
    ])
    const set = { seenVersion: 0, method: null, rules: 'nhs', together: 'sum' }
    expect((await lead.post(`/metrics/${id}/chart-settings`, set)).status).toBe(200)
    expect(await figures()).toMatchObject([{ figure: 30 }, { figure: 12 }])
  })

  test('rare events are drawn by their gaps; of all sites together they are added up, and said so in words', async () => {
    const id = await aMetric({ unit: 'falls' })
    const seldom = (at: readonly number[]) => Array.from({ length: 60 }, (_, week) => (at.includes(week) ? 1 : 0))
    await bring(id, 'North', seldom([2, 9, 17, 22, 33, 41, 44, 58]))
    await bring(id, 'South', seldom([5, 20, 38, 50]))
    const own = (await member.get(`/metrics/${id}/chart?siteId=${north}`)).body
    expect(own).toMatchObject({ method: 't', methodBecause: 'rare', missing: [], areRare: false })
    expect(own.points.map(({ figure }: { figure: number }) => figure)).toEqual([7, 8, 5, 11, 8, 3, 14])
    const { body: together } = await member.get(`/metrics/${id}/chart?method=t`)
    expect(together.points.map(({ figure }: { figure: number }) => figure)).toEqual([3, 4, 8, 3, 2, 11, 5, 3, 3, 6, 8])
    const { body: wall } = await member.get(`/metrics/${id}/charts`)
    expect(wall).toMatchObject({ span: null, charts: [{ method: 't' }, { method: 't' }] })
    expect(wall.gapSpan[1]).toBeGreaterThan(14)
    await bring(id, 'East', seldom([1, 2, 3, 4, 5, 6, 7, 8, 30, 59]))
    const { id: east } = (await lead.get('/sites')).body.find(({ name }: { name: string }) => name === 'East')
    const { signals } = (await member.get(`/metrics/${id}/chart?siteId=${east}`)).body
    expect(signals[0]).toMatchObject({ reason: '7 gaps in a row below the usual', side: 'worse' })
  })

  test('another look changes nothing for others, and a chart that does not fit is refused', async () => {
    const id = await aMetric()
    await bring(id, 'North', steady)
    const at = `/metrics/${id}/chart?siteId=${north}`
    expect((await member.get(`${at}&rules=nelson&method=run`)).body).toMatchObject({ rules: 'nelson', method: 'run' })
    expect((await member.get(at)).body).toMatchObject({ rules: 'nhs', method: 'xmr' })
    const refused = await member.get(`${at}&method=p`)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '#/method' }])
  })

  test('no figures are an empty chart, and a site or metric that is not there is not found', async () => {
    const id = await aMetric()
    expect((await member.get(`/metrics/${id}/chart?siteId=${north}`)).body).toMatchObject({
      stand: 'empty',
      points: [],
    })
    expect((await member.get(`/metrics/${id}/chart?siteId=${randomUUID()}`)).status).toBe(404)
    expect((await member.get(`/metrics/${randomUUID()}/chart`)).status).toBe(404)
  })

  test('a changed definition marks the chart', async () => {
    const id = await aMetric({ says: 'From the door to the desk' })
    await bring(id, 'North', steady)
    const change = {
      seenVersion: 1,
      says: 'From the call to the desk',
      because: 'The door is automatic',
      fromOn: '2099-01-01',
    }
    expect((await lead.post(`/metrics/${id}/definitions`, change)).status).toBe(200)
    expect((await member.get(`/metrics/${id}/chart`)).body.definitions).toEqual([
      { version: 2, fromOn: '2099-01-01', because: 'The door is automatic' },
    ])
  })
})

describe('what is written on a chart', () => {
  const note = { kind: 'note', on: weekFrom(3), says: 'The lift was out of order' }

  test('what is stored is what is read, field for field', async () => {
    const id = await aMetric()
    const answer = await member.post(`/metrics/${id}/chart-entries`, { ...note, siteId: north })
    expect(answer.status).toBe(200)
    const entry = z.decode(ChartEntry, answer.body)
    expect(entry).toMatchObject({ ...note, siteId: north, toOn: null, effect: null, byId: member.personId })
    expect(await workspace.tx((db) => findEntry(db, entry.id))).toEqual(entry)
    const taken = await member.post(`/chart-entries/${entry.id}/withdrawals`, { reason: 'Another ward' })
    const withdrawal = z.decode(Withdrawal, taken.body)
    const { entryId: _, ...rest } = withdrawal
    expect(await workspace.tx((db) => listEntries(db, entry.metricId))).toEqual([{ ...entry, withdrawal: rest }])
    expect(await workspace.tx((db) => countingEntries(db, [entry.metricId]))).toEqual([])
    const again = await member.post(`/chart-entries/${entry.id}/withdrawals`, { reason: 'Another ward' })
    expect(again.status).toBe(409)
    const set = { seenVersion: 0, method: 'run', rules: 'anhoej', together: 'sum' }
    const setting = z.decode(ChartSetting, (await lead.post(`/metrics/${id}/chart-settings`, set)).body)
    expect(await workspace.tx((db) => listSettings(db, entry.metricId))).toEqual([setting])
    expect((await lead.post(`/metrics/${id}/chart-settings`, set)).status).toBe(409)
  })

  test('a reason at one site stands on its chart, one for all sites on every chart', async () => {
    const id = await aMetric()
    await bring(id, 'North', steady)
    await bring(id, 'South', steady)
    await member.post(`/metrics/${id}/chart-entries`, { ...note, siteId: north })
    await member.post(`/metrics/${id}/chart-entries`, {
      ...note,
      siteId: null,
      kind: 'change',
      says: 'New opening hours',
    })
    const saysAt = async (query: string) =>
      (await member.get(`/metrics/${id}/chart${query}`)).body.entries.map(({ says }: { says: string }) => says).sort()
    expect(await saysAt(`?siteId=${north}`)).toEqual(['New opening hours', note.says])
    expect(await saysAt(`?siteId=${south}`)).toEqual(['New opening hours'])
    expect(await saysAt('')).toEqual(['New opening hours'])
  })

  test('limits move for a recorded change only, and only by who looks after the metric', async () => {
    const id = await aMetric()
    await bring(id, 'North', [...steady, ...steady.map((value) => value - 5)])
    const at = `/metrics/${id}/chart?siteId=${north}`
    expect((await member.get(at)).body).toMatchObject({ stand: 'better', phases: [{ learntFrom: 20 }] })
    const change = { siteId: north, kind: 'change', on: weekFrom(20), says: 'Two desks', effect: 'new-limits' }
    expect((await member.post(`/metrics/${id}/chart-entries`, change)).status).toBe(403)
    const recorded = await lead.post(`/metrics/${id}/chart-entries`, change)
    expect(recorded.status).toBe(200)
    const { body } = await member.get(at)
    expect(body).toMatchObject({
      stand: 'steady',
      signals: [],
      phases: [{}, { fromOn: weekFrom(20), changeId: recorded.body.id }],
    })
    expect(body.points[25].centre).toBeCloseTo(5, 0)
    expect((await member.post(`/chart-entries/${recorded.body.id}/withdrawals`, { reason: 'Not yet' })).status).toBe(
      403,
    )
    expect((await lead.post(`/chart-entries/${recorded.body.id}/withdrawals`, { reason: 'Not yet' })).status).toBe(200)
    expect((await member.get(at)).body).toMatchObject({ stand: 'better', phases: [{ changeId: null }] })
  })

  test('a frozen stretch is what limits are learnt from, and the latest one counts', async () => {
    const id = await aMetric()
    await bring(id, 'North', [...steady.map((value) => value + 10), ...steady])
    const freeze = (from: number, to: number) =>
      lead.post(`/metrics/${id}/chart-entries`, {
        siteId: north,
        kind: 'baseline',
        on: weekFrom(from),
        toOn: weekFrom(to),
        says: 'A usual time',
      })
    const { body: first } = await freeze(0, 11)
    const at = `/metrics/${id}/chart?siteId=${north}`
    expect((await member.get(at)).body.phases).toMatchObject([
      { learntFrom: 12, learntFromOn: weekFrom(0), learntToOn: weekFrom(11), baselineId: first.id },
    ])
    const { body: second } = await freeze(20, 39)
    const { body } = await member.get(at)
    expect(body.phases).toMatchObject([{ learntFrom: 20, learntFromOn: weekFrom(20), baselineId: second.id }])
    expect(body.points[0].centre).toBeCloseTo(10, 0)
    const odd = await freeze(5, 5)
    expect([odd.status, odd.body.errors[0].pointer]).toEqual([422, '#/toOn'])
  })

  test('a week whose cause is known is left out of limits and still held against them', async () => {
    const id = await aMetric()
    await bring(id, 'North', [...steady.slice(0, 10), 60, ...steady.slice(10)])
    const at = `/metrics/${id}/chart?siteId=${north}`
    const before = (await member.get(at)).body.points[0].high
    const flood = { siteId: north, kind: 'note', on: weekFrom(10), says: 'A burst pipe', effect: 'left-out' }
    expect((await lead.post(`/metrics/${id}/chart-entries`, flood)).status).toBe(200)
    const { body } = await member.get(at)
    expect(body.points[0].high).toBeLessThan(before / 2)
    expect(body.points[10].isLeftOut).toBe(true)
    expect(body.signals).toMatchObject([{ rule: 'outside', side: 'worse', members: [10] }])
  })

  test('an effect that belongs to another kind is refused at its field', async () => {
    const id = await aMetric()
    const odd = await lead.post(`/metrics/${id}/chart-entries`, { ...note, siteId: null, effect: 'new-limits' })
    expect([odd.status, odd.body.errors[0].pointer]).toEqual([422, '#/effect'])
  })
})

describe('the wall', () => {
  test('one metric at every site, what got worse first, on one scale', async () => {
    const id = await aMetric()
    await bring(id, 'East', steady)
    await bring(id, 'North', [...steady, 9, 9, 9, 9, 9, 9, 9])
    await bring(id, 'South', [...steady, 11, 11, 11, 11, 11, 11, 30])
    const { body } = await member.get(`/metrics/${id}/charts`)
    expect(body.charts.map(({ siteId, stand }: Record<string, string>) => [siteId === south, stand])).toEqual([
      [true, 'worse'],
      [false, 'better'],
      [false, 'steady'],
    ])
    expect(body).toMatchObject({ total: 3, pages: 1, counts: { worse: 1, better: 1, steady: 1 } })
    expect(body.span[1]).toBe(30)
    expect(body.charts[0].worse).toContain(26)
    expect((await member.get(`/metrics/${id}/charts?stand=worse`)).body.charts).toHaveLength(1)
    expect((await member.get(`/metrics/${id}/charts?kind=ward`)).body).toMatchObject({
      total: 1,
      counts: { steady: 1 },
    })
    expect((await member.get(`/metrics/${id}/charts?page=2`)).body.charts).toEqual([])
    const site = (await member.get(`/sites/${south}/charts`)).body
    expect(site.charts.some(({ metricId }: { metricId: string }) => metricId === id)).toBe(true)
    expect(site.span).toBeNull()
  })

  test('a small chart stands where the large one does', async () => {
    const id = await aMetric({ kind: 'proportion' })
    const rows = steady.map((value, at) => ({
      site: 'North',
      period: weekFrom(at),
      value: Math.round(value),
      denominator: 40 + at,
    }))
    await member.post('/measurements', { metricId: id, rows })
    const large = (await member.get(`/metrics/${id}/chart?siteId=${north}`)).body
    const small = (await member.get(`/metrics/${id}/charts`)).body.charts[0]
    expect(small.stand).toBe(large.stand)
    for (const name of ['figure', 'centre', 'low', 'high'])
      expect(small[name === 'figure' ? 'figures' : name]).toEqual(
        large.points.map((point: Record<string, number>) => point[name]),
      )
  })

  test('the funnel of a share: each site against limits by its size; what is no share has none', async () => {
    const id = await aMetric({ kind: 'proportion' })
    const rows = ['North', 'South', 'East'].map((site, at) => ({
      site,
      period: weekFrom(0),
      value: 5 + at * 30,
      denominator: 100 + at * 400,
    }))
    await member.post('/measurements', { metricId: id, rows })
    const { body } = await member.get(`/metrics/${id}/funnel`)
    expect(body.target).toBeCloseTo(105 / 1500, 12)
    expect(body.sites.map(({ size }: { size: number }) => size).sort((a: number, b: number) => a - b)).toEqual([
      100, 500, 900,
    ])
    expect(body.curve).toHaveLength(61)
    expect(body.curve[0].farHigh).toBeGreaterThan(body.curve[60].farHigh)
    expect((await member.get(`/metrics/${await aMetric()}/funnel`)).status).toBe(422)
  })
})

describe('telling the owner', () => {
  const run = (id: string) =>
    runJob(
      tellOfWorse as Job,
      { workspaceId: workspace.id, payload: { metricId: id } },
      server.database.doors,
      openLog('silent'),
    )
  const told = async () =>
    (await lead.get('/notices')).body.notices.filter(({ message }: { message: string }) => message.startsWith('chart.'))

  test('a new signal for the worse is told once, also when the run goes on or the job runs twice', async () => {
    const id = await aMetric({ name: 'Told once' })
    await bring(id, 'North', steady)
    await run(id)
    expect(await told()).toEqual([])
    await bring(id, 'North', [...steady, 11, 11, 11, 11, 11, 11, 11])
    await run(id)
    await run(id)
    expect(await told()).toMatchObject([
      {
        message: 'chart.told-one',
        messageValues: { metric: 'Told once', sites: 'North' },
        href: `/measures/${id}/chart?site=${north}`,
      },
    ])
    await bring(id, 'North', [...steady, 11, 11, 11, 11, 11, 11, 11, 11])
    await run(id)
    expect(await told()).toHaveLength(1)
  })
})
