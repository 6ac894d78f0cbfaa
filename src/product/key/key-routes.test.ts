import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findLivePasses } from '#app/nouns.ts'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { dayMs } from '#platform/anywhere/time.ts'
import { LiveHub } from '#platform/http/live.ts'
import { startRelay } from '#platform/job/start-relay.ts'
import { newKeySecret, readKeyText, writeKeyText } from '#platform/key-text.ts'
import { openLog } from '#platform/log.ts'
import { Key } from './key.ts'
import { KeyShown } from './key-api.ts'
import { findKey, findKeyShown } from './key-store.ts'
import { holderOf, holdingKey, type KeyHolder } from './testing/holding-key.ts'

const hub = new LiveHub()
let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let member: TestPerson
let stopRelay: () => Promise<void>
let port: number
/** What the server takes for the time. */
let now = new Date()

beforeAll(async () => {
  server = await openTestServer({ hub, now: () => now })
  workspace = await server.addWorkspace()
  owner = await workspace.add('owner')
  const { doors } = server.database
  stopRelay = await startRelay(
    doors,
    [],
    { send: async () => {}, stop: async () => {} },
    (heard) => hub.tell(heard),
    openLog('silent'),
  )
  await server.server.app.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  hub.closeAll()
  await stopRelay()
  await server.close()
})
beforeEach(async () => {
  now = new Date()
  member = await workspace.add('member')
})

const holding = (scopes: readonly string[], more?: Record<string, unknown>): Promise<KeyHolder> =>
  holdingKey(server, workspace, member, scopes, more)

const idea = { text: 'Put the scanner on the left' }

async function codeOf(answer: Promise<{ status: number; body: { code?: string } }>): Promise<[number, string]> {
  const { status, body } = await answer
  return [status, body?.code ?? '']
}

describe('making a key', () => {
  test('what is stored is what is read, field for field; the secret is stored nowhere', async () => {
    const asked = { name: 'Till', scopes: ['idea.read', 'site.read'], days: 7, addresses: ['10.0.0.0/8'], perMinute: 5 }
    const { status, body } = await member.post('/keys', asked)
    expect(status).toBe(200)
    const shown = z.decode(KeyShown, body.key)
    const { personName: _name, state: _state, ...key } = shown
    expect(await workspace.tx((db) => findKey(db, shown.id))).toEqual(key)
    expect(Object.keys(key).toSorted()).toEqual(Object.keys(Key.shape).toSorted())
    expect(await workspace.tx((db) => findKeyShown(db, shown.id, now))).toEqual(shown)
    expect(shown).toMatchObject({ name: 'Till', personId: member.personId, state: 'live', perMinute: 5 })
    expect((await member.get('/keys')).body).toEqual([body.key])
    const secret = readKeyText(body.text)?.secret ?? ''
    const [row] = await server.database.look<{ stored: string }>('select key::text as stored from key where id = $1', [
      shown.id,
    ])
    expect(secret).toHaveLength(43)
    expect(row?.stored).not.toContain(secret)
  })

  test('a repeated request makes no second key and shows no secret again', async () => {
    const asked = { name: 'Once', scopes: ['idea.read'] }
    const first = await member.post('/keys', asked, { 'idempotency-key': 'make-a-key-once' })
    const again = await member.post('/keys', asked, { 'idempotency-key': 'make-a-key-once' })
    expect([first.status, again.status, again.body.code]).toEqual([200, 409, 'http.key-secret'])
    expect((await member.get('/keys')).body).toHaveLength(1)
  })

  test('nobody gives what they do not have, and the field says which', async () => {
    const { status, body } = await member.post('/keys', { name: 'Too much', scopes: ['idea.read', 'gain.reverse'] })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '#/scopes/1' }])
    expect((await member.get('/keys')).body).toEqual([])
  })

  test('no key makes, sees or revokes keys, and none invites', async () => {
    const key = await holdingKey(server, workspace, owner, ['person.read'])
    expect((await key.send('GET', '/keys')).status).toBe(403)
    expect((await key.send('POST', '/keys', { name: 'Child', scopes: ['person.read'] })).status).toBe(403)
    expect((await key.send('POST', `/keys/${key.id}/revocations`, {})).status).toBe(403)
    expect((await key.send('POST', '/invitations', { role: 'owner', teamId: null })).status).toBe(403)
  })
})

describe('a program with a key', () => {
  test('acts for the person who made it, without cookie and without origin, and gets no cookie', async () => {
    const key = await holding(['idea.write', 'idea.read'])
    const { status, body, headers } = await key.send('POST', '/ideas', idea)
    expect([status, body.authorId]).toEqual([200, member.personId])
    expect(headers['set-cookie']).toBeUndefined()
    const foreign = await key.send('POST', '/ideas', idea, { origin: 'https://elsewhere.example' })
    expect(foreign.status).toBe(200)
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined()
  })

  test('and a cookie beside it is refused, whoever is right', async () => {
    const key = await holding(['idea.read'])
    const both = key.send('GET', '/ideas', undefined, { cookie: member.cookie })
    expect(await codeOf(both)).toEqual([422, 'http.bearer-and-sign-in'])
  })

  test('needs a scope for each thing that an operation does, not for the operation alone', async () => {
    const metric = { name: 'Waste', unit: 'kg', better: 'lower', worthMinor: '500' }
    const key = await holdingKey(server, workspace, owner, ['metric.add'])
    expect(await codeOf(key.send('POST', '/metrics', metric))).toEqual([403, 'http.bearer-scope'])
    expect((await key.send('POST', '/metrics', { ...metric, name: 'Broken', worthMinor: null })).status).toBe(200)
    const both = await holdingKey(server, workspace, owner, ['metric.add', 'metric.change'])
    expect((await both.send('POST', '/metrics', metric)).status).toBe(200)
  })

  test('opens nothing in front of its workspace, and no other one', async () => {
    const key = await holding(['idea.read'])
    for (const [method, path] of [
      ['GET', '/api/memberships'],
      ['DELETE', '/api/sign-ins'],
      ['POST', '/api/sign-ins'],
      ['POST', '/api/account/password'],
    ] as const)
      expect(await codeOf(key.send(method, path, method === 'POST' ? {} : undefined)), path).toEqual([
        403,
        'http.bearer-not-here',
      ])
    const other = await server.addWorkspace()
    await other.add('owner')
    const there = await key.send('GET', `/api/w/${other.slug}/ideas`)
    const nowhere = await key.send('GET', '/api/w/no-such-place/ideas')
    expect([there.status, there.body.detail]).toEqual([404, nowhere.body.detail])
  })

  test('whose person is in two workspaces is in one of them only', async () => {
    const other = await server.addWorkspace()
    const link = (await (await other.add('owner')).post('/invitations', { role: 'owner', teamId: null })).body.url
    const token = link.split('#')[1]
    expect((await member.post('/api/invitations/acceptances', { token, name: 'The same' })).status).toBe(200)
    const key = await holding(['idea.read'])
    expect((await key.send('GET', '/ideas')).status).toBe(200)
    expect((await key.send('GET', `/api/w/${other.slug}/ideas`)).status).toBe(404)
  })

  test('sends the same thing twice and it is done once; another key of the same person has answers of its own', async () => {
    const [first, second] = [await holding(['idea.write']), await holding(['idea.write'])]
    const repeated = { 'idempotency-key': 'the-very-same-idea' }
    const a = await first.send('POST', '/ideas', idea, repeated)
    const b = await first.send('POST', '/ideas', idea, repeated)
    const c = await second.send('POST', '/ideas', idea, repeated)
    expect(b.body.id).toBe(a.body.id)
    expect(c.body.id).not.toBe(a.body.id)
  })

  test('is noted with the day on which it was used, and no more', async () => {
    const key = await holding(['idea.read'])
    expect((await key.send('GET', '/ideas')).status).toBe(200)
    const lastUsedOn = async () => (await member.get('/keys')).body[0].lastUsedOn
    for (let tries = 0; tries < 50 && (await lastUsedOn()) === null; tries++) await wait(20)
    expect(await lastUsedOn()).toBe(now.toISOString().slice(0, 10))
  })

  test('may ask as often as it was given, each minute anew; other keys are not held up', async () => {
    now = new Date('2026-11-24T10:00:30Z')
    const [key, other] = [await holding(['idea.read'], { perMinute: 3 }), await holding(['idea.read'])]
    for (let times = 0; times < 3; times++) expect((await key.send('GET', '/ideas')).status).toBe(200)
    const refused = await key.send('GET', '/ideas')
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'http.bearer-rate', '30'])
    expect((await other.send('GET', '/ideas')).status).toBe(200)
    now = new Date('2026-11-24T10:01:00Z')
    expect((await key.send('GET', '/ideas')).status).toBe(200)
  })

  test('may come only from where it was told to', async () => {
    const key = await holding(['idea.read'], { addresses: ['192.0.2.7', '2001:db8::/32'] })
    const from = (address: string) => codeOf(key.send('GET', '/ideas', undefined, {}, address))
    expect(await from('192.0.2.7')).toEqual([200, ''])
    expect(await from('::ffff:192.0.2.7')).toEqual([200, ''])
    expect(await from('2001:db8::1')).toEqual([200, ''])
    expect(await from('192.0.2.8')).toEqual([403, 'http.bearer-address'])
    // No proxy is trusted here: what a stranger writes into a header is not where they are.
    const forged = key.send('GET', '/ideas', undefined, { 'x-forwarded-for': '192.0.2.7' }, '192.0.2.8')
    expect((await forged).status).toBe(403)
  })

  test('sends figures, and a sheet as bytes', async () => {
    const metric = await member.post('/metrics', {
      name: `Waiting ${member.personId}`,
      unit: 'minutes',
      better: 'lower',
      worthMinor: null,
    })
    expect(metric.status).toBe(200)
    await owner.post('/sites', { sites: [{ name: 'North', kind: 'shop', teamId: null, attributes: {} }] })
    const key = await holding(['measurement.add', 'sheet.add'])
    const rows = [{ site: 'North', period: '2026-11', value: 12 }]
    const sent = await key.send('POST', '/measurements', { metricId: metric.body.id, rows })
    expect([sent.status, JSON.stringify(sent.body)]).toEqual([200, expect.stringContaining('"source":"key"')])
    const sheet = await server.server.app.inject({
      method: 'POST',
      url: `/api/w/${workspace.slug}/sheets?name=waiting.csv`,
      headers: { host: 'localhost:3000', ...key.header, 'content-type': 'text/csv' },
      payload: 'site,month,minutes\nNorth,2026-11,12\nSouth,2026-11,9\n',
    })
    expect(sheet.statusCode).toBe(200)
  })
})

describe('what is no key', () => {
  test('is refused and told how to ask: made up, revoked, run out, or with the secret of another', async () => {
    const [key, other] = [await holding(['idea.read']), await holding(['idea.read'])]
    const id = key.id
    const secret = newKeySecret()
    const texts = [
      writeKeyText({ id, secret }),
      writeKeyText({ id, secret: readKeyText(other.text)?.secret ?? '' }),
      writeKeyText({ id: crypto.randomUUID(), secret }),
    ]
    for (const text of texts) {
      const answer = await holderOf(server, workspace, id, text).send('GET', '/ideas')
      expect([answer.status, answer.body.code]).toEqual([401, 'http.bearer-dead'])
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Ratchet"')
    }
  })

  test('in the address is refused, with the right key in the header too', async () => {
    const key = await holding(['idea.read'])
    const without = server.send('GET', `/api/w/${workspace.slug}/ideas?access_token=${key.text}`)
    expect(await codeOf(without)).toEqual([422, 'http.bearer-in-address'])
    expect(await codeOf(key.send('GET', `/ideas?state=${key.text}`))).toEqual([422, 'http.bearer-in-address'])
    const hidden = encodeURIComponent(key.text).replace('ratchet', '%72atchet')
    expect(await codeOf(key.send('GET', `/ideas/${hidden}`))).toEqual([422, 'http.bearer-in-address'])
  })
})

describe('the end of a key', () => {
  test('when it runs out, to the moment', async () => {
    const key = await holding(['idea.read'], { days: 1 })
    const made = now.getTime()
    now = new Date(made + dayMs - 1)
    expect((await key.send('GET', '/ideas')).status).toBe(200)
    now = new Date(made + dayMs)
    expect(await codeOf(key.send('GET', '/ideas'))).toEqual([401, 'http.bearer-dead'])
    expect((await member.get('/keys')).body[0].state).toBe('run-out')
  })

  test('when it is revoked: the very next request is refused', async () => {
    const key = await holding(['idea.read'])
    expect((await member.post(`/keys/${key.id}/revocations`, {})).body).toMatchObject({ state: 'revoked' })
    expect(await codeOf(key.send('GET', '/ideas'))).toEqual([401, 'http.bearer-dead'])
  })

  test('when its person is let go: at once, and the list says why', async () => {
    const key = await holding(['idea.read'])
    expect((await owner.post(`/people/${member.personId}/deactivations`, {})).status).toBe(200)
    expect(await codeOf(key.send('GET', '/ideas'))).toEqual([401, 'http.bearer-dead'])
    const listed = (await owner.get('/keys')).body.find(({ id }: { id: string }) => id === key.id)
    expect(listed).toMatchObject({ state: 'person-left', personName: 'member' })
  })

  test('one sees and revokes the own ones, an admin all; to others they are not there', async () => {
    const key = await holding(['idea.read'])
    const [neighbour, admin] = [await workspace.add('member'), await workspace.add('admin')]
    expect((await neighbour.get('/keys')).body).toEqual([])
    const theirs = await neighbour.post(`/keys/${key.id}/revocations`, {})
    const missing = await neighbour.post(`/keys/${crypto.randomUUID()}/revocations`, {})
    expect([theirs.status, theirs.body.detail]).toEqual([404, missing.body.detail])
    expect((await key.send('GET', '/ideas')).status).toBe(200)
    expect((await admin.get('/keys')).body.map(({ id }: { id: string }) => id)).toContain(key.id)
    expect((await admin.post(`/keys/${key.id}/revocations`, {})).body.revokedById).toBe(admin.personId)
    expect((await member.post(`/keys/${key.id}/revocations`, {})).body.revokedById).toBe(admin.personId)
  })

  test('changing the password ends sign-ins, not keys', async () => {
    const key = await holding(['idea.read'])
    expect((await member.delete('/api/sign-ins')).status).toBe(204)
    expect((await member.get('/ideas')).status).toBe(401)
    expect((await key.send('GET', '/ideas')).status).toBe(200)
  })
})

describe('an open stream', () => {
  async function open(key: KeyHolder): Promise<{ status: number; heard: () => string; closed: Promise<unknown> }> {
    const path = `/api/w/${workspace.slug}/live`
    const request = get({ host: '127.0.0.1', port, path, headers: { host: 'localhost', ...key.header } })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    let text = ''
    response.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    return { status: response.statusCode ?? 0, heard: () => text, closed: once(response, 'close') }
  }

  test('needs its scope', async () => {
    expect((await open(await holding(['idea.read']))).status).toBe(403)
  })

  test('ends within a second when its key is revoked; the stream of another key stays', async () => {
    const [key, other] = [await holding(['person.live']), await holding(['person.live'])]
    const [stream, stays] = [await open(key), await open(other)]
    expect(stream.status).toBe(200)
    const start = performance.now()
    await member.post(`/keys/${key.id}/revocations`, {})
    await stream.closed
    expect(performance.now() - start).toBeLessThan(1_000)
    expect(await Promise.race([stays.closed.then(() => 'ended'), wait(200).then(() => 'open')])).toBe('open')
    expect((await open(key)).status).toBe(401)
  })

  test('ends within a second when its person is let go, and stays when they sign out everywhere', async () => {
    const stream = await open(await holding(['person.live']))
    await member.delete('/api/sign-ins')
    expect(await Promise.race([stream.closed.then(() => 'ended'), wait(200).then(() => 'open')])).toBe('open')
    const start = performance.now()
    await owner.post(`/people/${member.personId}/deactivations`, {})
    await stream.closed
    expect(performance.now() - start).toBeLessThan(1_000)
  })

  test('ends when its key runs out, or was revoked while nobody listened', async () => {
    const stream = await open(await holding(['person.live'], { days: 1 }))
    const look: Parameters<LiveHub['closeEnded']>[0] = (asked, at) =>
      server.database.doors.tx({}, (db) => findLivePasses(db, asked, at))
    await hub.closeEnded(look, now)
    expect(await Promise.race([stream.closed.then(() => 'ended'), wait(100).then(() => 'open')])).toBe('open')
    await hub.closeEnded(look, new Date(now.getTime() + dayMs))
    await stream.closed
  })
})

test('however many are made at once, nobody has more keys than they may', async () => {
  const make = () => member.post('/keys', { name: 'A program', scopes: ['idea.read'] })
  const answers: number[] = []
  // In handfuls, below the pace at which a person may ask.
  for (let turn = 0; turn < 9; turn++) {
    const statuses = await Promise.all(Array.from({ length: 6 }, () => make().then(({ status }) => status)))
    answers.push(...statuses)
  }
  expect(answers.filter((status) => status === 200)).toHaveLength(limits.keysOfPerson)
  expect(answers.filter((status) => status === 409)).toHaveLength(54 - limits.keysOfPerson)
})
