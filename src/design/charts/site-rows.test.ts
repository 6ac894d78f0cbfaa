import { describe, expect, test } from 'vitest'
import { type SiteRow, siteGroups } from './site-rows.ts'

const site = (name: string, group: SiteRow['group'], before: number | null, after: number | null): SiteRow => ({
  name,
  group,
  before,
  after,
})

describe('sites before and after', () => {
  const rows = [
    site('Ash', 'compare', 5.5, 6),
    site('Linden', 'change', 5.9, 5.3),
    site('Hazel', 'change', 6.2, 4.6),
    site('Elm', 'compare', 6.1, 5.7),
    site('Yew', 'change', null, 5),
  ]

  test('those with the change first, the best mover first, the unknown last', () => {
    expect(siteGroups(rows, 'lower').map((group) => group.rows.map((row) => row.name))).toEqual([
      ['Hazel', 'Linden', 'Yew'],
      ['Elm', 'Ash'],
    ])
  })

  test('where higher is better the order turns', () => {
    expect(siteGroups(rows, 'higher')[1]?.rows.map((row) => row.name)).toEqual(['Ash', 'Elm'])
  })

  test('many rows keep the five best and the five worst of each group', () => {
    const many = Array.from({ length: 410 }, (_, index) =>
      site(`Site ${index}`, index < 331 ? 'change' : 'compare', 20, 20 + index / 10),
    )
    const groups = siteGroups(many, 'higher', 40)
    expect(groups.map((group) => group.rows.length)).toEqual([10, 10])
    expect(groups[0]?.rows[0]?.name).toBe('Site 330')
    expect(groups[0]?.rows.at(-1)?.name).toBe('Site 0')
    expect(groups[0]?.hidden).toBe(321)
    expect(groups[0]?.hiddenAfter).toBe(5)
  })

  test('a group that is not there has no heading', () => {
    expect(siteGroups([site('Ash', 'compare', 1, 2)], 'higher')).toHaveLength(1)
  })
})
