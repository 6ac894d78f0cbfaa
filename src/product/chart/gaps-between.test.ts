import { describe, expect, test } from 'vitest'
import { usualDrawing } from './chart.ts'
import { drawSeries, type SeriesPoint } from './draw-series.ts'
import { gapsBetween } from './gaps-between.ts'

const dayOf = (at: number) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)

/** So many days with nothing but one event on each of those. */
function days(count: number, events: readonly number[], denominator: number | null = null): SeriesPoint[] {
  const of = (at: number) => events.filter((one) => one === at).length
  return Array.from({ length: count }, (_, at) => ({ on: dayOf(at), value: of(at), denominator }))
}
const values = (gaps: ReturnType<typeof gapsBetween>) => gaps?.ended.map(({ value }) => value)

describe('the gaps between events', () => {
  test('of single days are whole days, told at the day of the later one', () => {
    const gaps = gapsBetween('mean', days(40, [3, 10, 30]))
    expect(gaps?.ended).toEqual([
      { on: dayOf(10), value: 7 },
      { on: dayOf(30), value: 20 },
    ])
    expect(gaps?.open).toEqual({ on: dayOf(39), value: 9.5 })
  })

  test('of one day stand evenly in it', () => {
    expect(values(gapsBetween('mean', days(8, [1, 4, 4])))).toEqual([2.75, 0.5])
  })

  test('of a rate are what it is divided by, and a period without a figure adds nothing', () => {
    const [first, , last] = days(3, [0, 2], 20)
    expect(values(gapsBetween('rate', [first ?? null, null, last ?? null]))).toEqual([20])
  })

  test('of a share are the cases between two, which are whole', () => {
    // The 5th of the first ten and the 3rd and 8th of the next.
    const gaps = gapsBetween('proportion', days(2, [0, 1, 1], 10))
    expect(values(gaps)).toEqual([6, 4])
    expect(values(gapsBetween('proportion', days(1, [0, 0, 0], 3)))).toEqual([0, 0])
  })

  test('are none between fewer than two, between parts of one, and between millions', () => {
    expect(gapsBetween('mean', days(9, [4]))).toBeNull()
    expect(gapsBetween('mean', [...days(9, [4, 6]), { on: dayOf(9), value: 0.5, denominator: null }])).toBeNull()
    expect(gapsBetween('mean', [{ on: dayOf(0), value: 2e9, denominator: null }])).toBeNull()
  })
})

const falls = { kind: 'mean', every: 'day', better: 'lower' } as const
/** A fall about every tenth day. */
const usual = [4, 15, 22, 35, 41, 55, 63, 77, 83, 94, 106, 113, 127, 133, 144, 156, 163, 177, 183, 194]

describe('a chart of gaps', () => {
  test('is drawn by itself where most periods have no event', () => {
    const drawn = drawSeries(falls, days(200, usual), usualDrawing, [])
    expect(drawn).toMatchObject({ method: 't', methodBecause: 'rare', signals: [], missing: [] })
    expect(drawn.points).toHaveLength(usual.length - 1)
    expect(drawn.points[0]).toMatchObject({ on: dayOf(15), figure: 11, isOpen: false })
  })

  test('is not drawn by itself where a figure is no count of rare events', () => {
    const minutes = days(200, usual).map((point) => ({ ...point, value: point.value * 45 }))
    const drawn = drawSeries(falls, minutes, usualDrawing, [])
    expect(drawn).toMatchObject({ method: 'xmr', methodBecause: 'kind' })
    // Nothing takes less than no time.
    expect(drawn.points.at(-1)?.low).toBe(0)
  })

  test('shows that the events have stopped, although nothing is counted any more; that is better where fewer are', () => {
    const after = days(200 + 90, usual)
    const drawn = drawSeries(falls, after, usualDrawing, [])
    expect(drawn.points.at(-1)).toMatchObject({ isOpen: true, figure: 95.5, on: dayOf(289) })
    expect(drawn.signals).toMatchObject([{ rule: 'outside', direction: 'above', side: 'better' }])
    const wanted = drawSeries({ ...falls, better: 'higher' }, after, usualDrawing, [])
    expect(wanted.signals).toMatchObject([{ direction: 'above', side: 'worse' }])
    // Limits are learnt from gaps that are over.
    expect(drawn.phases).toMatchObject([{ learntFrom: usual.length - 1 }])
  })

  test('leaves out a gap that is not over while it is no longer than usual', () => {
    expect(drawSeries(falls, days(198, usual), usualDrawing, []).points.at(-1)?.isOpen).toBe(false)
  })

  test('draws the figures themselves where somebody chose gaps and there are none', () => {
    const drawn = drawSeries(falls, days(30, [4]), { ...usualDrawing, method: 't' }, [])
    expect(drawn).toMatchObject({ method: 'xmr', methodBecause: 'no-gaps' })
    expect(drawn.points).toHaveLength(30)
  })

  test('begins new limits at the first gap that ends after a change, and has no open one to hold against old ones', () => {
    const change = {
      ...{ id: 'c', metricId: 'm', siteId: null, kind: 'change', toOn: null, effect: 'new-limits' },
      ...{ says: 'Mats', byId: 'p', at: new Date(0) },
    }
    const at = (on: string) => [{ ...change, on }] as unknown as Parameters<typeof drawSeries>[3]
    expect(drawSeries(falls, days(200, usual), usualDrawing, at(dayOf(100))).phases).toMatchObject([
      { toOn: dayOf(94) },
      { fromOn: dayOf(106) },
    ])
    const since = drawSeries(falls, days(290, usual), usualDrawing, at(dayOf(200)))
    expect(since.points.at(-1)?.isOpen).toBe(false)
  })
})
