import { describe, expect, test } from 'vitest'
import { orderPeriods } from './order-periods.ts'
import { placeOfSince } from './place-of-since.ts'

const months = orderPeriods(['2024-04', '2024-05', '2024-06'])

describe('placeOfSince', () => {
  test('a period of the sheet is the first treated one', () => {
    expect(placeOfSince('2024-05', months)).toEqual({ place: 1, isExact: true })
    expect(placeOfSince(' May 2024 ', months)).toEqual({ place: 1, isExact: true })
    expect(placeOfSince('2024-05-01', months)).toEqual({ place: 1, isExact: true })
  })

  test('between two periods, the later one is the first treated', () => {
    expect(placeOfSince('2024-05-13', months)).toEqual({ place: 2, isExact: false })
    expect(placeOfSince('5', orderPeriods(['1', '4', '7']))).toEqual({ place: 2, isExact: false })
  })

  test('before all and after all', () => {
    expect(placeOfSince('2024', months)).toEqual({ place: 0, isExact: false })
    expect(placeOfSince('2025', months)).toEqual({ place: 3, isExact: false })
  })

  test('the number of a week is enough', () => {
    expect(placeOfSince('2', orderPeriods(['Week 1', 'Week 2']))).toEqual({ place: 1, isExact: true })
  })

  test.each(['soon', '', '2024'])('%j does not compare with plain weeks', (since) => {
    const place = () => placeOfSince(since, orderPeriods(['before', 'after']))
    expect(place).toThrow(expect.objectContaining({ code: 'no-since', values: { since, example: 'before' } }))
  })

  test('a date does not compare with numbers', () => {
    expect(() => placeOfSince('1989-01-01', orderPeriods(['1988', '1989']))).toThrow('no-since')
  })
})
