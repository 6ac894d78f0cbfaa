import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/anywhere/problem.ts'
import type { SiteId } from '#product/site/site.ts'
import { handCells, type Stretch } from './hand-schedule.ts'

const week = { every: 'week', outcomesOn: '2024-01-01' } as const
const day = { every: 'day', outcomesOn: '2024-01-01' } as const

const scheduleOf = (untilOn: string, ...on: Stretch[][]) => ({
  by: 'schedule' as const,
  untilOn,
  schedule: on.map((stretches, at) => ({ siteId: String(at) as SiteId, on: stretches })),
})

describe('a schedule written by hand', () => {
  test('says yes in its stretches, no in between, and nothing around them', () => {
    const written = scheduleOf('2024-01-06', [
      { from: '2024-01-01', to: '2024-01-02' },
      { from: '2024-01-05', to: '2024-01-06' },
    ])
    const { cellOf, lastOn, windowLength } = handCells(['Aachen'], written, day)
    const days = ['2023-12-31', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-06', '2024-01-07']
    expect(days.map((on) => cellOf('Aachen', on))).toEqual(['', 'yes', 'yes', 'no', 'yes', ''])
    expect({ lastOn, windowLength }).toEqual({ lastOn: '2024-01-06', windowLength: 2 })
  })

  test('takes the period that holds a day', () => {
    const written = scheduleOf('2024-01-31', [{ from: '2024-01-10', to: '2024-01-17' }])
    const { cellOf, lastOn } = handCells(['Aachen'], written, week)
    const weeks = ['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22', '2024-01-29']
    expect(weeks.map((on) => cellOf('Aachen', on))).toEqual(['no', 'yes', 'yes', 'no', 'no'])
    expect(lastOn).toBe('2024-01-29')
  })

  test('has windows that no switch of any site cuts', () => {
    const on = (from: number, to: number) => ({ from: `2024-01-0${from}`, to: `2024-01-0${to}` })
    expect(handCells(['A', 'B'], scheduleOf('2024-01-09', [on(1, 4)], [on(3, 8)]), day).windowLength).toBe(2)
    expect(handCells(['A', 'B'], scheduleOf('2024-01-09', [on(1, 4)], [on(4, 8)]), day).windowLength).toBe(1)
    // One site all the time on, the other never.
    expect(handCells(['A', 'B'], scheduleOf('2024-01-09', [on(1, 9)], []), day).windowLength).toBe(9)
  })

  test.each([
    ['ends before it begins', '2023-12-01', [], 'plan.schedule-backwards', '#/assignment/untilOn'],
    ['never ends', '2044-01-01', [], 'plan.schedule-long', '#/assignment/untilOn'],
    [
      'has a stretch that runs backwards',
      '2024-01-09',
      [{ from: '2024-01-05', to: '2024-01-04' }],
      'plan.stretch-backwards',
      '#/assignment/schedule/0/on/0/to',
    ],
    [
      'has a stretch before its first day',
      '2024-01-09',
      [{ from: '2023-12-30', to: '2024-01-04' }],
      'plan.stretch-outside',
      '#/assignment/schedule/0/on/0/from',
    ],
    [
      'has a stretch after its last day',
      '2024-01-09',
      [{ from: '2024-01-05', to: '2024-01-10' }],
      'plan.stretch-outside',
      '#/assignment/schedule/0/on/0/to',
    ],
  ])('is refused where it %s', (_, untilOn, on, code, pointer) => {
    const attempt = () => handCells(['Aachen'], scheduleOf(untilOn, on), day)
    expect(attempt).toThrow(
      expect.objectContaining({ messageId: code, fields: [expect.objectContaining({ pointer })] }),
    )
    expect(attempt).toThrow(Problem)
  })
})
