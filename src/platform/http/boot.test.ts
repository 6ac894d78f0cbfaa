import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase, type TestDatabase } from '#platform/testing/open-test-database.ts'
import { endpoint } from '../anywhere/endpoint.ts'
import type { MessageId } from '../anywhere/message.ts'
import type { Routes } from '../http.ts'
import { openLog } from '../log.ts'
import { buildServer } from './build-server.ts'
import { LiveHub } from './live.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

function boot(routes: Routes) {
  const say = (id: MessageId) => id
  return buildServer(
    {
      doors: database.doors,
      routes: [routes],
      policy: { 'thing.read': { least: 'viewer' } },
      can: () => true,
      keyScopes: [],
      identify: {
        account: async () => null,
        person: async () => null,
        touch: async () => {},
        key: async () => null,
        touchKey: async () => {},
      },
      hub: new LiveHub(),
      say: { en: say, de: say },
      log: openLog('silent'),
      now: () => new Date(),
      version: '0',
    },
    { publicUrl: null, acceptsAnyHost: false, linkUrl: '', trustedProxies: [], tls: null, webFolder: null },
  )
}

const described = { method: 'GET', path: '/things', input: z.strictObject({}), output: z.void(), says: '' } as const

describe('the server refuses to boot', () => {
  test('with a route that is no endpoint', async () => {
    const { app } = await boot(() => {})
    expect(() => app.get('/api/back-door', () => 'open')).toThrow(/back-door is not an endpoint/)
  })

  test('with an endpoint whose policy nobody wrote', async () => {
    await expect(
      boot((serve) => serve(endpoint({ ...described, policy: 'thing.unheard-of' }), async () => {})),
    ).rejects.toThrow(/thing.unheard-of/)
  })

  test('with an endpoint that takes any unbounded body', async () => {
    const unbounded = endpoint({
      ...described,
      method: 'POST',
      policy: 'thing.read',
      bodyLimit: 10_000_000_000,
    })
    await expect(boot((serve) => serve(unbounded, async () => {}))).rejects.toThrow(/bound/)
  })
})
