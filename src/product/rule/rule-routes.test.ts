import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { SmallBet } from './rule.ts'
import { sentenceOf } from './rule-sentence.ts'

let server: TestServer
let workspace: TestWorkspace
let lead: TestPerson
let author: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  lead = await workspace.add('lead', { name: 'Ingrid' })
  author = await workspace.add('member', { name: 'Sofie' })
})
afterAll(() => server.close())

const bet: SmallBet = { isReversible: true, costMinor: 50_00, touchesOtherTeams: false, touchesPersonalData: false }
const sentence = sentenceOf({ language: 'en', currency: 'EUR' })

async function write(by: TestPerson): Promise<string> {
  return (await by.post('/ideas', { text: 'Hang the gloves at the door' })).body.id
}

describe('simply trying', () => {
  test('approves a small bet by the rule, whose sentence is the reason', async () => {
    const id = await write(author)
    const answer = await author.post(`/ideas/${id}/rule-uses`, { bet })
    expect(answer.status).toBe(200)
    expect(answer.body.state).toBe('approved')
    expect((await lead.get(`/ideas/${id}`)).body.answers).toMatchObject([
      { move: 'approve', reason: sentence, byName: 'Sofie', isByRule: true, isSelfJudged: false },
    ])
    expect((await lead.get(`/ideas/${id}/rule-uses`)).body).toMatchObject([
      { ideaId: id, personId: author.personId, bet },
    ])
  })

  test('tells the lead, who has nothing to do', async () => {
    const id = await write(author)
    await author.post(`/ideas/${id}/rule-uses`, { bet })
    expect((await lead.get('/notices')).body.notices[0]).toMatchObject({
      message: 'rule.told-use',
      messageValues: { by: 'Sofie', title: 'Hang the gloves at the door', reason: sentence },
      needsAct: false,
    })
  })

  test('says which condition a larger bet fails, and leaves the idea to a lead', async () => {
    const id = await write(author)
    const refused = await author.post(`/ideas/${id}/rule-uses`, { bet: { ...bet, costMinor: 200_01 } })
    expect(refused.status).toBe(422)
    expect(refused.body.detail).toContain('a lead can answer')
    expect(refused.body.errors).toMatchObject([{ pointer: '#/bet/costMinor' }])
    expect((await author.get(`/ideas/${id}`)).body).toMatchObject({ state: 'open', answers: [] })
    expect((await author.get(`/ideas/${id}/rule-uses`)).body).toEqual([])
  })

  test('is for the author: not for a lead, not for a colleague', async () => {
    const id = await write(author)
    for (const person of [lead, await workspace.add('member')])
      expect((await person.post(`/ideas/${id}/rule-uses`, { bet })).body.code).toBe('rule.not-author')
  })

  test('comes too late once somebody has answered', async () => {
    const id = await write(author)
    await lead.post(`/ideas/${id}/moves`, { move: 'decline', reason: 'We did that last year' })
    expect((await author.post(`/ideas/${id}/rule-uses`, { bet })).status).toBe(409)
  })

  test('pressed twice at once is used once', async () => {
    const id = await write(author)
    const answers = await Promise.all([1, 2].map(() => author.post(`/ideas/${id}/rule-uses`, { bet })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await author.get(`/ideas/${id}/rule-uses`)).body).toHaveLength(1)
  })

  test('of a foreign idea answers exactly as of a missing one', async () => {
    const id = await write(author)
    const stranger = await (await server.addWorkspace('Strangers')).add('owner')
    for (const ask of [(path: string) => stranger.get(path), (path: string) => stranger.post(path, { bet })]) {
      const [foreign, missing] = [await ask(`/ideas/${id}/rule-uses`), await ask(`/ideas/${randomUUID()}/rule-uses`)]
      expect(foreign.status).toBe(404)
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    }
  })
})
