import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountId } from '#platform/anywhere/identity.ts'
import { installJobs, startJobs } from '#platform/job/start-jobs.ts'
import { startRelay } from '#platform/job/start-relay.ts'
import { openLog } from '#platform/log.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { jobs } from '../nouns.ts'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '../testing/open-test-server.ts'
import { makeSample } from './make-sample.ts'

const log = openLog('silent')
let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await openTestServer()
  const { owner: ownerRole, app, doors } = server.database
  await installJobs(ownerRole, jobs)
  const queue = await startJobs(app, doors, jobs, log)
  closing.push(await startRelay(doors, jobs, queue, () => {}, log), () => queue.stop())
  workspace = await server.addWorkspace()
  owner = await workspace.add('owner')
})
afterAll(async () => {
  for (const close of closing) await close()
  await server.close()
})

test('the sample tells one gain and one harm from real data, and a second run adds nothing', async () => {
  const beside = await workspace.tx((db) => findWorkspace(db))
  const ask = (request: Parameters<Parameters<typeof makeSample>[1]>[0]) => server.server.app.inject(request)
  for (let round = 0; round < 2; round++)
    await makeSample(server.database.doors, ask, owner.accountId as AccountId, beside)

  const memberships = (await owner.get('/api/memberships')).body as { workspace: { slug: string; isSample: boolean } }[]
  const sample = memberships.filter(({ workspace: { isSample } }) => isSample)
  expect(sample).toHaveLength(1)
  const at = `/api/w/${sample[0]?.workspace.slug}`
  const trials = (await owner.get(`${at}/trials`)).body
  expect(trials).toMatchObject([{ state: 'decided' }, { state: 'decided' }])
  const licorice = trials.find(({ design }: { design: string }) => design === 'split')
  const [{ id: resultId }] = (await owner.get(`${at}/trials/${licorice.id}/results`)).body
  const { analysis, grade } = (await owner.get(`${at}/results/${resultId}`)).body
  // Published: 22 of 117 against 42 of 116, half an hour after. A look back is B at most.
  expect(analysis.estimate).toBeCloseTo(22 / 117 - 42 / 116, 12)
  expect([analysis.verdict, analysis.groups.map(({ units }: { units: number }) => units)]).toEqual([
    'better',
    [117, 116],
  ])
  expect(grade).toBe('B')
  const lines = (await owner.get(`${at}/gains`)).body
  expect(JSON.stringify(lines)).toContain('"outcome":"gain"')
  expect(JSON.stringify(lines)).toContain('"outcome":"harm"')
  // Its people are made up: nobody is left signed in as one of them.
  const signedIn = await server.database.look<{ email: string }>(
    'select email from sign_in join account on account.id = account_id',
  )
  expect(signedIn.filter(({ email }) => email.endsWith('sample.invalid'))).toEqual([])
}, 90_000)
