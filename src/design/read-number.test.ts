import { describe, expect, test } from 'vitest'
import { readNumber, writeNumber } from './read-number.ts'

describe('reading a number that a person wrote', () => {
  test.each([
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' 12 ', 12],
    ['-0,25', -0.25],
    ['−3', -3],
    ['.5', 0.5],
    ['1 234,5', 1234.5],
    ["1'234.5", 1234.5],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['0,125', 0.125],
    ['12,3456', 12.3456],
    ['5e-3', 0.005],
  ])('%s is %d in both languages', (text, number) => {
    expect(readNumber(text, 'en')).toBe(number)
    expect(readNumber(text, 'de')).toBe(number)
  })

  test('one sign before three digits is read as the language of the reader writes it', () => {
    expect(readNumber('1,234', 'en')).toBe(1234)
    expect(readNumber('1,234', 'de')).toBe(1.234)
    expect(readNumber('1.234', 'en')).toBe(1.234)
    expect(readNumber('1.234', 'de')).toBe(1234)
  })

  test('nothing is null', () => {
    expect(readNumber('  ', 'en')).toBeNull()
  })

  test.each(['about 3', '3 %', '1.2.3', '1,2,3', '12,34.5', '--1', '1-2', ',', '31 Nov'])('%s is no number', (text) => {
    expect(readNumber(text, 'en')).toBeNaN()
  })

  test('what is written is read again', () => {
    for (const value of [0, 1.5, -0.0625, 1234.5, 1234567]) {
      expect(readNumber(writeNumber(value, 'en'), 'en')).toBe(value)
      expect(readNumber(writeNumber(value, 'de'), 'de')).toBe(value)
    }
  })
})
