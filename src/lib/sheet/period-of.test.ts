import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf } from './calendar.ts'
import { periodOf } from './period-of.ts'

const may31 = dayOf(2024, 5, 31)
const may1 = dayOf(2024, 5, 1)

describe('periodOf', () => {
  test.each([
    ['3', 'number', 3],
    ['-2', 'number', -2],
    ['1989', 'number', 1989],
    ['1.5', 'number', 1.5],
    ['202405', 'number', 202405],
    ['2024-05-31', 'day', may31],
    ['2024/5/31', 'day', may31],
    ['31.05.2024', 'day', may31],
    ['31.5.24', 'day', may31],
    ['31/05/2024', 'day', may31],
    ['05/31/2024', 'day', may31],
    ['31-05-2024', 'day', may31],
    ['31 May 2024', 'day', may31],
    ['31-May-24', 'day', may31],
    ['31. Mai 2024', 'day', may31],
    ['May 31, 2024', 'day', may31],
    ['2024-05-31T00:00:00', 'day', may31],
    ['2024-05-31 00:00', 'day', may31],
    ['2024-05-31T12:00:00Z', 'moment', (may31 ?? 0) + 0.5],
    ['2024-W22', 'week', dayOf(2024, 5, 27)],
    ['2024W22', 'week', dayOf(2024, 5, 27)],
    ['KW 22 2024', 'week', dayOf(2024, 5, 27)],
    ['2024-KW22', 'week', dayOf(2024, 5, 27)],
    ['22. KW 2024', 'week', dayOf(2024, 5, 27)],
    ['KW22/24', 'week', dayOf(2024, 5, 27)],
    ['Week 22, 2024', 'week', dayOf(2024, 5, 27)],
    ['2024 Woche 22', 'week', dayOf(2024, 5, 27)],
    ['2024-05', 'month', may1],
    ['05/2024', 'month', may1],
    ['05.2024', 'month', may1],
    ['2024M05', 'month', may1],
    ['May 2024', 'month', may1],
    ['Mai 2024', 'month', may1],
    ['May-24', 'month', may1],
    ["May '24", 'month', may1],
    ['2024 May', 'month', may1],
    ['2024 Q2', 'quarter', dayOf(2024, 4, 1)],
    ['2024-Q2', 'quarter', dayOf(2024, 4, 1)],
    ['Q2/2024', 'quarter', dayOf(2024, 4, 1)],
    ['Week 3', 'numbered', 3],
    ['before', 'side', 0],
    ['Nachher', 'side', 1],
  ] as const)('%j is a %s', (text, kind, key) => {
    expect(periodOf(` ${text} `)).toMatchObject({ kind, key, label: text })
  })

  test.each([
    '',
    'Total',
    'Shop 3',
    '2024-13',
    '2024-02-30',
    '2024-W54',
    '2024-W00',
    '30/30/2024',
    '2024 Q5',
    '1,5',
    'NA',
    '25:00',
    '2024-05-31T24:00',
    'Juno 2024',
  ])('%j is no period', (text) => {
    expect(periodOf(text)).toBeNull()
  })

  test('a date with slashes follows the order of its column', () => {
    expect(periodOf('01/02/2024', 'day-first')?.key).toBe(dayOf(2024, 2, 1))
    expect(periodOf('01/02/2024', 'month-first')?.key).toBe(dayOf(2024, 1, 2))
    expect(periodOf('12/31/2024', 'day-first')).toBeNull()
    expect(periodOf('31.12.2024', 'month-first')?.key).toBe(dayOf(2024, 12, 31))
  })

  test('"Week 1" and "Day 1" are told apart by their word', () => {
    expect(periodOf('Week 1')?.word).toBe('week')
    expect(periodOf('day 1')?.word).toBe('day')
  })

  test('every ISO date has the key of its day, and never throws on any text', () => {
    const date = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, fc.string(), (at, text) => {
        expect(periodOf(at.toISOString().slice(0, 10))?.key).toBe(Math.floor(at.getTime() / 86_400_000))
        periodOf(text)
      }),
    )
  })
})
