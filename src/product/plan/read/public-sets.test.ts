import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { MetricKind } from '#product/metric/metric.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { Design, TrialId } from '#product/trial/trial.ts'
import { findPlan, readTrialFigures, rowsBehind, rowsOfUnit } from '../plan-store.ts'
import { addSheet } from '../testing/shop-trial.ts'
import type { FiguresOf } from '../trial-figures.ts'

/** Public sets, each read through the door of its design as a person would do it; what is expected stands in each SOURCE.md. */
let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member')
})
afterAll(() => server.close())

const reference = (file: string) => readFile(new URL(`../../../../reference/${file}`, import.meta.url), 'utf8')

/** Looks back at a public set: what its plan froze, and the figures it is measured on. */
async function lookedBack<D extends Design>(
  design: D,
  text: string,
  plan: { columns: object; kind?: MetricKind } & Record<string, unknown>,
): Promise<FiguresOf<D>> {
  const id = await drafted(design, 'look-back', text, plan)
  const frozen = await owner.post(`/trials/${id}/freezings`, { revision: 1 })
  if (frozen.status !== 200) throw new Error(JSON.stringify(frozen.body))
  const { body } = await workspace.tx((db) => findPlan(db, id))
  expect(frozen.body.plan.body).toEqual(body)
  const figures = await workspace.tx((db) => readTrialFigures(db, id))
  expect(figures.design).toBe(design)
  return figures as unknown as FiguresOf<D>
}

async function drafted(
  design: Design,
  door: 'look-back' | 'plan-first',
  text: string,
  { kind = 'mean', ...plan }: { columns: object; kind?: MetricKind } & Record<string, unknown>,
): Promise<TrialId> {
  const ideaId = await anApprovedIdea(workspace, owner)
  const { body: trial } = await owner.post('/trials', { ideaId, door, design })
  const name = `Measure ${trial.id.slice(0, 8)}`
  const metric = await owner.post('/metrics', { name, unit: 'points', better: 'lower', worthMinor: null, kind })
  const draft = {
    question: 'Does it help?',
    metricId: metric.body.id,
    worthHaving: null,
    guardrails: [],
    sheetId: await addSheet(owner, text, 'public.csv'),
    since: '',
    isRandomised: false,
    revision: 0,
    ...plan,
  }
  const saved = await owner.put(`/trials/${trial.id}/plan`, draft)
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  return trial.id
}

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

test('daycare-fines: ten centres, six of them with the fine, from week 5 on', async () => {
  const figures = await lookedBack('pilot', await reference('daycare-fines/daycare_fines.csv'), {
    columns: { site: 'center', period: 'week', value: 'late_pickups', treated: { column: 'group', values: ['test'] } },
    since: '5',
  })
  expect(figures.sites.filter(({ treated }) => treated)).toHaveLength(6)
  expect([figures.sites.length, figures.periods.length, figures.since]).toEqual([10, 20, 4])
  expect(figures.sites[0]?.values.slice(0, 4)).toEqual([8, 8, 7, 6])
})

test('card-krueger: restaurants in two states before and after, with holes', async () => {
  const figures = await lookedBack('pilot', await reference('card-krueger-1994/card-krueger.csv'), {
    columns: { site: 'id', period: 'd', value: 'fte', treated: { column: 'nj', values: null } },
    since: '1',
    guardrails: [{ name: 'Hours open', column: 'hrsopen', better: 'higher', margin: 1 }],
  })
  const filled = figures.sites.flatMap(({ values }) => values).filter((value) => value !== null)
  expect([figures.sites.length, filled.length]).toEqual([410, 794])
  expect(figures.guardrails).toHaveLength(1)
})

test('jtrain: firms with a grant in 1988, one row a year', async () => {
  const text = (await reference('jtrain-scrap/jtrain.csv'))
    .split('\n')
    .filter((line, at) => at === 0 || ['1987', '1988'].includes(line.split(',')[1] ?? ''))
    .join('\n')
  const figures = await lookedBack('pilot', text, {
    columns: { site: 'fcode', period: 'year', value: 'lscrap', treated: { column: 'grant', values: null } },
    since: '1988',
  })
  const used = figures.sites.filter(({ values }) => values.every((value) => value !== null))
  expect([used.length, used.filter(({ treated }) => treated).length]).toEqual([54, 19])
})

test('mpdta: counties by the year of their first minimum wage, 0 for never', async () => {
  const figures = await lookedBack('staggered', await reference('mpdta-minimum-wage/mpdta.csv'), {
    columns: {
      ...{ site: 'countyreal', period: 'year', value: 'lemp' },
      start: { column: 'first.treat', says: 'period', values: null },
    },
  })
  const waves = [1, 3, 4, null].map((start) => figures.sites.filter((site) => site.start === start).length)
  expect(waves).toEqual([20, 40, 131, 309])
  expect(figures.periods.map(({ label }) => label)).toEqual(['2003', '2004', '2005', '2006', '2007'])
  expect(figures.since).toBe(1)
  expect(figures.plan.body.sites.find(({ name }) => name === '8001')).toEqual({ name: '8001', start: '2007' })
})

test('cict: areas in four waves, each week weighed by its cases, with the share that was really automated', async () => {
  const figures = await lookedBack('staggered', await reference('cict-stepped-wedge/areas.csv'), {
    columns: {
      ...{ site: 'zip', period: 'week', value: 'filled', weight: 'cases' },
      start: { column: 'started', says: 'period', values: null },
      received: { column: 'automated', values: null },
    },
    method: 'wedge',
  })
  const filled = figures.sites.flatMap(({ values }) => values).filter((value) => value !== null)
  expect([figures.sites.length, figures.periods.length, filled.length]).toEqual([29, 8, 193])
  const first = figures.sites[0]
  expect(first?.name).toBe('94040')
  expect(first?.weights?.[0]).toBe(11)
  expect(first?.start).toBe(figures.periods.findIndex(({ label }) => label === '2022-01-17'))
  expect(first?.received?.[0]).toBeCloseTo(1 / 11, 12)
  expect(figures.plan.body.method).toBe('wedge')
})

test('chocolate scent: days in two arms, each row one', async () => {
  const figures = await lookedBack('split', await reference('chocolate-scent-store/mcgrath.csv'), {
    columns: { arm: 'treatment', unit: null, value: 'grandtotal' },
    arms: { treated: '1', comparison: '0' },
    shares: { treated: 1, comparison: 1 },
  })
  const meanOf = (arm: string) => {
    const values = figures.units.flatMap((unit) => (unit.arm === arm ? [unit.value] : []))
    return sum(values) / values.length
  }
  expect([meanOf('1'), meanOf('0')].map((mean) => mean.toFixed(2))).toEqual(['612.00', '575.39'])
  expect(figures.plan.body.isPaired).toBe(false)
  expect(rowsOfUnit(figures, 0)).toMatchObject({ rows: [2], count: 1 })
})

test('packaging: everybody saw both packs, so that each is compared with themselves', async () => {
  const figures = await lookedBack('split', await reference('packaging-experiments/pack_picture_SE24_S3.csv'), {
    columns: { arm: 'lemon', unit: 'id', value: 'evaluation' },
    arms: { treated: 'cut', comparison: 'whole' },
  })
  expect(figures.plan.body.isPaired).toBe(true)
  const names = new Set(figures.units.map(({ name }) => name))
  expect(figures.units).toHaveLength(2 * names.size)
  const of = (arm: string) => figures.units.flatMap((unit) => (unit.arm === arm ? [unit.value] : []))
  expect((sum(of('cut')) - sum(of('whole'))) / names.size).toBeCloseTo(0.246, 3)
})

test('infections after an antibiotic policy: months as units, counted over patient days', async () => {
  const figures = await lookedBack('split', await reference('spc-qicharts2/cdi.csv'), {
    columns: { arm: 'period', unit: null, value: 'n', denominator: 'days' },
    arms: { treated: 'post', comparison: 'pre' },
    kind: 'rate',
  })
  const rateOf = (arm: string) => {
    const units = figures.units.filter((unit) => unit.arm === arm)
    return sum(units.map(({ value }) => value)) / sum(units.map(({ denominator }) => denominator))
  }
  expect(rateOf('post') / rateOf('pre')).toBeCloseTo(0.385, 3)
})

test('licorice: patients at several hours are one figure each, because patients were drawn', async () => {
  const figures = await lookedBack('split', await reference('licorice-gargle/throat_pain.csv'), {
    columns: { arm: 'gargle', unit: 'patient', value: 'throat_pain' },
    arms: { treated: 'licorice', comparison: 'sugar water' },
    isRandomised: true,
  })
  expect(figures.units).toHaveLength(235)
  expect(figures.rows).toBe(1175)
  expect(figures.doubts[0]?.map(({ code }) => code)).toContain('units-repeated')
  expect(rowsOfUnit(figures, 0)?.count).toBe(figures.units[0]?.rows)
})

test('sicily: one island by months, counted over its people', async () => {
  const figures = await lookedBack('before-after', await reference('sicily-smoking-ban/sicily.csv'), {
    columns: { site: null, period: 'time', value: 'aces', denominator: 'stdpop' },
    since: '37',
    kind: 'rate',
    ...{ method: 'poisson', slope: false, season: 12 },
  })
  const [series] = figures.sites
  expect([figures.sites.length, figures.periods.length, figures.since]).toEqual([1, 59, 36])
  expect([series?.values[0], series?.denominators?.[0]]).toEqual([728, 379875.3])
  expect(rowsBehind(figures, 0, 0)).toMatchObject({ rows: [2], count: 1 })
  expect(figures.plan.body.sites).toEqual([])
})

test('a kiosk that puts the change on and off: its schedule is frozen as stretches', async () => {
  const hours = Array.from({ length: 12 }, (_, at) => ({ at: at + 1, isOn: Math.floor(at / 2) % 2 === 1 }))
  const rows = ['North', 'South'].flatMap((site, place) =>
    hours.map(
      ({ at, isOn }) => `${site},${at},${10 + place + (isOn ? 2 : 0)},${isOn !== (place === 1) ? 'on' : 'off'}`,
    ),
  )
  const figures = await lookedBack('switchback', `site,day,sold,state\n${rows.join('\n')}\n`, {
    columns: { site: 'site', period: 'day', value: 'sold', treated: { column: 'state', values: ['on'] } },
    ...{ windowLength: 2, blockWindows: 2, isRandomised: true },
  })
  expect(figures.plan.body.schedule).toEqual({ from: '1', to: '12' })
  expect(figures.plan.body.sites[0]).toEqual({
    name: 'North',
    on: [
      { from: '3', to: '4' },
      { from: '7', to: '8' },
      { from: '11', to: '12' },
    ],
  })
  expect(figures.sites[0]?.on.slice(0, 4)).toEqual([false, false, true, true])
  expect(figures.sites[1]?.on.slice(0, 4)).toEqual([true, true, false, false])
})
