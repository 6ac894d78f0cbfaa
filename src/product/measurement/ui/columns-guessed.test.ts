import { describe, expect, test } from 'vitest'
import type { SheetColumn, SheetDescription } from '#product/sheet/sheet.ts'
import { columnsGuessed, columnsWhole } from './columns-guessed.ts'

function column(name: string, kind: SheetColumn['kind'], ...examples: string[]): SheetColumn {
  return { name, kind, filled: 10, missing: 0, distinct: 5, examples, levels: null, mark: '' }
}

function described(...columns: SheetColumn[]): SheetDescription {
  const guesses = { site: null, period: null, value: null, treated: null, since: null, guardrails: [] }
  return { columns, guesses, isWide: false } as unknown as SheetDescription
}

const monthly = { kind: 'rate', every: 'month' } as const

describe('which column of a table says what', () => {
  test('the period is the column that names periods of the metric’s, whatever it is called', () => {
    const sheet = described(
      column('place', 'text', 'Ward 7', 'Ward 8'),
      column('at', 'text', '2024-05', 'Jun 2024', 'soon'),
      column('falls', 'number', '3', '4'),
      column('days', 'number', '310', '280'),
    )
    expect(columnsGuessed(sheet, monthly)).toMatchObject({ site: 'place', period: 'at', denominator: 'days' })
    const level = { kind: 'mean', every: 'month' } as const
    expect(columnsGuessed(sheet, level)).toMatchObject({ value: null, denominator: null })
  })

  test('is whole once nothing that the metric needs is open', () => {
    const chosen = { ...columnsGuessed(described(), monthly), site: 'a', period: 'b', value: 'c' }
    expect(columnsWhole(chosen, monthly)).toBeNull()
    expect(columnsWhole({ ...chosen, denominator: 'd' }, monthly)).toMatchObject({ denominator: 'd' })
    expect(columnsWhole({ ...chosen, isWide: true }, { kind: 'mean' })).toMatchObject({ site: 'a', period: null })
  })
})
