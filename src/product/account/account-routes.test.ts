import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestWorkspace, testPassword } from '#app/testing/open-test-server.ts'
import { storePassword } from './account-store.ts'
import { hashPassword } from './password.ts'

let server: TestServer
let workspace: TestWorkspace

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
})
afterAll(() => server.close())

function cookieOf(headers: Record<string, unknown>): string {
  return String(headers['set-cookie']).split(';')[0] ?? ''
}

describe('signing in', () => {
  test('the right password gives a cookie that only this server gets back', async () => {
    const { email } = await workspace.add('member')
    const answer = await server.send('POST', '/api/sign-ins', { email, password: testPassword })
    expect(answer.status).toBe(204)
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-ratchet=[\w-]{43};.*Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  test('a wrong password and an unknown address are told alike', async () => {
    const { email } = await workspace.add('member')
    const wrong = await server.send('POST', '/api/sign-ins', { email, password: 'not the password' })
    const unknown = await server.send('POST', '/api/sign-ins', {
      email: 'nobody@example.org',
      password: 'not the password',
    })
    expect(wrong.status).toBe(401)
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' })
  })

  test('after ten wrong tries even the right password has to wait', async () => {
    const { email } = await workspace.add('member')
    for (let tries = 0; tries < 10; tries++) await server.send('POST', '/api/sign-ins', { email, password: 'wrong' })
    const answer = await server.send('POST', '/api/sign-ins', { email, password: testPassword })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('of many wrong passwords at once no more than ten are looked at', async () => {
    const { email } = await workspace.add('member')
    const answers = await Promise.all(
      Array.from({ length: 22 }, () => server.send('POST', '/api/sign-ins', { email, password: 'wrong' })),
    )
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(12).fill(429)])
  })

  test('a right password is no try, and forgets the wrong ones from here', async () => {
    const { email } = await workspace.add('member')
    for (let round = 0; round < 2; round++) {
      for (let tries = 0; tries < 9; tries++) await server.send('POST', '/api/sign-ins', { email, password: 'wrong' })
      for (let again = 0; again < 2; again++)
        expect((await server.send('POST', '/api/sign-ins', { email, password: testPassword })).status).toBe(204)
    }
  })

  test('an account is not guessed at from many places, and opens again after a quarter of an hour', async () => {
    let now = new Date()
    const later = await openTestServer({ now: () => now })
    try {
      const { email } = await (await later.addWorkspace()).add('member')
      const from = (address: number, password: string) =>
        later.server.app.inject({
          method: 'POST',
          url: '/api/sign-ins',
          remoteAddress: `10.0.0.${address}`,
          headers: { host: 'localhost:3000', origin: 'http://localhost:3000' },
          payload: { email, password },
        })
      for (let tries = 0; tries < 50; tries++) expect((await from(tries, 'wrong')).statusCode).toBe(401)
      expect((await from(60, testPassword)).statusCode).toBe(429)
      now = new Date(now.getTime() + 15 * 60_000)
      expect((await from(60, testPassword)).statusCode).toBe(204)
    } finally {
      await later.close()
    }
  })

  test('those in line to have their password looked at hold no connection', async () => {
    const person = await workspace.add('member')
    // Slow to look at: the stored hash itself says how much work it is.
    const slow = await hash(testPassword, { algorithm: 2, memoryCost: 19_456, timeCost: 30, parallelism: 1 })
    let answered = 0
    const flood: Promise<unknown>[] = []
    for (let accounts = 0; accounts < 12; accounts++) {
      const { email, accountId } = await workspace.add('member')
      await server.database.look('update account set password_hash = $1 where id = $2', [slow, accountId])
      const ask = () => server.send('POST', '/api/sign-ins', { email, password: testPassword })
      flood.push(Promise.resolve().then(() => ask().then(() => answered++)))
    }
    expect((await person.get('/myself')).status).toBe(200)
    expect(answered).toBeLessThan(3)
    await Promise.all(flood)
  })

  test('a password that was changed while it was looked at opens nothing', async () => {
    const { email, accountId } = await workspace.add('member')
    const slow = await hash(testPassword, { algorithm: 2, memoryCost: 19_456, timeCost: 30, parallelism: 1 })
    await server.database.look('update account set password_hash = $1 where id = $2', [slow, accountId])
    const signingIn = server.send('POST', '/api/sign-ins', { email, password: testPassword })
    while (!(await server.database.look("select 1 from sign_in_try where at > now() - interval '1 s'")).length);
    await server.database.doors.tx({}, async (db) =>
      storePassword(db, accountId, await hashPassword('another one here')),
    )
    expect((await signingIn).status).toBe(401)
  })

  test('signing out ends it at once', async () => {
    const person = await workspace.add('member')
    expect((await person.get('/myself')).status).toBe(200)
    expect((await person.delete('/api/sign-ins/current')).status).toBe(204)
    expect((await person.get('/myself')).status).toBe(401)
  })

  test('signing out everywhere ends the other devices too', async () => {
    const person = await workspace.add('member')
    const other = cookieOf(
      (await server.send('POST', '/api/sign-ins', { email: person.email, password: testPassword })).headers,
    )
    await person.delete('/api/sign-ins')
    expect((await server.send('GET', '/api/memberships', undefined, { cookie: other })).status).toBe(401)
  })

  test('a changed password needs the current one and keeps only this device', async () => {
    const person = await workspace.add('member')
    const refused = await person.post('/api/account/password', { current: 'wrong', next: 'a new long password' })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '#/current' }])
    const changed = await person.post('/api/account/password', { current: testPassword, next: 'a new long password' })
    expect(changed.status).toBe(204)
    expect((await person.get('/myself')).status).toBe(401)
    const cookie = cookieOf(changed.headers)
    expect((await server.send('GET', '/api/memberships', undefined, { cookie })).status).toBe(200)
  })

  test('another site cannot sign somebody in', async () => {
    const answer = await server.send(
      'POST',
      '/api/sign-ins',
      { email: 'a@example.org', password: 'x' },
      { origin: 'https://evil.example' },
    )
    expect(answer.status).toBe(403)
    expect(answer.body.code).toBe('http.foreign-origin')
  })
})

describe('a sign-in', () => {
  const dayMs = 86_400_000

  test('lasts while it is used, ends after a week without use and a month in any case', async () => {
    let now = new Date()
    const later = await openTestServer({ now: () => now })
    try {
      const person = await (await later.addWorkspace()).add('member')
      // It is noted beside the request, which has its answer first.
      const untilNoted = async (day: Date) => {
        for (let tries = 0; tries < 100; tries++) {
          const rows = await later.database.look('select from sign_in where account_id = $1 and last_used_on = $2', [
            person.accountId,
            day.toISOString().slice(0, 10),
          ])
          if (rows.length > 0) return
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      const statusAfter = async (days: number) => {
        now = new Date(now.getTime() + days * dayMs)
        const { status } = await person.get('/myself')
        if (status === 200) await untilNoted(now)
        return status
      }
      // Six days and six days: each use begins the week anew.
      for (const expected of [200, 200, 200, 200]) expect(await statusAfter(6)).toBe(expected)
      // After thirty days it ends, used or not.
      expect(await statusAfter(6.5)).toBe(401)
      const other = await (await later.addWorkspace()).add('member')
      now = new Date(Date.now() + 8 * dayMs)
      expect((await other.get('/myself')).status).toBe(401)
    } finally {
      await later.close()
    }
  })
})
