import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLivePasses } from '#app/nouns.ts'
import {
  openTestServer,
  type TestPerson,
  type TestServer,
  type TestWorkspace,
  testPassword,
} from '#app/testing/open-test-server.ts'
import type { Jobs } from '../job/start-jobs.ts'
import { startRelay } from '../job/start-relay.ts'
import { openLog } from '../log.ts'
import { type FindLive, LiveHub } from './live.ts'

const hub = new LiveHub()
const noQueue: Jobs = { send: async () => {}, stop: async () => {} }
let server: TestServer
let workspace: TestWorkspace
let admin: TestPerson
let port: number
let stopRelay: () => Promise<void>

beforeAll(async () => {
  server = await openTestServer({ hub })
  workspace = await server.addWorkspace()
  admin = await workspace.add('admin')
  stopRelay = await startRelay(server.database.doors, [], noQueue, (heard) => hub.tell(heard), openLog('silent'))
  await server.server.app.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(async () => {
  hub.closeAll()
  await stopRelay()
  await server.close()
})

interface Stream {
  status: number
  heard(): string
  closed: Promise<unknown>
}

async function open(person: TestPerson, slug = workspace.slug): Promise<Stream> {
  const request = get({
    host: '127.0.0.1',
    port,
    path: `/api/w/${slug}/live`,
    headers: { host: 'localhost', cookie: person.cookie },
  })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  response.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return { status: response.statusCode ?? 0, heard: () => text, closed: once(response, 'close') }
}

const look: FindLive = (asked, now) => server.database.doors.tx({}, (db) => findLivePasses(db, asked, now))

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isSo(); tries++) await wait(20)
}

describe('an open page', () => {
  test('hears what changes in its workspace, and nothing of another', async () => {
    const stranger = await (await server.addWorkspace()).add('member')
    const [mine, theirs] = [await open(admin), await open(stranger, await slugOf(stranger))]
    await admin.post('/teams', { name: 'Heard', department: null })
    await until(() => mine.heard().includes('team.changed'))
    expect(mine.heard()).toContain('"event":"team.changed"')
    await wait(100)
    expect(theirs.heard()).not.toContain('team.changed')
  })

  test('is closed within a second when its person is let go, and cannot be opened again', async () => {
    const person = await workspace.add('member')
    const { closed } = await open(person)
    const begun = Date.now()
    await admin.post(`/people/${person.personId}/deactivations`, {})
    await closed
    expect(Date.now() - begun).toBeLessThan(1_000)
    expect((await open(person)).status).toBe(404)
  })

  test('is closed within a second when the account signs out everywhere', async () => {
    const person = await workspace.add('member')
    const { closed } = await open(person)
    const begun = Date.now()
    await person.delete('/api/sign-ins')
    await closed
    expect(Date.now() - begun).toBeLessThan(1_000)
    expect((await open(person)).status).toBe(401)
  })

  test('is closed within a second when this device signs out, and the other device’s is not', async () => {
    const person = await workspace.add('member')
    const signedIn = await server.send('POST', '/api/sign-ins', { email: person.email, password: testPassword })
    const other = { ...person, cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '' }
    const [mine, theirs] = [await open(person), await open(other)]
    let isTheirsClosed = false
    void theirs.closed.then(() => {
      isTheirsClosed = true
    })
    const begun = Date.now()
    await person.delete('/api/sign-ins/current')
    await mine.closed
    expect(Date.now() - begun).toBeLessThan(1_000)
    await wait(100)
    expect(isTheirsClosed).toBe(false)
  })

  test('is closed when its sign-in has run out, or has ended without a word', async () => {
    const [stays, goes] = [await workspace.add('member'), await workspace.add('member')]
    const [kept, { closed }] = [await open(stays), await open(goes)]
    await server.database.look('delete from sign_in where account_id = $1', [goes.accountId])
    await hub.closeEnded(look, new Date())
    await closed
    expect((await open(goes)).status).toBe(401)
    // The one that still holds today has run out in eight days.
    hub.beat(new Date())
    await until(() => kept.heard().includes(': \n\n'))
    expect(kept.heard()).toContain(': \n\n')
    await hub.closeEnded(look, new Date(Date.now() + 8 * 86_400_000))
    await kept.closed
  })

  test('is closed after an hour in any case: the page opens it again if it still may', async () => {
    const person = await workspace.add('member')
    const { closed } = await open(person)
    hub.beat(new Date(Date.now() + 3_600_000))
    await closed
    expect((await open(person)).status).toBe(200)
  })

  test('is one of a few: a person cannot take all the places', async () => {
    const person = await workspace.add('member')
    const streams = await Promise.all(Array.from({ length: 12 }, () => open(person)))
    expect(streams.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(streams.filter(({ status }) => status === 429)).toHaveLength(2)
  })
})

async function slugOf(person: TestPerson): Promise<string> {
  return (await person.get('/api/memberships')).body[0].workspace.slug
}
