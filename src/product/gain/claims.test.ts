import { describe, expect, test } from 'vitest'
import { orderPeriods } from '#lib/sheet/order-periods.ts'
import { claimsOf, timelineOf } from './claims.ts'

const panel = (
  texts: string[],
  since: number,
  sites: [name: string, treated: boolean, values: (number | null)[]][],
) => {
  const { periods, kind } = orderPeriods(texts)
  return {
    periods,
    periodKind: kind,
    since,
    sites: sites.map(([name, treated, values]) => ({ name, treated, values })),
  }
}

describe('what a gain claims', () => {
  test('the sites with the change, from its start on, as one stretch', () => {
    const weeks = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']
    const monday = Date.UTC(2026, 0, 19) / 86_400_000
    expect(
      claimsOf(
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
    expect(claimsOf(panel(['1', '2', '3', '4', '5'], 1, [['a', true, [1, 2, null, 4, 5]]]))).toEqual([
      {
        site: 'a',
        stretches: [
          { start: 2, end: 3 },
          { start: 4, end: 6 },
        ],
      },
    ])
    expect(claimsOf(panel(['1', '2'], 1, [['a', true, [1, null]]]))).toEqual([])
  })

  test('a period lasts as long as most of them, not until the next one that is there', () => {
    expect(claimsOf(panel(['1', '2', '3', '10'], 1, [['a', true, [1, 2, 3, 4]]]))).toEqual([
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
    const [claim] = claimsOf(panel(['2026-01', '2026-02', '2026-03', '2026-04'], 1, [['a', true, [1, 2, 3, 4]]]))
    expect(claim?.stretches).toHaveLength(1)
  })
})

test('days, weeks, months and moments lie on one calendar', () => {
  expect((['moment', 'day', 'week', 'month', 'quarter'] as const).map(timelineOf)).toEqual(Array(5).fill('calendar'))
  expect((['number', 'numbered', 'side'] as const).map(timelineOf)).toEqual(['number', 'numbered', 'side'])
})
