import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitText, keepApart, spread, textWidth, thinOut, wrapText } from './label.ts'

describe('spreading labels', () => {
  test('labels with room stay where they want to be', () => {
    expect(spread([10, 60, 120], 30, 0, 200)).toEqual([10, 60, 120])
  })
  test('two that collide share the shift', () => {
    expect(spread([100, 104], 30, 0, 200)).toEqual([87, 117])
  })
  test('the order of what they want stays, whatever order they come in', () => {
    expect(spread([104, 100], 30, 0, 200)).toEqual([117, 87])
  })
  test('the edge pushes back', () => {
    expect(spread([195, 199], 30, 0, 200)).toEqual([170, 200])
    expect(spread([1, 2], 30, 0, 200)).toEqual([0, 30])
  })
  test('always keep the gap, and stay inside when they fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 }), (wanted) => {
        const placed = spread(wanted, 30, 0, 300).sort((a, b) => a - b)
        for (let index = 1; index < placed.length; index += 1) {
          expect((placed[index] ?? 0) - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(30 - 1e-9)
        }
        expect(placed[0]).toBeGreaterThanOrEqual(-1e-9)
        expect(placed.at(-1)).toBeLessThanOrEqual(300 + 1e-9)
      }),
    )
  })
})

describe('thinning out labels', () => {
  const years = Array.from({ length: 31 }, (_, index) => ({ x: 28 + index * 10, text: String(1970 + index) }))
  test('years keep to round ones', () => {
    expect(thinOut(years, 0, 360).map((label) => label.text)).toEqual([
      '1970',
      '1975',
      '1980',
      '1985',
      '1990',
      '1995',
      '2000',
    ])
  })
  test('words keep to one even step', () => {
    const months = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov'].map((text, index) => ({ x: 40 + index * 14, text }))
    expect(thinOut(months, 28, 200).map((label) => label.text)).toEqual(['Jul', 'Oct'])
  })
  test('what would stick out at the end is held inside', () => {
    expect(thinOut([{ x: 328, text: 'Nov 2026' }], 28, 328)[0]?.anchor).toBe('end')
  })
})

test('a long name takes two lines, and no more', () => {
  expect(wrapText('New Jersey, minimum wage', 120, true)).toEqual(['New Jersey,', 'minimum wage'])
  expect(wrapText('Pennsylvania', 120)).toEqual(['Pennsylvania'])
  expect(wrapText('New Jersey, where the minimum wage rose in April', 120).at(-1)).toMatch(/…$/)
})

test('a text that is too wide ends in an ellipsis and fits', () => {
  const fitted = fitText('New Jersey, where the minimum wage rose', 100)
  expect(fitted).toMatch(/…$/)
  expect(textWidth(fitted)).toBeLessThanOrEqual(100)
  expect(fitText('Hazel', 100)).toBe('Hazel')
})

test('labels at uneven distances: all that do not touch the one before', () => {
  const labels = [0, 8, 40, 90, 400].map((x) => ({ x, text: String(x) }))
  expect(keepApart(labels, 0, 400).map(({ text }) => text)).toEqual(['0', '40', '90', '400'])
})
