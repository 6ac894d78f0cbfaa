import { expect, test } from 'vitest'
import { breaksIn } from './breaks-in.ts'

test('any kind of line break counts once', () => {
  expect(breaksIn(['a', 'b\nc', 'd\r\ne\rf'])).toBe(3)
  expect(breaksIn([])).toBe(0)
})
