import { describe, expect, test } from 'vitest'
import { readPanel } from './read-panel.ts'

const site = (name: string, treated: boolean, values: (number | null)[]) => ({ name, treated, values })
const good = [site('a', true, [1, 2]), site('b', false, [1, 1]), site('c', false, [2, 4])]

describe('readPanel', () => {
  test('gives both groups, ready to be compared', () => {
    const read = readPanel({ sites: good, since: 1 })
    expect(read).toMatchObject({
      periods: 2,
      treated: { sites: 1, before: 1, after: 2, changes: [1] },
      comparison: { sites: 2, before: 1.5, after: 2.5, changes: [0, 2] },
      dropped: [],
    })
  })

  test.each([
    ['no sites', [], 1, 'no-treated-sites', { dropped: 0 }],
    ['nobody treated', good.slice(1), 1, 'no-treated-sites', { dropped: 0 }],
    ['everybody treated', good.slice(0, 1), 1, 'no-comparison-sites', { dropped: 0 }],
    ['a start at the first period', good, 0, 'since-at-first-period', { since: 0, periods: 2 }],
    ['a start before the first period', good, -3, 'since-at-first-period', { since: -3, periods: 2 }],
    ['a start beyond the last period', good, 2, 'since-after-last-period', { since: 2, periods: 2 }],
    [
      'no period at all',
      [site('a', true, []), site('b', false, [])],
      1,
      'since-after-last-period',
      { since: 1, periods: 0 },
    ],
    ['one site in each group', good.slice(0, 2), 1, 'one-site-per-group', { dropped: 0 }],
    [
      'a group that is empty once sites without values are gone',
      [site('x', true, [1, null]), ...good.slice(1)],
      1,
      'no-treated-sites',
      { dropped: 1 },
    ],
    [
      'exactly equal series',
      [site('a', true, [3, 3]), site('b', false, [3, 3]), site('c', false, [3, 3])],
      1,
      'no-variation',
      { change: 0, sites: 3 },
    ],
    [
      'the same change everywhere',
      [site('a', true, [0.1, 0.3]), site('b', false, [0.5, 0.7]), site('c', false, [0.7, 0.9])],
      1,
      'no-variation',
      { change: 0.3 - 0.1, sites: 3 },
    ],
  ] as const)('refuses %s', (_, sites, since, refused, values) => {
    expect(readPanel({ sites, since })).toEqual({ refused, values })
  })

  test('a malformed panel is an error, not a refusal', () => {
    expect(() => readPanel({ sites: [...good, site('a', true, [1, 2])], since: 1 })).toThrow(RangeError)
  })
})
