import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { aMeasuredTrial, type MeasuredTrial } from './testing/a-measured-trial.ts'

let server: TestServer
let workspace: TestWorkspace
let owner: TestPerson
let measured: MeasuredTrial

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  owner = await workspace.add('member', { name: 'Amina' })
  measured = await aMeasuredTrial(server, workspace, owner)
})
afterAll(() => server.close())

const at = () => `/results/${measured.resultId}/links`
const open = (url: string) => server.send('POST', '/api/shared-results', { token: url.split('#')[1] })

describe('a link that shows one result', () => {
  test('opens it for somebody who is nobody here, without a word of the rest', async () => {
    const { status, body } = await owner.post(at(), { days: 30 })
    expect(status).toBe(200)
    const shown = await open(body.url)
    expect(shown.status).toBe(200)
    expect(shown.body).toMatchObject({ id: measured.resultId, grade: 'B', analysis: { design: 'pilot' } })
    const words = JSON.stringify(shown.body)
    for (const secret of [measured.trialId, measured.ideaId, measured.metricId, 'doubts'])
      expect(words).not.toContain(secret)
  })

  test('shows what was expected, and of nobody the name', async () => {
    const forecasts = [{ personId: owner.personId, low: 1, high: 3 }]
    const foretold = await aMeasuredTrial(server, workspace, owner, { forecasts })
    const { body: result } = await owner.get(`/results/${foretold.resultId}`)
    expect(result.forecasts).toEqual([{ name: 'Amina', low: 1, high: 3 }])
    const { body } = await owner.post(`/results/${foretold.resultId}/links`, { days: 7 })
    const shown = await open(body.url)
    expect(shown.body.forecasts).toEqual([{ name: null, low: 1, high: 3 }])
    expect(JSON.stringify(shown.body)).not.toContain('Amina')
  })

  test('is stored as a hash, listed without its secret, and opens nothing once it is taken back', async () => {
    const { body } = await owner.post(at(), { days: 7 })
    const secret = body.url.split('#')[1]
    const { body: links } = await owner.get(at())
    expect(links).toContainEqual(expect.objectContaining({ id: body.link.id, madeByName: 'Amina' }))
    expect(JSON.stringify(links)).not.toContain(secret)
    expect((await owner.delete(`${at()}/${body.link.id}`)).status).toBe(204)
    const gone = await open(body.url)
    expect([gone.status, gone.body.code]).toEqual([404, 'result.link-gone'])
  })

  test('a guess, and a link made for something else, open nothing', async () => {
    expect((await open('x#nothing')).status).toBe(404)
    const admin = await workspace.add('admin')
    const { body } = await admin.post('/invitations', { role: 'member', teamId: null })
    expect((await open(body.url)).status).toBe(404)
  })

  test('who may not run the trial makes, sees and takes back none', async () => {
    const other = await workspace.add('member')
    expect((await other.post(at(), { days: 7 })).status).toBe(403)
    expect((await other.get(at())).status).toBe(403)
  })

  test('making and taking back are in the audit log', async () => {
    const found = await server.database.look("select action from audit where action like 'result.share %'", [])
    expect(found.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'result.share POST /results/:id/links',
        'result.share DELETE /results/:id/links/:linkId',
      ]),
    )
  })
})
