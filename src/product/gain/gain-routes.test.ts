import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { dayOf } from '#platform/anywhere/time.ts'
import type { Notice } from '#product/notice/notice.ts'
import { aMeasuredTrial, type MeasuredTrial, sheetOf } from '#product/result/testing/a-measured-trial.ts'
import { aPanel } from '#product/result/testing/an-analysis.ts'
import { Gain, type GainId } from './gain.ts'
import { LedgerLine } from './gain-api.ts'
import { findGain } from './gain-store.ts'
import { Totals } from './totals.ts'

const adopt = {
  choice: 'adopt',
  reason: 'It is clear on every site.',
  sites: 6,
  fromOn: dayOf(new Date(), 'UTC'),
  per: 'week',
} as const
const drop = { choice: 'drop', reason: 'Not worth the trouble.' } as const

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let lead: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  lead = await workspace.add('lead', { name: 'Bo' })
})
afterAll(() => server.close())

type Made = Parameters<typeof aMeasuredTrial>[3]
const trialOf = (made: Made = {}): Promise<MeasuredTrial> => aMeasuredTrial(server, workspace, owner, made)
const decide = (trialId: string, body: object = adopt, person = owner) =>
  person.post(`/trials/${trialId}/decisions`, body)
const ledger = async (query = '') => LedgerLine.array().parse((await owner.get(`/gains${query}`)).body.lines)
const lineOf = async ({ trialId, metricId }: MeasuredTrial) => {
  const line = (await ledger(`?metric=${metricId}`)).find((each) => each.trialId === trialId && !each.reversesId)
  if (!line) throw new Error('the trial has no line')
  return line
}
const totals = async (query = '') => Totals.parse((await owner.get(`/gains/totals${query}`)).body)

describe('a decision', () => {
  test('moves the trial and the idea, and books exactly one line with its amount', async () => {
    const trial = await trialOf({ worthMinor: '250' })
    const taken = await decide(trial.trialId)
    expect(taken.status).toBe(200)
    expect(taken.body).toMatchObject({ choice: 'adopt', isWithoutProof: false, byName: 'Amina' })
    expect((await owner.get(`/trials/${trial.trialId}`)).body.state).toBe('decided')
    expect((await owner.get(`/ideas/${trial.ideaId}`)).body.state).toBe('adopted')
    const { analysis } = (await owner.get(`/results/${trial.resultId}`)).body
    const lines = await ledger(`?metric=${trial.metricId}`)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      outcome: 'gain',
      sites: 6,
      per: 'week',
      fromOn: adopt.fromOn,
      grade: 'B',
      countsAs: 'B',
      amount: { estimate: analysis.estimate * 6, low: analysis.low * 6, high: analysis.high * 6 },
      amountMinor: { estimate: BigInt(Math.round(analysis.estimate * 6 * 250)) },
      effect: { estimate: analysis.estimate },
      resultId: trial.resultId,
      choice: 'adopt',
    })
  })

  test('what is stored is what is read, field for field', async () => {
    const trial = await trialOf({ worthMinor: '99' })
    await decide(trial.trialId)
    const { id } = await lineOf(trial)
    const stored = await workspace.tx((db) => findGain(db, id))
    expect(Gain.safeParse(Gain.encode(stored)).success).toBe(true)
    const [line] = await ledger(`?metric=${trial.metricId}`)
    expect(line).toMatchObject(stored)
  })

  test('lower is better: the gain is positive', async () => {
    const trial = await trialOf({ panel: aPanel({ effect: -3 }), better: 'lower' })
    await decide(trial.trialId)
    expect((await lineOf(trial)).amount?.low).toBeGreaterThan(0)
  })

  test('adapting makes a new version of the idea, and it is approved to be tried again', async () => {
    const trial = await trialOf()
    await decide(trial.trialId, { choice: 'adapt', reason: 'Try it with two people.' })
    expect((await owner.get(`/ideas/${trial.ideaId}`)).body).toMatchObject({ state: 'approved', version: 2 })
    expect(await lineOf(trial)).toMatchObject({ outcome: 'dropped', amount: null, sites: 0 })
  })

  test('a null result books no amount, and adopting it is marked for ever', async () => {
    const nothing = aPanel({ effect: 0, noise: 3 })
    const dropped = await trialOf({ panel: nothing })
    await decide(dropped.trialId, drop)
    expect(await lineOf(dropped)).toMatchObject({ outcome: 'no-proof', amount: null, amountMinor: null })
    const kept = await trialOf({ panel: nothing })
    expect((await decide(kept.trialId)).body.isWithoutProof).toBe(true)
    expect(await lineOf(kept)).toMatchObject({ outcome: 'without-proof', amount: null })
  })

  test('harm books no amount, to the metric or to a guardrail', async () => {
    const worse = await trialOf({ panel: aPanel({ effect: -3 }) })
    await decide(worse.trialId, drop)
    expect(await lineOf(worse)).toMatchObject({ outcome: 'harm', amount: null, choice: 'drop' })
    const guardrail = { name: 'Complaints', panel: aPanel({ effect: 5 }), better: 'lower' as const, margin: 1 }
    const guarded = await trialOf({ guardrail })
    expect((await decide(guarded.trialId)).body.isWithoutProof).toBe(true)
    expect(await lineOf(guarded)).toMatchObject({ outcome: 'harm', amount: null, choice: 'adopt' })
  })

  test('needs a reason, and for an adoption where and since when', async () => {
    const { trialId } = await trialOf()
    expect((await decide(trialId, { ...adopt, reason: '  ' })).body.errors).toMatchObject([{ pointer: '#/reason' }])
    expect((await decide(trialId, { choice: 'adopt', reason: 'Because' })).status).toBe(422)
    expect((await decide(trialId, { ...adopt, sites: 0 })).status).toBe(422)
    expect((await decide(trialId, { ...adopt, fromOn: '2026-11-31' })).status).toBe(422)
    expect((await owner.get(`/trials/${trialId}/decisions`)).body).toEqual([])
    expect((await owner.get(`/trials/${trialId}`)).body.state).toBe('ended')
  })

  test('books what was measured: as often as the figures come, where and when the change was', async () => {
    const weekly = sheetOf(aPanel({ effect: 3 })).replace(/,(\d),(yes|no),/g, (_, week, changed) => {
      const monday = new Date(Date.UTC(2026, 7, 31 + 7 * Number(week)))
      return `,${monday.toISOString().slice(0, 10)},${changed},`
    })
    const trial = await trialOf({ sheet: weekly, since: '2026-10-05' })
    const { trialId } = trial
    const refused = async (part: object) => {
      const { status, body } = await decide(trialId, { ...adopt, ...part })
      return [status, body.code, body.errors[0].pointer]
    }
    expect(await refused({ per: 'day' })).toEqual([422, 'decision.other-cadence', '#/per'])
    expect(await refused({ sites: 1_000_000 })).toEqual([422, 'decision.too-many-sites', '#/sites'])
    expect(await refused({ fromOn: '0001-01-01' })).toEqual([422, 'decision.other-time', '#/fromOn'])
    expect(await refused({ fromOn: '2026-09-03' })).toEqual([422, 'decision.other-time', '#/fromOn'])
    expect((await owner.get(`/trials/${trialId}`)).body.state).toBe('ended')
    expect((await decide(trialId, { ...adopt, fromOn: '2026-10-05', sites: 50 })).status).toBe(200)
    // More sites than were measured is a roll-out, and the line says both.
    expect(await lineOf(trial)).toMatchObject({ sites: 50, measuredSites: 12, per: 'week' })
  })

  test('what a line says stays, whatever becomes of the currency; its reversal says the same', async () => {
    const other = await server.addWorkspace()
    const boss = await other.add('owner')
    const admin = await other.add('admin')
    const trial = await aMeasuredTrial(server, other, boss, { worthMinor: '100' })
    await boss.post(`/trials/${trial.trialId}/decisions`, adopt)
    const lines = async () => LedgerLine.array().parse((await boss.get('/gains')).body.lines)
    const [booked] = await lines()
    const { id: _, slug: __, isSample: ___, createdAt: ____, ...settings } = (await boss.get('/settings')).body
    expect((await boss.put('/settings', { ...settings, currency: 'JPY' })).status).toBe(200)
    const renamed = await admin.put(`/metrics/${trial.metricId}`, { unit: 'crates', worthMinor: '100' })
    expect([renamed.status, renamed.body.code]).toEqual([409, 'metric.unit-kept'])
    expect(await lines()).toEqual([booked])
    expect(booked).toMatchObject({ unit: 'boxes', currency: settings.currency })
    // A later gain of the same metric is in the new currency, and in a total of its own.
    const elsewhere = aPanel({ effect: 3 })
    const sites = elsewhere.sites.map((site) => ({ ...site, name: `${site.name} B` }))
    const later = await aMeasuredTrial(server, other, boss, {
      metricId: trial.metricId,
      panel: { ...elsewhere, sites },
    })
    await boss.post(`/trials/${later.trialId}/decisions`, adopt)
    const { metrics } = Totals.parse((await boss.get('/gains/totals')).body)
    expect(metrics.map(({ currency }) => currency)).toEqual([settings.currency, 'JPY'])
    const back = await admin.post(`/gains/${booked?.id}/reversals`, { reason: 'It slipped.' })
    expect(back.body).toMatchObject({ unit: 'boxes', currency: settings.currency, measuredSites: 12 })
  })

  test('is taken on the newest result only', async () => {
    const { trialId, resultId } = await trialOf()
    const change = { version: 1, changes: { worthHaving: 1 }, reason: 'We agreed what is worth it' }
    await owner.post(`/trials/${trialId}/plans`, change)
    const early = await decide(trialId)
    expect([early.status, early.body.code]).toEqual([409, 'decision.no-result'])
    await owner.post(`/trials/${trialId}/measurements`, {})
    const stale = await decide(trialId, { ...adopt, resultId })
    expect([stale.status, stale.body.code]).toEqual([409, 'decision.newer-result'])
    expect((await decide(trialId)).status).toBe(200)
  })

  test('of two at once one is taken, and one line is booked', async () => {
    const trial = await trialOf()
    const answers = await Promise.all([decide(trial.trialId), decide(trial.trialId, drop, lead), decide(trial.trialId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await ledger(`?metric=${trial.metricId}`)).toHaveLength(1)
    expect((await owner.get(`/trials/${trial.trialId}/decisions`)).body).toHaveLength(1)
  })

  test('sent again with the same key it is taken once', async () => {
    const trial = await trialOf()
    const key = { 'idempotency-key': randomUUID() }
    const [first, second] = [
      await owner.post(`/trials/${trial.trialId}/decisions`, adopt, key),
      await owner.post(`/trials/${trial.trialId}/decisions`, adopt, key),
    ]
    expect(second.body).toEqual(first.body)
    expect(await ledger(`?metric=${trial.metricId}`)).toHaveLength(1)
  })

  test('is the trial owner’s, a lead’s or an admin’s, not another member’s', async () => {
    const { trialId } = await trialOf()
    expect((await decide(trialId, adopt, await workspace.add('viewer'))).status).toBe(403)
    expect((await decide(trialId, adopt, await workspace.add('member'))).status).toBe(403)
    expect((await decide(trialId, adopt, lead)).status).toBe(200)
  })

  test('reaches the author and whoever answered, with the reason; not the one who decided', async () => {
    const { trialId } = await trialOf()
    const before = (await owner.get('/notices')).body.notices.length
    await decide(trialId, adopt, lead)
    const { notices } = (await owner.get('/notices')).body
    expect(notices).toHaveLength(before + 1)
    expect(notices[0]).toMatchObject({
      message: 'decision.told-adopt',
      messageValues: { by: 'Bo', reason: adopt.reason },
      href: `/trials/${trialId}`,
    })
    const told = await server.database.look<{ role: string }>(
      "select role from notice join person on person.id = person_id where message = 'decision.told-adopt' and href = $1",
      [`/trials/${trialId}`],
    )
    expect(told.map(({ role }) => role).sort()).toEqual(['lead', 'member'])
    expect((await lead.get('/notices')).body.notices).not.toContainEqual(
      expect.objectContaining({ href: `/trials/${trialId}`, message: 'decision.told-adopt' }),
    )
  })

  test('reaches whoever heard that a rule let somebody just try it', async () => {
    const { id: ideaId } = (await owner.post('/ideas', { text: 'Hang the gloves at the door' })).body
    const bet = { isReversible: true, costMinor: 0, touchesOtherTeams: false, touchesPersonalData: false }
    const used = await owner.post(`/ideas/${ideaId}/rule-uses`, { bet })
    expect(used.status, JSON.stringify(used.body)).toBe(200)
    const { trialId } = await trialOf({ ideaId })
    await decide(trialId, drop)
    expect((await lead.get('/notices')).body.notices).toContainEqual(
      expect.objectContaining({ href: `/trials/${trialId}`, message: 'decision.told-drop' }),
    )
  })

  test('settles what asked for it, for everybody: nobody is sent to decide what is decided', async () => {
    const { trialId } = await trialOf()
    const waiting = async () => {
      const { notices } = (await owner.get('/notices')).body
      return notices.filter((notice: Notice) => notice.href === `/trials/${trialId}` && notice.needsAct)
    }
    expect(await waiting()).toEqual([expect.objectContaining({ readAt: null })])
    await decide(trialId, adopt, lead)
    expect(await waiting()).toEqual([expect.objectContaining({ readAt: expect.any(String) })])
  })

  test('a foreign trial answers as one that is not there', async () => {
    const stranger = await (await server.addWorkspace()).add('owner')
    const { trialId } = await trialOf()
    const foreign = await decide(trialId, adopt, stranger)
    const none = await decide(randomUUID(), adopt, stranger)
    expect([foreign.status, foreign.body.code]).toEqual([404, 'trial.none'])
    expect(none.body.code).toBe(foreign.body.code)
  })
})

describe('claims', () => {
  test('two gains never count the same site, metric and period; the refusal names the other', async () => {
    const first = await trialOf()
    const second = await trialOf({ metricId: first.metricId })
    expect((await decide(first.trialId)).status).toBe(200)
    const refused = await decide(second.trialId)
    expect([refused.status, refused.body.code]).toEqual([409, 'gain.claimed'])
    expect(refused.body.detail).toContain('the figures of 6 sites are already counted in “Put the scanner')
    expect(refused.body.detail).toContain('T1 from 5 on')
    // Nothing of the refused decision is left.
    expect((await owner.get(`/trials/${second.trialId}`)).body.state).toBe('ended')
    expect((await owner.get(`/ideas/${second.ideaId}`)).body.state).toBe('trying')
    expect((await decide(second.trialId, drop)).status).toBe(200)
  })

  test('the same figures are the same under another metric; another column of their sheet is not', async () => {
    // One sheet, two columns of figures, pasted three times.
    const sheet = sheetOf(aPanel({ effect: 3 }), aPanel({ effect: 4 }))
    const [first, second, other] = [
      await trialOf({ sheet }),
      await trialOf({ sheet }),
      await trialOf({ sheet, column: 'guarded' }),
    ]
    expect((await decide(first.trialId)).status).toBe(200)
    const refused = await decide(second.trialId)
    expect([refused.status, refused.body.code]).toEqual([409, 'gain.claimed'])
    expect(refused.body.detail).toContain('the figures of 6 sites are already counted in “Put the scanner')
    expect((await decide(other.trialId)).status).toBe(200)
    // Taken back, its figures are free for the other metric.
    const { id } = await lineOf(first)
    expect((await lead.post(`/gains/${id}/reversals`, { reason: 'Counted twice.' })).status).toBe(200)
    expect((await decide(second.trialId)).status).toBe(200)
  })

  test('a site is the same however it is written', async () => {
    const panel = aPanel({ effect: 3 })
    const first = await trialOf({ panel })
    const sites = panel.sites.map((site) => ({ ...site, name: site.name.toLowerCase() }))
    const respelled = await trialOf({ metricId: first.metricId, panel: { ...panel, sites } })
    expect((await decide(first.trialId)).status).toBe(200)
    const refused = await decide(respelled.trialId)
    expect([refused.status, refused.body.code]).toEqual([409, 'gain.claimed'])
    expect(refused.body.detail).toContain('t1 from 5 on')
  })

  test('a line that is taken back frees them', async () => {
    const first = await trialOf()
    const second = await trialOf({ metricId: first.metricId })
    await decide(first.trialId)
    const { id } = await lineOf(first)
    expect((await lead.post(`/gains/${id}/reversals`, { reason: 'Counted twice.' })).status).toBe(200)
    expect((await decide(second.trialId)).status).toBe(200)
  })

  test('other sites, other weeks or another metric are free', async () => {
    const first = await trialOf()
    await decide(first.trialId)
    const elsewhere = aPanel({ effect: 3 })
    const sites = elsewhere.sites.map((site) => ({ ...site, name: `${site.name} B` }))
    const others = [await trialOf({ metricId: first.metricId, panel: { ...elsewhere, sites } }), await trialOf()]
    for (const { trialId } of others) expect((await decide(trialId)).status).toBe(200)
  })

  test('of two that would claim the same at once, one books', async () => {
    const first = await trialOf()
    const second = await trialOf({ metricId: first.metricId })
    const answers = await Promise.all([decide(first.trialId), decide(second.trialId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.map(({ body }) => body.code).filter(Boolean)).toEqual(['gain.claimed'])
    expect(await ledger(`?metric=${first.metricId}`)).toHaveLength(1)
  })
})

describe('taking a line back', () => {
  const reverse = (id: GainId, person = lead) => person.post(`/gains/${id}/reversals`, { reason: 'It slipped.' })

  test('is another line; the first stays as it was, and the totals are as if it had never been', async () => {
    const trial = await trialOf({ worthMinor: '100' })
    await decide(trial.trialId)
    const gain = await lineOf(trial)
    const { status, body } = await reverse(gain.id)
    expect(status).toBe(200)
    const reversal = LedgerLine.parse(body)
    expect(reversal).toMatchObject({
      outcome: 'reversal',
      reversesId: gain.id,
      reason: 'It slipped.',
      bookedByName: 'Bo',
    })
    expect(reversal.amountMinor?.estimate).toBe(-(gain.amountMinor?.estimate ?? 0n))
    expect(await lineOf(trial)).toEqual({ ...gain, reversedById: reversal.id })
    expect(await totals(`?metric=${trial.metricId}`)).toMatchObject({ metrics: [], tried: { gain: 0, reversed: 1 } })
  })

  test('happens once, also when two do it at once', async () => {
    const trial = await trialOf()
    await decide(trial.trialId)
    const { id } = await lineOf(trial)
    const answers = await Promise.all([reverse(id), reverse(id), reverse(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await reverse(id)).body.code).toBe('gain.reversed-already')
    expect(await ledger(`?metric=${trial.metricId}`)).toHaveLength(2)
  })

  test('needs a reason, a lead, and something to take back', async () => {
    const trial = await trialOf({ panel: aPanel({ effect: -3 }) })
    await decide(trial.trialId, drop)
    const { id } = await lineOf(trial)
    expect((await reverse(id)).body.code).toBe('gain.nothing-to-reverse')
    expect((await reverse(id, owner)).status).toBe(403)
    expect((await lead.post(`/gains/${id}/reversals`, { reason: '' })).status).toBe(422)
    expect((await reverse(randomUUID() as GainId)).body.code).toBe('gain.none')
  })

  test('reaches the author with the reason', async () => {
    const trial = await trialOf()
    await decide(trial.trialId)
    await reverse((await lineOf(trial)).id)
    expect((await owner.get('/notices')).body.notices[0]).toMatchObject({
      message: 'gain.told-reversed',
      messageValues: { by: 'Bo', reason: 'It slipped.' },
    })
  })

  test('no line is ever changed or removed, by the app or by anybody', async () => {
    const trial = await trialOf()
    await decide(trial.trialId)
    const { id } = await lineOf(trial)
    await expect(
      workspace.tx((db) => db.updateTable('gain').set({ sites: 600 }).where('id', '=', id).execute()),
    ).rejects.toThrow(/permission denied/)
    await expect(workspace.tx((db) => db.deleteFrom('gain').where('id', '=', id).execute())).rejects.toThrow()
    await expect(server.database.look('delete from gain where id = $1', [id])).rejects.toThrow(/append-only/)
    await expect(server.database.look('truncate gain cascade')).rejects.toThrow(/append-only/)
  })
})

describe('a self-judged idea', () => {
  test('counts as grade D until a second person confirms; not its author, not who booked it', async () => {
    const small = await server.addWorkspace()
    const judge = await small.add('owner', { name: 'Only' })
    const { body: idea } = await judge.post('/ideas', { text: 'Answer it myself, since nobody else can' })
    await judge.post(`/ideas/${idea.id}/moves`, { move: 'approve', reason: 'Nobody else is here' })
    const trial = await aMeasuredTrial(server, small, judge, { ideaId: idea.id })
    await judge.post(`/trials/${trial.trialId}/decisions`, adopt)
    const line = async () => LedgerLine.array().parse((await judge.get('/gains')).body.lines)[0]
    expect(await line()).toMatchObject({ isSelfJudged: true, grade: 'B', countsAs: 'D' })
    const id = (await line())?.id
    expect((await judge.post(`/gains/${id}/confirmations`, {})).body.code).toBe('gain.needs-second-person')
    const second = await small.add('lead', { name: 'Second' })
    const confirmed = await second.post(`/gains/${id}/confirmations`, {})
    expect(confirmed.body).toMatchObject({ countsAs: 'B', confirmedByName: 'Second' })
    expect((await judge.get('/gains/totals')).body.metrics[0].grades).toMatchObject([{ grade: 'B' }])
    expect((await second.post(`/gains/${id}/confirmations`, {})).body.code).toBe('gain.confirmed-already')
    expect((await (await small.add('member')).post(`/gains/${id}/confirmations`, {})).status).toBe(403)
  })

  test('a line that is not self-judged needs nobody', async () => {
    const trial = await trialOf()
    await decide(trial.trialId)
    const { id } = await lineOf(trial)
    const admin = await workspace.add('admin')
    expect((await admin.post(`/gains/${id}/confirmations`, {})).body.code).toBe('gain.nothing-to-confirm')
  })
})

describe('the ledger', () => {
  test('is read by a viewer, a page at a time, of one metric or towards one goal', async () => {
    const viewer = await workspace.add('viewer')
    expect((await viewer.get('/gains')).status).toBe(200)
    expect((await viewer.get('/gains/totals')).status).toBe(200)
    const all = await ledger()
    const [, second] = all
    expect((await ledger(`?before=${second?.sequence}`)).map(({ id }) => id)).toEqual(all.slice(2).map(({ id }) => id))
    expect(all.map(({ sequence }) => sequence)).toEqual(
      all.map(({ sequence }) => sequence).sort((a, b) => Number(b - a)),
    )
    expect(await ledger(`?goal=${randomUUID()}`)).toEqual([])
  })

  test('counts what failed beside what worked', async () => {
    const { tried } = await totals()
    const lines = await ledger()
    const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length
    expect(tried).toEqual({
      gain: lines.filter((line) => line.outcome === 'gain' && !line.reversedById).length,
      reversed: count('reversal'),
      withoutProof: count('without-proof'),
      noProof: count('no-proof'),
      harm: count('harm'),
      dropped: count('dropped'),
    })
    expect(tried.harm).toBeGreaterThan(0)
  })

  test('every total reconciles to its lines', async () => {
    const lines = (await ledger()).filter(({ outcome, reversedById }) => outcome === 'gain' && !reversedById)
    for (const { metricId, per, grades } of (await totals()).metrics)
      for (const { grade, lines: count, amount, amountMinor } of grades) {
        const own = lines.filter((line) => line.metricId === metricId && line.per === per && line.countsAs === grade)
        expect(own).toHaveLength(count)
        expect(amount.estimate).toBeCloseTo(
          own.reduce((sum, line) => sum + (line.amount?.estimate ?? 0), 0),
          9,
        )
        const minor = own.reduce((sum, line) => sum + (line.amountMinor?.estimate ?? 0n), 0n)
        expect(amountMinor?.estimate ?? 0n).toBe(minor)
      }
  })

  test('is taken away as CSV, every line with the ids of its trial and result', async () => {
    const { body, headers } = await owner.get('/gains/export')
    expect(headers['content-disposition']).toContain('ledger.csv')
    expect(body.trim().split('\r\n')).toHaveLength((await ledger()).length + 1)
  })

  test('another workspace sees none of it', async () => {
    const stranger = await (await server.addWorkspace()).add('owner')
    expect((await stranger.get('/gains')).body.lines).toEqual([])
    expect((await stranger.get('/gains/totals')).body.metrics).toEqual([])
    const [line] = await ledger()
    expect((await stranger.post(`/gains/${line?.id}/reversals`, { reason: 'Mine now' })).body.code).toBe('gain.none')
    expect((await stranger.post(`/gains/${line?.id}/confirmations`, {})).body.code).toBe('gain.none')
  })
})
