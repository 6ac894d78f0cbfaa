import { describe, expect, test } from 'vitest'
import { siteChanges } from './site-changes.ts'

const site = (name: string, values: (number | null)[], treated = false) => ({ name, treated, values })

describe('siteChanges', () => {
  test('makes one change of each site, leaving out what was not measured', () => {
    const { used } = siteChanges({ sites: [site('a', [1, 3, 10, null]), site('b', [null, 2, 2, 5], true)], since: 2 })
    expect(used).toEqual([
      { name: 'a', treated: false, before: 2, after: 10, change: 8, rows: { before: 2, after: 1 } },
      { name: 'b', treated: true, before: 2, after: 3.5, change: 1.5, rows: { before: 1, after: 2 } },
    ])
  })

  test('drops and lists sites that lack a side', () => {
    const sites = [site('a', [1, null]), site('b', [null, 1], true), site('c', [null, null]), site('d', [1, 2])]
    const { used, dropped } = siteChanges({ sites, since: 1 })
    expect(used.map(({ name }) => name)).toEqual(['d'])
    expect(dropped).toEqual([
      { name: 'a', treated: false, reason: 'no-value-after', rows: 1 },
      { name: 'b', treated: true, reason: 'no-value-before', rows: 1 },
      { name: 'c', treated: false, reason: 'no-value', rows: 0 },
    ])
  })

  test('keeps the change exact at a level of 1e9', () => {
    const { used } = siteChanges({ sites: [site('a', [1e9 + 1, 1e9 + 2, 1e9 + 2, 1e9 + 2])], since: 1 })
    expect(used[0]?.change).toBe(1)
  })

  test.each([0, 2, -1])('needs a period on each side of the start, so not %d of two', (since) => {
    expect(() => siteChanges({ sites: [site('a', [1, 2])], since })).toThrow(RangeError)
  })
})
