import { describe, expect, test } from 'vitest'
import { builtInFormat, numberFormat } from './number-format.ts'

describe('numberFormat', () => {
  test.each([
    ['General', 'plain', ''],
    ['0', 'plain', ''],
    ['#,##0.00', 'plain', ''],
    ['0.00E+00', 'plain', ''],
    ['@', 'plain', ''],
    ['0%', 'percent', ''],
    ['0.00\\ %', 'percent', ''],
    ['#,##0.00\\ "€"', 'plain', '€'],
    ['[$€-407]\\ #,##0.00;[Red]\\-[$€-407]\\ #,##0.00', 'plain', '€'],
    ['_-"£"* #,##0_-', 'plain', '£'],
    ['0 "days"', 'plain', ''],
    ['[Red]0', 'plain', ''],
    ['dd.mm.yyyy', 'day', ''],
    ['dd/mm/yyyy\\ hh:mm', 'day', ''],
    ['[$-407]d. mmmm yyyy;@', 'day', ''],
    ['yyyy\\-mm\\-dd', 'day', ''],
    ['yyyy-mm-dd hh:mm:ss.000', 'day', ''],
    ['mmm yy', 'month', ''],
    ['mm/yyyy', 'month', ''],
    ['yyyy', 'year', ''],
    ['h:mm AM/PM', 'time', ''],
    ['mm:ss', 'time', ''],
    ['[h]:mm', 'hours', ''],
    ['[mm]:ss', 'minutes', ''],
  ])('%s is %s', (code, kind, mark) => {
    expect(numberFormat(code)).toEqual({ kind, mark })
  })

  test.each([
    [0, 'plain'],
    [4, 'plain'],
    [9, 'percent'],
    [14, 'day'],
    [17, 'month'],
    [20, 'time'],
    [46, 'hours'],
    [49, 'plain'],
  ])('built-in %i is %s', (id, kind) => {
    expect(builtInFormat(id).kind).toBe(kind)
  })
})
