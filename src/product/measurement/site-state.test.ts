import { describe, expect, test } from 'vitest'
import type { SiteId } from '#product/site/site.ts'
import { siteStateOf } from './site-state.ts'

const id = '3f1d5a52-24a0-4c55-8d6a-0f0f3bb6d9a1' as SiteId
const point = (on: string, value = 1) => ({ on, value, denominator: null })
const weekly = { every: 'week' } as const

describe('how a metric stands at a site', () => {
  test('a gap between figures is missing; what is over since the latest is late', () => {
    const points = [point('2024-05-06'), point('2024-05-20')]
    const state = siteStateOf({ id, closedOn: null }, points, weekly, '2024-06-12')
    expect(state.missing).toEqual({ count: 1, ons: ['2024-05-13'] })
    expect(state.late).toEqual({ count: 2, ons: ['2024-05-27', '2024-06-03'] })
    expect(state.last).toEqual(points[1])
    expect(state.before).toEqual(points[0])
  })

  test('the running period is not late', () => {
    expect(siteStateOf({ id, closedOn: null }, [point('2024-05-06')], weekly, '2024-05-19').late.count).toBe(0)
  })

  test('of a closed site nothing is expected any more', () => {
    const state = siteStateOf({ id, closedOn: '2024-05-22' }, [point('2024-05-06')], weekly, '2024-12-31')
    expect(state.late).toEqual({ count: 1, ons: ['2024-05-13'] })
  })

  test('a figure far off is shown and stays', () => {
    const values = [5, 5.1, 4.9, 5.2, 4.8, 5, 5.3, 50]
    const points = values.map((value, at) => point(`2024-0${at + 1}-01`, value))
    const state = siteStateOf({ id, closedOn: null }, points, { every: 'month' }, '2024-08-15')
    expect(state.outlying).toEqual({ count: 1, points: [points[7]] })
    expect(state.last?.value).toBe(50)
  })

  test('a site without figures is late with none: nobody has said when it begins', () => {
    const state = siteStateOf({ id, closedOn: null }, [], weekly, '2024-05-19')
    expect(state).toMatchObject({ last: null, missing: { count: 0 }, late: { count: 0 } })
  })
})
