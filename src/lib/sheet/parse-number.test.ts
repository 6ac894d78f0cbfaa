import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber, readNumber } from './parse-number.ts'

describe('parseNumber', () => {
  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['-12', -12],
    ['+12', 12],
    ['−12.5', -12.5],
    ['–3', -3],
    ['12-', -12],
    ['(1,234.50)', -1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1 234.5', 1234.5],
    ['1\u202f234.5', 1234.5],
    ["1'234.50", 1234.5],
    ['1’234.50', 1234.5],
    ['.5', 0.5],
    ['0.123', 0.123],
    ['1.2e-3', 0.0012],
    ['1.2E+05', 120000],
    ['12%', 12],
    ['12 %', 12],
    ['$1,200', 1200],
    ['-$5', -5],
    ['$-5', -5],
    ['1200 €', 1200],
    ['CHF 12', 12],
    ['007', 7],
    ['-0', 0],
    ['123.900001525879', 123.900001525879],
  ])('reads %j with a decimal point', (text, value) => {
    expect(parseNumber(text, 'point')).toBe(value)
  })

  test.each([
    ['1,5', 1.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ["1'234,5", 1234.5],
    [',5', 0.5],
    ['1,00E+05', 100000],
    ['12,5 €', 12.5],
    ['1.234', 1234],
  ])('reads %j with a decimal comma', (text, value) => {
    expect(parseNumber(text, 'comma')).toBe(value)
  })

  test.each([
    ['12a'],
    ['12 kg'],
    ['1,2,3'],
    ['1,23'],
    ['12,34.5'],
    ['1 234,567.8'],
    ['1.2.3'],
    ['5.'],
    ['.'],
    [''],
    ['-'],
    ['--5'],
    ['-5-'],
    ['(5'],
    ['$5€'],
    ['1e400'],
    ['Infinity'],
    ['NaN'],
    ['0x10'],
    ['1_000'],
    ['１２'],
    ['12 34'],
    ['0,123,456'],
    ['1'.repeat(41)],
  ])('%j is no number with a decimal point', (text) => {
    expect(parseNumber(text, 'point')).toBeNull()
  })

  test('a percent or currency mark is told, not applied', () => {
    expect(readNumber('12,5 %')).toEqual({ point: null, comma: 12.5, mark: '%' })
    expect(readNumber('eur 3')).toEqual({ point: 3, comma: 3, mark: 'EUR' })
  })

  test('whatever is written in a style is read back from it', () => {
    const cents = fc.integer({ min: -1e11, max: 1e11 }).map((n) => n / 100)
    const group = fc.constantFrom('', ',', ' ', "'", '\u00a0')
    fc.assert(
      fc.property(cents, group, (value, mark) => {
        const [whole = '', part = ''] = Math.abs(value).toFixed(2).split('.')
        const text = `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, mark)}`
        expect(parseNumber(`${text}.${part}`, 'point')).toBe(value)
        expect(parseNumber(`${text.replaceAll(',', '.')},${part}`, 'comma')).toBe(value)
      }),
    )
  })

  test('whatever JavaScript prints is read back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value), 'point')).toBe(value + 0)
      }),
    )
  })

  test('never answers NaN', () => {
    fc.assert(fc.property(fc.string(), (text) => !Number.isNaN(parseNumber(text, 'comma') ?? 0)))
  })
})
