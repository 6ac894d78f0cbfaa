import { describe, expect, test } from 'vitest'
import { preTrend } from './pre-trend.ts'

const seed = 1
/** A site whose values before the start rise by `slope`, with a wobble of its own. */
const site = (name: string, treated: boolean, slope: number, wobble: number) => ({
  name,
  treated,
  values: [0, 1, 2, 3, 4, 5].map((t) => 10 + slope * t + (t % 2 === 0 ? wobble : -wobble)),
})
const group = (treated: boolean, slope: number, count: number) =>
  Array.from({ length: count }, (_, i) => site(`${treated}${i}`, treated, slope, ((i * 7) % 5) / 10))

describe('preTrend', () => {
  test('groups that rise alike are parallel', () => {
    const answer = preTrend({ sites: [...group(true, 1, 6), ...group(false, 1, 6)], since: 4 }, { seed })
    expect(answer).toMatchObject({ parallel: true, reason: null, periods: 4 })
    expect(answer.difference?.estimate).toBeCloseTo(0, 9)
  })

  test('groups that move apart are not, and it says what that would add to the estimate', () => {
    const answer = preTrend({ sites: [...group(true, 2, 6), ...group(false, 1, 6)], since: 4 }, { seed })
    expect(answer.parallel).toBe(false)
    expect((answer.treatedSlope ?? 0) - (answer.comparisonSlope ?? 0)).toBeCloseTo(1, 9)
    // Middle of periods 0-3 is 1.5, of 4-5 is 4.5: three periods apart at 1 a period.
    expect(answer.impliedBias?.estimate).toBeCloseTo(3, 9)
    expect(answer.impliedBias?.low).toBeCloseTo(3 * (answer.difference?.low ?? 0), 9)
  })

  test('does not see anything from the start on', () => {
    const sites = [...group(true, 1, 6), ...group(false, 1, 6)]
    const changed = sites.map((s) => ({ ...s, values: s.values.map((v, t) => (s.treated && t >= 4 ? v + 50 * t : v)) }))
    const [plain, other] = [preTrend({ sites, since: 4 }, { seed }), preTrend({ sites: changed, since: 4 }, { seed })]
    expect(other.difference?.estimate).toBe(plain.difference?.estimate)
  })

  test('needs three periods and says when there are fewer', () => {
    const sites = [...group(true, 1, 6), ...group(false, 1, 6)]
    for (const since of [1, 2])
      expect(preTrend({ sites, since }, { seed })).toMatchObject({
        parallel: null,
        reason: 'too-few-periods',
        periods: since,
      })
    expect(preTrend({ sites, since: 3 }, { seed }).parallel).toBe(true)
  })

  test('leaves out sites with fewer than three values', () => {
    const gappy = { name: 'gappy', treated: true, values: [1, null, 900, null, 1, 1] }
    const sites = [...group(true, 1, 6), ...group(false, 1, 6), gappy]
    expect(preTrend({ sites, since: 4 }, { seed }).treatedSlope).toBeCloseTo(1 - (0.4 / 6) * 1.5, 1)
    const onlyGappy = [gappy, ...group(false, 1, 6)]
    expect(preTrend({ sites: onlyGappy, since: 4 }, { seed })).toMatchObject({
      parallel: null,
      reason: 'too-few-sites',
    })
  })

  test('does not call it passed when no drift could have failed it', () => {
    const sites = [...group(true, 9, 1), ...group(false, 1, 5)]
    const answer = preTrend({ sites, since: 4 }, { seed })
    expect(answer).toMatchObject({ parallel: null, reason: 'smallest-p-above-level' })
    expect(answer.difference?.smallestPossibleP).toBeCloseTo(1 / 6, 12)
  })

  test('groups that stand still are parallel', () => {
    const still = (treated: boolean) => (_: unknown, i: number) => ({
      name: `${treated}${i}`,
      treated,
      values: [3, 3, 3, 3, 5 + i],
    })
    const sites = [...Array.from({ length: 4 }, still(true)), ...Array.from({ length: 4 }, still(false))]
    expect(preTrend({ sites, since: 4 }, { seed })).toMatchObject({ parallel: true, impliedBias: { estimate: 0 } })
  })
})
