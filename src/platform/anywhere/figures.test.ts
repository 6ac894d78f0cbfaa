import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, writeFigures, writeFixed } from './figures.ts'

describe('writing a figure with its interval', () => {
  test.each([
    [{ estimate: 2.75, low: 0.0905, high: 5.4095 }, '2.75', '0.09', '5.41'],
    [{ estimate: -0.1113, low: -0.3147, high: 0.092 }, '−0.111', '−0.315', '0.092'],
    [{ estimate: 10.026, low: 6.625, high: 13.69 }, '10.0', '6.6', '13.7'],
    [{ estimate: 1.2, low: 0.8, high: 1.6 }, '1.2', '0.8', '1.6'],
    [{ estimate: 374.2, low: 249.6, high: 498.8 }, '374', '250', '499'],
    [{ estimate: 0.00001, low: -5, high: 5 }, '0', '−5', '5'],
  ])('%o has the same decimals throughout', (figures, estimate, low, high) => {
    expect(writeFigures(figures, 'en')).toEqual({ estimate, low, high })
  })

  test('without an interval the estimate keeps four digits', () => {
    expect(writeFigures({ estimate: -27.3491, low: null, high: null }, 'de')).toEqual({
      estimate: '−27,35',
      low: null,
      high: null,
    })
  })

  test('what rounds to zero has no minus sign', () => {
    expect(writeFixed(-0.004, 2, 'en')).toBe('0.00')
  })

  test('decimals are few and whole, whatever the size', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [low, estimate, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        const decimals = decimalsOf({ estimate, low, high })
        expect(Number.isInteger(decimals) && decimals >= 0 && decimals <= 12).toBe(true)
      }),
    )
  })
})
