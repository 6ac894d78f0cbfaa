import { describe, expect, test } from 'vitest'
import { guessColumn } from './guess-column.ts'

const guess = (...cells: string[]) => guessColumn('x', cells)

describe('guessColumn', () => {
  test('numbers, with style, mark and what does not fit', () => {
    const cells = ['1,5 €', '2,5 €', 'NA', '3 €', '4 €', '5 €', '6 €', '7 €', '8 €', '9 €', 'closed']
    expect(guess(...cells)).toMatchObject({
      kind: 'number',
      filled: 10,
      missing: 1,
      misfits: 1,
      distinct: 10,
      examples: ['1,5 €', '2,5 €', '3 €'],
      numbers: { style: 'comma', unsure: null, mark: '€', areWhole: false },
      periods: null,
    })
    expect(guess('1,234', '5').numbers).toMatchObject({ style: 'point', unsure: '1,234', areWhole: true })
    expect(guessColumn('x', ['1,234', '5'], 'comma').numbers).toMatchObject({ style: 'comma', unsure: '1,234' })
  })

  test('flags', () => {
    expect(guess('0', '1', 'NA').kind).toBe('flag')
    expect(guess('ja', 'nein').kind).toBe('flag')
    expect(guess('0', '1', '2').kind).toBe('number')
  })

  test('periods', () => {
    expect(guess('2024-01', '2024-02')).toMatchObject({ kind: 'period', periods: { kind: 'month', unsure: null } })
    expect(guess('05.2024', '06.2024').periods?.kind).toBe('month')
    expect(guess('01/02/2024', '03/02/2024').periods).toEqual({
      kind: 'day',
      order: 'month-first',
      unsure: '01/02/2024',
    })
    expect(guess('Week 1', 'Week 2').periods?.kind).toBe('numbered')
    expect(guess('2019', '2020').kind).toBe('number')
  })

  test('text, with its levels by frequency', () => {
    expect(guess('b', 'a', 'b')).toMatchObject({
      kind: 'text',
      levels: [
        { text: 'b', count: 2 },
        { text: 'a', count: 1 },
      ],
    })
    expect(guess(...Array.from({ length: 61 }, (_, at) => `site ${at}`)).levels).toBeNull()
    expect(guess('5', '6', 'many', 'few').kind).toBe('text')
  })

  test('nothing', () => {
    expect(guess('', 'NA', '-')).toMatchObject({ kind: 'empty', filled: 0, missing: 3 })
    expect(guess()).toMatchObject({ kind: 'empty' })
  })
})
