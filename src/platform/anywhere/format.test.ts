import { describe, expect, test } from 'vitest'
import { formatDay, formatMoney, formatNumber, formatShare } from './format.ts'

describe('numbers for reading', () => {
  test.each([
    [1.2345, 'en', '1.23'],
    [12345.6, 'en', '12,346'],
    [-0.001234, 'en', '−0.00123'],
    [-0, 'en', '0'],
    [1234.5, 'de', '1.235'],
    [0.5, 'de', '0,5'],
  ] as const)('%d in %s is %s', (value, language, text) => {
    expect(formatNumber(value, language)).toBe(text)
  })

  test('a share is said in per cent', () => {
    expect(formatShare(0.123, 'en')).toBe('12 %')
    expect(formatShare(-0.045, 'de')).toBe('−4,5 %')
    expect(formatShare(0.997, 'en')).toBe('99.7 %')
    expect([formatShare(0.99998, 'en'), formatShare(1, 'en')]).toEqual(['99.9 %', '100 %'])
  })
})

describe('money', () => {
  test.each([
    [123456n, 'EUR', 'en', '€1,234.56'],
    [-5n, 'EUR', 'en', '−€0.05'],
    [500n, 'JPY', 'en', '¥500'],
    [900719925474099312n, 'EUR', 'en', '€9,007,199,254,740,993.12'],
  ] as const)('%d minor units of %s in %s are %s', (minor, currency, language, text) => {
    expect(formatMoney(minor, currency, language)).toBe(text)
  })
})

test('a day is the day it is, wherever it is read', () => {
  expect(formatDay('2026-11-26', 'en')).toBe('Thu 26 Nov 2026')
})
