import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  openTestServer,
  type TestPerson,
  type TestServer,
  type TestWorkspace,
  testPassword,
} from '#app/testing/open-test-server.ts'

let server: TestServer
let workspace: TestWorkspace
let admin: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  admin = await workspace.add('admin')
})
afterAll(() => server.close())

const team = { name: 'Night shift', department: null }

describe('failures', () => {
  test('an unknown field is refused by name and nothing is stored', async () => {
    const answer = await admin.post('/teams', { ...team, role: 'owner' })
    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'http.bad-input',
      errors: [{ detail: 'Unknown field: role.' }],
    })
    expect((await admin.get('/teams')).body).toEqual([])
  })

  test('no value is bent into another kind', async () => {
    for (const name of [1, true, null, ['a'], { a: 1 }])
      expect((await admin.post('/teams', { name, department: null })).status, JSON.stringify(name)).toBe(422)
  })

  test('what is no JSON, too deep, too large or of another type is told apart', async () => {
    const send = (body: string, type = 'application/json') =>
      admin.post('/teams', Buffer.from(body), { 'content-type': type }).then(({ status }) => status)
    expect(await send('{"name":')).toBe(400)
    expect(await send('[]')).toBe(400)
    expect(await send(`{"name":${'['.repeat(100)}${']'.repeat(100)}}`)).toBe(400)
    expect(await send(`{"name":"${'x'.repeat(1_100_000)}"}`)).toBe(413)
    expect(await send('name=x', 'application/x-www-form-urlencoded')).toBe(415)
    expect(await send('{"__proto__":{"role":"owner"},"name":"x","department":null}')).toBe(400)
  })

  test('half a character is refused, and an address that is none is a problem too', async () => {
    expect(
      (
        await admin.post('/teams', Buffer.from('{"name":"\\ud800","department":null}'), {
          'content-type': 'application/json',
        })
      ).status,
    ).toBe(422)
    for (const path of ['/api/%zz', `/api/w/${'x'.repeat(400)}/teams`]) {
      const answer = await server.send('GET', path)
      expect(answer.status, path).toBe(404)
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  })

  test('a NUL, which no text can keep, is refused wherever it stands', async () => {
    expect((await admin.post('/teams', { name: 'a\u0000b', department: null })).status).toBe(422)
    expect((await admin.get('/search?q=a%00b')).status).toBe(422)
  })

  test('they are said in the reader’s language', async () => {
    const answer = await server.send('GET', '/api/memberships', undefined, { 'accept-language': 'de-AT,en;q=0.5' })
    expect(answer.body.title).toBe('Bitte anmelden')
  })

  test('an id that is no id is told like one that is not there', async () => {
    const malformed = await admin.put('/teams/not-an-id', team)
    const missing = await admin.put('/teams/7f0c0a3e-6f0e-4a0b-9d53-111111111111', team)
    expect(malformed.status).toBe(404)
    expect(missing.status).toBe(404)
  })
})

describe('a repeated write', () => {
  const key = 'key-0123456789'

  test('with the same key is answered again and done once', async () => {
    const first = await admin.post('/teams', { name: 'Once', department: null }, { 'idempotency-key': key })
    const second = await admin.post('/teams', { name: 'Once', department: null }, { 'idempotency-key': key })
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
    expect((await admin.get('/teams')).body.filter(({ name }: { name: string }) => name === 'Once')).toHaveLength(1)
  })

  test('with the same key and other words is refused', async () => {
    const answer = await admin.post('/teams', { name: 'Other', department: null }, { 'idempotency-key': key })
    expect(answer.status).toBe(422)
    expect(answer.body.code).toBe('http.key-reused')
  })

  test('somebody else’s key is another key', async () => {
    const other = await workspace.add('admin')
    const answer = await other.post('/teams', { name: 'Theirs', department: null }, { 'idempotency-key': key })
    expect(answer.status).toBe(200)
  })

  test('many at once have one effect', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        admin.post('/teams', { name: 'Together', department: null }, { 'idempotency-key': 'together-1234' }),
      ),
    )
    const statuses = new Set(answers.map(({ status }) => status))
    expect([...statuses].every((status) => status === 200 || status === 409)).toBe(true)
    expect((await admin.get('/teams')).body.filter(({ name }: { name: string }) => name === 'Together')).toHaveLength(1)
  })

  test('whose answer was a secret is not answered again', async () => {
    const invite = () =>
      admin.post('/invitations', { role: 'member', teamId: null }, { 'idempotency-key': 'invite-123456' })
    expect((await invite()).status).toBe(200)
    const again = await invite()
    expect(again.status).toBe(409)
    expect(again.body.code).toBe('http.key-secret')
  })

  test('that failed leaves its key free', async () => {
    const headers = { 'idempotency-key': 'failed-123456' }
    expect((await admin.post('/teams', { name: '', department: null }, headers)).status).toBe(422)
    expect((await admin.post('/teams', { name: 'Now', department: null }, headers)).status).toBe(200)
  })
})

describe('where a request comes from', () => {
  test('a write from another site, or from a browser that does not say, is refused', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3000.evil.example' },
    ])
      expect((await admin.post('/teams', { name: 'Evil', department: null }, headers)).status).toBe(403)
    expect((await admin.get('/teams')).body.some(({ name }: { name: string }) => name === 'Evil')).toBe(false)
  })

  test('by whatever spelling of the address it comes', async () => {
    for (const api of ['/%61pi', '/a%70i', '/ap%69'])
      for (const headers of [{ origin: 'https://evil.example' }, { host: 'evil.example' }]) {
        const answer = await server.send(
          'POST',
          `${api}/w/${workspace.slug}/teams`,
          { name: 'Evil', department: null },
          { cookie: admin.cookie, ...headers },
        )
        expect([403, 404, 421], `${api} ${JSON.stringify(headers)}`).toContain(answer.status)
      }
    expect((await admin.get('/teams')).body.some(({ name }: { name: string }) => name === 'Evil')).toBe(false)
  })

  test('another host name is refused, so that a rebound name reads nothing', async () => {
    expect((await server.send('GET', '/api/memberships', undefined, { host: 'rebound.example' })).status).toBe(421)
  })
})

describe('what is kept', () => {
  test('every write leaves a row in the audit that cannot be changed', async () => {
    await admin.post('/teams', { name: 'Audited', department: null })
    const rows = await server.database.look<{ action: string; person_id: string }>(
      'select * from audit where workspace_id = $1 order by sequence desc limit 1',
      [workspace.id],
    )
    expect(rows).toMatchObject([{ action: 'team.manage POST /teams', person_id: admin.personId }])
    await expect(server.database.look('delete from audit')).rejects.toThrow(/append-only/)
    await expect(server.database.look("update audit set action = 'x'")).rejects.toThrow(/append-only/)
    await expect(server.database.look('truncate audit')).rejects.toThrow(/append-only/)
  })

  test('of a request with a password not even a hash is kept', async () => {
    const body = { email: admin.email, password: testPassword }
    await server.send('POST', '/api/sign-ins', body, { 'idempotency-key': 'sign-in-12345' })
    const rows = await server.database.look<{ request_hash: Buffer }>(
      'select request_hash from idempotency where status = 0',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { request_hash } of rows) expect(request_hash.equals(Buffer.alloc(32))).toBe(true)
  })

  test('no secret is stored as it is', async () => {
    const url = (await admin.post('/invitations', { role: 'member', teamId: null })).body.url as string
    const secret = url.split('#')[1] ?? ''
    expect(secret).toHaveLength(43)
    for (const table of ['token', 'idempotency', 'audit', 'outbox', 'sign_in'])
      expect(JSON.stringify(await server.database.look(`select * from ${table}`))).not.toContain(secret)
  })

  test('reading writes nothing: PostgreSQL itself refuses', async () => {
    await expect(
      server.database.doors.tx({}, (db) => db.deleteFrom('signIn').execute(), { readOnly: true }),
    ).rejects.toThrow(/read-only/)
  })
})

test('the description of the API names every endpoint', async () => {
  const { body } = await server.send('GET', '/api/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const operations = Object.values(body.paths as Record<string, object>).flatMap((methods) => Object.keys(methods))
  expect(operations).toHaveLength(server.server.endpoints.length)
})
