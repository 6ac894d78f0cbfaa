import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nonInferiority } from './non-inferiority.ts'

const effect = (low: number, high: number) => ({ estimate: (low + high) / 2, low, high, confidence: 0.95 })

describe('nonInferiority', () => {
  // The cases of the CONSORT figure, up is better, margin 2.
  test.each([
    ['wholly better', 1, 3, 'safe', false],
    ['about the same', -1, 1, 'safe', false],
    ['worse, but by less than the margin', -1.5, -0.5, 'safe', true],
    ['touching the margin', -2, 1, 'safe', false],
    ['across the margin and zero', -3, 1, 'unclear', false],
    ['worse, perhaps by more than the margin', -3, -1, 'unclear', true],
    ['worse by more than the margin', -5, -2.1, 'harm', true],
  ])('%s', (_, low, high, verdict, worse) => {
    expect(nonInferiority(effect(low, high), 2, 'higher')).toEqual({ verdict, worse })
    expect(nonInferiority(effect(-high, -low), 2, 'lower')).toEqual({ verdict, worse })
  })

  test('a margin of 0 is kept by a metric that did not move', () => {
    expect(nonInferiority(effect(0, 0), 0, 'higher').verdict).toBe('safe')
    expect(nonInferiority(effect(-1, 1), 0, 'higher').verdict).toBe('unclear')
  })

  test('a wider margin never turns safe into harm', () => {
    const bound = fc.integer({ min: -20, max: 20 })
    const order = ['harm', 'unclear', 'safe']
    fc.assert(
      fc.property(bound, bound, fc.nat(20), fc.nat(20), (a, b, margin, more) => {
        const seen = effect(Math.min(a, b), Math.max(a, b))
        const narrow = nonInferiority(seen, margin, 'lower').verdict
        const wide = nonInferiority(seen, margin + more, 'lower').verdict
        expect(order.indexOf(wide)).toBeGreaterThanOrEqual(order.indexOf(narrow))
      }),
    )
  })

  test('without an interval the test at the margin decides, and silence is unclear', () => {
    const placebo = { estimate: -5, low: null, high: null, confidence: 0.95 }
    expect(nonInferiority(placebo, 2, 'higher').verdict).toBe('unclear')
    expect(nonInferiority({ ...placebo, pValueAtMargin: 0.2 }, 2, 'higher').verdict).toBe('unclear')
    expect(nonInferiority({ ...placebo, pValueAtMargin: 0.03 }, 2, 'higher')).toEqual({ verdict: 'harm', worse: true })
    expect(nonInferiority({ ...placebo, pValueAtMargin: 0.03 }, 2, 'lower').verdict).toBe('safe')
  })

  test('refuses a negative margin', () => {
    expect(() => nonInferiority(effect(0, 1), -1, 'higher')).toThrow(RangeError)
    expect(() => nonInferiority(effect(0, 1), Number.NaN, 'higher')).toThrow(RangeError)
  })
})
