import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { analysePilot } from '#lib/stats/pilot/analyse-pilot.ts'
import { finishedDraft } from '#product/plan/testing/shop-trial.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import type { PilotAnalysis } from './pilot-analysis.ts'
import { Result } from './result.ts'
import { ResultShown } from './result-api.ts'
import { findResult } from './result-store.ts'
import { aMeasuredTrial, type MeasuredTrial, runMeasureJob } from './testing/a-measured-trial.ts'
import { aPanel } from './testing/an-analysis.ts'

const missing = '00000000-0000-4000-8000-000000000000'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let measured: MeasuredTrial

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  measured = await aMeasuredTrial(server, workspace, owner)
})
afterAll(() => server.close())

const shown = async (id: string) => ResultShown.parse((await owner.get(`/results/${id}`)).body)

describe('a result', () => {
  test('is what the statistics say of the same figures, number for number', async () => {
    const { analysis } = await shown(measured.resultId)
    const expected = analysePilot(aPanel({ effect: 3 }), {
      better: 'higher',
      seed: 1,
      planned: 'after',
      randomised: false,
      moreChecks: [{ code: 'plan-unchanged', passed: true, lowersGrade: true, values: { versions: 1 } }],
    })
    const { beside, ...answer } = analysis as PilotAnalysis
    expect(answer).toEqual(expected)
    expect(beside).toMatchObject({ readings: [], received: null, segments: [], trends: { units: 12 } })
  })

  test('knows its question, its plan and its grade', async () => {
    expect(await shown(measured.resultId)).toMatchObject({
      trialId: measured.trialId,
      grade: 'B',
      planVersion: 1,
      isInForce: true,
      question: { metric: { unit: 'boxes', better: 'higher' }, planned: 'after', since: '5' },
      picture: { periods: ['1', '2', '3', '4', '5', '6', '7', '8'], every: 'period' },
    })
  })

  test('what is stored is what is read, field for field', async () => {
    const {
      question: _,
      forecasts: _____,
      trialTitle: __,
      planVersion: ___,
      isInForce: ____,
      ...result
    } = await shown(measured.resultId)
    expect(await workspace.tx((db) => findResult(db, measured.resultId))).toEqual(result)
  })

  test('measuring twice keeps the first result and announces it once', async () => {
    await runMeasureJob(server, workspace, { id: measured.trialId })
    const again = await owner.post(`/trials/${measured.trialId}/measurements`, {})
    expect(again.status).toBe(200)
    expect(again.body.id).toBe(measured.resultId)
    expect((await owner.get(`/trials/${measured.trialId}/results`)).body).toHaveLength(1)
    const announced = await server.database.look(
      "select from outbox where event = 'result.measured' and payload->>'trialId' = $1",
      [measured.trialId],
    )
    expect(announced).toHaveLength(1)
  })

  test('tells the owner of the trial that it is theirs to decide', async () => {
    const { notices } = (await owner.get('/notices')).body
    expect(notices).toContainEqual(
      expect.objectContaining({ message: 'result.told-measured', needsAct: true, href: `/trials/${measured.trialId}` }),
    )
  })

  test('a new version of the plan gives a new result; the earlier one stays', async () => {
    const { trialId, resultId } = await aMeasuredTrial(server, workspace, owner)
    const change = { version: 1, changes: { worthHaving: 1 }, reason: 'We agreed what is worth it' }
    expect((await owner.post(`/trials/${trialId}/plans`, change)).status).toBe(200)
    const planId = (await owner.get(`/trials/${trialId}/plans`)).body[1].id
    await runMeasureJob(server, workspace, { id: planId, trialId })
    const { body: rows } = await owner.get(`/trials/${trialId}/results`)
    expect(rows).toMatchObject([
      { planVersion: 2, isInForce: true, grade: 'C' },
      { id: resultId, planVersion: 1, isInForce: false, grade: 'B' },
    ])
    const { analysis } = await shown(rows[0].id)
    expect('checks' in analysis && analysis.checks.find(({ code }) => code === 'plan-unchanged')?.passed).toBe(false)
  })

  test('whoever tries plan after plan is told so, and loses one more grade', async () => {
    const { trialId } = await aMeasuredTrial(server, workspace, owner)
    for (const version of [1, 2]) {
      const change = { version, changes: { worthHaving: version }, reason: 'Perhaps like this' }
      expect((await owner.post(`/trials/${trialId}/plans`, change)).status).toBe(200)
      await owner.post(`/trials/${trialId}/measurements`, {})
    }
    const { body: rows } = await owner.get(`/trials/${trialId}/results`)
    expect(rows.map(({ grade }: { grade: string }) => grade)).toEqual(['D', 'C', 'B'])
    const { analysis } = await shown(rows[0].id)
    expect('checks' in analysis && analysis.checks.find(({ code }) => code === 'plan-tried-once')).toMatchObject({
      passed: false,
      values: { tries: 2 },
    })
  })

  test('a plan that changes before the trial is over measures nothing yet', async () => {
    const ideaId = await anApprovedIdea(workspace, owner)
    const { id, revision } = await finishedDraft(owner, ideaId, 'plan-first', [1, 2, 3, 4])
    expect((await owner.post(`/trials/${id}/freezings`, { revision })).status).toBe(200)
    await runMeasureJob(server, workspace, { id: missing, trialId: id })
    expect((await owner.get(`/trials/${id}/results`)).body).toEqual([])
    expect((await owner.post(`/trials/${id}/measurements`, {})).body.code).toBe('result.not-over')
  })

  test('figures that hold no answer are stored with the reason, and have no grade', async () => {
    const { resultId } = await aMeasuredTrial(server, workspace, owner, { panel: aPanel({ effect: 0, noise: 0 }) })
    expect(await shown(resultId)).toMatchObject({ grade: null, analysis: { refused: 'no-variation' } })
  })

  test('is never changed, by the app or by anybody', async () => {
    await expect(
      workspace.tx((db) => db.updateTable('result').set({ grade: 'A' }).where('id', '=', measured.resultId).execute()),
    ).rejects.toThrow(/permission denied/)
    await expect(
      server.database.look("update result set grade = 'A' where id = $1", [measured.resultId]),
    ).rejects.toThrow(/append-only/)
  })
})

describe('who may', () => {
  test('a viewer reads, and measures nothing', async () => {
    const viewer = await workspace.add('viewer')
    expect((await viewer.get(`/results/${measured.resultId}`)).status).toBe(200)
    expect((await viewer.post(`/trials/${measured.trialId}/measurements`, {})).status).toBe(403)
  })

  test('another member may not measure somebody’s trial; an admin may', async () => {
    const [other, admin] = [await workspace.add('member'), await workspace.add('admin')]
    expect((await other.post(`/trials/${measured.trialId}/measurements`, {})).status).toBe(403)
    expect((await admin.post(`/trials/${measured.trialId}/measurements`, {})).status).toBe(200)
  })

  test('a foreign result answers as one that is not there', async () => {
    const stranger = await (await server.addWorkspace()).add('owner')
    for (const path of ['', '/rows', '/export?format=csv', '/export?format=json']) {
      const foreign = await stranger.get(`/results/${measured.resultId}${path}`)
      const none = await stranger.get(`/results/${missing}${path}`)
      expect([foreign.status, foreign.body.code]).toEqual([404, 'result.none'])
      expect(none.body.code).toBe(foreign.body.code)
    }
    expect((await stranger.get(`/trials/${measured.trialId}/results`)).status).toBe(404)
    expect((await stranger.post(`/trials/${measured.trialId}/measurements`, {})).status).toBe(404)
  })
})

describe('the rows behind a result', () => {
  const rows = (query = '') => owner.get(`/results/${measured.resultId}/rows${query}`)

  test('each figure names its site, group, period and rows of the sheet', async () => {
    const { body } = await rows()
    expect(body).toMatchObject({ total: 96, next: null, guardrails: [] })
    expect(body.figures).toHaveLength(96)
    expect(body.figures[0]).toMatchObject({
      site: 'T1',
      group: 'treated',
      period: '1',
      time: 'before',
      value: aPanel({ effect: 3 }).sites[0]?.values[0],
      sheet: { name: 'sales.csv' },
      rows: [2],
      rowCount: 1,
    })
    expect(body.figures[4]).toMatchObject({ period: '5', time: 'after' })
  })

  test('come a page at a time, or of one site', async () => {
    const { body: rest } = await rows('?from=90')
    expect(rest.figures.map(({ site, period }: { site: string; period: string }) => `${site} ${period}`)).toEqual([
      'C6 3',
      'C6 4',
      'C6 5',
      'C6 6',
      'C6 7',
      'C6 8',
    ])
    expect((await rows('?site=C2')).body).toMatchObject({ total: 8, next: null })
    expect((await rows('?from=-1')).status).toBe(422)
  })
})

describe('taking a result away', () => {
  test('as CSV it can be analysed again and gives the same numbers', async () => {
    const { body, headers } = await owner.get(`/results/${measured.resultId}/export?format=csv`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain('.csv')
    const lines: Record<string, string>[] = parse(body, { columns: true })
    const names = [...new Set(lines.map(({ site }) => site ?? ''))]
    const [, , , metric = ''] = Object.keys(lines[0] ?? {})
    const panel = {
      since: 4,
      sites: names.map((name) => {
        const own = lines.filter(({ site }) => site === name)
        return { name, treated: own[0]?.['treated'] === '1', values: own.map((each) => Number(each[metric])) }
      }),
    }
    const again = analysePilot(panel, { better: 'higher', seed: 1, planned: 'none', randomised: false })
    const { analysis } = await shown(measured.resultId)
    for (const part of ['estimate', 'low', 'high', 'pValue'] as const)
      expect(part in again && again[part as never]).toBe(part in analysis && analysis[part as never])
  })

  test('no name of a site is run as a formula by a spreadsheet', async () => {
    const panel = aPanel({ effect: 3 })
    const sites = panel.sites.map((site, at) => (at === 0 ? { ...site, name: '=cmd()' } : site))
    const { resultId } = await aMeasuredTrial(server, workspace, owner, { panel: { ...panel, sites } })
    const { body } = await owner.get(`/results/${resultId}/export?format=csv`)
    expect(body).toContain("'=cmd(),1,1,")
    expect(body).not.toMatch(/^[=+@-]/m)
  })

  test('as JSON it says everything, with its sentence', async () => {
    const { body } = await owner.get(`/results/${measured.resultId}/export?format=json`)
    expect(body.sentence).toMatch(/^Looking back: Sales .* came out/)
    expect(Result.pick({ analysis: true, cut: true }).loose().parse(body).cut).toMatch(/^[0-9a-f]{64}$/)
  })
})
