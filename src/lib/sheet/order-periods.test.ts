import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderPeriods } from './order-periods.ts'
import { SheetProblem } from './sheet-problem.ts'

const labels = (texts: string[]) => orderPeriods(texts).periods.map(({ label }) => label)

describe('orderPeriods', () => {
  test('numbers sort as numbers, not as text', () => {
    expect(labels(['10', '9', '1'])).toEqual(['1', '9', '10'])
  })

  test('months sort by time and keep the words they came in', () => {
    expect(labels(['Mar 2024', 'Jan 2024', 'Dec 2023', 'Feb 2024'])).toEqual([
      'Dec 2023',
      'Jan 2024',
      'Feb 2024',
      'Mar 2024',
    ])
  })

  test('weeks around New Year follow each other', () => {
    expect(labels(['2021-W01', '2020-W53', '2020-W52'])).toEqual(['2020-W52', '2020-W53', '2021-W01'])
  })

  test('two spellings of one period are one', () => {
    const ordered = orderPeriods(['01', '2', '1'])
    expect(ordered.periods).toEqual([
      { label: '01', key: 1 },
      { label: '2', key: 2 },
    ])
    expect(ordered.placeOf).toEqual([0, 1, 0])
  })

  test('an hourly column may hold midnight', () => {
    expect(orderPeriods(['2024-01-01 01:00', '2024-01-01 00:00']).kind).toBe('moment')
  })

  test('a date that reads both ways is reported', () => {
    expect(orderPeriods(['01/02/2024', '03/04/2024'])).toMatchObject({ order: 'day-first', unsure: '01/02/2024' })
    expect(orderPeriods(['01/02/2024'], { order: 'month-first' })).toMatchObject({ unsure: null })
  })

  test('mixed kinds are refused with row and column', () => {
    const mixed = () => orderPeriods(['2024-01', '2024-W05'], { rows: [2, 7], column: 'when' })
    expect(mixed).toThrow(SheetProblem)
    expect(problemOf(mixed)).toMatchObject({
      code: 'mixed-periods',
      values: { text: '2024-W05', kind: 'week', otherText: '2024-01', otherKind: 'month' },
      row: 7,
      column: 'when',
    })
    expect(problemOf(() => orderPeriods(['Week 1', 'Day 1']))).toMatchObject({ code: 'mixed-periods' })
  })

  test('a text that is no period is refused with row and column', () => {
    expect(problemOf(() => orderPeriods(['1', 'Total'], { rows: [2, 9], column: 'week' }))).toMatchObject({
      code: 'no-period',
      values: { text: 'Total' },
      row: 9,
      column: 'week',
    })
  })

  test('every text finds its own period again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 50 }), (numbers) => {
        const { periods, placeOf } = orderPeriods(numbers.map(String))
        expect(placeOf.map((place) => periods[place]?.key)).toEqual(numbers)
      }),
    )
  })
})

function problemOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return error
  }
}
