import { describe, expect, test } from 'vitest'
import { orderPeriods } from '#lib/sheet/order-periods.ts'
import { rowNumbers } from '#lib/sheet/row-numbers.ts'
import { siteKey } from '#product/site/site.ts'
import { claimsOf, timelineOf } from './claims.ts'

const metricId = '0b6f3f5e-7c39-4c5a-9f51-2f9b1f6d7c02'

const panel = (
  texts: string[],
  since: number,
  sites: [name: string, treated: boolean, values: (number | null)[]][],
  { column = 'sales', sheets = [{ sha256: 'a' }], sheetAt = (_period: number): number => 0 } = {},
) => {
  const { periods, kind } = orderPeriods(texts)
  return {
    periods,
    periodKind: kind,
    since,
    sites: sites.map(([name, treated, values]) => ({ name, treated, values })),
    sheets,
    plan: { body: { metric: { id: metricId }, columns: { value: column } } },
    origins: sites.map(() => ({ sheet: Int16Array.from(periods.keys(), sheetAt), rows: rowNumbers() })),
    slots: Int32Array.from(periods.keys()),
  }
}

/** Those of the metric. */
const claimed = (of: ReturnType<typeof panel>) =>
  claimsOf(of).flatMap(({ basis, name, stretches }) => (basis === metricId ? [{ site: name, stretches }] : []))
/** Those of the columns: which basis has which places. */
const columns = (of: ReturnType<typeof panel>) =>
  claimsOf(of).flatMap(({ basis, site, stretches }) => (basis === metricId ? [] : [{ basis, site, stretches }]))

describe('what a gain claims', () => {
  test('the sites with the change, from its start on, as one stretch', () => {
    const weeks = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']
    const monday = Date.UTC(2026, 0, 19) / 86_400_000
    expect(
      claimed(
        panel(weeks, 2, [
          ['b', true, [1, 2, 3, 4]],
          ['c', false, [1, 2, 3, 4]],
          ['a', true, [1, 2, 3, 4]],
        ]),
      ),
    ).toEqual([
      { site: 'a', stretches: [{ start: monday, end: monday + 14 }] },
      { site: 'b', stretches: [{ start: monday, end: monday + 14 }] },
    ])
  })

  test('where a figure is missing, nothing is claimed', () => {
    expect(claimed(panel(['1', '2', '3', '4', '5'], 1, [['a', true, [1, 2, null, 4, 5]]]))).toEqual([
      {
        site: 'a',
        stretches: [
          { start: 2, end: 3 },
          { start: 4, end: 6 },
        ],
      },
    ])
    expect(claimed(panel(['1', '2'], 1, [['a', true, [1, null]]]))).toEqual([])
  })

  test('a period lasts as long as most of them, not until the next one that is there', () => {
    expect(claimed(panel(['1', '2', '3', '10'], 1, [['a', true, [1, 2, 3, 4]]]))).toEqual([
      {
        site: 'a',
        stretches: [
          { start: 2, end: 4 },
          { start: 10, end: 11 },
        ],
      },
    ])
  })

  test('months of any length touch', () => {
    const [claim] = claimed(panel(['2026-01', '2026-02', '2026-03', '2026-04'], 1, [['a', true, [1, 2, 3, 4]]]))
    expect(claim?.stretches).toHaveLength(1)
  })

  test('the column that the figures stand in, whatever the metric; another column is another', () => {
    const sites: Parameters<typeof panel>[2] = [['a', true, [1, 2, 3]]]
    const [sales, again, errors, other] = [{}, {}, { column: 'errors' }, { sheets: [{ sha256: 'b' }] }].map(
      (made) => columns(panel(['1', '2', '3'], 1, sites, made))[0],
    )
    expect(sales).toMatchObject({ site: 'a', stretches: [{ start: 2, end: 4 }] })
    expect(sales?.basis).toMatch(/^[0-9a-f]{64}$/)
    expect(again).toEqual(sales)
    expect(new Set([sales, errors, other].map((claim) => claim?.basis)).size).toBe(3)
  })

  test('of several sheets each figure is claimed in the one that it stands in', () => {
    const made = { sheets: [{ sha256: 'a' }, { sha256: 'b' }], sheetAt: (period: number) => (period < 2 ? 0 : 1) }
    const claims = columns(panel(['1', '2', '3', '4'], 1, [['a', true, [1, 2, 3, 4]]], made))
    expect(claims.map(({ stretches }) => stretches).sort((x, y) => (x[0]?.start ?? 0) - (y[0]?.start ?? 0))).toEqual([
      [{ start: 2, end: 3 }],
      [{ start: 3, end: 5 }],
    ])
  })

  test('one place, however it is written', () => {
    expect(siteKey('  Ward \u00a0 7 ')).toBe('ward 7')
    const claims = claimed(
      panel(['1', '2', '3', '4'], 1, [
        ['Ward 7', true, [1, null, null, 4]],
        ['ward  7', true, [1, 2, null, null]],
      ]),
    )
    expect(claims).toEqual([
      {
        site: 'Ward 7',
        stretches: [
          { start: 2, end: 3 },
          { start: 4, end: 5 },
        ],
      },
    ])
  })
})

test('days, weeks, months and moments lie on one calendar', () => {
  expect((['moment', 'day', 'week', 'month', 'quarter'] as const).map(timelineOf)).toEqual(Array(5).fill('calendar'))
  expect((['number', 'numbered', 'side'] as const).map(timelineOf)).toEqual(['number', 'numbered', 'side'])
})
