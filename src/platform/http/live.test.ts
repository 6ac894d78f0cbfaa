import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import type { Jobs } from '../job/start-jobs.ts'
import { startRelay } from '../job/start-relay.ts'
import { openLog } from '../log.ts'
import { LiveHub } from './live.ts'

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
