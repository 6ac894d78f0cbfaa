import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { Database } from '#platform/database.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import type { SheetId } from '#product/sheet/sheet.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { Trial, TrialId } from '#product/trial/trial.ts'
import { addTrialSheet, lockTrial } from '#product/trial/trial-store.ts'
import { canonicalJson } from './canonical-json.ts'
import { emptyDraft } from './draft.ts'
import { Plan } from './plan.ts'
import { PlanShown } from './plan-api.ts'
import { addPlan, findDraft, findPlan, readTrialFigures, rowsBehind } from './plan-store.ts'
import { addSheet, finishedDraft, shopColumns, shopSheet } from './testing/shop-trial.ts'

const history = [1, 2, 3, 4]
const missing = '00000000-0000-4000-8000-000000000000'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let ideaId: IdeaId

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
})
beforeEach(async () => {
  ideaId = await anApprovedIdea(workspace, owner)
})
afterAll(() => server.close())

const draftOf = (door: Trial['door'] = 'plan-first', weeks = history) => finishedDraft(owner, ideaId, door, weeks)
const freeze = (id: string, revision: number, person = owner) => person.post(`/trials/${id}/freezings`, { revision })
const change = (id: string, version: number, changes: object, reason = 'We learned something') =>
  owner.post(`/trials/${id}/plans`, { version, changes, reason })
const plansOf = async (id: string) => PlanShown.array().parse((await owner.get(`/trials/${id}/plans`)).body)
const eventsOf = async (id: string) => {
  const rows = await server.database.look<{ event: string }>(
    "select event from outbox where payload->>'id' = $1 or payload->>'trialId' = $1 order by sequence",
    [id],
  )
  return rows.map(({ event }) => event)
}

async function frozenTrial(door: Trial['door'] = 'plan-first', weeks = history) {
  const { id, revision, sheetId } = await draftOf(door, weeks)
  const answer = await freeze(id, revision)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return { id, sheetId, plan: PlanShown.parse(answer.body.plan) }
}

async function runningTrial() {
  const frozen = await frozenTrial()
  await owner.post(`/trials/${frozen.id}/moves`, { move: 'start' })
  return frozen
}

/** Does something to a trial after a request has read it, and before it may write: the request waits for the lock. */
function whileLocked<Answer>(
  id: TrialId,
  request: () => Promise<Answer>,
  act: (db: Database) => Promise<void>,
): Promise<Answer> {
  return workspace
    .tx(async (db) => {
      await lockTrial(db, id)
      const answer = request()
      await expect.poll(() => server.database.look(waiting), { interval: 10, timeout: 1500 }).not.toEqual([])
      await act(db)
      return { answer }
    })
    .then(({ answer }) => answer)
}

const waiting = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"

function bringBehind(db: Database, trialId: TrialId, sheetId: SheetId): Promise<void> {
  const summary = { rows: 8, sites: 8, firstPeriod: '5', lastPeriod: '5', hasOutcomes: true }
  return addTrialSheet(db, {
    trialId,
    sheetId,
    position: 2,
    ...summary,
    addedById: owner.personId,
    addedAt: new Date(),
    isTaken: false,
  })
}

describe('a draft', () => {
  test('is empty before its first save, and then as it was saved', async () => {
    const { body: trial } = await owner.post('/trials', { ideaId, door: 'plan-first' })
    const empty = { trialId: trial.id, revision: 0, body: emptyDraft, savedAt: null }
    expect((await owner.get(`/trials/${trial.id}/plan`)).body).toEqual(empty)
    const half = { ...emptyDraft, question: 'Half a', columns: { ...emptyDraft.columns, site: 'shop' } }
    const saved = await owner.put(`/trials/${trial.id}/plan`, { ...half, revision: 0 })
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({ revision: 1, body: half })
    expect((await owner.get(`/trials/${trial.id}/plan`)).body).toEqual(saved.body)
    const stored = await workspace.tx((db) => findDraft(db, trial.id))
    expect(stored).toEqual({ ...saved.body, savedAt: new Date(saved.body.savedAt) })
  })

  test('is not overwritten by somebody who has not seen it', async () => {
    const { id, revision } = await draftOf()
    const { body } = (await owner.get(`/trials/${id}/plan`)).body
    expect((await owner.put(`/trials/${id}/plan`, { ...body, question: 'Newer?', revision })).body.revision).toBe(
      revision + 1,
    )
    const late = await owner.put(`/trials/${id}/plan`, { ...body, question: 'Older?', revision })
    expect(late.status).toBe(409)
    expect(late.body.code).toBe('plan.saved-meanwhile')
    const first = await owner.put(`/trials/${id}/plan`, { ...body, question: 'As if new?', revision: 0 })
    expect(first.status).toBe(409)
    expect((await owner.get(`/trials/${id}/plan`)).body.body.question).toBe('Newer?')
  })

  test('takes one of two saves that come at once', async () => {
    const { id, revision } = await draftOf()
    const { body } = (await owner.get(`/trials/${id}/plan`)).body
    const save = (question: string) => owner.put(`/trials/${id}/plan`, { ...body, question, revision })
    const statuses = (await Promise.all(['One?', 'Two?', 'Three?'].map(save))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409, 409])
  })

  test('refuses what is wrong in kind, and names that are not there or elsewhere alike', async () => {
    const { id, revision } = await draftOf()
    const { body } = (await owner.get(`/trials/${id}/plan`)).body
    const save = (changes: object) => owner.put(`/trials/${id}/plan`, { ...body, ...changes, revision })
    expect((await save({ worthHaving: -1 })).body.errors).toMatchObject([{ pointer: '#/worthHaving' }])
    expect((await save({ hash: 'a' })).status).toBe(422)
    const stranger = await (await server.addWorkspace()).add('owner')
    const foreignSheet = await addSheet(stranger, shopSheet(history))
    expect((await save({ sheetId: foreignSheet })).status).toBe(404)
    expect((await save({ sheetId: missing })).status).toBe(404)
    expect((await save({ metricId: missing })).status).toBe(404)
  })

  test('is for its owner, not for another member', async () => {
    const { id, revision } = await draftOf()
    const { body } = (await owner.get(`/trials/${id}/plan`)).body
    const other = await workspace.add('member')
    expect((await other.put(`/trials/${id}/plan`, { ...body, revision })).status).toBe(403)
    expect((await freeze(id, revision, other)).status).toBe(403)
    expect((await other.get(`/trials/${id}/plan`)).status).toBe(200)
  })
})

describe('freezing a plan that was made first', () => {
  test('what is stored is what is read, field for field, with the hash of its canonical JSON', async () => {
    const { id, plan } = await frozenTrial()
    const { frozenByName, differences, ...bare } = plan
    expect(await workspace.tx((db) => findPlan(db, id))).toEqual(bare)
    expect(await plansOf(id)).toEqual([plan])
    expect(plan.hash).toBe(createHash('sha256').update(canonicalJson(plan.body)).digest('hex'))
    expect({ frozenByName, differences }).toEqual({ frozenByName: 'Amina', differences: [] })
    expect(plan).toMatchObject({ version: 1, reason: null, isAfterData: false, frozenById: owner.personId })
  })

  test('reads who is in and in which group from the sheet', async () => {
    const { plan } = await frozenTrial()
    if (plan.body.design !== 'pilot') throw new Error(plan.body.design)
    expect(plan.body.sites).toHaveLength(8)
    expect(plan.body.sites.filter(({ treated }) => treated).map(({ name }) => name)).toEqual([
      'Aachen',
      'Bonn',
      'Celle',
      'Dresden',
    ])
    expect(plan.body.metric).toMatchObject({ unit: 'minutes', better: 'lower' })
  })

  test('waits for the start; the draft is gone and its sheet is the first of the trial', async () => {
    const { id, sheetId } = await frozenTrial()
    expect((await owner.get(`/trials/${id}`)).body).toMatchObject({ state: 'frozen', startedAt: null })
    expect((await owner.get(`/trials/${id}/plan`)).body).toBeNull()
    expect((await owner.get(`/trials/${id}/sheets`)).body).toMatchObject([
      {
        sheetId,
        position: 1,
        rows: 32,
        sites: 8,
        firstPeriod: '1',
        lastPeriod: '4',
        hasOutcomes: false,
        name: 'shops.csv',
      },
    ])
    expect(await eventsOf(id)).toEqual(['trial.planned', 'trial.frozen'])
    expect((await owner.get(`/ideas/${ideaId}`)).body.state).toBe('approved')
  })

  test('needs a finished draft, and says what is missing', async () => {
    const { body: trial } = await owner.post('/trials', { ideaId, door: 'plan-first' })
    await owner.put(`/trials/${trial.id}/plan`, { ...emptyDraft, question: 'Do they wait less?', revision: 0 })
    const refused = await freeze(trial.id, 1)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('#/metricId')
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).not.toContain('#/question')
    expect((await owner.get(`/trials/${trial.id}`)).body.state).toBe('draft')
  })

  test('freezes what its person has seen, nothing newer', async () => {
    const { id, revision } = await draftOf()
    expect((await freeze(id, revision - 1)).status).toBe(409)
    expect((await freeze(id, revision + 1)).status).toBe(409)
  })

  test('happens once, also when two press at once', async () => {
    const { id, revision } = await draftOf()
    const statuses = (await Promise.all([1, 2].map(() => freeze(id, revision)))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
    expect(await plansOf(id)).toHaveLength(1)
    expect((await freeze(id, revision)).status).toBe(409)
  })

  test('a sheet that holds outcomes already is no plan made first', async () => {
    const { id, revision } = await draftOf('plan-first', [1, 2, 3, 4, 5])
    const refused = await freeze(id, revision)
    expect(refused.body).toMatchObject({ status: 422, code: 'plan.outcomes-there' })
    await owner.patch(`/trials/${id}`, { door: 'look-back' })
    expect((await freeze(id, revision)).status).toBe(200)
  })

  test('a change that began last month could have been seen, and the plan says so', async () => {
    const { id, revision } = await draftOf()
    const sheetId = await addSheet(
      owner,
      'shop,month,minutes,complaints,pilot\nA,2020-01,5,1,yes\nA,2020-02,6,1,yes\nB,2020-01,5,1,no\nB,2020-02,6,1,no\n',
    )
    const { body } = (await owner.get(`/trials/${id}/plan`)).body
    const columns = { ...shopColumns, period: 'month' }
    await owner.put(`/trials/${id}/plan`, { ...body, sheetId, columns, since: '2020-03', revision })
    const { body: answer } = await freeze(id, revision + 1)
    expect(answer.plan).toMatchObject({ isAfterData: true })
  })

  test('everybody gets the change: nothing to compare, nothing frozen', async () => {
    const { id, revision } = await draftOf()
    const { body } = (await owner.get(`/trials/${id}/plan`)).body
    const columns = { ...shopColumns, treated: { column: 'pilot', values: ['yes', 'no'] } }
    await owner.put(`/trials/${id}/plan`, { ...body, columns, revision })
    const refused = await freeze(id, revision + 1)
    expect(refused.body).toMatchObject({ code: 'plan.no-comparison', errors: [{ pointer: '#/columns/treated' }] })
  })
})

describe('a look back', () => {
  test('ends at once, is stamped, and moves the idea', async () => {
    const { id, plan } = await frozenTrial('look-back', [1, 2, 3, 4, 5, 6])
    expect(plan.isAfterData).toBe(true)
    const { body: trial } = await owner.get(`/trials/${id}`)
    expect(trial.state).toBe('ended')
    expect(trial.endedAt).toBe(trial.startedAt)
    expect(await eventsOf(id)).toEqual(['trial.planned', 'trial.frozen', 'trial.ended'])
    expect((await owner.get(`/ideas/${ideaId}`)).body.state).toBe('trying')
  })

  test('needs outcomes to look back on', async () => {
    const { id, revision } = await draftOf('look-back', history)
    expect((await freeze(id, revision)).body.code).toBe('plan.no-outcomes')
  })

  test('of an idea that is being tried is refused whole', async () => {
    const second = await draftOf('look-back', [1, 2, 3, 4, 5])
    await frozenTrial('look-back', [1, 2, 3, 4, 5])
    const refused = await freeze(second.id, second.revision)
    expect(refused.body).toMatchObject({ status: 409, code: 'idea.is-trying' })
    expect((await owner.get(`/trials/${second.id}`)).body.state).toBe('draft')
    expect(await plansOf(second.id)).toEqual([])
  })

  test('tells the author of the idea when somebody else does it', async () => {
    const admin = await workspace.add('admin', { name: 'Ingrid' })
    const { id, revision } = await finishedDraft(admin, ideaId, 'look-back', [1, 2, 3, 4, 5])
    await freeze(id, revision, admin)
    const { body } = await owner.get('/notices')
    expect(body.notices[0]).toMatchObject({ message: 'plan.told-look-back', href: `/trials/${id}` })
  })
})

describe('a frozen plan', () => {
  test('changes by no route', async () => {
    const { id, plan } = await frozenTrial()
    const attempts = [
      owner.put(`/trials/${id}/plan`, { ...emptyDraft, revision: 0 }),
      owner.put(`/trials/${id}/plan`, { ...emptyDraft, revision: 2 }),
      owner.patch(`/trials/${id}`, { title: 'Another' }),
      owner.patch(`/trials/${id}`, { door: 'look-back' }),
      freeze(id, 1),
      owner.delete(`/trials/${id}`),
    ]
    for (const attempt of attempts) expect((await attempt).status).toBe(409)
    expect(await plansOf(id)).toEqual([plan])
  })

  test('changes by no statement either, whoever sends it', async () => {
    const { id, plan } = await frozenTrial()
    const statements = [
      "update plan set body = '{}' where id = $1",
      'update plan set hash = hash where id = $1',
      'delete from plan where id = $1',
      'truncate plan cascade',
    ]
    for (const statement of statements)
      await expect(server.database.look(statement, statement.includes('$1') ? [plan.id] : [])).rejects.toThrow(
        'append-only',
      )
    expect(await plansOf(id)).toEqual([plan])
  })

  test('keeps its hash when the metric is priced anew; its unit stays, and the refusal says what to do', async () => {
    const { id, plan } = await frozenTrial()
    const admin = await workspace.add('admin')
    const change = (unit: string) => admin.put(`/metrics/${plan.body.metric.id}`, { unit, worthMinor: '9000' })
    const refused = await change('hours')
    expect(refused.body).toMatchObject({ status: 409, code: 'metric.unit-kept', errors: [{ pointer: '#/unit' }] })
    expect(refused.body.detail).toContain('Make another metric')
    expect((await change('minutes')).body).toMatchObject({ unit: 'minutes', worthMinor: '9000' })
    const [kept] = await plansOf(id)
    expect(kept && createHash('sha256').update(canonicalJson(kept.body)).digest('hex')).toBe(plan.hash)
  })
})

describe('a later version', () => {
  test('is frozen at once with its reason; the first stays beside it, field for field', async () => {
    const { id, plan: first } = await frozenTrial()
    const answer = await change(
      id,
      1,
      { question: 'Do they wait a minute less?', worthHaving: 2 },
      'One minute is nothing',
    )
    expect(answer.status).toBe(200)
    const [before, after] = await plansOf(id)
    expect(before).toEqual(first)
    expect(after).toMatchObject({
      version: 2,
      reason: 'One minute is nothing',
      isAfterData: false,
      frozenByName: 'Amina',
    })
    expect(after?.differences).toEqual([
      { part: 'question', before: first.body.question, after: 'Do they wait a minute less?' },
      { part: 'worthHaving', before: 1, after: 2 },
    ])
    expect(after?.body).toEqual({ ...first.body, question: 'Do they wait a minute less?', worthHaving: 2 })
    expect(after?.hash).not.toBe(first.hash)
    expect(await eventsOf(id)).toContain('plan.changed')
  })

  test('needs a reason', async () => {
    const { id } = await frozenTrial()
    const refused = await change(id, 1, { worthHaving: 2 }, ' ')
    expect(refused.body.errors).toMatchObject([{ pointer: '#/reason' }])
  })

  test('does not lose a site that nobody named', async () => {
    const { id } = await frozenTrial()
    const named = await change(id, 1, { without: ['Hamm'] }, 'Hamm was rebuilt')
    expect(named.body.differences).toEqual([{ part: 'sites', before: [{ name: 'Hamm', treated: false }], after: [] }])
    // Read by another column, the sheet has other sites altogether.
    const columns = { ...shopColumns, site: 'complaints' }
    const refused = await change(id, 2, { columns, guardrails: [] })
    expect(refused.body).toMatchObject({ code: 'plan.sites-lost', errors: [{ pointer: '#/without' }] })
    expect(refused.body.detail).toContain('7 sites')
    expect((await plansOf(id)).at(-1)?.body).toHaveProperty('sites.length', 7)
  })

  test('written once outcomes are there is stamped', async () => {
    const { id } = await runningTrial()
    const sheetId = await addSheet(owner, shopSheet([5]))
    await owner.post(`/trials/${id}/sheets`, { sheetId })
    const { body } = await change(id, 1, { worthHaving: 2 })
    expect(body).toMatchObject({ version: 2, isAfterData: true })
  })

  test('fits all sheets or is refused', async () => {
    const { id } = await frozenTrial()
    const refused = await change(id, 1, { columns: { ...shopColumns, value: 'sales' } })
    expect(refused.body).toMatchObject({ code: 'sheet.problem.no-column', errors: [{ pointer: '#/columns/value' }] })
    expect((await change(id, 1, { since: '3' })).body.code).toBe('plan.outcomes-there')
  })

  test('follows the version that was seen: of two at once, one is told', async () => {
    const { id } = await frozenTrial()
    const statuses = (await Promise.all([2, 3].map((worthHaving) => change(id, 1, { worthHaving })))).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([200, 409])
    expect((await change(id, 1, { worthHaving: 4 })).body.code).toBe('plan.changed-meanwhile')
  })

  test('is refused when a sheet comes while it is worked out', async () => {
    const { id } = await runningTrial()
    const sheetId = await addSheet(owner, shopSheet([5]))
    const answer = await whileLocked(
      id,
      () => change(id, 1, { worthHaving: 2 }),
      (db) => bringBehind(db, id, sheetId),
    )
    expect(answer.body).toMatchObject({ status: 409, code: 'plan.sheet-meanwhile' })
    expect(await plansOf(id)).toHaveLength(1)
    expect((await change(id, 1, { worthHaving: 2 })).body).toMatchObject({ version: 2, isAfterData: true })
  })

  test('after the end keeps its guardrails', async () => {
    const { id } = await frozenTrial('look-back', [1, 2, 3, 4, 5])
    const refused = await change(id, 1, { guardrails: [] })
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'plan.looser-guardrail',
      errors: [{ pointer: '#/changes/guardrails' }],
    })
    expect((await change(id, 1, { worthHaving: 2 })).status).toBe(200)
  })

  test('is the last one of fifty', async () => {
    const { id, plan } = await frozenTrial()
    await server.database.look(
      `insert into plan select (jsonb_populate_record(plan, jsonb_build_object(
         'id', gen_random_uuid(), 'version', later, 'reason', 'Again'))).*
       from plan, generate_series(2, 50) as later where plan.id = $1`,
      [plan.id],
    )
    const refused = await change(id, 50, { worthHaving: 2 })
    expect(refused.body).toMatchObject({ status: 409, code: 'plan.too-many-versions' })
    expect(await plansOf(id)).toHaveLength(50)
    expect((await workspace.tx((db) => findPlan(db, id))).version).toBe(50)
  })

  test('comes no more once the trial is decided', async () => {
    const { id } = await frozenTrial('look-back', [1, 2, 3, 4, 5])
    await server.database.look("update trial set state = 'decided' where id = $1", [id])
    expect((await change(id, 1, { worthHaving: 2 })).body.code).toBe('plan.decided')
  })

  test('of a draft there is none', async () => {
    const { id } = await draftOf()
    expect((await change(id, 1, { worthHaving: 2 })).status).toBe(404)
  })
})

describe('outcomes', () => {
  test('are refused when the plan changes while they are read', async () => {
    const { id, plan } = await runningTrial()
    const sheetId = await addSheet(owner, shopSheet([5]))
    const bring = () => owner.post(`/trials/${id}/sheets`, { sheetId })
    const next = { ...plan, id: randomUUID() as Plan['id'], version: 2, reason: 'We learned something' }
    const answer = await whileLocked(id, bring, async (db) => {
      const { frozenByName: _, differences: __, ...bare } = next
      await addPlan(db, bare)
    })
    expect(answer.body).toMatchObject({ status: 409, code: 'plan.changed-meanwhile' })
    expect((await owner.get(`/trials/${id}/sheets`)).body).toHaveLength(1)
    expect((await bring()).status).toBe(200)
  })

  test('come as sheets with the columns of the plan, the later one winning', async () => {
    const { id, sheetId: first } = await runningTrial()
    const second = await addSheet(owner, shopSheet([4, 5, 6]), 'may.csv')
    const corrected = await addSheet(owner, shopSheet([5], 99), 'corrected.csv') // No effect in week 5 after all.
    for (const sheetId of [second, corrected])
      expect((await owner.post(`/trials/${id}/sheets`, { sheetId })).status).toBe(200)
    expect((await owner.get(`/trials/${id}/sheets`)).body).toMatchObject([
      { sheetId: first, position: 1, hasOutcomes: false },
      { sheetId: second, position: 2, hasOutcomes: true, firstPeriod: '4', lastPeriod: '6', addedByName: 'Amina' },
      { sheetId: corrected, position: 3, hasOutcomes: true },
    ])
    expect(await eventsOf(id)).toContain('plan.grown')
    const panel = await workspace.tx((db) => readTrialFigures(db, id))
    if (panel.design !== 'pilot') throw new Error(panel.design)
    expect(panel.periods.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(panel.since).toBe(4)
    expect(panel.sites[0]).toEqual({ name: 'Aachen', treated: true, values: [11, 12, 10, 11, 12, 8] })
    expect(rowsBehind(panel, 0, 4)).toMatchObject({
      sheet: { id: corrected, name: 'corrected.csv' },
      rows: [2],
      count: 1,
    })
    expect(rowsBehind(panel, 0, 5)).toMatchObject({ sheet: { id: second }, rows: [4] })
    expect(panel.guardrails[0]?.[0]?.values).toHaveLength(6)
    expect(panel.doubts).toHaveLength(3)
    expect(Plan.safeEncode(panel.plan).success).toBe(true)
  })

  test('make another cut; so does a new version; nothing else does', async () => {
    const cutNow = () => workspace.tx(async (db) => (await readTrialFigures(db, id)).cut)
    const { id } = await runningTrial()
    const before = await cutNow()
    expect(before).toMatch(/^[0-9a-f]{64}$/)
    expect(await cutNow()).toBe(before)
    await owner.post(`/trials/${id}/sheets`, { sheetId: await addSheet(owner, shopSheet([5])) })
    const grown = await cutNow()
    await change(id, 1, { worthHaving: 2 })
    expect(new Set([before, grown, await cutNow()]).size).toBe(3)
  })

  test('do not come twice, nor before the start, nor after the end', async () => {
    const frozen = await frozenTrial()
    const sheetId = await addSheet(owner, shopSheet([5]))
    const bring = (id: string) => owner.post(`/trials/${id}/sheets`, { sheetId })
    expect((await bring(frozen.id)).body.code).toBe('plan.not-running')
    await owner.post(`/trials/${frozen.id}/moves`, { move: 'start' })
    expect((await bring(frozen.id)).status).toBe(200)
    expect((await bring(frozen.id)).body.code).toBe('trial.sheet-there')
    await owner.post(`/trials/${frozen.id}/moves`, { move: 'end' })
    expect((await bring(frozen.id)).body.code).toBe('plan.not-running')
  })

  test.each([
    [
      'without a column of the plan',
      'shop,week,minutes,pilot\nAachen,5,1,yes\nEssen,5,1,no\n',
      'sheet.problem.no-column',
    ],
    ['about other sites', 'shop,week,minutes,complaints,pilot\nX,5,1,1,yes\nY,5,1,1,no\n', 'plan.only-strangers'],
    [
      'in other periods',
      'shop,week,minutes,complaints,pilot\nAachen,2024-05-01,1,1,yes\nEssen,2024-05-01,1,1,no\n',
      'sheet.problem.no-since',
    ],
  ])('a sheet %s is refused, and the trial keeps the ones it has', async (_, text, code) => {
    const { id } = await runningTrial()
    const refused = await owner.post(`/trials/${id}/sheets`, { sheetId: await addSheet(owner, text) })
    expect(refused.body).toMatchObject({ status: 422, code })
    expect((await owner.get(`/trials/${id}/sheets`)).body).toHaveLength(1)
  })

  test('of two sheets brought at once none is lost unheard', async () => {
    const { id } = await runningTrial()
    const sheets = [await addSheet(owner, shopSheet([5])), await addSheet(owner, shopSheet([6]))]
    const answers = await Promise.all(sheets.map((sheetId) => owner.post(`/trials/${id}/sheets`, { sheetId })))
    const kept = answers.filter(({ status }) => status === 200).length
    expect((await owner.get(`/trials/${id}/sheets`)).body).toHaveLength(1 + kept)
    for (const { status } of answers) expect([200, 409]).toContain(status)
    expect(kept).toBeGreaterThan(0)
  })
})

describe('the figures of a trial', () => {
  test('are shown as series, with what does not fit', async () => {
    const { id } = await runningTrial()
    const text = `${shopSheet([5])}Ulm,5,7,1,no\n`.replace('Essen,5', 'Essen,6')
    await owner.post(`/trials/${id}/sheets`, { sheetId: await addSheet(owner, text) })
    const { status, body } = await owner.get(`/trials/${id}/series`)
    expect(status).toBe(200)
    expect(body.preview).toMatchObject({
      ...{ design: 'pilot', periods: ['1', '2', '3', '4', '5', '6'], since: 4, treated: { count: 4 } },
    })
    expect(body.preview.treated.means.slice(0, 4)).toEqual([12.5, 13.5, 11.5, 12.5])
    expect(body.planDoubts).toEqual([{ code: 'strangers', count: 1, site: 'Ulm' }])
    expect(body.sheetDoubts).toHaveLength(2)
  })

  test('lead down to their rows', async () => {
    const { id, sheetId } = await frozenTrial()
    const { body } = await owner.get(`/trials/${id}/figures?site=Bonn&period=2`)
    expect(body).toEqual({
      value: 13,
      sheetId,
      sheetName: 'shops.csv',
      count: 1,
      columns: ['shop', 'week', 'minutes', 'complaints', 'pilot'],
      rows: [{ row: 7, cells: ['Bonn', '2', '13', '3', 'yes'] }],
    })
    expect((await owner.get(`/trials/${id}/figures?site=Bonn&period=9`)).status).toBe(404)
    expect((await owner.get(`/trials/${id}/figures?site=Nowhere&period=2`)).status).toBe(404)
  })

  test('of a draft are none', async () => {
    const { id } = await draftOf()
    expect((await owner.get(`/trials/${id}/series`)).body.code).toBe('plan.none')
  })
})

test('everything of a trial elsewhere answers as if it were not there', async () => {
  const { id } = await frozenTrial()
  const { id: draftId } = await draftOf()
  const stranger = await (await server.addWorkspace()).add('owner')
  const sheetId = await addSheet(stranger, shopSheet([5]))
  const asks: ((of: string) => Promise<{ status: number; body: object }>)[] = [
    (of) => stranger.get(`/trials/${of}/plan`),
    (of) => stranger.put(`/trials/${of}/plan`, { ...emptyDraft, revision: 0 }),
    (of) => freeze(of, 1, stranger),
    (of) => stranger.get(`/trials/${of}/plans`),
    (of) => stranger.post(`/trials/${of}/plans`, { version: 1, changes: {}, reason: 'Because' }),
    (of) => stranger.get(`/trials/${of}/sheets`),
    (of) => stranger.post(`/trials/${of}/sheets`, { sheetId }),
    (of) => stranger.get(`/trials/${of}/series`),
    (of) => stranger.get(`/trials/${of}/figures?site=Bonn&period=2`),
  ]
  for (const ask of asks) {
    const none = await ask(missing)
    expect(none.status).toBe(404)
    for (const of of [id, draftId])
      expect({ ...(await ask(of)).body, instance: '' }).toEqual({ ...none.body, instance: '' })
  }
})
