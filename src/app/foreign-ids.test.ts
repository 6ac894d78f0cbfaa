import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Endpoint, fullPath, hasJsonBody, pathNames } from '#platform/anywhere/endpoint.ts'
import { installJobs, type Jobs, startJobs } from '#platform/job/start-jobs.ts'
import { startRelay } from '#platform/job/start-relay.ts'
import { openLog } from '#platform/log.ts'
import { readNamedHosts } from '#platform/named-host.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { jobs } from './nouns.ts'
import { makeSample } from './sample/make-sample.ts'
import { nothingOutside, openTestServer, type TestPerson, type TestServer } from './testing/open-test-server.ts'

/**
 * Every id that an endpoint takes, given once as one that belongs to another workspace and once as one that is nowhere:
 * both must be answered alike. The other workspace is the sample, which has one of everything.
 */
const log = openLog('silent')
const outside = { ...nothingOutside, hosts: readNamedHosts('figures.example') }

describe.each([
  ['with the rights table', undefined],
  ['with everything allowed, so that row-level security stands alone', () => true],
])('%s', (_name, can) => {
  let server: TestServer
  let own: TestPerson
  let other: TestPerson
  let otherAt: string
  let queue: Jobs
  let stopRelay: () => Promise<void>
  /** One id of every kind, in the other workspace and in the own one. */
  const foreign: Record<string, string> = {}
  const mine: Record<string, string> = {}
  let ownAt: string

  beforeAll(async () => {
    server = await openTestServer({ ...(can ? { can } : {}), outside })
    const { owner, app, doors } = server.database
    await installJobs(owner, jobs)
    queue = await startJobs(app, doors, jobs, log)
    stopRelay = await startRelay(doors, jobs, queue, () => {}, log)
    ;[other, otherAt] = await ownerOfSample(foreign)
    ;[own, ownAt] = await ownerOfSample(mine)
  }, 90_000)
  afterAll(async () => {
    await stopRelay()
    await queue.stop()
    await server.close()
  })

  /** Somebody with a sample of their own; `ids` gets one id of every kind in it. */
  async function ownerOfSample(ids: Record<string, string>): Promise<[TestPerson, string]> {
    const workspace = await server.addWorkspace()
    const person = await workspace.add('owner')
    const beside = await workspace.tx((db) => findWorkspace(db))
    await makeSample(server.database.doors, (request) => server.server.app.inject(request), person.accountId, beside)
    const memberships = (await person.get('/api/memberships')).body as {
      workspace: { slug: string; isSample: boolean }
    }[]
    const slug = memberships.find(({ workspace: { isSample } }) => isSample)?.workspace.slug
    for (const [kind, table] of Object.entries(tableOf)) {
      const [row] = await server.database.look<{ id: string }>(
        `select id from ${table} where workspace_id = (select id from workspace where slug = $1) limit 1`,
        [slug],
      )
      ids[kind] = row?.id ?? ''
    }
    await person.post(`/api/w/${slug}/invitations`, { role: 'member', teamId: null })
    const lots = {
      about: 'Which shops',
      source: { by: 'list', sites: [{ name: 'North' }, { name: 'South' }] },
      method: { by: 'sites' },
    }
    ids['draws'] = (await person.post(`/api/w/${slug}/draws`, lots)).body.id
    const why = { siteId: null, kind: 'note', on: '2013-05-01', says: 'The lift was out of order' }
    ids['chart-entries'] = (await person.post(`/api/w/${slug}/metrics/${ids['metrics']}/chart-entries`, why)).body.id
    const feed = {
      source: { kind: 'address', url: 'https://figures.example/week.csv', header: null },
      columns: { site: 'center', period: 'week', value: 'late_pickups' },
      rhythm: { every: 'hour' },
    }
    const [{ id: ownerId }] = (await person.get(`/api/w/${slug}/people`)).body
    const added = await person.post(`/api/w/${slug}/metrics/${ids['metrics']}/feeds`, { ...feed, ownerId })
    ids['feeds'] = added.body.id
    await person.post(`/api/w/${slug}/keys`, { name: 'Till', scopes: ['idea.read'] })
    ids['keys'] = (await person.get(`/api/w/${slug}/keys`)).body[0]?.id ?? ''
    const [adopted] = await server.database.look<{ id: string }>(
      `select trial_id as id from decision where choice = 'adopt' and workspace_id = (select id from workspace where slug = $1)`,
      [slug],
    )
    const spread = { standardWork: 'Put the shelf left of the door', sites: ['Harbour'] }
    const rollOut = (await person.post(`/api/w/${slug}/trials/${adopted?.id}/roll-out`, spread)).body
    ids['roll-outs'] = rollOut.id
    ids['roll-out-sites'] = rollOut.sites[0].id
    const today = new Date().toISOString().slice(0, 10)
    const note = { kind: 'note', onDay: today, text: 'The lift was out of order' }
    ids['diary-entries'] = (await person.post(`/api/w/${slug}/trials/${adopted?.id}/diary`, note)).body.id
    ids['invitations'] = (await person.get(`/api/w/${slug}/invitations`)).body[0]?.id ?? ''
    ids['links'] = (await person.post(`/api/w/${slug}/results/${ids['results']}/links`, { days: 7 })).body.link.id
    return [person, `/api/w/${slug}`]
  }

  test('there is one of every kind on both sides', () => {
    expect(Object.entries({ ...foreign, ...mine }).filter(([, id]) => !id)).toEqual([])
  })

  test('a foreign id is answered exactly as a missing one', async () => {
    const wrong: string[] = []
    let compared = 0
    for (const endpoint of server.server.endpoints.filter(
      ({ scope, gives }) => scope === 'workspace' && gives !== 'events',
    )) {
      for (const name of idsOf(endpoint)) {
        const kind = kindOf(endpoint, name)
        const id = foreign[kind]
        if (!id) {
          wrong.push(`${endpoint.method} ${endpoint.path}: "${name}" is an id of no known kind (${kind})`)
          continue
        }
        const [theirs, nowhere] = [await ask(endpoint, name, id), await ask(endpoint, name, randomUUID())]
        compared++
        const same = theirs.status === nowhere.status && theirs.body.detail === nowhere.body.detail
        // An answer of 2xx to an id that is nowhere means that the id was not looked at: a filter of a list.
        if (!same || theirs.status === 422)
          wrong.push(
            `${endpoint.method} ${endpoint.path} ${name}: ${theirs.status} ${theirs.body.detail ?? ''} but ${nowhere.status} ${nowhere.body.detail ?? ''} ${JSON.stringify(theirs.body.errors ?? '')}`,
          )
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(25)
  })

  test('no list, search or export shows a word of the other workspace', async () => {
    const words = [
      'licorice',
      'Mara Lindqvist',
      foreign['ideas'],
      foreign['goals'],
      foreign['trials'],
      foreign['results'],
      foreign['gains'],
      foreign['invitations'],
    ]
    // The words are really there for whoever may see them.
    expect(JSON.stringify((await other.get(`${otherAt}/ideas`)).body)).toContain(foreign['goals'])
    const queries: Record<string, string> = { '/search': '?q=licorice' }
    const stranger = await (await server.addWorkspace()).add('owner')
    for (const { method, path, gives, scope } of server.server.endpoints) {
      if (scope !== 'workspace' || method !== 'GET' || gives === 'events' || path.includes(':')) continue
      // More rounds than the pool has connections: each has just served somebody of the other workspace.
      for (let round = 0; round < 12; round++) {
        await other.get(`${otherAt}${path}${queries[path] ?? ''}`)
        const text = JSON.stringify((await stranger.get(`${path}${queries[path] ?? ''}`)).body)
        for (const word of words) expect(text.includes(String(word)), `${path} shows ${word}`).toBe(false)
      }
    }
  })

  /** Sends the endpoint a whole input with everything right but the one id. */
  function ask(endpoint: Endpoint, name: string, id: string) {
    const input: Record<string, unknown> = { ...ownIds(endpoint), ...sampleInput(endpoint), [name]: id }
    let path = fullPath(endpoint).replace('/api/w/:workspace', ownAt)
    for (const part of pathNames(endpoint.path)) {
      path = path.replace(`:${part}`, String(input[part] ?? mine[kindOf(endpoint, part)]))
      delete input[part]
    }
    if (hasJsonBody(endpoint)) return send(endpoint.method, path, input)
    const query = new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)]))
    return send(endpoint.method, query.size > 0 ? `${path}?${query}` : path, undefined)
  }

  /** The own ids that a body asks for, so that only the one in question is wrong. */
  function ownIds(endpoint: Endpoint): Record<string, unknown> {
    if (!hasJsonBody(endpoint)) return {}
    return Object.fromEntries(idsOf(endpoint).map((other) => [other, mine[kindOf(endpoint, other)]]))
  }

  function send(method: string, path: string, body: unknown) {
    if (method === 'GET') return own.get(path)
    if (method === 'DELETE') return own.delete(path)
    if (method === 'PUT') return own.put(path, body)
    if (method === 'PATCH') return own.patch(path, body)
    return own.post(path, body)
  }
})

const tableOf: Record<string, string> = {
  ideas: 'idea',
  goals: 'goal',
  trials: 'trial',
  sheets: 'sheet',
  metrics: 'metric',
  results: 'result',
  gains: 'gain',
  people: 'person',
  teams: 'team',
  sites: 'site',
}

/** Names of the input that hold an id. */
function idsOf(endpoint: Endpoint): string[] {
  const { properties = {} } = z.toJSONSchema(endpoint.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { format?: string; anyOf?: { format?: string }[] }>
  }
  return Object.entries(properties)
    .filter(([, schema]) => [schema, ...(schema.anyOf ?? [])].some(({ format }) => format === 'uuid'))
    .map(([name]) => name)
}

function kindOf({ path }: Endpoint, name: string): string {
  if (name === 'id') return path.split('/')[1] ?? ''
  const noun = name.replace(/Id$/, '')
  return (
    ({ person: 'people', owner: 'people', control: 'metrics', before: 'diary-entries' } as Record<string, string>)[
      noun
    ] ?? `${noun}s`
  )
}

/** For each write the rest of a right input, so that only the id can be wrong. */
function sampleInput({ method, path }: Endpoint): Record<string, unknown> {
  const inputs = JSON.parse(readFileSync(new URL('testing/sample-inputs.json', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, unknown>
  >
  return inputs[`${method} ${path}`] ?? {}
}
