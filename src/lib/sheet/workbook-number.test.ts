import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excelDate } from './excel-date.ts'
import type { FormatKind } from './number-format.ts'
import { readNumber } from './parse-number.ts'
import { workbookNumber } from './workbook-number.ts'

const say = (raw: string, kind: FormatKind = 'plain', mark = '') => workbookNumber(raw, { kind, mark }, false)

describe('excelDate', () => {
  // Microsoft's documentation: 1 is 1900-01-01, 39448 is 2008-01-01; the 1904 system is 1,462 days behind.
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [39_448, false, '2008-01-01'],
    [45_292.270833333336, false, '2024-01-01T06:30:00'],
    [39_448 - 1462, true, '2008-01-01'],
    [0, true, '1904-01-01'],
    [2_958_465, false, '9999-12-31'],
  ])('%d (1904: %s) is %s', (serial, is1904, date) => {
    expect(excelDate(serial, is1904)).toBe(date)
  })

  test.each([-1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (serial) => {
    expect(excelDate(serial, false)).toBeNull()
  })
})

describe('workbookNumber', () => {
  test.each([
    ['12', 'plain', '12'],
    ['1.0000000000000001E-2', 'plain', '0.01'],
    ['0.30000000000000004', 'plain', '0.30000000000000004'],
    ['1.234', 'plain', '1.2340'],
    ['-12.345', 'plain', '-12.3450'],
    ['0.123', 'plain', '0.123'],
    ['1234.567', 'plain', '1234.567'],
    ['0.12', 'percent', '12%'],
    ['0.07', 'percent', '7%'],
    ['1E-7', 'percent', '0.00001%'],
    ['45443', 'day', '2024-05-31'],
    ['45413', 'month', '2024-05'],
    ['0.25', 'time', '06:00:00'],
    ['1.5625', 'hours', '37.5'],
    ['-5', 'day', '-5'],
  ] as const)('%s as %s is %s', (raw, kind, text) => {
    expect(say(raw, kind)).toBe(text)
  })

  test('a currency stays beside its number', () => {
    expect(say('3.5', 'plain', '€')).toBe('3.5 €')
    expect(readNumber('3.5 €')).toMatchObject({ point: 3.5, mark: '€' })
  })

  test('every number is read back exactly, and as the same one with either decimal sign or as none', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e15, max: 1e15 }), (value) => {
        const reading = readNumber(say(String(value)))
        expect(reading?.point).toBe(value + 0)
        expect([null, value + 0]).toContain(reading?.comma)
      }),
    )
  })
})
