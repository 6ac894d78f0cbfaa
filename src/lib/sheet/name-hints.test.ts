import { describe, expect, test } from 'vitest'
import { hintsAt, treatedLevels } from './name-hints.ts'

describe('hintsAt', () => {
  test.each([
    ['site', 'Shop', true],
    ['site', 'shop_name', true],
    ['site', 'Filiale', true],
    ['site', 'website', false],
    ['period', 'week', true],
    ['period', 'KW', true],
    ['period', 'sales_date', true],
    ['period', 'weekly_sales', false],
    ['period', 'treat', false],
    ['treated', 'pilot group', true],
    ['value', 'late_pickups', true],
    ['identity', 'rownames', true],
    ['identity', 'shop_id', true],
  ] as const)('%s at %j: %s', (part, column, is) => {
    expect(hintsAt(part, column)).toBe(is)
  })
})

test('words tell which levels are treated', () => {
  expect(treatedLevels(['control', 'test'])).toEqual(['test'])
  expect(treatedLevels(['control', 'blue pack', 'red pack'])).toEqual(['blue pack', 'red pack'])
  expect(treatedLevels(['North', 'South'])).toBeNull()
})
