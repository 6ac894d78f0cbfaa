import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestPerson, type TestServer, type TestWorkspace } from '#app/testing/open-test-server.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Sheet } from './sheet.ts'
import { addSheet, findSheet, sweepSheets } from './sheet-store.ts'
import { workbookOf } from './testing/workbook-of.ts'

let server: TestServer
let workspace: TestWorkspace
let member: TestPerson

beforeAll(async () => {
  server = await openTestServer()
  workspace = await server.addWorkspace()
  member = await workspace.add('member')
})
afterAll(() => server.close())

const text = 'shop;week;sales;pilot\nBerlin;1;10,5;yes\nBerlin;2;12,25;yes\nKöln;1;"9";no\nKöln;2;;no\n'
const columns = { site: 'shop', period: 'week', value: 'sales', treated: { column: 'pilot', values: null } }

const add = (content: string | Buffer, name = 'sales.csv') => member.upload(`/sheets?name=${name}`, content)
const preview = (id: string, changes: object = {}) =>
  member.post(`/sheets/${id}/previews`, { columns, since: '2', guardrails: [], ...changes })

describe('keeping a sheet', () => {
  test('what is stored is what is read, field for field, and the bytes as they came', async () => {
    const answer = await add(text)
    expect(answer.status).toBe(200)
    const sheet = Sheet.parse(answer.body)
    expect(sheet).toMatchObject({ name: 'sales.csv', bytes: Buffer.byteLength(text), addedById: member.personId })
    expect(await workspace.tx((db) => findSheet(db, sheet.id))).toEqual(sheet)
    expect((await member.get(`/sheets/${sheet.id}`)).body).toEqual(answer.body)
    const chunks = await server.database.look<{ content: Buffer }>(
      'select content from sheet_chunk where sheet_id = $1 order by position',
      [sheet.id],
    )
    expect(Buffer.concat(chunks.map(({ content }) => content)).toString()).toBe(text)
  })

  test('says what is in it and guesses which column says what', async () => {
    const { description } = (await add(text)).body
    expect(description).toMatchObject({
      delimiter: ';',
      headerRow: 1,
      rowCount: 4,
      guesses: { site: { column: 'shop' }, period: { column: 'week' }, value: { column: 'sales' } },
      isWide: false,
    })
    expect(description.columns.map(({ name }: { name: string }) => name)).toEqual(['shop', 'week', 'sales', 'pilot'])
    expect(description.sample[2]).toEqual({ row: 4, cells: ['Köln', '1', '9', 'no'] })
  })

  test('a large sheet is kept in pieces and read from them, wherever they cut it', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => `Köln;${1 + (at % 3)};${'1'.repeat(8 + (at % 7))};yes\n`)
    const large = Buffer.from(`shop;week;sales;pilot\n${rows.join('')}`)
    const { body } = await add(large)
    const [{ pieces, bytes } = { pieces: 0, bytes: 0 }] = await server.database.look<{ pieces: number; bytes: number }>(
      'select count(*)::int as pieces, sum(length(content))::int as bytes from sheet_chunk where sheet_id = $1',
      [body.id],
    )
    expect(pieces).toBe(Math.ceil(large.length / limits.sheetChunkBytes))
    expect(pieces).toBeGreaterThan(1)
    expect(bytes).toBe(large.length)
    expect(body.description.rowCount).toBe(60_000)
    const read = (await preview(body.id)).body
    expect(read).toMatchObject({ rows: 60_000, periods: ['1', '2', '3'], treated: { count: 1, names: ['Köln'] } })
    const { body: last } = await member.get(`/sheets/${body.id}/rows?from=60001`)
    expect(last.rows).toEqual([{ row: 60_001, cells: ['Köln', '3', '1'.repeat(8 + (59_999 % 7)), 'yes'] }])
  })

  test('cells too long to show are cut in the description only, between characters', async () => {
    const long = '😀'.repeat(500)
    const { body } = await add(`shop,week,sales\n${long},1,2\nB,1,3\n`)
    expect(body.description.sample[0].cells[0].length).toBeLessThanOrEqual(120)
    expect(body.description.sample[0].cells[0].isWellFormed()).toBe(true)
    const { body: rows } = await member.get(`/sheets/${body.id}/rows`)
    expect(rows.rows[0].cells[0]).toBe(long)
  })

  test('a viewer keeps nothing', async () => {
    const viewer = await workspace.add('viewer')
    expect((await viewer.upload('/sheets?name=x', text)).status).toBe(403)
  })
})

describe('a workbook', () => {
  const head = ['shop', 'week', 'sales', 'pilot']
  const sales = {
    rows: [
      head,
      ['Berlin', 1, 10.5, true],
      ['Berlin', 2, 12.25, true],
      ['Köln', 1, 9, false],
      ['Köln', 2, { fault: '#N/A' }, false],
    ],
  }
  const wide = {
    rows: [
      ['shop', 'Q1', 'Q2', 'Q3'],
      ['Berlin', 1, 2, 3],
      ['Köln', 4, 5, 6],
    ],
  }
  const book = workbookOf({ Sales: sales, Survey: wide, Raw: { ...sales, isHidden: true } })

  test('is kept as it came and read like the same table as CSV', async () => {
    const { body: sheet } = await add(book, 'sales.xlsx')
    const chunks = await server.database.look<{ content: Buffer }>(
      'select content from sheet_chunk where sheet_id = $1 order by position',
      [sheet.id],
    )
    expect(Buffer.concat(chunks.map(({ content }) => content)).equals(book)).toBe(true)
    expect(sheet.description).toMatchObject({ tab: 'Sales', rowCount: 4, headerRow: 1 })
    expect(sheet.description.tabs.map(({ name }: { name: string }) => name)).toEqual(['Sales', 'Survey', 'Raw'])
    const { body: csv } = await add(text)
    const [ofBook, ofCsv] = [(await preview(sheet.id)).body, (await preview(csv.id)).body]
    expect({ ...ofBook, doubts: [] }).toEqual({ ...ofCsv, doubts: [] })
    const codes = (doubts: { code: string }[]) => doubts.map(({ code }) => code)
    expect(codes(ofBook.doubts)).toEqual(['other-tabs', ...codes(ofCsv.doubts)])
    expect((await member.get(`/sheets/${sheet.id}/rows?from=4`)).body.rows).toEqual([
      { row: 4, cells: ['Köln', '1', '9', 'FALSE'] },
      { row: 5, cells: ['Köln', '2', '#N/A', 'FALSE'] },
    ])
  })

  test('another tab, and its columns turned into rows, are sheets of their own on the same bytes', async () => {
    const { body: sheet } = await add(book, 'sales.xlsx')
    const again = await member.post(`/sheets/${sheet.id}/readings`, { tab: 'Survey', layout: 'as-found' })
    expect(again.status).toBe(200)
    const survey = Sheet.parse(again.body)
    expect(survey).toMatchObject({ name: 'sales.xlsx', bytesOfId: sheet.id, reading: { tab: 'Survey' } })
    expect(survey.description).toMatchObject({ isWide: true, isTurned: false })
    expect(await workspace.tx((db) => findSheet(db, survey.id))).toEqual(survey)
    const { body: turned } = await member.post(`/sheets/${survey.id}/readings`, { tab: 'Survey', layout: 'turned' })
    expect(turned).toMatchObject({ bytesOfId: sheet.id, description: { isTurned: true, isWide: false, rowCount: 6 } })
    expect(new Set([sheet.sha256, survey.sha256, turned.sha256]).size).toBe(3)
    expect((await member.get(`/sheets/${turned.id}/rows?only=3`)).body).toMatchObject({
      columns: ['shop', 'Period', 'Value'],
      rows: [
        { row: 3, cells: ['Köln', 'Q1', '4'] },
        { row: 3, cells: ['Köln', 'Q2', '5'] },
        { row: 3, cells: ['Köln', 'Q3', '6'] },
      ],
    })
    const gone = await member.post(`/sheets/${sheet.id}/readings`, { tab: 'Gone', layout: 'as-found' })
    expect([gone.status, gone.body.detail]).toEqual([422, expect.stringContaining('It has: Sales, Survey, Raw')])
  })
})

test('how far a sheet has been read is told to whoever sends it, and to nobody else', async () => {
  const { body } = await member.get('/sheet-progress/abcdefgh')
  expect(body).toEqual({ share: null })
})

describe('what is kept of sheets', () => {
  test('past what a workspace may keep, a sheet is refused and nothing of it stays', async () => {
    const { body: sheet } = await add(text)
    const none = async () => {
      throw new Error('never read')
    }
    await expect(
      workspace.tx((db) =>
        addSheet(db, {
          ...sheet,
          addedAt: new Date(),
          upload: { size: limits.sheetsBytes, sha256: '', read: none as never },
        }),
      ),
    ).rejects.toMatchObject({ kind: 'full', messageId: 'sheet.full' })
  })

  test('old ones that nothing uses are let go, with their bytes and rows', async () => {
    const other = await server.addWorkspace()
    const person = await other.add('member')
    const send = async () => (await person.upload('/sheets?name=a.csv', text)).body.id
    const [used, unused] = [await send(), await send()]
    const { body: again } = await person.post(`/sheets/${unused}/readings`, { tab: null, layout: 'as-is' })
    const kept = async () =>
      (await server.database.look<{ id: string }>('select sheet_id as id from sheet_chunk')).map(({ id }) => id)
    const later = new Date(Date.now() + 1000)
    expect(await other.tx((db) => sweepSheets(db, new Date(0), new Set()))).toBe(0)
    expect(await other.tx((db) => sweepSheets(db, later, new Set([used, again.id])))).toBe(0)
    expect(await other.tx((db) => sweepSheets(db, later, new Set([used])))).toBe(2)
    expect(await kept()).toContain(used)
    expect(await kept()).not.toContain(unused)
    expect((await person.get(`/sheets/${unused}`)).status).toBe(404)
  })
})

describe('a file that is no table', () => {
  test.each([
    ['nothing', '', 'sheet.problem.empty-file', 'There is nothing in it'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 [Content_Types].xml'), 'sheet.problem.is-broken', 'damaged'],
    ['a web page', '<!doctype html><html>', 'sheet.problem.is-html', 'web page'],
    ['a header alone', 'shop,week,sales\n', 'sheet.problem.no-rows', 'no row below'],
    ['an open quote', 'shop,week\nA,"1\nB,2\n', 'sheet.problem.quote-not-closed', 'line 2'],
    ['a long row', 'shop,week\nA,1\nB,2,3\n', 'sheet.problem.long-row', 'Row 3 has 3 cells'],
    ['a NUL', 'shop,week\nA,1\nB\u0000,2\n', 'sheet.problem.nul-character', 'Row 3, column “shop”'],
  ])('%s is refused in a sentence, and nothing is kept', async (_, content, code, words) => {
    const count = 'select (select count(*)::int from sheet) + (select count(*)::int from sheet_chunk) as kept'
    const before = await server.database.look(count)
    const refused = await add(content as string)
    expect(refused.status).toBe(422)
    expect(refused.body.code).toBe(code)
    expect(refused.body.detail).toContain(words)
    expect(refused.body.detail).toContain('Nothing was kept')
    expect(await server.database.look(count)).toEqual(before)
  })
})

describe('reading a sheet with a choice of columns', () => {
  test('gives sites, periods, groups, their means and doubts', async () => {
    const { body: sheet } = await add(text)
    const { status, body } = await preview(sheet.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      rows: 4,
      periods: ['1', '2'],
      since: 1,
      treated: { count: 1, names: ['Berlin'], means: [10.5, 12.25] },
      comparison: { count: 1, names: ['Köln'], means: [9, null] },
      lines: [
        { name: 'Berlin', treated: true, values: [10.5, 12.25] },
        { name: 'Köln', treated: false, values: [9, null] },
      ],
      filled: 3,
      places: 4,
    })
    expect(body.doubts).toContainEqual({
      code: 'missing-values',
      values: { count: 1 },
      places: [{ row: 5, column: 'sales', text: null }],
    })
  })

  test.each([
    [{ columns: { ...columns, value: 'turnover' } }, '#/columns/value', 'no column “turnover”. It has: shop, week'],
    [{ columns: { ...columns, value: 'shop' } }, '#/columns/site', 'two things'],
    [{ columns: { ...columns, period: 'sales', value: 'week' } }, undefined, ''],
    [
      { columns: { ...columns, treated: { column: 'shop', values: null } } },
      '#/columns/treated',
      'it says: Berlin, Köln',
    ],
    [
      { columns: { ...columns, treated: { column: 'shop', values: ['Bonn'] } } },
      '#/columns/treated',
      'never says “Bonn”',
    ],
    [
      { columns: { ...columns, period: 'pilot', treated: { column: 'week', values: ['1'] } } },
      '#/columns/period',
      'Row 2',
    ],
    [{ since: 'spring' }, '#/since', '“spring” is no period'],
    [{ guardrails: ['late'] }, '#/guardrails', 'no column “late”'],
  ])('a choice that does not fit is refused at its place: %o', async (changes, pointer, words) => {
    const { body: sheet } = await add(text)
    const refused = await preview(sheet.id, changes)
    if (pointer === undefined) return expect([200, 422]).toContain(refused.status)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ pointer }])
    expect(refused.body.detail).toContain(words)
  })

  test('what a person says of dates and numbers decides', async () => {
    const { body: sheet } = await add(
      'shop,day,sales,pilot\nA,01/02/2024,1.234,1\nA,02/03/2024,1.500,1\nB,01/02/2024,2.000,0\n',
    )
    const said = { ...columns, period: 'day', dateOrder: 'month-first', numberStyle: 'comma' }
    const { body } = await preview(sheet.id, { columns: said, since: '2024-02-03' })
    expect(body.treated.means).toEqual([1234, 1500])
    expect(body.since).toBe(1)
    const { body: asFound } = await preview(sheet.id, { columns: { ...columns, period: 'day' }, since: '2024-02-03' })
    expect(asFound.doubts.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['unsure-dates', 'unsure-numbers']),
    )
  })

  test('a preview stores nothing, not even that it was asked for', async () => {
    const { body: sheet } = await add(text)
    const count = 'select count(*)::int from audit'
    const before = await server.database.look(count)
    await preview(sheet.id)
    expect(await server.database.look(count)).toEqual(before)
  })
})

describe('the rows behind a number', () => {
  test('come with their row numbers, from a row on or by name', async () => {
    const { body: sheet } = await add('shop,note\nA,"two\nlines"\n\nB,x\nC,y\n')
    const all = await member.get(`/sheets/${sheet.id}/rows`)
    expect(all.body).toEqual({
      columns: ['shop', 'note'],
      rows: [
        { row: 2, cells: ['A', 'two\nlines'] },
        { row: 4, cells: ['B', 'x'] },
        { row: 5, cells: ['C', 'y'] },
      ],
      hasMore: false,
    })
    expect((await member.get(`/sheets/${sheet.id}/rows?from=5`)).body.rows).toEqual([{ row: 5, cells: ['C', 'y'] }])
    expect(
      (await member.get(`/sheets/${sheet.id}/rows?only=4,2`)).body.rows.map(({ row }: { row: number }) => row),
    ).toEqual([2, 4])
    expect((await member.get(`/sheets/${sheet.id}/rows?only=1,x`)).status).toBe(422)
    expect((await member.get(`/sheets/${sheet.id}/rows?from=0`)).status).toBe(422)
  })

  test('are at most a page', async () => {
    const { body: sheet } = await add(
      `shop,n\n${Array.from({ length: limits.rowsPage + 5 }, (_, at) => `A,${at}`).join('\n')}`,
    )
    const { body } = await member.get(`/sheets/${sheet.id}/rows`)
    expect(body.rows).toHaveLength(limits.rowsPage)
    expect(body.hasMore).toBe(true)
    const rest = await member.get(`/sheets/${sheet.id}/rows?from=${limits.rowsPage + 2}`)
    expect(rest.body.rows).toHaveLength(5)
    expect(rest.body.hasMore).toBe(false)
  })
})

test('a sheet of another workspace answers exactly as one that is not there', async () => {
  const { body: sheet } = await add(text)
  const stranger = await (await server.addWorkspace()).add('owner')
  for (const [method, path, body] of [
    ['GET', ''],
    ['GET', '/rows'],
    ['POST', '/previews', { columns, since: '2', guardrails: [] }],
  ] as const) {
    const ask = (id: string) =>
      method === 'GET' ? stranger.get(`/sheets/${id}${path}`) : stranger.post(`/sheets/${id}${path}`, body)
    const foreign = await ask(sheet.id)
    const missing = await ask('00000000-0000-4000-8000-000000000000')
    expect(foreign.status).toBe(404)
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
  }
})
