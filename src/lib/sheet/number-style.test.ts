import { describe, expect, test } from 'vitest'
import { numberStyleOf } from './number-style.ts'

describe('numberStyleOf', () => {
  test.each([
    [['1', '2.5', 'NA'], 'point'],
    [['1', '2,5'], 'comma'],
    [['1.234,5', '7'], 'comma'],
    [['1,234.5', '7'], 'point'],
    [['1.234.567'], 'comma'],
    [['1,234,567'], 'point'],
    [['0.123'], 'point'],
    [['1 234,567'], 'comma'],
    [['1.234', '0,5'], 'comma'],
    [['1,234', '12.25'], 'point'],
  ] as const)('%j settles it', (cells, style) => {
    expect(numberStyleOf(cells)).toEqual({ style, unsure: null })
  })

  test('a lone 1,234 is read as the hint says, and reported', () => {
    expect(numberStyleOf(['5', '1,234'])).toEqual({ style: 'point', unsure: '1,234' })
    expect(numberStyleOf(['5', '1,234'], 'comma')).toEqual({ style: 'comma', unsure: '1,234' })
  })

  test('whole numbers leave it to the hint, and nothing is unsure', () => {
    expect(numberStyleOf(['5', '1 234', 'text'], 'comma')).toEqual({ style: 'comma', unsure: null })
  })

  test('the majority wins; the rest will be reported as text', () => {
    expect(numberStyleOf(['1,5', '2,5', '3.25']).style).toBe('comma')
  })
})
