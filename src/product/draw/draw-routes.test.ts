import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { DrawShown } from './draw-api.ts'
import { drawLots, seedFrom, seedText } from './draw-lots.ts'
import { findDraw } from './draw-store.ts'

let server: TestServer
let workspace: TestWorkspace
let member: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  member = await workspace.add('member')
})
afterAll(() => server.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const listOf = (...names: string[]) => ({ by: 'list', sites: names.map((name) => ({ name })) })
const announce = (names: string[], changes: object = {}) =>
  member.post('/draws', { about: 'Scanner on the left', source: listOf(...names), method: { by: 'sites' }, ...changes })

describe('a draw', () => {
  test('what is stored is what is read, field for field, before and after it is drawn', async () => {
    const answer = await announce(['A1', 'A2', 'A3', 'A4'])
    expect(answer.status).toBe(200)
    const before = z.decode(DrawShown, answer.body)
    expect(before.outcome).toBeNull()
    expect(await workspace.tx((db) => findDraw(db, before.id))).toEqual(before)
    const made = await member.post(`/draws/${before.id}/outcomes`, { word: 'six' })
    const after = z.decode(DrawShown, made.body)
    expect({ ...after, outcome: null }).toEqual(before)
    expect(after.outcome).toMatchObject({ word: 'six', drawnById: member.personId })
    expect(await workspace.tx((db) => findDraw(db, before.id))).toEqual(after)
    expect((await member.get('/draws')).body[0]).toMatchObject({ id: before.id, by: 'sites', sites: 4 })
  })

  test('keeps its promise: secret, list and word give the seed, and the seed the draw', async () => {
    const before = (await announce(['B1', 'B2', 'B3', 'B4'])).body
    const file = await member.get(`/draws/${before.id}/list`)
    expect(sha256(String(file.body))).toBe(before.listSha256)
    expect(JSON.stringify(before)).not.toContain('"secret"')
    const after = z.decode(DrawShown, (await member.post(`/draws/${before.id}/outcomes`, { word: 'drei' })).body)
    const { secret, seed, drawn } = after.outcome ?? { secret: '', seed: '', drawn: null }
    expect(sha256(secret)).toBe(before.commitment)
    expect(seed).toBe(String(seedFrom(sha256(seedText(before, secret, 'drei')))))
    expect(drawn).toEqual(drawLots(after, Number(seed)))
  })

  test('is made once: a second press changes nothing', async () => {
    const { id } = (await announce(['C1', 'C2'])).body
    const first = await member.post(`/draws/${id}/outcomes`, { word: '' })
    const second = await member.post(`/draws/${id}/outcomes`, { word: 'nicer, please' })
    expect([first.status, second.status]).toEqual([200, 409])
    expect((await member.get(`/draws/${id}`)).body).toEqual(first.body)
  })

  test('two at once: one is drawn, the other is told so', async () => {
    const { id } = (await announce(['D1', 'D2'])).body
    const both = await Promise.all(['x', 'y'].map((word) => member.post(`/draws/${id}/outcomes`, { word })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('of the same sites again needs a reason, and both stay listed', async () => {
    await announce(['E1', 'E2', 'E3', 'E4'])
    const refused = await announce(['e1', 'E2', 'F1', 'F2'])
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer: '#/againReason' }])
    // In whatever spelling: more spaces and wide letters are the same sites.
    expect((await announce([' E1', 'Ｅ2', 'e3 ', 'E4'])).status).toBe(422)
    const again = await announce(['e1', 'E2', 'F1', 'F2'], { againReason: 'Two shops closed' })
    expect(again.body.againReason).toBe('Two shops closed')
    const look = await member.post('/draw-lists', { source: listOf('E1', 'E2', 'E3', 'E4'), method: { by: 'sites' } })
    expect(look.body.earlier).toHaveLength(2)
  })

  test('nothing of it can be changed, not even past the product', async () => {
    const { id } = (await announce(['G1', 'G2'])).body
    await member.post(`/draws/${id}/outcomes`, { word: '' })
    for (const change of [
      `update draw set about = 'x' where id = '${id}'`,
      `delete from draw_outcome where draw_id = '${id}'`,
      `update draw_outcome set seed = '1' where draw_id = '${id}'`,
      `update draw_secret set secret = repeat('0', 64) where draw_id = '${id}'`,
    ])
      await expect(server.database.look(change, [])).rejects.toThrow()
  })

  test('a viewer reads and does not draw', async () => {
    const viewer = await workspace.add('viewer')
    const { id } = (await announce(['H1', 'H2'])).body
    expect((await viewer.get(`/draws/${id}`)).status).toBe(200)
    expect((await viewer.post(`/draws/${id}/outcomes`, { word: '' })).status).toBe(403)
  })
})

describe('a list from a table', () => {
  const rows = Array.from({ length: 9 }, (_, shop) =>
    Array.from(
      { length: 8 },
      (_, week) => `S${shop},${week + 1},${10 * shop + (week % 3)},${shop < 5 ? 'north' : 'south'}`,
    ),
  ).flat()
  const columns = { site: 'shop', period: 'week', value: 'sales' }
  const source = async (changes: object = {}) => {
    const sheet = await member.upload('/sheets?name=s.csv', ['shop,week,sales,region', ...rows].join('\n'))
    return { by: 'history', history: { by: 'sheet', sheetId: sheet.body.id, columns }, ...changes }
  }

  test('has groups from a column, and what was measured before', async () => {
    const { body } = await member.post('/draw-lists', {
      source: await source({ stratum: 'region', without: ['s8'] }),
      method: { by: 'strata' },
    })
    expect(body.sites).toHaveLength(8)
    expect(body.sites[0]).toEqual({ name: 'S0', stratum: 'north', pair: null, before: 0.875, recent: 0.5 })
  })

  test('pairs by what was measured, and the odd one is left over and named', async () => {
    const { body } = await member.post('/draw-lists', { source: await source(), method: { by: 'pairs' } })
    expect(body.sites).toHaveLength(8)
    expect(body.leftOver).toHaveLength(1)
  })

  test('a column that is not there is refused, with the column', async () => {
    const { status, body } = await member.post('/draw-lists', {
      source: await source({ stratum: 'country' }),
      method: { by: 'strata' },
    })
    expect(status).toBe(422)
    expect(body.detail).toContain('country')
  })
})
