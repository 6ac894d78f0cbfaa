import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullPath } from '#platform/anywhere/endpoint.ts'
import { Role } from '#platform/anywhere/identity.ts'
import { expectedRights } from './expected-rights.ts'
import { policy } from './policy.ts'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from './testing/open-test-server.ts'

let server: TestServer
let workspace: TestWorkspace
const people = new Map<Role, TestPerson>()

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  for (const role of Role.options) people.set(role, await workspace.add(role))
})
afterAll(() => server.close())

const letters: Record<Role, string> = { viewer: 'v', member: 'm', lead: 'l', admin: 'a', owner: 'o' }

/** Every id is one that exists nowhere, and no body is sent: who may ask is decided before what is asked. */
function concrete(path: string): string {
  return path.replace(':workspace', workspace.slug).replace(/:\w+/g, () => randomUUID())
}

describe('every endpoint, every role, and nobody', () => {
  test('the reviewed table names exactly the endpoints there are', () => {
    const described = server.server.endpoints.map((endpoint) => `${endpoint.method} ${fullPath(endpoint)}`)
    expect(described.toSorted()).toEqual(Object.keys(expectedRights).toSorted())
  })

  test('whoever is not listed is refused, whoever is listed is not', async () => {
    const wrong: string[] = []
    for (const [operation, allowed] of Object.entries(expectedRights)) {
      // A stream of events stays open; its rights are tested with the live updates.
      if (operation.endsWith('/live')) continue
      const [method = '', path = ''] = operation.split(' ')
      const nobody = await server.send(method, concrete(path), method === 'GET' ? undefined : {})
      if (isRefused(nobody.status, method) === allowed.includes('n'))
        wrong.push(`${operation} as nobody: ${nobody.status}`)
      for (const role of Role.options) {
        // Signing out would end the very sign-in that the next line needs.
        const fresh =
          operation.includes('/sign-ins') || operation.includes('/account/')
            ? await workspace.add(role)
            : people.get(role)
        const answer = await callAs(fresh, method, concrete(path))
        if (isRefused(answer.status, method) === allowed.includes(letters[role]))
          wrong.push(`${operation} as ${role}: ${answer.status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('a stranger to the workspace is told that it is not there, whatever they ask', async () => {
    const stranger = await (await server.addWorkspace()).add('owner')
    const wrong: string[] = []
    for (const operation of Object.keys(expectedRights).filter((name) => name.includes(':workspace'))) {
      const [method = '', path = ''] = operation.split(' ')
      const { status, body } = await callAs(stranger, method, concrete(path))
      const missing = await callAs(stranger, method, concrete(path).replace(workspace.slug, 'no-such-place'))
      if (status !== 404 || body.detail !== missing.body.detail || missing.status !== 404)
        wrong.push(`${operation}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test('a suspended person is refused at once, everywhere', async () => {
    const person = await workspace.add('admin')
    expect((await person.get('/people')).status).toBe(200)
    expect((await people.get('owner')?.post(`/people/${person.personId}/deactivations`, {}))?.status).toBe(200)
    for (const operation of Object.keys(expectedRights).filter((name) => name.includes(':workspace'))) {
      const [method = '', path = ''] = operation.split(' ')
      expect((await callAs(person, method, concrete(path))).status).toBe(404)
    }
  })

  test('a policy row that no endpoint and no rule names is a leftover', () => {
    const used = new Set(server.server.endpoints.map((endpoint) => endpoint.policy))
    const rulesOnly = Object.keys(policy).filter((action) => !used.has(action))
    expect(rulesOnly).toEqual(rulesOnly.filter((action) => namedByRules.has(action)))
  })
})

/** Rows that are asked with a subject, inside a rule. */
const namedByRules = new Set<string>([])

function isRefused(status: number, _method: string): boolean {
  return status === 401 || status === 403
}

function callAs(person: TestPerson | undefined, method: string, path: string) {
  if (!person) throw new Error('nobody has this role')
  const body = {}
  if (method === 'GET') return person.get(path)
  if (method === 'DELETE') return person.delete(path)
  if (method === 'PUT') return person.put(path, body)
  if (method === 'PATCH') return person.patch(path, body)
  return person.post(path, body)
}
