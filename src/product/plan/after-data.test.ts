import { describe, expect, test } from 'vitest'
import { readPanel } from '#lib/sheet/read-panel.ts'
import { isOver, timesOf } from './after-data.ts'

const header = ['site', 'when', 'value', 'pilot']
const mapping = { site: 'site', period: 'when', value: 'value', treated: { column: 'pilot' } }

function panelOf(periods: readonly string[], since: string, values: readonly string[] = periods.map(() => '1')) {
  const rows = ['A', 'B'].flatMap((site) =>
    periods.map((period, at) => [site, period, values[at] ?? '', site === 'A' ? '1' : '0']),
  )
  return readPanel([header, ...rows], { ...mapping, since })
}

describe('timesOf', () => {
  test('counts the periods that hold a figure, on either side of the start', () => {
    expect(timesOf(panelOf(['1', '2', '3', '4', '5'], '3'))).toEqual({ before: 2, after: 3 })
    expect(timesOf(panelOf(['1', '2', '3', '4'], '3', ['1', '', '', '2']))).toEqual({ before: 1, after: 1 })
    expect(timesOf(panelOf(['1', '2'], '3'))).toEqual({ before: 2, after: 0 })
  })
})

describe('isOver: the first period with the change was past when the plan was written', () => {
  test.each([
    [['2026-11-20', '2026-11-21'], '2026-11-23', true, 'a day that is gone'],
    [['2026-11-20', '2026-11-21'], '2026-11-24', false, 'today'],
    [['2026-11-20', '2026-11-21'], '2026-11-30', false, 'a day to come'],
    [['2026-09', '2026-10'], '2026-11', false, 'the month that runs'],
    [['2026-08', '2026-09'], '2026-10', true, 'the month before'],
    [['2026-08', '2026-09'], '2026-10-15', true, 'a day in the month before'],
    [['2026-W45', '2026-W46'], '2026-W48', false, 'the week that runs, from Monday 23 November'],
    [['2026-W45', '2026-W46'], '2026-W47', true, 'the week before'],
    [['2026-Q2', '2026-Q3'], '2026-Q4', false, 'the quarter that runs'],
    [['2025-Q4', '2026-Q1'], '2026-Q2', true, 'a quarter that is gone'],
    [['1', '2'], '3', false, 'a mere number says nothing'],
    [['2024-12', '2025-01', '2025-02'], '2025-01', true, 'a start inside the sheet'],
  ])('%o with the change from %s: %s, %4$s', (periods, since, expected) => {
    expect(isOver(panelOf(periods, since), since, '2026-11-24')).toBe(expected)
  })
})
