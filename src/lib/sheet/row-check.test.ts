import { describe, expect, test } from 'vitest'
import type { Header } from './header-of.ts'
import { rowCheck, type Suspicions } from './row-check.ts'

const header: Header = { names: ['shop', 'week', 'sales'], at: 0, first: 1, titles: 0 }
const calm: Suspicions = { hasNul: false, hasReplacement: false, isSound: true, encoding: 'utf-8' }
const checked = (changes: Partial<Suspicions> = {}) => rowCheck(header, 10, { ...calm, ...changes })

describe('rowCheck', () => {
  test('rows come out as wide as the header; blank ones do not', () => {
    const { check, count, warnings } = checked()
    expect(check(2, ['A', '1', '5'])).toEqual(['A', '1', '5'])
    expect(check(3, ['A', '1', '5', '', ' '])).toEqual(['A', '1', '5'])
    expect(check(4, ['', ' ', ''])).toBeNull()
    expect(check(5, ['A'])).toEqual(['A', '', ''])
    expect(count()).toBe(3)
    expect(warnings()).toEqual([
      { code: 'short-rows', values: { count: 1, columns: 3 }, at: { row: 5 }, places: [{ row: 5 }] },
    ])
  })

  test('a row with too many cells is refused', () => {
    const long = () => checked().check(7, ['A', '1', '3', '5'])
    expect(long).toThrow(expect.objectContaining({ code: 'long-row', values: { cells: 4, columns: 3 }, row: 7 }))
  })

  test('a cell without end, a NUL and broken bytes are refused with row and column', () => {
    expect(() => checked().check(7, ['A', 'x'.repeat(11)])).toThrow(
      expect.objectContaining({ code: 'cell-too-long', values: { length: 11, limit: 10 }, row: 7, column: 'week' }),
    )
    expect(() => checked({ hasNul: true }).check(8, ['A', '1', 'a\0'])).toThrow(
      expect.objectContaining({ code: 'nul-character', row: 8, column: 'sales' }),
    )
    expect(() => checked({ hasReplacement: true, isSound: false }).check(9, ['\ufffd'])).toThrow(
      expect.objectContaining({ code: 'bad-encoding', values: { encoding: 'utf-8' }, row: 9, column: 'shop' }),
    )
  })

  test('a replacement character that stood in the file is a warning', () => {
    const { check, warnings } = checked({ hasReplacement: true })
    check(2, ['Z\ufffdrich', '1', '5'])
    expect(warnings()).toMatchObject([{ code: 'damaged-text', values: { count: 1 }, at: { row: 2, column: 'shop' } }])
  })

  test('what is odd about the sheet as a whole', () => {
    const odd = rowCheck({ names: ['Column 1'], at: null, first: 1, titles: 1 }, 10, {
      ...calm,
      encoding: 'windows-1252',
    })
    expect(odd.warnings().map(({ code }) => code)).toEqual(['windows-text', 'title-rows', 'no-header', 'one-column'])
  })
})
