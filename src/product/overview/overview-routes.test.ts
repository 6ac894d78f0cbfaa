import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { holdingKey } from '#product/key/testing/holding-key.ts'
import { aMeasuredTrial } from '#product/result/testing/a-measured-trial.ts'
import { search } from './overview-store.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let author: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('owner', { name: 'Olga' })
  author = await workspace.add('member', { name: 'Sofie' })
  await author.post('/ideas', { text: 'Put the Wäschewagen by bay 4/5. Then nobody walks to the store.' })
  await author.post('/ideas', { text: 'Send the e-mail reminder at 18:00' })
  await author.post('/ideas', { text: 'Warm the blankets. The store is cold.' })
  await owner.post('/goals', {
    title: 'Fewer walks to the store',
    unit: 'minutes',
    start: 40,
    target: 20,
    dueOn: '2099-01-01',
    why: 'Walking is no nursing.',
  })
  const sites = [...Array.from({ length: 12 }, (_, at) => `Ladestation ${at + 1}`), 'Ward North', 'Café Nord']
  await owner.post('/sites', { sites: sites.map((name) => ({ name })) })
  await owner.post('/metrics', { name: 'Charging time, north', unit: 'min', better: 'lower', worthMinor: null })
})
afterAll(() => server.close())

async function found(typed: string): Promise<string[]> {
  const { status, body } = await author.get(`/search?q=${encodeURIComponent(typed)}`)
  expect(status).toBe(200)
  return body.map(({ kind, title }: Record<string, string>) => `${kind}: ${title}`)
}

const wagon = 'idea: Put the Wäschewagen by bay 4/5'
const mail = 'idea: Send the e-mail reminder at 18:00'
const blankets = 'idea: Warm the blankets'
const walks = 'goal: Fewer walks to the store'
const measure = 'metric: Charging time, north'
const ward = 'site: Ward North'
const charger = (number: number) => `site: Ladestation ${number}`

describe('search', () => {
  test.each([
    ['wäsche', [wagon]],
    ['WAGEN', [wagon]],
    ['5', [charger(5), wagon]],
    ['mail', [mail]],
    ['18:00', [mail]],
    ['rem 18', [mail]],
    ['blank', [blankets]],
    ['nursing', [walks]],
    ['walks store', [walks, wagon]],
    ['store', [walks, blankets, wagon]],
    ['charging', [measure]],
    ['ward nor', [ward]],
    ['north', [measure, ward]],
    ['café nord', ['site: Café Nord']],
    ['olg', ['person: Olga']],
    ['station', [1, 2, 3, 4, 5].map(charger)],
    ['Ladestation 12', [charger(12)]],
    ['ladestation 1', [1, 10, 11, 12].map(charger)],
    ['nothing like it', []],
    ['', []],
    ['   ', []],
  ])('%j finds %o', async (typed, titles) => {
    expect(await found(typed)).toEqual(titles)
  })

  test('takes anything that can be typed', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'\'"\\%_&|!():*<> \0a'), maxLength: 40 }),
    )
    await workspace.tx(async (db) => {
      await fc.assert(
        fc.asyncProperty(anything, async (typed) => {
          expect((await search(db, typed, () => true)).length).toBeLessThanOrEqual(20)
        }),
        { numRuns: 200 },
      )
    })
  })

  test('a wildcard is an ordinary character', async () => {
    expect(await found('%')).toEqual([])
    expect(await found('b_y')).toEqual([])
  })

  test('a program finds no more than its key may read', async () => {
    const admin = await workspace.add('owner')
    const program = await holdingKey(server, workspace, admin, ['overview.read', 'site.read'])
    const hits = (await program.send('GET', '/search?q=north')).body
    expect(hits.map(({ kind }: Record<string, string>) => kind)).toEqual(['site'])
  })

  test('whoever has left is not found', async () => {
    const gone = await workspace.add('member', { name: 'Zacharias' })
    expect(await found('zacharias')).toEqual(['person: Zacharias'])
    expect((await owner.post(`/people/${gone.personId}/deactivations`)).status).toBe(200)
    expect(await found('zacharias')).toEqual([])
  })

  test('finds nothing of another workspace', async () => {
    const stranger = await (await server.addWorkspace('Strangers')).add('owner')
    expect((await stranger.get('/search?q=store')).body).toEqual([])
  })
})

describe('today', () => {
  test('asks a judge for what waits longest, and an author for nothing', async () => {
    const today = (await owner.get('/today')).body
    expect(today.needsCount).toBe(3)
    expect(today.needs[0]).toMatchObject({
      kind: 'answer-idea',
      title: 'Put the Wäschewagen by bay 4/5',
      byName: 'Sofie',
    })
    expect((await author.get('/today')).body).toMatchObject({ needs: [], needsCount: 0 })
  })

  test('tells what was answered, and stops asking', async () => {
    const { needs } = (await owner.get('/today')).body
    await owner.post(`/ideas/${needs[0].id}/moves`, { move: 'approve', reason: 'Try it tomorrow' })
    expect((await owner.get('/today')).body.needsCount).toBe(2)
    const { told } = (await author.get('/today')).body
    expect(told).toMatchObject([{ message: 'idea.told-approve', messageValues: { reason: 'Try it tomorrow' } }])
    expect((await owner.get('/today')).body.told).toEqual([])
  })

  test('shows the newest ideas first', async () => {
    const { newest } = (await author.get('/today')).body
    expect(newest.map(({ title }: { title: string }) => title)).toEqual([
      'Warm the blankets',
      'Send the e-mail reminder at 18:00',
      'Put the Wäschewagen by bay 4/5',
    ])
  })

  test('knows the first steps of a new workspace', async () => {
    const fresh = await server.addWorkspace('Fresh')
    const first = await fresh.add('owner')
    const steps = async () => (await first.get('/today')).body.firstSteps
    const none = { hasIdea: false, hasTrial: false, hasDecidedTrial: false, hasGoal: false, hasSecondPerson: false }
    expect(await steps()).toEqual(none)
    await first.post('/ideas', { text: 'Begin somewhere small' })
    expect(await steps()).toEqual({ ...none, hasIdea: true })
    await fresh.add('member')
    expect(await steps()).toEqual({ ...none, hasIdea: true, hasSecondPerson: true })
  })

  test('the only judge is asked about the own idea: nobody else could be', async () => {
    const alone = await (await server.addWorkspace('Alone')).add('owner')
    await alone.post('/ideas', { text: 'Begin somewhere small' })
    expect((await alone.get('/today')).body.needsCount).toBe(1)
  })
})

describe('measuring a gain again', () => {
  test('waits on whoever owned the trial, from its day on, until the gain is taken back', async () => {
    let now = new Date('2026-03-01T22:30:00Z')
    const later = await openTestServer({ now: () => now })
    try {
      const shop = await later.addWorkspace()
      const runner = await shop.add('member', { name: 'Amina' })
      const lead = await shop.add('lead', { name: 'Bo' })
      const { trialId } = await aMeasuredTrial(later, shop, runner)
      const adopt = { choice: 'adopt', reason: 'It is clear.', sites: 6, fromOn: '2026-03-01', per: 'week' }
      expect((await runner.post(`/trials/${trialId}/decisions`, adopt)).status).toBe(200)
      const needs = async (person: TestPerson) =>
        (await person.get('/today')).body.needs.filter(({ kind }: { kind: string }) => kind === 'measure-again')
      expect(await needs(runner)).toEqual([])
      const planned = (await runner.get('/hold-checks')).body
      expect(planned).toMatchObject([{ dueOn: '2026-03-31', days: 30, trialId, ownerName: 'Amina' }, {}, {}])

      // Short of thirty days by the clock, so that nobody has to sign in again; thirty by the calendar.
      now = new Date('2026-03-30T22:30:00Z')
      expect(await needs(runner)).toMatchObject([{ id: trialId, since: '2026-03-31T00:00:00.000Z' }])
      expect(await needs(lead)).toEqual([])

      const [line] = (await lead.get('/gains')).body.lines
      await lead.post(`/gains/${line.id}/reversals`, { reason: 'It has slipped since' })
      expect(await needs(runner)).toEqual([])
      expect((await runner.get('/hold-checks')).body).toEqual([])
    } finally {
      await later.close()
    }
  })
})
