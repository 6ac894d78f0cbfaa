import { expect, test } from 'vitest'
import { orderPeriods } from '#lib/sheet/order-periods.ts'
import { everyOf } from './every-of.ts'

test.each([
  [['2026-01-05', '2026-01-06', '2026-01-07'], 'day'],
  [['2026-01-05', '2026-01-12', '2026-01-19', '2026-02-02'], 'week'],
  [['2026-W01', '2026-W02', '2026-W03'], 'week'],
  [['2026-01', '2026-02', '2026-03'], 'month'],
  [['31.01.2026', '28.02.2026', '31.03.2026'], 'month'],
  [['2026-Q1', '2026-Q2', '2026-Q3'], 'quarter'],
  [['1970', '1971', '1972'], 'year'],
  [['1', '2', '3'], 'period'],
  [['Week 1', 'Week 2'], 'period'],
  [['before', 'after'], 'period'],
  [['2026-01-05', '2026-01-08', '2026-01-11'], 'period'],
  [['2026-03'], 'month'],
])('%j come every %s', (texts, every) => {
  const { periods, kind } = orderPeriods(texts)
  expect(everyOf({ periods, periodKind: kind })).toBe(every)
})
