import { describe, expect, test } from 'vitest'
import { areUneven, periodPlaces, periodScale, periodText, periodTicks } from './period.ts'

const weeks = Array.from({ length: 20 }, (_, week) =>
  new Date(Date.UTC(2026, 5, 29) + week * 7 * 86_400_000).toISOString().slice(0, 10),
)

describe('ticks of periods', () => {
  test('weeks get one where a month begins', () => {
    expect(periodTicks(weeks, 'en')).toEqual([
      { index: 1, text: 'Jul' },
      { index: 5, text: 'Aug' },
      { index: 10, text: 'Sep' },
      { index: 14, text: 'Oct' },
      { index: 18, text: 'Nov' },
    ])
  })
  test('in the words of the reader', () => {
    expect(periodTicks(weeks, 'de').map((tick) => tick.text)).toContain('Okt')
  })
  test('many years get one where a year begins', () => {
    const months = Array.from(
      { length: 48 },
      (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    expect(periodTicks(months, 'en')).toEqual([
      { index: 0, text: '2022' },
      { index: 12, text: '2023' },
      { index: 24, text: '2024' },
      { index: 36, text: '2025' },
    ])
  })
  test('numbers and names speak for themselves', () => {
    expect(periodTicks(['1970', '1971', '1972', '1973'], 'en').map((tick) => tick.text)).toEqual([
      '1970',
      '1971',
      '1972',
      '1973',
    ])
    expect(periodTicks(['before', 'after'], 'en')).toHaveLength(2)
  })
})

describe('where periods stand', () => {
  test('numbers at their true distance, halves between their neighbours', () => {
    const hours = ['0', '0.5', '1.5', '4', '18']
    expect(periodPlaces(hours)).toEqual([0, 0.5, 1.5, 4, 18])
    const x = periodScale(hours, [10, 190])
    expect([0, 1, 2, 3, 4].map(x)).toEqual([10, 15, 25, 50, 190])
    expect(x(0.5)).toBe(12.5)
    expect([areUneven(hours), areUneven(['1', '2', '3']), areUneven(['a', 'b'])]).toEqual([true, false, false])
  })
  test.each([
    [['before', 'after']],
    [['2026-01', '2026-02', '2026-09']],
    [['3', '1', '2']],
    [['1', '1', 'x']],
    [['7']],
  ])('%j one step apart', (periods) => {
    expect(periodPlaces(periods)).toEqual(periods.map((_, at) => at))
    expect(periodScale(periods, [0, 100])(periods.length - 1)).toBe(periods.length > 1 ? 100 : 0)
  })
})

test('a period in words', () => {
  expect(periodText('2026-09-21', 'en')).toBe('21 Sep 2026')
  expect(periodText('2026-09', 'de')).toBe('Sept. 2026')
  expect(periodText('wave 2', 'en')).toBe('wave 2')
})
