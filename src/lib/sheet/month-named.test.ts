import { expect, test } from 'vitest'
import { monthNamed } from './month-named.ts'

test.each([
  ['Jan', 1],
  ['JANUARY', 1],
  ['Mär', 3],
  ['Ma\u0308rz', 3],
  ['Mai', 5],
  ['okt', 10],
  ['Dez', 12],
  ['Shop', 0],
  ['', 0],
])('%j is month %i', (name, month) => {
  expect(monthNamed(name)).toBe(month)
})
