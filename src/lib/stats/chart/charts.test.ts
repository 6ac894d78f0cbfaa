import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement, type ReferenceCase, referenceCases } from '../testing/reference-cases.ts'
import type { ChartOptions, ControlChart } from './control-chart.ts'
import { countChart } from './count-chart.ts'
import { gChart } from './g-chart.ts'
import { movingRangeChart } from './moving-range-chart.ts'
import { proportionChart } from './proportion-chart.ts'
import { rateChart } from './rate-chart.ts'
import { runChart } from './run-chart.ts'
import { spreadChart } from './spread-chart.ts'
import { tChart } from './t-chart.ts'
import { xBarChart } from './x-bar-chart.ts'
import { xmrChart } from './xmr-chart.ts'

interface Given<Values> {
  data: Values
  options: ChartOptions
}
interface Expected {
  limits: unknown
  marks: Record<string, number[]>
}

/** The chart as the oracle writes it. */
function read({ points }: ControlChart): Expected {
  const marks: Record<string, number[]> = {}
  for (const [i, { rules }] of points.entries())
    for (const rule of rules) marks[rule] = [...new Set([...(marks[rule] ?? []), i])].sort((a, b) => a - b)
  const limits = points.map(({ value, centre, low, high }) =>
    value === null || centre === null ? null : [centre, low, high],
  )
  return { limits, marks }
}

function agrees<Values>(name: string, chart: (values: Values, options: ChartOptions) => ControlChart) {
  test(`${name} agrees with limits and rules written out in numpy`, () => {
    for (const each of referenceCases<Given<Values>, Expected>('chart', name) as ReferenceCase<
      Given<Values>,
      Expected
    >[]) {
      const { limits, marks } = read(chart(each.given.data, each.given.options))
      expect(Object.keys(marks).sort()).toEqual(Object.keys(each.expected.marks).sort())
      expectAgreement({ limits, marks }, { ...each, near: 1e-12 })
    }
  })
}

describe('against a second program', () => {
  agrees('xmrChart', xmrChart)
  agrees('proportionChart', proportionChart)
  agrees('rateChart', rateChart)
  agrees('countChart', countChart)
  agrees('gChart', gChart)
  agrees('tChart', tChart)
  agrees('xBarChart', xBarChart)
  agrees('spreadChart', spreadChart)
})

const series = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 50 })

describe('all charts', () => {
  test('limits move and stretch with the values', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, scale) => {
        const [plain, moved] = [values, values.map((value) => 1e6 + scale * value)].map((each) => xmrChart(each))
        for (const [i, point] of (plain?.points ?? []).entries()) {
          const other = moved?.points[i]
          if (point.high === null || !other || other.high === null) continue
          expect(other.high).toBeCloseTo(1e6 + scale * point.high, 5)
        }
      }),
    )
  })

  test('a frozen baseline does not move with what comes after', () => {
    fc.assert(
      fc.property(series, series, (before, after) => {
        const baseline = before.length
        const alone = xmrChart(before, { baseline }).points
        expect(
          xmrChart([...before, ...after], { baseline })
            .points.slice(0, baseline)
            .map(({ high }) => high),
        ).toEqual(alone.map(({ high }) => high))
      }),
    )
  })

  test('limits freeze after 20 points, and only a recorded change re-bases them', () => {
    const values = Array.from({ length: 60 }, (_, i) => (i < 40 ? 10 : 30) + (i % 3))
    const frozen = xmrChart(values)
    expect(frozen.phases).toHaveLength(1)
    expect(frozen.phases[0]).toMatchObject({ baseline: 20, isProvisional: false })
    expect(frozen.points.slice(40).every(({ rules }) => rules.includes('outside') && rules.includes('shift'))).toBe(
      true,
    )
    const rebased = xmrChart(values, { changes: [40] })
    expect(rebased.phases.map(({ from, to }) => [from, to])).toEqual([
      [0, 40],
      [40, 60],
    ])
    expect(rebased.signals).toEqual([])
  })

  test('fewer than 12 points are provisional, one has no limits, none has nothing', () => {
    expect(xmrChart([1, 2, 4, 3]).phases[0]).toMatchObject({ isProvisional: true, reason: null })
    expect(xmrChart([5])).toMatchObject({
      points: [{ value: 5, centre: 5, low: null }],
      phases: [{ reason: 'too-few-points' }],
    })
    expect(xmrChart([null]).points).toEqual([{ value: null, centre: null, low: null, high: null, rules: [] }])
    expect(xmrChart([])).toMatchObject({ points: [], phases: [], signals: [] })
  })

  test('values that do not vary have no limits, whatever their size', () => {
    for (const value of [0, 3, 0.1 + 0.2, 1e9])
      expect(xmrChart(Array(15).fill(value))).toMatchObject({ phases: [{ reason: 'no-variation' }], signals: [] })
    expect(xmrChart([1e9, 1e9 + 1e-7, 1e9]).phases[0]?.reason).toBe('no-variation')
    expect(movingRangeChart([3, 3, 3]).phases[0]?.reason).toBe('no-variation')
    expect(
      xBarChart([
        [1, 1],
        [1, 1],
      ]).phases[0]?.reason,
    ).toBe('no-variation')
    expect(
      spreadChart([
        [1, 1],
        [1, 1],
      ]).phases[0]?.reason,
    ).toBe('no-variation')
    const same = Array.from({ length: 15 }, () => ({ count: 3, size: 10 }))
    expect(proportionChart(same, { overDispersion: true }).phases[0]?.reason).toBe('no-variation')
    expect(proportionChart(same).phases[0]?.reason).toBeNull()
  })

  test('limits around 1e9 keep their digits', () => {
    const values = [1, 3, 2, 5, 4, 2, 3, 1, 2, 4, 3, 2, 5].map((value) => 1e9 + value)
    const [point] = xmrChart(values).points
    const [small] = xmrChart(values.map((value) => value - 1e9)).points
    expect((point?.high ?? 0) - 1e9).toBeCloseTo(small?.high ?? 0, 6)
  })

  test('survives JSON', () => {
    const charts = [
      xmrChart([1, null, 2, 4]),
      runChart([1, null, 2]),
      tChart([0, 3, 1]),
      gChart([1, 4, null]),
      countChart([0, 0]),
      rateChart([{ count: 0, size: 0 }, null, { count: 3, size: 1.5 }]),
      proportionChart([{ count: 1, size: 1 }], { overDispersion: true }),
      spreadChart([[1], [1, 2]], { by: 'range' }),
    ]
    for (const chart of charts) expect(JSON.parse(JSON.stringify(chart))).toEqual(chart)
  })

  test('refuses impossible options and values', () => {
    expect(() => xmrChart([1, Number.NaN])).toThrow(RangeError)
    expect(() => xmrChart([1, 2], { baseline: 1 })).toThrow(RangeError)
    expect(() => xmrChart([1, 2], { changes: [2] })).toThrow(RangeError)
    expect(() => xmrChart([1, 2], { exclude: [-1] })).toThrow(RangeError)
    expect(() => tChart([-1])).toThrow(RangeError)
    expect(() => countChart([5], { size: 4 })).toThrow(RangeError)
    expect(() => countChart([5], { size: 0 })).toThrow(RangeError)
    expect(() => proportionChart([{ count: 5, size: 4 }])).toThrow(RangeError)
    expect(() => rateChart([{ count: 5, size: 0 }])).toThrow(RangeError)
    expect(() => xBarChart([Array(26).fill(1)], { by: 'range' })).toThrow(RangeError)
  })
})

describe('counts', () => {
  test('a period without units is skipped, not 0', () => {
    const periods = [
      { count: 0, size: 0 },
      { count: 2, size: 10 },
      { count: 3, size: 12 },
    ]
    expect(proportionChart(periods)).toMatchObject({
      points: [{ value: null, low: null, high: null }, { value: 0.2 }, { value: 0.25 }],
      phases: [{ baseline: 2 }],
    })
  })

  test('no event at all, or nothing else: chart the gaps', () => {
    const none = Array.from({ length: 12 }, () => ({ count: 0, size: 10 }))
    const all = Array.from({ length: 12 }, () => ({ count: 10, size: 10 }))
    expect(proportionChart(none).phases[0]?.reason).toBe('no-events')
    expect(proportionChart(all).phases[0]?.reason).toBe('all-events')
    expect(rateChart(none).phases[0]?.reason).toBe('no-events')
    expect(countChart([0, 0, 0]).phases[0]?.reason).toBe('no-events')
    expect(countChart([4, 4, 4], { size: 4 }).phases[0]?.reason).toBe('all-events')
    expect(gChart([0, 0, 0]).phases[0]?.reason).toBe('all-events')
  })

  test('limits stay within what is possible', () => {
    const periods = [1, 2, 0, 1, 3, 0, 2, 1, 4, 1, 0, 2].map((count) => ({ count, size: 4 }))
    for (const { low, high } of proportionChart(periods).points) expect([low, high]).toEqual([0, 1])
    for (const { low } of rateChart(periods).points) expect(low).toBe(0)
  })
})

describe('runChart', () => {
  test('is centred on the median of its baseline and has no limits', () => {
    const chart = runChart([1, 9, 2, 4, 100], { baseline: 4 })
    expect(chart.points[0]).toMatchObject({ centre: 3, low: null, high: null })
    expect(chart.phases[0]?.reason).toBeNull()
    expect(chart.rules).toBe('anhoej')
  })

  test('NHS rules read runs and trends alone', () => {
    expect(runChart([1, 2, 3, 4, 5, 6, 7], { rules: 'nhs' }).signals).toEqual([
      { rule: 'trend', direction: 'rising', from: 0, to: 6, count: 7 },
    ])
  })
})

describe('xmrChart', () => {
  test('screening leaves a wild range out of the average', () => {
    const values = [5, 6, 5, 7, 6, 5, 60, 6, 5, 7, 6, 5, 6, 7, 5, 6, 5, 7, 6, 5]
    const plain = xmrChart(values, { rules: 'outside' })
    const screened = xmrChart(values, { rules: 'outside', screenRanges: true })
    expect(screened.points[0]?.high).toBeLessThan(plain.points[0]?.high ?? 0)
    expect(screened.points[6]?.rules).toEqual(['outside'])
  })

  test('an excluded point is drawn and judged, but teaches nothing', () => {
    const values = [5, 6, 5, 7, 6, 5, 60, 6, 5, 7, 6, 5, 6, 7, 5, 6, 5, 7, 6, 5]
    const chart = xmrChart(values, { exclude: [6] })
    expect(chart.points[6]?.rules).toEqual(['outside'])
    expect(chart.points[0]?.high).toBe(xmrChart(values.filter((value) => value < 60)).points[0]?.high)
  })

  test('its moving ranges have their limit at 3.267 times the average', () => {
    const chart = movingRangeChart([1, 3, 2, 2, 5, 4], { changes: [3] })
    expect(chart.points[0]?.value).toBeNull()
    expect(chart.points[1]).toMatchObject({ value: 2, centre: 1.5, low: 0, high: 3.267 * 1.5 })
    // No range across a recorded change.
    expect(chart.points[3]?.value).toBeNull()
  })
})
