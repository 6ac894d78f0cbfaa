import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Doors } from '#platform/database/doors.ts'
import { newKeySecret, readKeyText, writeKeyText } from '#platform/key-text.ts'
import { holdingKey, type KeyHolder } from '#product/key/testing/holding-key.ts'
import { productServer } from './server.ts'
import {
  nothingOutside,
  openTestServer,
  type TestPerson,
  type TestServer,
  type TestWorkspace,
} from './testing/open-test-server.ts'

/** A second server over the same database: one that writes down every word it logs, and counts its transactions. */
const logged: string[] = []
let transactions = 0
let server: TestServer
let noting: TestServer['server']
let workspace: TestWorkspace
let owner: TestPerson
let key: KeyHolder

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('owner')
  key = await holdingKey(server, workspace, owner, ['idea.read', 'idea.write', 'idea.answer'])
  const counting: Doors = {
    ...server.database.doors,
    tx: (scope, work, options) => {
      transactions++
      return server.database.doors.tx(scope, work, options)
    },
  }
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    }),
  )
  const settings = {
    publicUrl: null,
    acceptsAnyHost: false,
    linkUrl: 'http://localhost:3000',
    trustedProxies: [],
    tls: null,
    webFolder: null,
  }
  noting = await productServer(counting, log, settings, nothingOutside)
})
afterAll(async () => {
  await noting.app.close()
  await server.close()
})

function send(authorization: string, more: { url?: string; method?: 'GET' | 'POST'; body?: object } = {}) {
  return noting.app.inject({
    method: more.method ?? 'GET',
    url: more.url ?? `/api/w/${workspace.slug}/ideas`,
    headers: { host: 'localhost:3000', authorization, 'idempotency-key': 'a-secret-is-not-kept' },
    ...(more.body ? { payload: more.body } : {}),
  })
}

describe('a key that cannot be one', () => {
  const text = writeKeyText({ id: randomUUID(), secret: newKeySecret() })
  const wrong = [
    `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`,
    text.slice(0, 60),
    'ratchet_',
    '',
    'a.b.c',
    '*',
  ]

  test.each(wrong)('"%s" is refused without a word to the database', async (made) => {
    transactions = 0
    for (const method of ['GET', 'POST'] as const) {
      const { statusCode, json } = await send(`Bearer ${made}`, { method })
      expect([statusCode, json().code]).toEqual([401, 'http.bearer-malformed'])
    }
    expect(transactions).toBe(0)
  })

  test('whoever sends another scheme is nobody, as before', async () => {
    const { statusCode, json } = await send('Basic cm9ib3Q6c2VjcmV0')
    expect([statusCode, json().code]).toEqual([401, 'http.not-signed-in'])
  })
})

test('the secret of a key is in no log, no audit row, no kept answer and no event, whatever is done with it', async () => {
  const bearer = `Bearer ${key.text}`
  const idea = { text: 'Put the scanner on the left' }
  const at = `/api/w/${workspace.slug}`
  expect((await send(bearer)).statusCode).toBe(200)
  expect((await send(bearer, { url: `${at}/ideas`, method: 'POST', body: idea })).statusCode).toBe(200)
  expect((await send(bearer, { url: `${at}/people` })).statusCode).toBe(403)
  expect((await send(bearer, { url: `${at}/ideas?token=${key.text}` })).statusCode).toBe(422)
  expect((await send(bearer, { url: `${at}/ideas/${key.text}` })).statusCode).toBe(422)
  expect((await send(bearer, { url: `/${key.text}` })).statusCode).toBe(404)
  expect((await owner.post(`/keys/${key.id}/revocations`, {})).status).toBe(200)
  expect((await send(bearer)).statusCode).toBe(401)

  const secret = readKeyText(key.text)?.secret ?? ''
  expect(logged.join('')).toContain('/api/w/:workspace/ideas')
  expect(logged.join('')).not.toContain(secret)
  for (const table of ['audit', 'idempotency', 'outbox', 'key', 'idea']) {
    const rows = await server.database.look<{ row: string }>(`select t::text as row from ${table} as t`, [])
    expect(rows.length, table).toBeGreaterThan(0)
    expect(JSON.stringify(rows), table).not.toContain(secret)
  }
})

test('the audit log says which key did it, by its id', async () => {
  const rows = await server.database.look<{ about: { key?: string }; action: string }>(
    "select about, action from audit where action like 'idea.write%'",
    [],
  )
  expect(rows).toMatchObject([{ about: { key: key.id } }])
})
