import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { MetricKind } from '#product/metric/metric.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { Design, Trial, TrialId } from '#product/trial/trial.ts'
import { readTrialFigures } from '../plan-store.ts'
import { addSheet } from '../testing/shop-trial.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member')
})
afterAll(() => server.close())

type Said = { columns: object; kind?: MetricKind } & Record<string, unknown>

async function drafted(design: Design, door: Trial['door'], text: string, said: Said): Promise<TrialId> {
  const { kind = 'mean', ...plan } = said
  const ideaId = await anApprovedIdea(workspace, owner)
  const { body: trial } = await owner.post('/trials', { ideaId, door, design })
  const name = `Measure ${trial.id.slice(0, 8)}`
  const metric = await owner.post('/metrics', { name, unit: 'points', better: 'lower', worthMinor: null, kind })
  const parts = { question: 'Does it help?', metricId: metric.body.id, worthHaving: null, guardrails: [], since: '' }
  const sheetId = await addSheet(owner, text)
  await owner.put(`/trials/${trial.id}/plan`, { ...parts, sheetId, isRandomised: false, revision: 0, ...plan })
  return trial.id
}

const freeze = (id: TrialId) => owner.post(`/trials/${id}/freezings`, { revision: 1 })
const figuresOf = (id: TrialId) => workspace.tx((db) => readTrialFigures(db, id))
const rows = (...lines: string[]) => `${lines.join('\n')}\n`

const staggered = {
  columns: { site: 'site', period: 'week', value: 'sold', start: { column: 'start', says: 'period', values: null } },
}
const split = { columns: { arm: 'arm', unit: 'who', value: 'sold' }, arms: { treated: 'new', comparison: 'old' } }
const onOff = { columns: { site: null, period: 'week', value: 'sold', treated: { column: 'on', values: null } } }
const series = { columns: { site: null, period: 'week', value: 'sold' } }
const weeks = (count: number, more: (week: number) => string = () => '') =>
  Array.from({ length: count }, (_, at) => `${at + 1},${10 + (at % 3)}${more(at + 1)}`)

describe('a plan is refused at the field', () => {
  test.each<[string, Design, string, Said, string, string]>([
    [
      'whose sites all start together',
      'staggered',
      rows('site,week,sold,start', 'A,1,1,2', 'A,2,1,2', 'B,1,1,2', 'B,2,1,2'),
      staggered,
      'plan.same-start',
      '#/columns/start',
    ],
    [
      'of which no site ever starts',
      'staggered',
      rows('site,week,sold,start', 'A,1,1,', 'B,1,1,never'),
      staggered,
      'plan.nobody-starts',
      '#/columns/start',
    ],
    [
      'of which one site starts twice',
      'staggered',
      rows('site,week,sold,start', 'A,1,1,1', 'A,2,1,2', 'B,1,1,'),
      staggered,
      'sheet.problem.several-starts',
      '#/columns/start',
    ],
    [
      'with a start that is no period',
      'staggered',
      rows('site,week,sold,start', 'A,1,1,soon', 'B,1,1,'),
      staggered,
      'plan.no-start',
      '#/columns/start',
    ],
    [
      'in which nobody is in an arm',
      'split',
      rows('who,arm,sold', '1,old,1', '2,older,2'),
      split,
      'plan.empty-arm',
      '#/arms/treated',
    ],
    [
      'of which some units are in two arms',
      'split',
      rows('who,arm,sold', '1,old,1', '1,new,2', '2,old,3', '3,new,4'),
      split,
      'plan.units-in-both',
      '#/columns/unit',
    ],
    [
      'that compares a group with itself',
      'split',
      rows('who,arm,sold', '1,old,1', '2,new,2'),
      { ...split, arms: { treated: 'new', comparison: 'new' } },
      'plan.same-arm',
      '#/arms/comparison',
    ],
    [
      'of a rate without what it is divided by',
      'split',
      rows('who,arm,sold', '1,old,1', '2,new,2'),
      { ...split, kind: 'rate' },
      'plan.no-denominator',
      '#/columns/denominator',
    ],
    [
      'whose series is too short before',
      'before-after',
      rows('week,sold', ...weeks(14)),
      { ...series, since: '6' },
      'plan.short-before',
      '#/since',
    ],
    [
      'whose series is too short since',
      'before-after',
      rows('week,sold', ...weeks(14)),
      { ...series, since: '10' },
      'plan.short-after',
      '#/since',
    ],
    [
      'whose season needs a longer history',
      'before-after',
      rows('week,sold', ...weeks(40)),
      { ...series, since: '20', season: 12 },
      'plan.short-before',
      '#/since',
    ],
    [
      'whose change is never off',
      'switchback',
      rows('week,sold,on', ...weeks(6, () => ',1')),
      onOff,
      'plan.never-off',
      '#/columns/treated',
    ],
    [
      'that switches inside a window',
      'switchback',
      rows('week,sold,on', ...weeks(6, (week) => `,${week % 2}`)),
      { ...onOff, windowLength: 2 },
      'plan.window-cut',
      '#/windowLength',
    ],
  ])('%s', async (_, design, text, said, code, pointer) => {
    const id = await drafted(design, 'look-back', text, said)
    const { status, body } = await freeze(id)
    expect({ status, code: body.code }).toEqual({ status: 422, code })
    expect(body.errors).toMatchObject([{ pointer }])
    expect((await owner.get(`/trials/${id}`)).body.state).toBe('draft')
  })
})

describe('planned first, with outcomes that come later', () => {
  async function begun(id: TrialId): Promise<TrialId> {
    const frozen = await freeze(id)
    if (frozen.status !== 200) throw new Error(JSON.stringify(frozen.body))
    expect(frozen.body.plan.isAfterData).toBe(false)
    await owner.post(`/trials/${id}/moves`, { move: 'start' })
    return id
  }
  async function bring(id: TrialId, text: string): Promise<void> {
    const answer = await owner.post(`/trials/${id}/sheets`, { sheetId: await addSheet(owner, text) })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  }

  test('a roll-out: the start of a site is the plan’s, whatever a later sheet says', async () => {
    const history = rows('site,week,sold,start', 'A,1,1,3', 'A,2,2,3', 'B,1,3,4', 'B,2,4,4')
    const id = await begun(await drafted('staggered', 'plan-first', history, staggered))
    await bring(id, rows('site,week,sold,start', 'A,3,9,3', 'B,3,5,3', 'A,4,9,3', 'B,4,9,3'))
    const figures = await figuresOf(id)
    if (figures.design !== 'staggered') throw new Error(figures.design)
    expect(figures.sites).toEqual([
      { name: 'A', start: 2, values: [1, 2, 9, 9] },
      { name: 'B', start: 3, values: [3, 4, 5, 9] },
    ])
    expect(figures.regrouped).toEqual(['B'])
  })

  test('a switchback: its schedule is rows without figures, and what was before is history', async () => {
    const plan = rows('week,sold,on', '1,5,0', '2,6,0', '3,,0', '4,,1', '5,,1', '6,,0')
    const id = await begun(await drafted('switchback', 'plan-first', plan, onOff))
    await bring(id, rows('week,sold,on', '3,7,0', '4,9,1', '5,9,0', '6,7,0'))
    const figures = await figuresOf(id)
    if (figures.design !== 'switchback') throw new Error(figures.design)
    expect(figures.sites[0]?.on).toEqual([null, null, false, true, true, false])
    expect(figures.sites[0]?.values).toEqual([5, 6, 7, 9, 9, 7])
    expect(figures.regrouped).toEqual([''])
  })

  test('a split: who was drawn comes first, their figures by name later; nobody changes the arm', async () => {
    const drawn = rows('who,arm,sold', 'a,new,', 'b,old,', 'c,new,')
    const id = await begun(await drafted('split', 'plan-first', drawn, { ...split, isRandomised: true }))
    await bring(id, rows('who,arm,sold', 'a,new,4', 'b,new,2', 'd,old,1'))
    await bring(id, rows('who,arm,sold', 'a,new,5'))
    const figures = await figuresOf(id)
    if (figures.design !== 'split') throw new Error(figures.design)
    expect(figures.units.map(({ name, arm, value }) => [name, arm, value])).toEqual([
      ['a', 'new', 5],
      ['b', 'old', 2],
      ['c', 'new', null],
      ['d', 'old', 1],
    ])
    expect([figures.regrouped, figures.strangers]).toEqual([['b'], ['d']])
    const { body } = await owner.get(`/trials/${id}/series`)
    expect(body.planDoubts.map(({ code }: { code: string }) => code)).toEqual(['newcomers', 'moved'])
  })

  test('a series of several places: a sum needs all of them', async () => {
    const lines = Array.from({ length: 8 }, (_, at) => [`A,${at + 1},1`, `B,${at + 1},2`]).flat()
    const said = { columns: { site: 'place', period: 'week', value: 'sold' }, since: '9', together: 'add' }
    const id = await begun(await drafted('before-after', 'plan-first', rows('place,week,sold', ...lines), said))
    await bring(id, rows('place,week,sold', 'A,9,5', 'B,9,6', 'A,10,7'))
    const figures = await figuresOf(id)
    if (figures.design !== 'before-after') throw new Error(figures.design)
    expect(figures.sites[0]?.values).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 11, null])
    expect(figures.since).toBe(8)
  })
})

test('a draft of another design keeps what was written, and can be read by it without storing anything', async () => {
  const text = rows('site,week,sold,start', 'A,1,1,2', 'A,2,3,2', 'B,1,1,', 'B,2,1,')
  const id = await drafted('pilot', 'look-back', text, {
    ...staggered,
    columns: { ...staggered.columns, treated: { column: 'site', values: ['A'] } },
    since: '2',
  })
  const { body: draft } = await owner.get(`/trials/${id}/plan`)
  const pilot = await owner.post(`/trials/${id}/plan/previews`, draft.body)
  expect(pilot.body).toMatchObject({ preview: { design: 'pilot', since: 1 }, times: { before: 1, after: 1 } })
  await owner.patch(`/trials/${id}`, { design: 'staggered' })
  expect((await owner.get(`/trials/${id}/plan`)).body).toEqual(draft)
  const waves = await owner.post(`/trials/${id}/plan/previews`, draft.body)
  expect(waves.body.preview).toMatchObject({
    design: 'staggered',
    waves: [
      { start: 1, label: '2', count: 1, names: ['A'] },
      { start: null, label: null, count: 1, names: ['B'] },
    ],
  })
  expect((await freeze(id)).body.plan.body).toMatchObject({
    design: 'staggered',
    sites: [
      { name: 'A', start: '2' },
      { name: 'B', start: null },
    ],
  })
})
