import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Endpoint, fullPath, hasJsonBody } from '#platform/anywhere/endpoint.ts'
import { newKeySecret, writeKeyText } from '#platform/key-text.ts'
import type { KeyId } from '#product/key/key.ts'
import { addKey } from '#product/key/key-store.ts'
import { allScopes } from '#product/key/scope.ts'
import { holderOf, holdingKey, type KeyHolder } from '#product/key/testing/holding-key.ts'
import { policy } from './policy.ts'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from './testing/open-test-server.ts'

/** Rows that no key is ever given, and why: what they open would outlive a key that has been revoked. */
const neverWithKey = ['key.make', 'key.read', 'key.revoke', 'person.manage', 'feed.manage']

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let now = new Date()

beforeAll(async () => {
  server = await openTestServer({ now: () => now })
  workspace = await server.addWorkspace()
  owner = await workspace.add('owner')
})
afterAll(() => server.close())

/** Sends with a fresh minute for every key, so that the pace stays out of it. */
async function ask(key: KeyHolder, endpoint: Endpoint) {
  now = new Date(now.getTime() + 2_000)
  const path = fullPath(endpoint)
    .replace(':workspace', workspace.slug)
    .replace(/:\w+/g, () => randomUUID())
  return key.send(endpoint.method, path, hasJsonBody(endpoint) ? {} : undefined)
}

/** Every endpoint but the stream of events, which stays open: its scope is tested with the keys' own routes. */
function endpoints(): Endpoint[] {
  return server.server.endpoints.filter(({ gives }) => gives !== 'events')
}

describe('what a key can be given', () => {
  test('is every row of the rights table that stands for something in a workspace, but the few that are never', () => {
    const rows = Object.keys(policy).filter((row) => typeof policy[row] === 'object')
    expect([...allScopes, ...neverWithKey].toSorted()).toEqual(rows.toSorted())
  })

  test('each of them alone opens exactly the endpoints of its row', async () => {
    const wrong: string[] = []
    let opened = 0
    for (const scope of allScopes) {
      const key = await holdingKey(server, workspace, owner, [scope], { perMinute: 600 })
      for (const endpoint of endpoints()) {
        const { status, body } = await ask(key, endpoint)
        const isOpen = status !== 401 && status !== 403
        if (isOpen) opened++
        if (isOpen !== (endpoint.policy === scope))
          wrong.push(`${scope} at ${endpoint.method} ${endpoint.path}: ${status}`)
        if (!isOpen && !['http.bearer-scope', 'http.bearer-not-here'].includes(body.code))
          wrong.push(`${scope} at ${endpoint.method} ${endpoint.path}: ${body.code}`)
      }
      expect((await owner.post(`/keys/${key.id}/revocations`, {})).status).toBe(200)
    }
    expect(wrong).toEqual([])
    expect(opened).toBeGreaterThan(60)
  }, 300_000)

  test('is said of each operation in the description of the API, and only there', async () => {
    const { paths, components } = (await server.send('GET', '/api/openapi.json')).body
    expect(components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' })
    for (const endpoint of server.server.endpoints) {
      const path = fullPath(endpoint).replace(/:(\w+)/g, '{$1}')
      const asked = paths[path][endpoint.method.toLowerCase()].security.flatMap(
        ({ key = [] }: { key?: string[] }) => key,
      )
      expect(asked, path).toEqual(allScopes.filter((scope) => scope === endpoint.policy))
    }
  })

  test('nothing opens nothing', async () => {
    const id = randomUUID() as KeyId
    const secret = newKeySecret()
    await workspace.tx((db) =>
      addKey(
        db,
        {
          id,
          personId: owner.personId,
          name: 'Nothing',
          scopes: [],
          addresses: [],
          perMinute: 600,
          madeAt: now,
          expiresAt: new Date(now.getTime() + 86_400_000),
          lastUsedOn: null,
          revokedAt: null,
          revokedById: null,
        },
        secret,
      ),
    )
    const key = holderOf(server, workspace, id, writeKeyText({ id, secret }))
    for (const endpoint of endpoints()) expect((await ask(key, endpoint)).status, endpoint.path).toBe(403)
  })
})

describe('a key never may more than its person', () => {
  test('whatever its scopes say: a member made it, then became a viewer', async () => {
    const member = await workspace.add('member')
    const key = await holdingKey(server, workspace, member, ['idea.read', 'idea.write'])
    expect((await key.send('POST', '/ideas', { text: 'Put the scanner on the left' })).status).toBe(200)
    expect((await owner.patch(`/people/${member.personId}`, { role: 'viewer' })).status).toBe(200)
    const refused = await key.send('POST', '/ideas', { text: 'Put the scanner on the right' })
    expect([refused.status, refused.body.code]).toEqual([403, 'http.not-allowed'])
    expect((await key.send('GET', '/ideas')).status).toBe(200)
  })

  test('at every endpoint: with every scope that it can hold, a demoted key is refused where its person is', async () => {
    const lead = await workspace.add('admin')
    const key = await holdingKey(server, workspace, lead, allScopes, { perMinute: 600 })
    expect((await owner.patch(`/people/${lead.personId}`, { role: 'viewer' })).status).toBe(200)
    const viewer = await workspace.add('viewer')
    const wrong: string[] = []
    for (const endpoint of endpoints().filter(
      ({ scope, policy: row }) => scope === 'workspace' && !neverWithKey.includes(row),
    )) {
      const path = fullPath(endpoint)
        .replace(':workspace', workspace.slug)
        .replace(/:\w+/g, () => randomUUID())
      const body = hasJsonBody(endpoint) ? {} : undefined
      const theirs = await server.send(endpoint.method, path, body, { cookie: viewer.cookie })
      const its = await ask(key, endpoint)
      if ((theirs.status === 403) !== (its.status === 403))
        wrong.push(`${endpoint.method} ${endpoint.path}: ${its.status}`)
    }
    expect(wrong).toEqual([])
  })
})
