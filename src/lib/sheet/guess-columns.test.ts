import { describe, expect, test } from 'vitest'
import { guessColumns } from './guess-columns.ts'

/** Six shops by eight months; the first two are treated from the fifth month on. */
function sheet(treated: (isPilot: boolean, isAfter: boolean) => string): string[][] {
  return ['North', 'South', 'East', 'West', 'Hill', 'Lake'].flatMap((shop, s) =>
    Array.from({ length: 8 }, (_, month) => {
      const isPilot = s < 2
      const sales = 100 + 7 * s + ((month * 5 + s * 3) % 11)
      return [
        String(s * 8 + month + 1),
        shop,
        `2024-0${month + 1}`,
        treated(isPilot, month >= 4),
        String(sales),
        `${(s + month) % 5}`,
        String(40 * s),
      ]
    }),
  )
}
const header = ['no', 'Filiale', 'Monat', 'group', 'sales', 'returns', 'area']

describe('guessColumns', () => {
  test('finds the parts of a panel whose treated column names groups', () => {
    const guess = guessColumns(
      header,
      sheet((isPilot) => (isPilot ? 'pilot' : 'control')),
    )
    expect(guess).toMatchObject({
      site: { column: 'Filiale' },
      period: { column: 'Monat' },
      value: { column: 'sales' },
      treated: { column: 'group', values: ['pilot'] },
      since: null,
      guardrails: [{ column: 'returns' }],
      isWide: false,
    })
    for (const part of [guess.site, guess.period, guess.value, guess.treated])
      expect(part?.confidence).toBeGreaterThan(0.5)
    expect(guess.columns.map(({ kind }) => kind)).toEqual([
      'number',
      'text',
      'period',
      'text',
      'number',
      'number',
      'number',
    ])
  })

  test('finds since when, where a flag turns on within the sites', () => {
    const guess = guessColumns(
      header,
      sheet((isPilot, isAfter) => (isPilot && isAfter ? 'yes' : 'no')),
    )
    expect(guess).toMatchObject({
      treated: { column: 'group', values: null },
      since: { period: '2024-05', confidence: 0.9 },
    })
  })

  test('follows dates with the month first', () => {
    const american = sheet((isPilot, isAfter) => (isPilot && isAfter ? '1' : '0')).map((row) =>
      row.map((cell) => cell.replace(/^2024-0(\d)$/, '$1/15/2024')),
    )
    expect(guessColumns(header, american)).toMatchObject({
      treated: { column: 'group' },
      since: { period: '5/15/2024' },
    })
  })

  test('finds who is treated by a second column that turns on in just these sites', () => {
    const rows = sheet((isPilot) => (isPilot ? '1' : '0')).map((row) => [
      ...row,
      row[1]?.startsWith('H') || row[3] === '1' ? '1' : '0',
      row[3] === '1' && (row[2] ?? '') >= '2024-05' ? '1' : '0',
    ])
    const names = ['no', 'Filiale', 'Monat', 'a', 'sales', 'returns', 'area', 'b', 'c']
    expect(guessColumns(names, rows)).toMatchObject({ treated: { column: 'a' }, since: { period: '2024-05' } })
  })

  test('shops marked with an x are the treated ones', () => {
    const guess = guessColumns(
      header,
      sheet((isPilot) => (isPilot ? 'x' : '')),
    )
    expect(guess.treated).toMatchObject({ column: 'group', values: ['x'] })
  })

  test.each(['who', 'got it', 'Q7'])('one column of yes and no is enough, whatever it is called: %s', (name) => {
    const names = header.map((one) => (one === 'group' ? name : one))
    const still = guessColumns(
      names,
      sheet((isPilot) => (isPilot ? 'Yes' : 'no')),
    )
    expect(still).toMatchObject({ treated: { column: name, values: null }, since: null })
    expect(still.treated?.confidence).toBeGreaterThanOrEqual(0.5)
    const turning = guessColumns(
      names,
      sheet((isPilot, isAfter) => (isPilot && isAfter ? 'yes' : 'no')),
    )
    expect(turning).toMatchObject({ treated: { column: name, values: null }, since: { period: '2024-05' } })
    expect(turning.treated?.confidence).toBeGreaterThanOrEqual(0.5)
    const marked = guessColumns(
      names,
      sheet((isPilot) => (isPilot ? 'yes' : '')),
    )
    expect(marked.treated).toMatchObject({ column: name, values: ['yes'] })
    expect(marked.treated?.confidence).toBeGreaterThanOrEqual(0.5)
  })

  test('of two such columns none is taken for sure', () => {
    const rows = sheet((isPilot) => (isPilot ? 'yes' : 'no')).map((row) => [...row, row[1] === 'Hill' ? 'yes' : 'no'])
    const guess = guessColumns([...header.map((one) => (one === 'group' ? 'who' : one)), 'parking'], rows)
    expect(guess.treated?.confidence ?? 0).toBeLessThan(0.5)
  })

  test('a flag that comes and goes tells nothing', () => {
    const rows = sheet(() => '').map((row, at) => row.map((cell, column) => (column === 3 ? String(at % 2) : cell)))
    expect(guessColumns(header, rows).treated).toBeNull()
  })

  test('a sheet with one column per period is called wide', () => {
    expect(guessColumns(['shop', '2019', '2020', '2021'], [['A', '1', '2', '3']]).isWide).toBe(true)
  })

  test('no rows, no columns, short rows and strange names', () => {
    expect(guessColumns([], [])).toMatchObject({ columns: [], site: null, value: null })
    expect(guessColumns(['__proto__', 'constructor'], [['a'], []])).toMatchObject({ site: null, period: null })
  })
})
