import { expect, test } from 'vitest'
import { formatNumber } from '#platform/anywhere/format.ts'
import { sayFigure } from './say-figure.ts'

test('a figure is shown as it was brought, not rounded', () => {
  expect(sayFigure({ value: 1234.5, denominator: null }, 'de')).toBe('1.234,5')
  expect(sayFigure({ value: 0.1 + 0.2, denominator: null }, 'en')).toBe('0.3')
  // For reading in a sentence the same would be rounded.
  expect(formatNumber(1234.5, 'en')).toBe('1,235')
})
