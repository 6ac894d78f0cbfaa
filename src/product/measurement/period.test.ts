import { describe, expect, test } from 'vitest'
import { addPeriods, firstDayOf, lastOverOn, periodsBetween, readPeriods } from './period.ts'

describe('the first day of a period', () => {
  test.each([
    ['2024-05-09', 'day', '2024-05-09'],
    ['2024-05-09', 'week', '2024-05-06'],
    ['2024-05-06', 'week', '2024-05-06'],
    ['2024-05-12', 'week', '2024-05-06'],
    ['1969-12-31', 'week', '1969-12-29'],
    ['2025-01-01', 'week', '2024-12-30'],
    ['2024-05-09', 'month', '2024-05-01'],
    ['2024-12-31', 'quarter', '2024-10-01'],
    ['2024-01-01', 'quarter', '2024-01-01'],
    ['2024-05-09', 'year', '2024-01-01'],
  ] as const)('%s, %s: %s', (on, every, first) => {
    expect(firstDayOf(on, every)).toBe(first)
  })

  test('periods follow each other over leap days, year ends and clock changes', () => {
    expect(addPeriods('2024-02-28', 'day', 2)).toBe('2024-03-01')
    expect(addPeriods('2024-03-25', 'week', 1)).toBe('2024-04-01')
    expect(addPeriods('2024-01-01', 'month', -1)).toBe('2023-12-01')
    expect(addPeriods('2024-10-01', 'quarter', 1)).toBe('2025-01-01')
    expect(addPeriods('2024-01-01', 'year', -3)).toBe('2021-01-01')
  })

  test('what is over today begins before what runs today', () => {
    expect(lastOverOn('2024-05-06', 'week')).toBe('2024-04-29')
    expect(lastOverOn('2024-05-31', 'month')).toBe('2024-04-01')
  })

  test('of a long stretch the latest periods are kept', () => {
    expect(periodsBetween('2024-01-01', '2024-04-01', 'month', 2)).toEqual(['2024-03-01', '2024-04-01'])
    expect(periodsBetween('2024-02-01', '2024-01-01', 'month', 5)).toEqual([])
  })
})

describe('the periods that texts name', () => {
  const ons = (texts: string[], every: Parameters<typeof readPeriods>[1]) =>
    readPeriods(texts, every).found.map((one) => ('on' in one ? one.on : one.fault))

  test('weeks, months, quarters and years in every spelling the sheet knows', () => {
    expect(ons(['2024-W19', 'KW 19 2024'], 'week')).toEqual(['2024-05-06', '2024-05-06'])
    expect(ons(['2024-05', 'Mai 2024', '05/2024'], 'month')).toEqual(['2024-05-01', '2024-05-01', '2024-05-01'])
    expect(ons(['2024 Q2', 'Q3/2024'], 'quarter')).toEqual(['2024-04-01', '2024-07-01'])
    expect(ons(['2019', '2020'], 'year')).toEqual(['2019-01-01', '2020-01-01'])
  })

  test('dates stand for weeks when all fall on one weekday, as systems that end or begin weeks write them', () => {
    expect(ons(['2024-05-10', '2024-05-17'], 'week')).toEqual(['2024-05-06', '2024-05-13'])
    expect(ons(['2024-05-10', '2024-05-11'], 'week')).toEqual(['other-period', 'other-period'])
  })

  test('dates stand for months as their first days or as their last', () => {
    expect(ons(['2024-02-29', '2024-03-31'], 'month')).toEqual(['2024-02-01', '2024-03-01'])
    expect(ons(['01.02.2024', '01.03.2024'], 'month')).toEqual(['2024-02-01', '2024-03-01'])
    expect(ons(['2024-02-01', '2024-03-31'], 'month')).toEqual(['other-period', 'other-period'])
  })

  test('another kind, a number without a calendar, or a word is said for each', () => {
    expect(ons(['2024-05', '2024-W19', '7', 'before', 'Total'], 'month')).toEqual([
      '2024-05-01',
      'other-period',
      'other-period',
      'other-period',
      'no-period',
    ])
    expect(ons(['2024-05-01 07:30'], 'day')).toEqual(['other-period'])
  })
})
