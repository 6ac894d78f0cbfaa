import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import type { AccountId, PersonId, Role, Signed, TeamId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { enter } from '#platform/database/doors.ts'
import type { Database } from '#platform/database.ts'
import type { ServerParts } from '#platform/http/build-server.ts'
import { openLog } from '#platform/log.ts'
import { openTestDatabase, type TestDatabase } from '#platform/testing/open-test-database.ts'
import { addAccount, addSignIn } from '#product/account/account-store.ts'
import { hashPassword } from '#product/account/password.ts'
import type { Outside } from '#product/feed/outside.ts'
import { newPerson } from '#product/person/person.ts'
import { addPerson } from '#product/person/person-store.ts'
import { newWorkspace } from '#product/workspace/workspace.ts'
import { addWorkspace } from '#product/workspace/workspace-store.ts'
import { productServer } from '../server.ts'

/** The password of every test account. */
export const testPassword = 'correct horse battery'

export interface TestPerson extends Signed {
  email: string
  /** The cookie of their sign-in, for a request made by hand. */
  cookie: string
  /** Sends a request as this person. Paths inside the workspace start at `/`, others at `/api`. */
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  put(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body?: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
  /** Sends a file to an endpoint that takes bytes. */
  upload(path: string, content: string | Buffer): Promise<Answer>
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; the schemas are checked by the server
  body: any
  headers: LightMyRequestResponse['headers']
}

export interface TestWorkspace {
  id: WorkspaceId
  slug: string
  /** Adds somebody with this role. */
  add(role: Role, options?: { name?: string; teamId?: TeamId | null }): Promise<TestPerson>
  /** Runs `work` inside this workspace's scope, as a job would. */
  tx<T>(work: (db: Database) => Promise<T>): Promise<T>
}

export interface TestServer {
  database: TestDatabase
  server: Awaited<ReturnType<typeof productServer>>
  addWorkspace(name?: string): Promise<TestWorkspace>
  /** Sends a request as nobody, or with any headers. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  close(): Promise<void>
}

/** No folder, no host and no database. A secret is not sealed, so that nothing is written. */
export const nothingOutside: Outside = {
  folder: null,
  hosts: [],
  databases: [],
  seal: { close: (secret) => Buffer.from(secret), open: (sealed) => sealed.toString() },
}

/** The whole server over a database of its own, spoken to through HTTP without a socket. */
export async function openTestServer({
  outside = nothingOutside,
  ...swapped
}: Partial<Pick<ServerParts, 'can' | 'now' | 'hub'>> & { outside?: Outside } = {}): Promise<TestServer> {
  const database = await openTestDatabase()
  const server = await productServer(
    database.doors,
    openLog(process.env['TEST_LOG'] ?? 'silent'),
    {
      publicUrl: null,
      acceptsAnyHost: false,
      linkUrl: 'http://localhost:3000',
      trustedProxies: [],
      tls: null,
      webFolder: null,
    },
    outside,
    swapped,
  )
  const passwordHash = await hashPassword(testPassword)

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    remoteAddress = '127.0.0.1',
  ): Promise<Answer> {
    const isRaw = typeof body === 'string' || Buffer.isBuffer(body)
    const response = await server.app.inject({
      method: method as 'GET',
      url: path,
      remoteAddress,
      headers: {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
    })
    const isJson = String(response.headers['content-type']).includes('json')
    return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers }
  }

  async function add(
    workspaceId: WorkspaceId,
    slug: string,
    role: Role,
    { name = role, teamId = null }: { name?: string; teamId?: TeamId | null } = {},
  ): Promise<TestPerson> {
    const accountId = randomUUID() as AccountId
    const personId = randomUUID() as PersonId
    const email = `${role}-${accountId.slice(0, 8)}@example.org`
    const secret = await database.doors.tx({}, async (db) => {
      await addAccount(db, { id: accountId, email, passwordHash, createdAt: new Date() })
      await enter(db, { workspaceId })
      await addPerson(db, newPerson({ id: personId, accountId, name, role, teamId, joinedAt: new Date() }))
      return addSignIn(db, accountId, new Date())
    })
    const cookie = { cookie: `__Host-ratchet=${secret}` }
    // Each from an address of their own, as in life: the limit on requests from one address is not for all of them together.
    const from = `10.${[0, 2, 4].map((place) => Number.parseInt(accountId.slice(place, place + 2), 16)).join('.')}`
    const at = (path: string) => (path.startsWith('/api') ? path : `/api/w/${slug}${path}`)
    return {
      accountId,
      personId,
      workspaceId,
      role,
      teamId,
      email,
      cookie: cookie.cookie,
      get: (path) => send('GET', at(path), undefined, cookie, from),
      post: (path, body, headers) => send('POST', at(path), body, { ...cookie, ...headers }, from),
      put: (path, body) => send('PUT', at(path), body, cookie, from),
      patch: (path, body) => send('PATCH', at(path), body, cookie, from),
      delete: (path) => send('DELETE', at(path), undefined, cookie, from),
      upload: (path, content) =>
        send('POST', at(path), content, { ...cookie, 'content-type': 'application/octet-stream' }, from),
    }
  }

  return {
    database,
    server,
    send,
    async addWorkspace(name = 'Acme') {
      const id = randomUUID() as WorkspaceId
      const slug = `w-${id.slice(0, 8)}`
      await database.doors.tx({ workspaceId: id }, async (db) => {
        const asked = { name, language: 'en' as const, currency: 'EUR', timeZone: 'Europe/Berlin' }
        await addWorkspace(db, newWorkspace(asked, { id, slug, createdAt: new Date() }))
      })
      return {
        id,
        slug,
        add: (role, options) => add(id, slug, role, options),
        tx: (work) => database.doors.tx({ workspaceId: id }, work),
      }
    },
    async close() {
      await server.app.close()
      await database.close()
    },
  }
}
