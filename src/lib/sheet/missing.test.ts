import { describe, expect, test } from 'vitest'
import { isMissing } from './missing.ts'

describe('isMissing', () => {
  test.each(['', ' ', '-', '.', 'NA', 'N/A', 'n/a', 'NaN', 'null', 'NULL', ' na ', '..', '–', '#N/A', '#NV', '\u00a0'])(
    '%j holds no value',
    (text) => {
      expect(isMissing(text)).toBe(true)
    },
  )

  test.each(['0', '-1', 'none', 'nein', 'Nancy', '#DIV/0!', '--', '?', 'x'])('%j is a value', (text) => {
    expect(isMissing(text)).toBe(false)
  })
})
