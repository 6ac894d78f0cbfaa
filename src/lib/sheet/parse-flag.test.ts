import { describe, expect, test } from 'vitest'
import { parseFlag } from './parse-flag.ts'

describe('parseFlag', () => {
  test.each(['1', ' 1 ', '1.0', 'yes', 'Y', 'TRUE', 'T', 'Ja', 'j', 'WAHR'])('%j says yes', (text) => {
    expect(parseFlag(text)).toBe(true)
  })

  test.each(['0', '0.0', 'No', 'n', 'False', 'F', 'nein', 'FALSCH'])('%j says no', (text) => {
    expect(parseFlag(text)).toBe(false)
  })

  test.each(['', '2', 'x', 'test', 'NA', '-1', '__proto__'])('%j says neither', (text) => {
    expect(parseFlag(text)).toBeNull()
  })
})
