import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MetricId } from '#product/metric/metric.ts'
import { type Gain, reversalOf } from './gain.ts'
import { aGain } from './testing/a-gain.ts'
import { sumOf, sumOfMinor, totalsOf } from './totals.ts'

const metricId = '0b6f3f5e-7c39-4c5a-9f51-2f9b1f6d7c02' as MetricId
const line = ({ isConfirmed = false, ...part }: Partial<Gain> & { isConfirmed?: boolean } = {}) => ({
  ...aGain({ metricId, ...part }),
  isConfirmed,
  metricName: 'Sales',
})

describe('the sum of amounts', () => {
  test('estimates add up, and so do the ends: trials may share what they are compared with', () => {
    expect(
      sumOf([
        { estimate: 10, low: 7, high: 15 },
        { estimate: 20, low: 16, high: 32 },
      ]),
    ).toEqual({ estimate: 30, low: 23, high: 47 })
    expect(
      sumOfMinor([
        { estimate: 10n, low: 7n, high: 15n },
        { estimate: 20n, low: 16n, high: 32n },
      ]),
    ).toEqual({ estimate: 30n, low: 23n, high: 47n })
  })

  test('one amount without an interval leaves the sum without one', () => {
    expect(
      sumOf([
        { estimate: 10, low: 7, high: 15 },
        { estimate: 20, low: null, high: null },
      ]),
    ).toEqual({ estimate: 30, low: null, high: null })
  })

  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const distance = fc.double({ min: 0, max: 1e6, noNaN: true })
  const amount = fc
    .record({ estimate: number, down: distance, up: distance })
    .map(({ estimate, down, up }) => ({ estimate, low: estimate - down, high: estimate + up }))

  test('order does not matter', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (amounts) => {
        const [forward, backward] = [sumOf(amounts), sumOf(amounts.toReversed())]
        for (const part of ['estimate', 'low', 'high'] as const)
          expect(forward[part]).toBeCloseTo(backward[part] ?? Number.NaN, 5)
      }),
    )
  })

  test('the interval is as wide as all of them together', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (amounts) => {
        const { low, high } = sumOf(amounts)
        const widths = amounts.reduce((sum, each) => sum + each.high - each.low, 0)
        expect((high ?? 0) - (low ?? 0)).toBeCloseTo(widths, 4)
      }),
    )
  })
})

describe('what the ledger adds up to', () => {
  test('each metric, interval of time and grade stands by itself', () => {
    const other = '1c6f3f5e-7c39-4c5a-9f51-2f9b1f6d7c03' as MetricId
    const { metrics } = totalsOf([
      line({ grade: 'A' }),
      line({ grade: 'B' }),
      line({ grade: 'B' }),
      line({ grade: 'B', per: 'month' }),
      line({ grade: 'B', metricId: other }),
    ])
    expect(
      metrics.map(({ metricId, per, grades }) => [metricId, per, grades.map(({ grade, lines }) => [grade, lines])]),
    ).toEqual([
      [
        metricId,
        'week',
        [
          ['A', 1],
          ['B', 2],
        ],
      ],
      [metricId, 'month', [['B', 1]]],
      [other, 'week', [['B', 1]]],
    ])
  })

  test('other units and other currencies are never added', () => {
    const { metrics } = totalsOf([line(), line(), line({ unit: 'crates' }), line({ currency: 'JPY' })])
    expect(metrics.map(({ unit, currency, grades }) => [unit, currency, grades[0]?.lines])).toEqual([
      ['boxes', 'EUR', 2],
      ['crates', 'EUR', 1],
      ['boxes', 'JPY', 1],
    ])
  })

  test('a self-judged gain counts as grade D until it is confirmed', () => {
    const grade = (isConfirmed: boolean) =>
      totalsOf([line({ grade: 'B', isSelfJudged: true, isConfirmed })]).metrics[0]?.grades[0]?.grade
    expect(grade(false)).toBe('D')
    expect(grade(true)).toBe('B')
  })

  test('null, harmful and dropped results are counted beside the gains and add no amount', () => {
    const without = { amount: null, amountMinor: null }
    const { metrics, tried } = totalsOf([
      line(),
      line({ outcome: 'without-proof', ...without }),
      line({ outcome: 'no-proof', ...without }),
      line({ outcome: 'no-proof', ...without }),
      line({ outcome: 'harm', ...without }),
      line({ outcome: 'dropped', ...without }),
    ])
    expect(tried).toEqual({ gain: 1, reversed: 0, withoutProof: 1, noProof: 2, harm: 1, dropped: 1 })
    expect(metrics[0]?.grades).toMatchObject([{ lines: 1, amount: { estimate: 12 } }])
  })

  test('money says how many of the lines it covers', () => {
    expect(totalsOf([line(), line({ amountMinor: null })]).metrics[0]?.grades).toMatchObject([
      { lines: 2, linesInMoney: 1, amountMinor: { estimate: 1200n } },
    ])
    expect(totalsOf([line({ amountMinor: null })]).metrics[0]?.grades[0]?.amountMinor).toBeNull()
  })

  test('a line that was taken back leaves the totals as if it had never been', () => {
    const grade = fc.constantFrom('A', 'B', 'C', 'D') as fc.Arbitrary<Gain['grade']>
    const booked = fc.array(fc.record({ estimate: fc.integer({ min: -500, max: 500 }), width: fc.nat(300), grade }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(booked, fc.array(fc.nat(11)), (made, taken) => {
        const lines = made.map(({ estimate, width, grade: of }) =>
          line({
            grade: of,
            amount: { estimate, low: estimate - width, high: estimate + 2 * width },
            amountMinor: { estimate: BigInt(estimate), low: BigInt(estimate - width), high: BigInt(estimate + width) },
          }),
        )
        const gone = new Set(taken.filter((at) => at < lines.length))
        const reversals = [...gone].flatMap((at) => {
          const gain = lines[at]
          const edge = { id: aGain().id, bookedById: aGain().bookedById, bookedAt: new Date() }
          return gain ? [{ ...gain, ...reversalOf(gain, 'It slipped.', edge) }] : []
        })
        const after = totalsOf([...lines, ...reversals])
        const never = totalsOf(lines.filter((_, at) => !gone.has(at)))
        expect(after.metrics).toEqual(never.metrics)
        expect(after.tried).toEqual({ ...never.tried, reversed: gone.size })
      }),
    )
  })
})
