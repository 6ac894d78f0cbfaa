import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Endpoint, fullPath, hasJsonBody } from '#platform/anywhere/endpoint.ts'
import { Role } from '#platform/anywhere/identity.ts'
import type { JobContext } from '#platform/job.ts'
import { openLog } from '#platform/log.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import { finishedDraft } from '#product/plan/testing/shop-trial.ts'
import { anApprovedIdea } from '#product/trial/testing/an-approved-idea.ts'
import { jobs } from './nouns.ts'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from './testing/open-test-server.ts'

/**
 * Whatever anybody sends once a trial has started, its plan stays byte for byte what was frozen; a later version is
 * another row. Every attempt is in the audit.
 */
let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let people: Record<string, TestPerson>
let id: string
let before: string

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member')
  const ideaId: IdeaId = await anApprovedIdea(workspace, owner)
  const draft = await finishedDraft(owner, ideaId, 'plan-first', [1, 2, 3, 4])
  id = draft.id
  await owner.post(`/trials/${id}/freezings`, { revision: draft.revision })
  await owner.post(`/trials/${id}/moves`, { move: 'start' })
  people = { 'the owner of the trial': owner }
  for (const role of Role.options) people[role] = await workspace.add(role)
  before = await stored()
})
afterAll(() => server.close())

/** What PostgreSQL holds of the frozen version and of what it was frozen for, as text. */
async function stored(): Promise<string> {
  const [plan] = await server.database.look<{ row: string }>(
    'select plan::text as row from plan where trial_id = $1 and version = 1',
    [id],
  )
  const [trial] = await server.database.look(
    "select design, door, title, idea_id, state <> 'draft' as is_frozen from trial where id = $1",
    [id],
  )
  return JSON.stringify([plan, trial])
}

const auditCount = async (where: string) =>
  (await server.database.look<{ count: string }>(`select count(*) from audit where ${where}`))[0]?.count

/** Everything that can be sent to a trial or its plan but a read or a look. Stopping and deciding are no change of the plan. */
function attempts(): [Endpoint, object][] {
  const bodies: Record<string, object> = {
    'PATCH /trials/:id': { title: 'Another trial', door: 'look-back', design: 'split' },
    'POST /trials/:id/moves': { move: 'start' },
    'DELETE /trials/:id': {},
    'PUT /trials/:id/plan': { revision: 1 },
    'POST /trials/:id/freezings': { revision: 1 },
    'POST /trials/:id/plans': { version: 99, changes: { question: 'Something else?' }, reason: 'Because' },
    'POST /trials/:id/sheets': { sheetId: '00000000-0000-4000-8000-000000000000' },
    'POST /trials/:id/histories': {
      revision: 1,
      metricId: '00000000-0000-4000-8000-000000000000',
      startsOn: '2024-01-01',
      assignment: { by: 'all', siteIds: ['00000000-0000-4000-8000-000000000000'] },
    },
  }
  return server.server.endpoints
    .filter(
      ({ method, path, reads }) =>
        method !== 'GET' && !reads && path.startsWith('/trials/:id') && path !== '/trials/:id/looks',
    )
    .map((endpoint) => [endpoint, bodies[`${endpoint.method} ${endpoint.path}`] ?? {}])
}

describe('a plan whose trial has started', () => {
  test('is changed by nobody through any endpoint, and every attempt is written down', async () => {
    for (const [endpoint, body] of attempts())
      for (const [name, person] of Object.entries(people)) {
        const path = fullPath(endpoint).replace(':workspace', workspace.slug).replace(':id', id)
        const answer = await server.send(endpoint.method, path, hasJsonBody(endpoint) ? body : undefined, {
          cookie: person.cookie,
        })
        const said = `${name}: ${endpoint.method} ${endpoint.path}`
        expect(answer.status, said).toBeGreaterThanOrEqual(400)
        expect(answer.status, said).toBeLessThan(500)
        expect(await stored(), said).toBe(before)
        if (!endpoint.auditsRefusals) continue
        const [row] = await server.database.look<{ action: string; about: Record<string, string>; person_id: string }>(
          'select action, about, person_id from audit order by sequence desc limit 1',
        )
        expect(row, said).toEqual({
          action: `${endpoint.policy} ${endpoint.method} ${endpoint.path} refused`,
          about: { id, refused: answer.body.code },
          person_id: person.personId,
        })
      }
  })

  test('has an audit of what was refused at every endpoint that plans', () => {
    const planning = attempts().filter(([{ policy }]) => policy === 'trial.plan')
    expect(planning.length).toBeGreaterThanOrEqual(9)
    expect(planning.filter(([{ auditsRefusals }]) => !auditsRefusals)).toEqual([])
  })

  test('gets a version beside it, and stays itself', async () => {
    const answer = await owner.post(`/trials/${id}/plans`, {
      version: 1,
      changes: { question: 'Do customers wait less at noon?' },
      reason: 'We only look at noon',
    })
    expect(answer.body.version).toBe(2)
    expect(await stored()).toBe(before)
    expect(await auditCount("action = 'trial.plan POST /trials/:id/plans'")).toBe('1')
  })

  test('is changed by no job', async () => {
    const log = openLog('silent')
    for (const job of jobs) {
      const tx = <T>(work: (context: JobContext) => Promise<T>) =>
        workspace.tx((db) =>
          work({
            ...{ db, workspaceId: workspace.id, now: new Date(), log },
            newId: <Id extends string>() => randomUUID() as string as Id,
            emit: async () => {},
          }),
        )
      const input = { id, trialId: id }
      const run =
        'run' in job
          ? tx((context) => job.run(input, context))
          : job.work(input, { workspaceId: workspace.id, log, tx })
      // What a job makes of an event of another kind is its own affair.
      await run.catch(() => {})
      expect(await stored(), job.name).toBe(before)
    }
  })

  test.each([
    "update plan set body = jsonb_set(body, '{question}', '\"Another?\"') where trial_id = $1",
    'delete from plan where trial_id = $1',
    "update trial set design = 'split' where id = $1",
    "update trial set door = 'look-back' where id = $1",
    "update trial set title = 'Another' where id = $1",
    'delete from trial where id = $1',
  ])('is changed by no statement, not even of the superuser: %s', async (statement) => {
    await expect(server.database.look(statement, [id])).rejects.toThrow()
    expect(await stored()).toBe(before)
  })
})

test('who is not in the workspace leaves no trace in its audit', async () => {
  const stranger = await (await server.addWorkspace()).add('owner')
  const rows = await auditCount(`workspace_id = '${workspace.id}'`)
  const path = `/api/w/${workspace.slug}/trials/${id}`
  expect((await server.send('DELETE', path, undefined, { cookie: stranger.cookie })).status).toBe(404)
  expect(await auditCount(`workspace_id = '${workspace.id}'`)).toBe(rows)
})
