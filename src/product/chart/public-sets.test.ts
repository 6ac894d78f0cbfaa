import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer } from '#app/testing/open-test-server.ts'
import type { Chart } from './chart.ts'

/**
 * Published sets, brought in as a person would bring them: a table, its columns, and the chart that follows. What they
 * must say stands in `reference/<set>/SOURCE.md`.
 */
let server: TestServer
let lead: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  lead = await (await server.addWorkspace()).add('lead')
})
afterAll(() => server.close())

function rowsOf(file: string, between: RegExp | string = ','): string[][] {
  const text = readFileSync(new URL(`../../../reference/${file}`, import.meta.url), 'utf8')
  const lines = text.trim().split('\n').slice(1)
  return lines.map((line) =>
    line
      .trim()
      .split(between)
      .map((cell) => cell.replaceAll('"', '')),
  )
}

interface Brought {
  metric: { name: string; kind: string; every: string; better?: string }
  rows: readonly { period: string; value: number | string; of: number | string }[]
}

/** Imports a table of one site. @returns the ids of the metric and the site. */
async function bring({ metric, rows }: Brought): Promise<[metric: string, site: string]> {
  const named = { unit: 'in all', better: 'lower', worthMinor: null, ...metric }
  const id = (await lead.post('/metrics', named)).body.id
  const text = [
    'site;period;value;of',
    ...rows.map(({ period, value, of }) => `${metric.name};${period};${value};${of}`),
  ]
  const sheet = await lead.upload('/sheets?name=set.csv', text.join('\n'))
  const columns = { site: 'site', period: 'period', value: 'value', denominator: 'of', numberStyle: 'point' }
  const owner = await (lead as TestPerson).post(`/metrics/${id}/imports`, {
    sheetId: sheet.body.id,
    columns,
    newSites: null,
  })
  if (owner.body.import?.added !== rows.length) throw new Error(JSON.stringify(owner.body))
  const sites = (await lead.get('/sites')).body as { id: string; name: string }[]
  return [id, sites.find(({ name }) => name === metric.name)?.id ?? '']
}

async function chartOf([metric, site]: [string, string], query = ''): Promise<Chart> {
  const { status, body } = await lead.get(`/metrics/${metric}/chart?siteId=${site}${query}`)
  expect(status).toBe(200)
  return body
}

async function freeze([metric, site]: [string, string], on: string, toOn: string): Promise<void> {
  const entry = { siteId: site, kind: 'baseline', on, toOn, says: 'As in the published chart' }
  expect((await lead.post(`/metrics/${metric}/chart-entries`, entry)).status).toBe(200)
}

const monthsFrom = (year: number, month: number, at: number) =>
  new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 10)
const numbered = ({ points, signals }: Chart, rule: string) =>
  signals
    .filter((signal) => signal.rule === rule && points.length > 0)
    .flatMap(({ members }) => members.map((at) => at + 1))

describe('qicharts2', () => {
  beforeAll(async () => {
    const names = ['cabg', 'cabg women', 'a&e', 'cdi', 'juice', 'frozen juice']
    await lead.post('/sites', { sites: names.map((name) => ({ name, kind: 'ward' })) })
  })

  function readmissions(isCounted: (row: string[]) => boolean): Brought['rows'] {
    const months = new Map<string, { value: number; of: number }>()
    for (const row of rowsOf('spc-qicharts2/cabg.csv').filter(isCounted)) {
      const month = (row[0] ?? '').slice(0, 7)
      const { value, of } = months.get(month) ?? { value: 0, of: 0 }
      months.set(month, { value: value + (row[5] === 'TRUE' ? 1 : 0), of: of + 1 })
    }
    return [...months].map(([period, counted]) => ({ period, ...counted }))
  }

  test('readmissions after heart surgery: 36 months, no signal', async () => {
    const at = await bring({
      metric: { name: 'cabg', kind: 'proportion', every: 'month' },
      rows: readmissions(() => true),
    })
    await freeze(at, '2011-07-01', '2014-06-01')
    for (const rules of ['anhoej', 'outside']) {
      const chart = await chartOf(at, `&rules=${rules}`)
      expect(chart).toMatchObject({ method: 'p', methodBecause: 'kind', signals: [], stand: 'steady' })
      expect(chart.points).toHaveLength(36)
      expect(chart.points[0]?.centre).toBeCloseTo(0.2163, 4)
      expect(chart.phases[0]?.runs).toMatchObject({
        longestRun: 5,
        longestRunLimit: 8,
        crossings: 19,
        fewestCrossings: 13,
      })
    }
  })

  test('women only: nine in a row, one more than chance allows', async () => {
    const rows = readmissions((row) => row[2] === 'Female')
    const at = await bring({ metric: { name: 'cabg women', kind: 'proportion', every: 'month' }, rows })
    await freeze(at, '2011-07-01', '2014-06-01')
    const chart = await chartOf(at, '&rules=anhoej')
    expect(chart.phases[0]?.runs).toMatchObject({ longestRun: 9, longestRunLimit: 8 })
    expect(chart.signals).toMatchObject([{ rule: 'long-run', count: 9, side: 'worse', direction: 'above' }])
    expect(chart.signals[0]?.reason).toBe('An unusually long run: 9 months in a row above the usual')
  })

  // Trap "over-dispersion": with 280,000 patients a week, chance alone explains nothing.
  test('seen within four hours: the product takes the chart that knows the scatter, and nothing is flagged', async () => {
    const rows = rowsOf('spc-qicharts2/nhs_accidents.csv').map(([, value = '', of = ''], at) => {
      return { period: new Date(Date.UTC(2024, 0, 1 + 7 * at)).toISOString().slice(0, 10), value, of }
    })
    const at = await bring({ metric: { name: 'a&e', kind: 'proportion', every: 'week', better: 'higher' }, rows })
    const chart = await chartOf(at, '&rules=outside')
    expect(chart).toMatchObject({ method: 'p-prime', methodBecause: 'scatter', signals: [] })
    expect(chart.points[0]?.centre).toBeCloseTo(0.9529, 4)
    expect(chart.phases[0]?.dispersion).toBeCloseTo(10.64, 2)
    const plain = await chartOf(at, '&rules=outside&method=p')
    expect(numbered(plain, 'outside')).toEqual([1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19])
  })

  test('infections in hospital: limits frozen on the first 24 months show the change', async () => {
    const rows = rowsOf('spc-qicharts2/cdi.csv').map(([period = '', value = '', days = '']) => ({
      period,
      value,
      of: Number(days) / 1e4,
    }))
    const at = await bring({ metric: { name: 'cdi', kind: 'rate', every: 'month' }, rows })
    await freeze(at, '2012-11-01', '2014-10-01')
    const chart = await chartOf(at, '&rules=anhoej')
    expect(chart.method).toBe('u')
    expect(chart.points[0]?.centre).toBeCloseTo(13.02, 2)
    expect(chart.phases[0]).toMatchObject({
      learntFrom: 24,
      learntToOn: '2014-10-01',
      runs: { longestRun: 15, longestRunLimit: 8, crossings: 10, fewestCrossings: 13 },
    })
    expect(chart.signals.map(({ rule }) => rule).sort()).toEqual(['few-crossings', 'long-run'])
    expect(chart.signals.find(({ rule }) => rule === 'long-run')).toMatchObject({ side: 'better', count: 15 })
    expect((await chartOf(at)).stand).toBe('better')
  })
})

describe('Montgomery', () => {
  const day = (at: number) => monthsFrom(2015, 1, at)

  test('orange-juice cans: 15 and 23 are out, then 21; the repaired machine has limits of its own', async () => {
    const files = ['spc-montgomery/orangejuice.txt', 'spc-montgomery/orangejuice2.txt']
    const [cans = [], later = []] = files.map((file) => rowsOf(file, /\s+/))
    const rows = [...cans.slice(0, 30), ...later].map(([, value = ''], at) => ({ period: day(at), value, of: 50 }))
    const at = await bring({ metric: { name: 'juice', kind: 'proportion', every: 'month' }, rows })
    const [metric, site] = at
    const record = (entry: Record<string, unknown>) =>
      lead.post(`/metrics/${metric}/chart-entries`, { siteId: site, says: 'As in the book', ...entry })
    await record({ kind: 'change', on: day(30), effect: 'new-limits' })
    await freeze(at, day(0), day(29))
    await freeze(at, day(30), day(rows.length - 1))
    const first = await chartOf(at, '&rules=outside')
    // The two bad samples make it scatter 1.7 times as much as chance: with twelve cans a sample that is no reason to hide them.
    expect(first).toMatchObject({ method: 'p', methodBecause: 'kind' })
    expect(first.points[0]?.centre).toBeCloseTo(0.2313, 4)
    expect(first.points[0]?.low).toBeCloseTo(0.0524, 4)
    expect(first.points[0]?.high).toBeCloseTo(0.4102, 4)
    expect(numbered(first, 'outside')).toEqual([15, 23])
    for (const odd of [14, 22]) await record({ kind: 'note', on: day(odd), effect: 'left-out' })
    const revised = await chartOf(at, '&rules=outside&method=p')
    expect(numbered(revised, 'outside')).toEqual([15, 21, 23])
    const expected = rowsOf('spc-montgomery/expected_orangejuice_p.csv')
    for (const [nth, [, , , , , centre, low, high]] of expected.entries()) {
      expect(revised.points[nth]?.centre).toBeCloseTo(Number(centre), 12)
      expect(revised.points[nth]?.low).toBeCloseTo(Number(low), 12)
      expect(revised.points[nth]?.high).toBeCloseTo(Number(high), 12)
    }
  })
})
