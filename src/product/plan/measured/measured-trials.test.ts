import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { Design, TrialId } from '#product/trial/trial.ts'
import { listTrialSheets } from '#product/trial/trial-store.ts'
import { planJobs } from '../plan-jobs.ts'
import { findPlan, readTrialFigures } from '../plan-store.ts'
import { type MeasuredShops, measuredShops, mondayOf } from '../testing/measured-trial.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let lead: TestPerson
let shops: MeasuredShops
let now = new Date('2024-03-27T10:00:00Z')
const weeks = 12
/** The first week with the change. */
const start = 13

beforeAll(async () => {
  server = await openTestServer({ now: () => now })
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  lead = await workspace.add('lead')
  shops = await measuredShops(owner, lead, 'one')
  for (let week = 0; week < weeks; week++) await shops.bring(week)
})
afterAll(() => server.close())

async function aTrial(design: Design = 'pilot', door = 'plan-first'): Promise<string> {
  const ideaId = await anApprovedIdea(workspace, owner)
  return (await owner.post('/trials', { ideaId, door, design })).body.id
}
const siteIds = () => shops.sites.map(({ id }) => id)
const asked = (part: object = {}) => ({
  revision: 0,
  metricId: shops.sales,
  guardrails: [{ metricId: shops.complaints, margin: 0.05 }],
  alsoIds: [shops.returns],
  startsOn: mondayOf(start),
  assignment: { by: 'sites', siteIds: siteIds(), treatedIds: siteIds().slice(0, 4) },
  ...part,
})
const history = (id: string, part: object = {}) => owner.post(`/trials/${id}/histories`, asked(part))

async function lots(method: object): Promise<string> {
  const sites = shops.sites.map(({ name }) => ({ name }))
  const said = { about: 'Which shops', source: { by: 'list', sites }, method, againReason: 'Once more for a test' }
  const { body } = await lead.post('/draws', said)
  await lead.post(`/draws/${body.id}/outcomes`, {})
  return body.id
}

async function freeze(id: string, draft: { revision: number; body: object }) {
  const whole = { ...draft.body, question: 'Do shops sell more?', worthHaving: 5, runsFor: 4 }
  const saved = await owner.put(`/trials/${id}/plan`, { ...whole, revision: draft.revision })
  return owner.post(`/trials/${id}/freezings`, { revision: saved.body.revision })
}

const takeOverJob = planJobs.find(({ name }) => name === 'plan.take-over')
const runTakeOver = (trialId: string) => {
  if (!takeOverJob) throw new Error('no such job')
  return runJob(
    takeOverJob,
    { workspaceId: workspace.id, payload: { trialId } },
    server.database.doors,
    openLog('silent'),
  )
}

describe('a history from the own measurements', () => {
  test('fills columns, start and sites by itself', async () => {
    const { status, body } = await history(await aTrial())
    expect(status).toBe(200)
    const name = `Sales one`
    expect(body.body).toMatchObject({
      metricId: shops.sales,
      columns: { site: 'site', period: 'period', value: name, treated: { column: 'change' } },
      since: mondayOf(start),
      guardrails: [{ name: 'Complaints one', column: 'Complaints one', better: 'lower', margin: 0.05 }],
      also: [{ name: 'Returns one', column: 'Returns one', better: 'lower' }],
      isRandomised: false,
      measured: { every: 'week', fromOn: mondayOf(0), outcomesOn: mondayOf(start), drawId: null },
    })
    const rows = await owner.get(`/sheets/${body.body.sheetId}/rows`)
    expect(rows.body.columns).toEqual([
      ...['site', 'period', 'change', name],
      ...['Complaints one', 'Complaints one (count)', 'Complaints one (out of)', 'Returns one'],
    ])
    expect(rows.body.rows[0].cells).toEqual(['Aachen one', '2024-01-01', 'yes', '100', '0', '0', '50', '3'])
  })

  test('is no place for outcomes when the plan comes first', async () => {
    const refused = await history(await aTrial(), { startsOn: mondayOf(weeks - 1) })
    expect(refused.status).toBe(422)
    expect(refused.body.code).toBe('plan.outcomes-measured')
    expect((await history(await aTrial('pilot', 'look-back'), { startsOn: mondayOf(8) })).status).toBe(200)
  })

  test('takes what was drawn, and what a person says cannot change it', async () => {
    const id = await aTrial()
    const drawId = await lots({ by: 'sites' })
    const { body: draft } = await history(id, { assignment: { by: 'draw', drawId } })
    expect(draft.body).toMatchObject({ isRandomised: true, measured: { drawId } })
    const sent = { ...draft.body, since: '2024-05-06', isRandomised: false, question: 'More?' }
    const { body: saved } = await owner.put(`/trials/${id}/plan`, { ...sent, revision: draft.revision })
    expect(saved.body).toMatchObject({ since: mondayOf(start), isRandomised: true, question: 'More?' })
    const { body: plan } = (await freeze(id, { revision: saved.revision, body: saved.body })).body.plan
    const treated = plan.sites.filter((site: { treated: boolean }) => site.treated)
    expect(treated).toHaveLength(4)
  })

  test('of a roll-out and of a switchback follows the lots', async () => {
    const waves = await aTrial('staggered')
    const order = await lots({ by: 'order', perWave: [4, 4] })
    const { body: draft } = await history(waves, { assignment: { by: 'draw', drawId: order, wavePeriods: 2 } })
    const { body } = await freeze(waves, draft)
    const starts = new Set(body.plan.body.sites.map((site: { start: string }) => site.start))
    expect([...starts].sort()).toEqual([mondayOf(start), mondayOf(start + 2)])

    const turns = await aTrial('switchback')
    const windows = await lots({ by: 'switchback', windows: 6, windowLength: 1, blockWindows: 2 })
    const { body: turn } = await history(turns, { assignment: { by: 'draw', drawId: windows } })
    const { body: frozen } = await freeze(turns, turn)
    expect(frozen.plan.body.schedule).toEqual({ from: mondayOf(start), to: mondayOf(start + 5) })
  })

  test('says what does not fit, and where', async () => {
    const id = await aTrial()
    const wrong = async (part: object) => (await history(id, part)).body
    expect((await wrong({ startsOn: '2023-01-02' })).code).toBe('plan.nothing-measured')
    expect(await wrong({ alsoIds: [shops.sales] })).toMatchObject({
      code: 'plan.measure-twice',
      errors: [{ pointer: '#/alsoIds/0' }],
    })
    expect((await wrong({ assignment: { by: 'all', siteIds: siteIds() } })).code).toBe('plan.other-assignment')
    const announced = { about: 'Not drawn', source: { by: 'list', sites: [{ name: 'A' }, { name: 'B' }] } }
    const { body: draw } = await lead.post('/draws', { ...announced, method: { by: 'sites' } })
    expect((await wrong({ assignment: { by: 'draw', drawId: draw.id } })).code).toBe('plan.not-drawn')
  })
})

describe('a draft of an idea that began at a chart', () => {
  const draftOf = async (words: string) => {
    const ideaId = await anApprovedIdea(workspace, owner, words)
    const { body } = await owner.post('/trials', { ideaId, door: 'plan-first', design: 'pilot' })
    return (await owner.get(`/trials/${body.id}/plan`)).body.body
  }

  test('is about the measure and the site of that chart, until somebody saves another', async () => {
    const [site] = siteIds()
    const link = `https://ratchet.example/w/any/measures/${shops.sales}/chart`
    expect(await draftOf(`Bread in the window. ${link}?site=${site}`)).toMatchObject({
      metricId: shops.sales,
      siteIds: [site],
    })
    expect(await draftOf(`Bread in the window (${link})`)).toMatchObject({ metricId: shops.sales, siteIds: [] })
  })

  test('is empty where there is no such measure here', async () => {
    const nowhere = '/measures/00000000-0000-4000-8000-000000000000/chart'
    expect(await draftOf(`Bread in the window. ${nowhere}`)).toMatchObject({ metricId: null, siteIds: [] })
  })
})

describe('a running trial on the own measurements', () => {
  let id: TrialId
  beforeAll(async () => {
    id = (await aTrial()) as TrialId
    const { body: draft } = await history(id)
    expect((await freeze(id, draft)).status).toBe(200)
    await owner.post(`/trials/${id}/moves`, { move: 'start' })
  })
  const sheets = () => workspace.tx((db) => listTrialSheets(db, id))
  const figures = () => workspace.tx((db) => readTrialFigures(db, id))

  test('is drawn into the charts of its measure: of all sites, and of those that get the change', async () => {
    const { body: trial } = await owner.get(`/trials/${id}`)
    const [treated, , , , compared] = siteIds()
    const spanAt = async (query: string) => (await owner.get(`/metrics/${shops.sales}/trials${query}`)).body
    const span = { id, title: trial.title, design: 'pilot', state: 'running', fromOn: mondayOf(start), toOn: null }
    expect(await spanAt('')).toEqual([span])
    expect(await spanAt(`?siteId=${treated}`)).toEqual([span])
    expect(await spanAt(`?siteId=${compared}`)).toEqual([])
    // A guardrail is watched beside it: the trial is about another measure.
    expect((await owner.get(`/metrics/${shops.complaints}/trials`)).body).toEqual([])
  })

  test('has nothing to take over before the first outcomes', async () => {
    expect((await owner.post(`/trials/${id}/takeovers`)).body).toEqual({ isNew: false })
    expect(await sheets()).toHaveLength(1)
  })

  test('takes over the newest figures by itself, once', async () => {
    now = new Date('2024-04-10T10:00:00Z')
    await shops.bring(12)
    await shops.bring(
      start,
      (shop) => shop !== 7,
      (shop) => (shop < 4 ? 12 : 0),
    )
    await runTakeOver(id)
    const [, taken] = await sheets()
    expect(taken).toMatchObject({ position: 2, isTaken: true, hasOutcomes: true, lastPeriod: mondayOf(start) })
    await runTakeOver(id)
    expect(await sheets()).toHaveLength(2)
    expect((await sheets())[1]?.sheetId).toBe(taken?.sheetId)
    const read = await figures()
    if (read.design !== 'pilot') throw new Error('another design')
    expect(read.periods).toHaveLength(14)
    expect(read.sites[0]?.values.at(-1)).toBe(100 + ((start * 5) % 11) + 12)
    expect(read.sites[7]?.values.at(-1)).toBeNull()
    expect(read.also?.[0]?.[0]?.values[0]).toBe(3)
  })

  test('says what is missing, and who enters it', async () => {
    const { body } = await owner.get(`/trials/${id}/gaps`)
    expect(body).toMatchObject({ every: 'week', expected: 1, missing: 3, places: 3 })
    expect(body.gaps[0]).toMatchObject({ site: 'Hamm one', ons: [mondayOf(start)], count: 1, team: null })
    expect(body.takenAt).not.toBeNull()
  })

  test('follows corrections, also of the history, and what was taken back; the table before goes', async () => {
    const [, before] = await sheets()
    const [aachen, bonn] = siteIds()
    await owner.post(`/metrics/${shops.sales}/figures`, { siteId: aachen, on: mondayOf(0), value: 90 })
    await owner.post(`/metrics/${shops.sales}/removals`, { siteId: bonn, on: mondayOf(start) })
    expect((await owner.post(`/trials/${id}/takeovers`)).body).toEqual({ isNew: true })
    const read = await figures()
    if (read.design !== 'pilot') throw new Error('another design')
    expect(read.sites[0]?.values[0]).toBe(90)
    expect(read.sites[1]?.values.at(-1)).toBeNull()
    const [, after] = await sheets()
    expect(after).toMatchObject({ position: 2 })
    expect((await owner.get(`/sheets/${before?.sheetId}`)).status).toBe(404)
    // The job took over by the clock on the wall, which is later than the one of this test.
    const stored = await workspace.tx((db) =>
      db.selectFrom('planTakeover').selectAll().where('byId', 'is not', null).execute(),
    )
    expect(stored[0]).toEqual({
      trialId: id,
      sha256: after?.sha256,
      figures: 13 * 8 * 3 + 7 * 3 - 1,
      lastOn: mondayOf(start),
      byId: owner.personId,
      takenAt: now,
    })
  })

  test('takes no table that somebody brings', async () => {
    const sheetId = (await workspace.tx((db) => findPlan(db, id))).body.sheetId
    const refused = await owner.post(`/trials/${id}/sheets`, { sheetId })
    expect(refused.body.code).toBe('plan.measured-elsewhere')
  })

  test('is measured on what was there at its end, and never on anything later', async () => {
    now = new Date('2024-05-01T10:00:00Z')
    for (const week of [1, 2, 3]) await shops.bring(start + week, undefined, (shop) => (shop < 4 ? 12 : 0))
    expect((await owner.post(`/trials/${id}/moves`, { move: 'end' })).status).toBe(200)
    const { status, body: row } = await owner.post(`/trials/${id}/measurements`)
    expect(status).toBe(200)
    const { body: result } = await owner.get(`/results/${row.id}`)
    expect(result.analysis.estimate).toBeGreaterThan(8)
    expect(result.analysis.periods.after).toBe(4)
    expect(result.analysis.beside.also).toMatchObject([{ name: 'Returns one', better: 'lower', refused: null }])
    await shops.bring(start + 3, undefined, () => 50)
    expect((await owner.post(`/trials/${id}/measurements`)).body.id).toBe(row.id)
    const change = 'update trial_sheet set rows = 1 where trial_id = $1 and is_taken'
    await expect(server.database.look(change, [id])).rejects.toThrow('measured on')
  })
})
