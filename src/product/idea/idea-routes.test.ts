import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { PersonId, TeamId } from '#platform/anywhere/identity.ts'
import { newPerson } from '#product/person/person.ts'
import { addPerson } from '#product/person/person-store.ts'
import { addTeam } from '#product/team/team-store.ts'
import { Idea, type IdeaId } from './idea.ts'
import { addIdea, findIdea } from './idea-store.ts'
import { listAsked, listWaiting } from './judge-store.ts'
import { anIdea } from './testing/an-idea.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let lead: TestPerson
let author: TestPerson
let cedar: TeamId

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  cedar = await aTeam(workspace, 'Cedar')
  owner = await workspace.add('owner', { name: 'Olga' })
  lead = await workspace.add('lead', { name: 'Ingrid', teamId: cedar })
  author = await workspace.add('member', { name: 'Sofie', teamId: cedar })
})
afterAll(() => server.close())

async function aTeam(where: TestWorkspace, name: string): Promise<TeamId> {
  const id = randomUUID() as TeamId
  await where.tx((db) => addTeam(db, { id, name, department: null, createdAt: new Date() }))
  return id
}

async function write(by: TestPerson, text = 'Put the scanner on the left.'): Promise<{ id: IdeaId; editedAt: null }> {
  const answer = await by.post('/ideas', { text })
  expect(answer.status).toBe(200)
  return answer.body
}

const reason = 'It costs nothing to try'
const told = async (person: TestPerson) => (await person.get('/notices')).body.notices

describe('writing an idea', () => {
  test('one sentence is enough, and what is stored is what is read, field for field', async () => {
    const answer = await author.post('/ideas', { text: 'Put the scanner on the left. It is closer.' })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      title: 'Put the scanner on the left',
      state: 'open',
      version: 1,
      authorId: author.personId,
      teamId: cedar,
      goalId: null,
      editedAt: null,
    })
    const idea = z.decode(Idea, answer.body)
    expect(await workspace.tx((db) => findIdea(db, idea.id))).toEqual(idea)
  })

  test('too little is refused and names the field', async () => {
    const answer = await author.post('/ideas', { text: ' x ' })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer: '#/text' }])
  })

  test('nobody sets what is not theirs to set', async () => {
    const answer = await author.post('/ideas', { text: 'Put it left', state: 'adopted' })
    expect(answer.status).toBe(422)
  })

  test('a viewer reads and does not write', async () => {
    const viewer = await workspace.add('viewer')
    expect((await viewer.post('/ideas', { text: 'Put it left' })).status).toBe(403)
    expect((await viewer.get('/ideas')).status).toBe(200)
  })

  test('its team’s lead is asked to answer, and nobody else', async () => {
    const { id } = await write(author, 'Ask the right person')
    expect((await told(lead))[0]).toMatchObject({
      message: 'idea.told-new',
      messageValues: { title: 'Ask the right person', by: 'Sofie' },
      href: `/ideas/${id}`,
      needsAct: true,
    })
    expect(JSON.stringify(await told(owner))).not.toContain(id)
    expect(JSON.stringify(await told(author))).not.toContain(id)
  })

  test('sent again with the same key it is written once', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const first = await author.post('/ideas', { text: 'Only once, please' }, key)
    const again = await author.post('/ideas', { text: 'Only once, please' }, key)
    expect(again.body).toEqual(first.body)
    const { ideas } = (await author.get('/ideas?mine=yes')).body
    expect(ideas.filter(({ title }: { title: string }) => title === 'Only once, please')).toHaveLength(1)
  })
})

describe('answering an idea', () => {
  test('a lead approves with a reason, and the reason reaches the author', async () => {
    const { id } = await write(author)
    const answer = await lead.post(`/ideas/${id}/moves`, { move: 'approve', reason })
    expect(answer.status).toBe(200)
    expect(answer.body.state).toBe('approved')
    expect((await told(author))[0]).toMatchObject({
      message: 'idea.told-approve',
      messageValues: { by: 'Ingrid', reason },
      href: `/ideas/${id}`,
      needsAct: false,
    })
    const { answers, asked } = (await author.get(`/ideas/${id}`)).body
    expect(asked).toEqual([])
    expect(answers).toMatchObject([
      { move: 'approve', from: 'open', to: 'approved', reason, byName: 'Ingrid', isByRule: false, isSelfJudged: false },
    ])
  })

  test('without a reason nothing is answered', async () => {
    const { id } = await write(author)
    for (const empty of [undefined, '', '   ', 'no']) {
      const answer = await lead.post(`/ideas/${id}/moves`, { move: 'decline', reason: empty })
      expect(answer.status).toBe(422)
      expect(answer.body.errors).toMatchObject([{ pointer: '#/reason' }])
    }
    expect((await lead.get(`/ideas/${id}`)).body.state).toBe('open')
  })

  test('the database itself keeps no move without a reason', async () => {
    const { id } = await write(author)
    const values = [workspace.id, randomUUID(), id]
    for (const empty of ['null', `' '`])
      await expect(
        server.database.look(
          `insert into idea_answer (workspace_id, id, idea_id, move, "from", "to", reason, is_by_rule, is_self_judged, at)
           values ($1, $2, $3, 'decline', 'open', 'dropped', ${empty}, false, false, now())`,
          values,
        ),
      ).rejects.toThrow(/check constraint/)
  })

  test('nobody answers their own idea', async () => {
    const { id } = await write(lead)
    const answer = await lead.post(`/ideas/${id}/moves`, { move: 'approve', reason })
    expect(answer.status).toBe(403)
    expect(answer.body.code).toBe('idea.own')
  })

  test('a member answers nothing, a lead nothing of another team', async () => {
    const { id } = await write(author)
    const other = await workspace.add('lead', { teamId: await aTeam(workspace, 'Maple') })
    expect((await author.post(`/ideas/${id}/moves`, { move: 'approve', reason })).status).toBe(403)
    expect((await other.post(`/ideas/${id}/moves`, { move: 'approve', reason })).body.code).toBe(
      'idea.not-yours-to-answer',
    )
  })

  test('nobody does by hand what a trial does', async () => {
    const { id } = await write(author)
    await owner.post(`/ideas/${id}/moves`, { move: 'approve', reason })
    const answer = await owner.post(`/ideas/${id}/moves`, { move: 'try', reason })
    expect(answer.status).toBe(403)
    expect(answer.body.code).toBe('idea.trial-decides')
  })

  test('two answer at once: one is taken, the other hears of it', async () => {
    const { id } = await write(author)
    const answers = await Promise.all([
      lead.post(`/ideas/${id}/moves`, { move: 'approve', reason }),
      owner.post(`/ideas/${id}/moves`, { move: 'decline', reason }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await lead.get(`/ideas/${id}`)).body.answers).toHaveLength(1)
  })

  test('park, take up again, decline and reopen each keep their reason, in their order', async () => {
    const { id } = await write(author)
    const steps = ['park', 'resume', 'decline', 'reopen']
    for (const move of steps) await owner.post(`/ideas/${id}/moves`, { move, reason: `Because of ${move}` })
    const { state, answers } = (await author.get(`/ideas/${id}`)).body
    expect(state).toBe('open')
    expect(answers.map(({ move }: { move: string }) => move)).toEqual(steps)
    expect((await told(author)).slice(0, 4).map(({ message }: { message: string }) => message)).toEqual([
      'idea.told-reopen',
      'idea.told-decline',
      'idea.told-resume',
      'idea.told-park',
    ])
  })
})

describe('the only judge', () => {
  test('answers the own idea, and it says so for ever', async () => {
    const alone = await server.addWorkspace('Alone')
    const self = await alone.add('owner')
    const { id } = await write(self)
    expect((await self.get(`/ideas/${id}`)).body).toMatchObject({ isOnlyJudge: true, asked: [] })
    expect((await self.post(`/ideas/${id}/moves`, { move: 'approve', reason })).status).toBe(200)
    expect((await self.get(`/ideas/${id}`)).body.answers).toMatchObject([{ isSelfJudged: true }])
    expect(await told(self)).toEqual([])
  })

  test('stays the only one though the account judges in other workspaces too', async () => {
    const alone = await server.addWorkspace('Alone')
    const elsewhere = await server.addWorkspace('Elsewhere')
    const self = await alone.add('owner')
    const { accountId } = self
    const membership = { id: randomUUID() as PersonId, accountId, name: 'Me there', role: 'owner' as const }
    await elsewhere.tx((db) => addPerson(db, newPerson({ ...membership, teamId: null, joinedAt: new Date() })))
    const { id } = await write(self)
    expect((await self.get(`/ideas/${id}`)).body).toMatchObject({ isOnlyJudge: true, asked: [] })
  })

  test('is so no longer when a second one comes', async () => {
    const pair = await server.addWorkspace('Pair')
    const self = await pair.add('owner')
    const { id } = await write(self)
    const second = await pair.add('lead')
    expect((await self.post(`/ideas/${id}/moves`, { move: 'approve', reason })).status).toBe(403)
    expect((await second.post(`/ideas/${id}/moves`, { move: 'approve', reason })).status).toBe(200)
  })
})

describe('whom an idea waits for', () => {
  test('is the same asked from either side, for every role and team', async () => {
    const where = await server.addWorkspace('Both sides')
    const teams = [null, await aTeam(where, 'One'), await aTeam(where, 'Two'), await aTeam(where, 'Nobody leads')]
    const people = [
      await where.add('member', { teamId: teams[1] ?? null }),
      await where.add('lead', { teamId: teams[1] ?? null }),
      await where.add('lead', { teamId: teams[2] ?? null }),
      await where.add('lead'),
      await where.add('admin', { teamId: teams[2] ?? null }),
      await where.add('owner'),
    ]
    await where.tx(async (db) => {
      for (const teamId of teams)
        for (const authorId of [...people.map(({ personId }) => personId), null])
          await addIdea(db, anIdea({ teamId, authorId }))
      const waiting = new Map<string, Set<string>>()
      for (const person of people)
        waiting.set(person.personId, new Set((await listWaiting(db, person, 200)).map(({ id }) => id)))
      const ideas = await db.selectFrom('idea').select('id').execute()
      expect(ideas).toHaveLength(28)
      for (const { id } of ideas) {
        const asked = (await listAsked(db, id)).map((judge) => judge.id)
        expect(asked.length).toBeGreaterThan(0)
        expect(
          people
            .filter(({ personId }) => waiting.get(personId)?.has(id))
            .map(({ personId }) => personId)
            .sort(),
        ).toEqual(asked.sort())
      }
    })
  })

  test('is everybody who may answer by the rights table, where its team has nobody', async () => {
    const where = await server.addWorkspace('Rights')
    const leaderless = await aTeam(where, 'Nobody leads')
    const people = [
      await where.add('viewer'),
      await where.add('member', { teamId: leaderless }),
      await where.add('lead'),
      await where.add('lead', { teamId: await aTeam(where, 'Two') }),
      await where.add('admin'),
      await where.add('owner', { teamId: await aTeam(where, 'Three') }),
    ]
    for (const teamId of [null, leaderless]) {
      const idea = anIdea({ authorId: null, teamId })
      await where.tx((db) => addIdea(db, idea))
      const asked = await where.tx((db) => listAsked(db, idea.id))
      for (const person of people) {
        const { status } = await person.post(`/ideas/${idea.id}/moves`, { move: 'park', reason })
        expect(status === 200).toBe(asked.some(({ id }) => id === person.personId))
        if (status === 200) await person.post(`/ideas/${idea.id}/moves`, { move: 'resume', reason })
      }
    }
  })
})

describe('editing an idea', () => {
  test('its author mends a typo, and the title follows', async () => {
    const { id } = await write(author, 'Put the scaner left')
    const edited = await author.patch(`/ideas/${id}`, { text: 'Put the scanner left', seenEditedAt: null })
    expect(edited.status).toBe(200)
    expect(edited.body).toMatchObject({ title: 'Put the scanner left', editedAt: expect.any(String) })
    expect(await told(author)).not.toContainEqual(expect.objectContaining({ message: 'idea.told-edit' }))
  })

  test('it is linked to a goal later', async () => {
    const { id } = await write(author)
    const goal = await owner.post('/goals', aGoal)
    const linked = await author.patch(`/ideas/${id}`, { goalId: goal.body.id, seenEditedAt: null })
    expect(linked.body.goalId).toBe(goal.body.id)
    expect((await author.get(`/ideas/${id}`)).body.goalTitle).toBe(aGoal.title)
    expect((await author.get('/idea-counts')).body).toContainEqual({ goalId: goal.body.id, ideas: 1, adopted: 0 })
    expect((await author.get(`/ideas?goal=${goal.body.id}`)).body.ideas).toMatchObject([{ id }])
  })

  test('a goal that is not here is refused', async () => {
    const { id } = await write(author)
    expect((await author.patch(`/ideas/${id}`, { goalId: randomUUID(), seenEditedAt: null })).body.code).toBe(
      'goal.none',
    )
    expect((await author.post('/ideas', { text: 'For no goal', goalId: randomUUID() })).body.code).toBe('goal.none')
  })

  test('an edit on top of somebody else’s is refused', async () => {
    const { id } = await write(author)
    const first = await lead.patch(`/ideas/${id}`, { title: 'The lead’s title', seenEditedAt: null })
    const second = await author.patch(`/ideas/${id}`, { title: 'My title', seenEditedAt: null })
    expect(first.status).toBe(200)
    expect(second.status).toBe(409)
    expect(second.body.code).toBe('idea.edited-meanwhile')
    const { editedAt } = (await author.get(`/ideas/${id}`)).body
    expect((await author.patch(`/ideas/${id}`, { title: 'My title', seenEditedAt: editedAt })).status).toBe(200)
  })

  test('whose words a lead has changed is told', async () => {
    const { id } = await write(author)
    await lead.patch(`/ideas/${id}`, { title: 'In other words', seenEditedAt: null })
    expect((await told(author))[0]).toMatchObject({ message: 'idea.told-edit', messageValues: { by: 'Ingrid' } })
  })

  test('a member leaves the words of others alone', async () => {
    const { id } = await write(author)
    const other = await workspace.add('member')
    expect((await other.patch(`/ideas/${id}`, { title: 'Not mine', seenEditedAt: null })).status).toBe(403)
  })
})

describe('taking an idea back', () => {
  test('a fresh one goes', async () => {
    const { id } = await write(author)
    expect((await author.delete(`/ideas/${id}`)).status).toBe(204)
    expect((await author.get(`/ideas/${id}`)).status).toBe(404)
  })

  test('an answered one stays, also when it is open again', async () => {
    const { id } = await write(author)
    await owner.post(`/ideas/${id}/moves`, { move: 'park', reason })
    await owner.post(`/ideas/${id}/moves`, { move: 'resume', reason })
    expect((await author.delete(`/ideas/${id}`)).status).toBe(403)
  })

  test('nobody takes back somebody else’s', async () => {
    const { id } = await write(author)
    expect((await owner.delete(`/ideas/${id}`)).status).toBe(403)
  })

  test('one that somebody plans a trial of stays', async () => {
    const { id } = await write(author)
    await server.database.look(
      `insert into trial (workspace_id, id, idea_id, title, design, door, state, owner_id, created_at)
       values ($1, $2, $3, 'A trial', 'pilot', 'look-back', 'draft', $4, now())`,
      [workspace.id, randomUUID(), id, owner.personId],
    )
    const answer = await author.delete(`/ideas/${id}`)
    expect(answer.status).toBe(409)
    expect(answer.body.code).toBe('idea.kept')
  })

  test('answered and taken back at once: one of both happens', async () => {
    const { id } = await write(author)
    const [moved, removed] = await Promise.all([
      owner.post(`/ideas/${id}/moves`, { move: 'approve', reason }),
      author.delete(`/ideas/${id}`),
    ])
    const { status } = await author.get(`/ideas/${id}`)
    expect(status).toBe(moved.status === 200 ? 200 : 404)
    expect(removed.status === 204).toBe(moved.status !== 200)
  })
})

describe('the list of ideas', () => {
  test('comes newest first, a page at a time, and shows each idea once', async () => {
    const where = await server.addWorkspace('Many')
    const reader = await where.add('viewer')
    const at = new Date('2026-11-24T09:00:00.123Z')
    await where.tx(async (db) => {
      // Many of one moment: the id decides between them.
      for (let count = 0; count < 120; count++)
        await addIdea(db, anIdea({ authorId: null, createdAt: new Date(at.getTime() + Math.floor(count / 40)) }))
    })
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { body } = await reader.get(`/ideas${next ? `?before=${next}` : ''}`)
      seen.push(...body.ideas.map(({ createdAt, id }: Record<string, string>) => `${createdAt} ${id}`))
      next = body.next
    }
    expect(seen).toHaveLength(120)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
  })

  test('names its author and goal, and leaves out the long words', async () => {
    await write(author)
    const [row] = (await lead.get('/ideas')).body.ideas
    expect(row).toMatchObject({ authorName: 'Sofie', goalTitle: null })
    expect(row).not.toHaveProperty('text')
  })

  test('filters by state, and by mine', async () => {
    const where = await server.addWorkspace('Filters')
    const [me, other] = [await where.add('owner'), await where.add('lead')]
    const [mine, theirs] = [await write(me), await write(other)]
    await me.post(`/ideas/${theirs.id}/moves`, { move: 'approve', reason })
    const idsOf = async (query: string) =>
      (await me.get(`/ideas${query}`)).body.ideas.map(({ id }: { id: string }) => id)
    expect(await idsOf('?state=approved')).toEqual([theirs.id])
    expect(await idsOf('?mine=yes')).toEqual([mine.id])
    expect(await idsOf('?mine=yes&state=approved')).toEqual([])
    expect((await me.get('/ideas?state=unheard-of')).status).toBe(422)
    expect((await me.get('/ideas?before=nonsense')).status).toBe(422)
    expect((await me.get('/ideas?before=nonsense_nonsense')).status).toBe(422)
  })
})

describe('another workspace', () => {
  test('sees nothing: a foreign idea answers exactly as a missing one', async () => {
    const { id } = await write(author)
    const stranger = await (await server.addWorkspace('Strangers')).add('owner')
    const requests = [
      (path: string) => stranger.get(path),
      (path: string) => stranger.patch(path, { title: 'Stolen', seenEditedAt: null }),
      (path: string) => stranger.post(`${path}/moves`, { move: 'approve', reason }),
      (path: string) => stranger.delete(path),
    ]
    for (const request of requests) {
      const [foreign, missing] = [await request(`/ideas/${id}`), await request(`/ideas/${randomUUID()}`)]
      expect(foreign.status).toBe(404)
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    }
    expect((await stranger.get('/ideas')).body).toEqual({ ideas: [], next: null })
    expect((await author.get(`/ideas/${id}`)).body.state).toBe('open')
  })
})

const aGoal = {
  title: 'Fewer missed appointments',
  unit: 'in 100',
  start: 9.6,
  target: 7,
  dueOn: '2099-06-30',
  why: 'Every missed visit is a visit somebody else needed.',
}
