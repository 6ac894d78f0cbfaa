import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine } from './csv.ts'

describe('a line of CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    [' =1', "' =1"],
    ['=a,"b"', `"'=a,""b"""`],
  ])('%j is never run as a formula', (text, line) => {
    expect(csvLine([text])).toBe(`${line}\r\n`)
  })

  test('numbers stay numbers', () => {
    expect(csvLine([-3.25, 1e21, 12n, '-3.25', '+7', null])).toBe('-3.25,1e+21,12,-3.25,+7,\r\n')
  })

  test('any other text comes back as it went in', () => {
    const harmless = fc.string().filter((text) => !/^[\s\0]*[=+\-@]|^[\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(harmless, { minLength: 2, maxLength: 5 }), (cells) => {
        expect(parse(csvLine(cells), { record_delimiter: '\r\n' })[0]).toEqual(cells)
      }),
    )
  })
})
