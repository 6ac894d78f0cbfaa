import { expect, test } from 'vitest'
import { numberHintOf } from './number-hint.ts'

test('other cells tell, else the delimiter', () => {
  expect(numberHintOf([['A', '1,234', '0,5']], ',')).toBe('comma')
  expect(numberHintOf([['A', '1,234', '0.5']], ';')).toBe('point')
  expect(numberHintOf([['A', '1,234']], ';')).toBe('comma')
  expect(numberHintOf([['A', '1,234']], ',')).toBe('point')
  expect(numberHintOf([], '\t')).toBe('point')
})

test('months do not count as numbers with a point', () => {
  expect(
    numberHintOf(
      [
        ['05.2024', '7'],
        ['06.2024', '1,234'],
      ],
      ';',
    ),
  ).toBe('comma')
})
