import { describe, expect, test } from 'vitest'
import { duePeriod, offeredPeriods } from './due-period.ts'

const on = (...days: string[]) => days.map((day) => ({ on: day }))

describe('the period that a figure is wanted for', () => {
  test('is the latest without one; a day may be entered on the day itself', () => {
    expect(duePeriod(on('2024-05-06', '2024-05-07'), '2024-05-08', 'day')).toBe('2024-05-08')
    expect(duePeriod(on('2024-05-06', '2024-05-08'), '2024-05-08', 'day')).toBe('2024-05-07')
  })

  test('is a week only once it is over, unless none is missing', () => {
    expect(duePeriod(on('2024-04-22'), '2024-05-08', 'week')).toBe('2024-04-29')
    expect(duePeriod(on('2024-04-22', '2024-04-29'), '2024-05-08', 'week')).toBe('2024-05-06')
  })

  test('of a series that nobody has begun is the latest that is over', () => {
    expect(duePeriod([], '2024-05-08', 'month')).toBe('2024-04-01')
  })

  test('lies within those that are offered, latest first', () => {
    expect(offeredPeriods('2024-05-08', 'month').slice(0, 2)).toEqual(['2024-05-01', '2024-04-01'])
    expect(offeredPeriods('2024-05-08', 'day')).toHaveLength(14)
    expect(duePeriod(on('2020-01-01'), '2024-05-08', 'day')).toBe('2024-05-08')
  })
})
