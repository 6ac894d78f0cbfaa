import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uniqueNames } from './unique-names.ts'

describe('uniqueNames', () => {
  test.each([
    [
      ['site', 'value'],
      ['site', 'value'],
    ],
    [
      ['', 'b', ' '],
      ['Column 1', 'b', 'Column 3'],
    ],
    [
      ['value', 'value', 'value'],
      ['value', 'value (2)', 'value (3)'],
    ],
    [
      ['value', 'value', 'value (2)'],
      ['value', 'value (3)', 'value (2)'],
    ],
    [
      ['Column 2', ''],
      ['Column 2', 'Column 2 (2)'],
    ],
    [
      ['two\r\nlines', ' spaced  out '],
      ['two lines', 'spaced out'],
    ],
    [
      ['__proto__', '__proto__'],
      ['__proto__', '__proto__ (2)'],
    ],
  ])('%j becomes %j', (header, names) => {
    expect(uniqueNames(header)).toEqual(names)
  })

  test('a header shorter than its rows is filled up', () => {
    expect(uniqueNames(['a'], 3)).toEqual(['a', 'Column 2', 'Column 3'])
  })

  test('no name is longer than 200 characters', () => {
    const [first = '', second = ''] = uniqueNames(['x'.repeat(5000), 'x'.repeat(5000)])
    expect([first.length, second.length]).toEqual([190, 194])
  })

  test('no two are ever the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'a', 'a (2)', 'a (3)', 'Column 1', 'Column 2')), (header) => {
        expect(new Set(uniqueNames(header)).size).toBe(header.length)
      }),
    )
  })
})
