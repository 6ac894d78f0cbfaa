import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { runJob } from '#platform/job/start-jobs.ts'
import { openLog } from '#platform/log.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { listNotices } from '#product/notice/notice-store.ts'
import { tellVoters } from './vote-jobs.ts'
import { countVotes, findVote } from './vote-store.ts'

let server: TestServer
let workspace: TestWorkspace
let lead: TestPerson
let author: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  lead = await workspace.add('lead')
  author = await workspace.add('member')
})
afterAll(() => server.close())

let written = 0
async function anIdea(): Promise<IdeaId> {
  const { body } = await author.post('/ideas', { text: `Put scanner ${++written} on the left` })
  return body.id
}
const voteFor = (person: TestPerson, id: string) => person.post(`/ideas/${id}/votes`, {})

describe('a vote', () => {
  test('is counted, is its voter’s, and what is stored is what was given', async () => {
    const [voter, id] = [await workspace.add('member'), await anIdea()]
    expect((await voteFor(voter, id)).body).toEqual({
      ...{ most: 3, left: 2 },
      idea: { ideaId: id, votes: 1, isMine: true },
    })
    const { personId } = voter
    const stored = await workspace.tx((db) => findVote(db, { ideaId: id, personId }))
    expect(stored).toEqual({ ideaId: id, personId, votedAt: expect.any(Date) })
    expect((await lead.get(`/votes?ideaIds=${id}`)).body.ideas).toEqual([{ ideaId: id, votes: 1, isMine: false }])
    expect((await voter.get('/votes/mine')).body.ideas).toMatchObject([{ id, state: 'open' }])
  })

  test('given twice is given once; taken back it can be given elsewhere', async () => {
    const [voter, id] = [await workspace.add('member'), await anIdea()]
    await voteFor(voter, id)
    expect((await voteFor(voter, id)).body).toMatchObject({ left: 2, idea: { votes: 1 } })
    expect((await voter.delete(`/ideas/${id}/votes`)).body).toMatchObject({
      left: 3,
      idea: { votes: 0, isMine: false },
    })
    expect((await voter.delete(`/ideas/${id}/votes`)).status).toBe(200)
  })

  test('is one of three; the fourth is refused in words, and one comes back with an answer', async () => {
    const voter = await workspace.add('member')
    const ids = [await anIdea(), await anIdea(), await anIdea(), await anIdea()]
    for (const id of ids.slice(0, 3)) expect((await voteFor(voter, id)).status).toBe(200)
    const refused = await voteFor(voter, ids[3] ?? '')
    expect([refused.status, refused.body.code]).toEqual([409, 'vote.none-left'])
    await lead.post(`/ideas/${ids[0]}/moves`, { move: 'park', reason: 'Not this year.' })
    expect((await voteFor(voter, ids[3] ?? '')).body.left).toBe(0)
    expect((await voteFor(voter, ids[0] ?? '')).body.code).toBe(undefined)
    const late = await voter.delete(`/ideas/${ids[0]}/votes`)
    expect([late.status, late.body.code]).toEqual([409, 'vote.kept'])
  })

  test('is refused for one’s own idea, and from somebody who only looks', async () => {
    const id = await anIdea()
    expect((await voteFor(author, id)).body.code).toBe('vote.own')
    expect((await voteFor(await workspace.add('viewer'), id)).status).toBe(403)
  })

  test('goes with an idea that its author takes back', async () => {
    const [voter, id] = [await workspace.add('member'), await anIdea()]
    await voteFor(voter, id)
    expect((await author.delete(`/ideas/${id}`)).status).toBe(204)
    expect((await voter.get('/votes/mine')).body).toMatchObject({ left: 3, ideas: [] })
  })
})

test('two hundred votes at once: everybody has three out, and every idea as many as were given', async () => {
  const voters = await Promise.all(Array.from({ length: 40 }, () => workspace.add('member')))
  const ids: IdeaId[] = []
  for (let at = 0; at < 5; at++) ids.push(await anIdea())
  // A server that has enough to do says so, and a browser asks again.
  const insist = async (voter: TestPerson, id: string): ReturnType<typeof voteFor> => {
    const answer = await voteFor(voter, id)
    return answer.status === 503 ? insist(voter, id) : answer
  }
  const answers = await Promise.all(voters.flatMap((voter) => ids.map((id) => insist(voter, id))))
  const given = answers.filter(({ status }) => status === 200)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(80)
  expect(given).toHaveLength(120)
  const counted = await workspace.tx((db) => countVotes(db, ids, author.personId))
  expect(counted.reduce((sum, { votes }) => sum + votes, 0)).toBe(120)
  for (const voter of voters.slice(0, 5)) expect((await voter.get('/votes/mine')).body.ideas).toHaveLength(3)
})

test('whoever voted hears what became of the idea and why, once for each answer', async () => {
  const [voter, id] = [await workspace.add('member'), await anIdea()]
  await voteFor(voter, id)
  await voteFor(lead, id)
  const told = () => workspace.tx((db) => listNotices(db, voter.personId))
  const run = () =>
    runJob(tellVoters, { workspaceId: workspace.id, payload: { id } }, server.database.doors, openLog('silent'))
  await lead.post(`/ideas/${id}/moves`, { move: 'park', reason: 'The budget is spent.' })
  await run()
  await run()
  expect(await told()).toMatchObject([
    { message: 'vote.told-park', messageValues: { reason: 'The budget is spent.' }, needsAct: false },
  ])
  await lead.post(`/ideas/${id}/moves`, { move: 'resume', reason: 'There is money again.' })
  await run()
  await lead.post(`/ideas/${id}/moves`, { move: 'park', reason: 'And gone.' })
  await run()
  expect((await told()).map(({ message }) => message)).toEqual(['vote.told-park', 'vote.told-resume', 'vote.told-park'])
  // Whoever answered knows.
  expect(await workspace.tx((db) => listNotices(db, lead.personId))).not.toContainEqual(
    expect.objectContaining({ message: 'vote.told-park', href: expect.stringContaining(id) }),
  )
})
