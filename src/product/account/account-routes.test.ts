import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer, type TestWorkspace, testPassword } from '#app/testing/open-test-server.ts'

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
    expect(wrong.status).toBe(403)
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' })
  })

  test('after ten wrong tries even the right password has to wait', async () => {
    const { email } = await workspace.add('member')
    for (let tries = 0; tries < 10; tries++) await server.send('POST', '/api/sign-ins', { email, password: 'wrong' })
    const answer = await server.send('POST', '/api/sign-ins', { email, password: testPassword })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
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
      const statusAfter = async (days: number) => {
        now = new Date(now.getTime() + days * dayMs)
        return (await person.get('/myself')).status
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
