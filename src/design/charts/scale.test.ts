import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, extent, fixedText, linear, roundStep, roundTicks, tickText } from './scale.ts'

describe('a straight scale', () => {
  test('maps ends to ends and the middle to the middle', () => {
    const scale = linear([-1, 3], [24, 1080])
    expect(scale(-1)).toBe(24)
    expect(scale(3)).toBe(1080)
    expect(scale(1)).toBe(552)
  })
  test('a domain without width lands in the middle', () => {
    expect(linear([5, 5], [0, 10])(5)).toBe(5)
  })
})

describe('round ticks', () => {
  test.each([
    [[-0.7, 2], 8, [-1, -0.5, 0, 0.5, 1, 1.5, 2]],
    [[2.1, 7.9], 6, [2, 3, 4, 5, 6, 7, 8]],
    [[0, 0.3], 3, [0, 0.1, 0.2, 0.3]],
    [[0, 1], 1, [0, 1]],
    [[-30, -24], 3, [-30, -28, -26, -24]],
    [[1_000_000, 4_000_000], 3, [1_000_000, 2_000_000, 3_000_000, 4_000_000]],
  ] as const)('of %j in about %d pieces are %j', (span, count, at) => {
    expect(roundTicks(span, count).at).toEqual(at)
  })

  test('a span without width gets some', () => {
    expect(roundTicks([5, 5], 4).at.length).toBeGreaterThan(2)
    expect(roundTicks([0, 0], 4).at.length).toBeGreaterThan(2)
  })

  test('hold the span, rise, and are neither few nor many', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(number, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (low, width) => {
        const { domain, at } = roundTicks([low, low + width], 6)
        const slack = (Math.abs(low) + width) * 1e-8
        expect(domain[0]).toBeLessThanOrEqual(low + slack)
        expect(domain[1]).toBeGreaterThanOrEqual(low + width - slack)
        expect(at.length).toBeGreaterThanOrEqual(3)
        expect(at.length).toBeLessThanOrEqual(12)
      }),
    )
  })

  test('an impossible span is refused', () => {
    expect(() => roundStep(0, 5)).toThrow(RangeError)
    expect(() => roundStep(Number.NaN, 5)).toThrow(RangeError)
  })
})

describe('the words of a tick', () => {
  test.each([
    [-0.5, 0.5, 'en', '−0.5'],
    [2, 0.5, 'en', '2'],
    [0.3, 0.1, 'de', '0,3'],
    [0, 0.5, 'en', '0'],
    [12_345, 5, 'en', '12,345'],
    [1234.5, 0.5, 'en', '1,234.5'],
    [0.025, 0.005, 'en', '0.025'],
    [1000, 500, 'de', '1.000'],
  ] as const)('%d in steps of %d (%s) is %s', (value, step, language, words) => {
    expect(tickText(value, step, language)).toBe(words)
  })
})

test('numbers below each other have the same decimals', () => {
  const decimals = decimalsOf([-1.31, null, 0.04])
  expect([-1.31, 0.04, 0.43, 0].map((value) => fixedText(value, decimals, 'en', true))).toEqual([
    '−1.3',
    '0.0',
    '+0.4',
    '0.0',
  ])
  expect(decimalsOf([250, -3])).toBe(0)
  expect(decimalsOf([0.034])).toBe(3)
  expect(fixedText(-1234.5, 1, 'de')).toBe('−1.234,5')
})

test('the extent passes over what is missing', () => {
  expect(extent([null, 3, Number.NaN, -2, null])).toEqual([-2, 3])
  expect(extent([null, Number.NaN])).toBeNull()
})
