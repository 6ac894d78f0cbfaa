import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomiseSwitchback } from '../randomise/randomise-switchback.ts'
import { compareMeans } from '../sites/compare-means.ts'
import { switchback } from './switchback.ts'

const seed = 1
const on = [true, false, false, true, true, false, false, true, true, false]
const options = { windowLength: 3, carryOver: 1, seed }
/** Ten windows of three periods, the first of each spoilt by what the window before still does. */
const site = (effect: number, spoil = 0) => ({
  name: 'a',
  on,
  values: on.flatMap((isOn, w) =>
    [0, 1, 2].map(
      (k) => 50 + w + ((w * 3 + k) % 4) / 10 + (isOn ? effect : 0) + (k === 0 ? spoil * (isOn ? -1 : 1) : 0),
    ),
  ),
})

describe('switchback', () => {
  test('the periods after a switch are dropped, and with them what is carried over', () => {
    const clean = switchback([site(2)], options)
    const spoilt = switchback([site(2, 5)], options)
    expect(spoilt).toEqual(clean)
    expect(clean).toMatchObject({ dropped: 10, windows: { on: 5, off: 5 }, arrangements: 32, exact: true })
    expect(switchback([site(2, 5)], { ...options, carryOver: 0 }).estimate).toBeLessThan(0)
  })

  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 24, maxLength: 24 })

  test('levels, units and the order of sites change nothing but the unit; the interval agrees with the test', () => {
    fc.assert(
      fc.property(values, values, fc.integer({ min: 0, max: 1000 }), (a, b, draw) => {
        const { schedule } = randomiseSwitchback({ sites: ['a', 'b'], windows: 12, windowLength: 2 }, draw)
        const sites = schedule.map((each, i) => ({ name: each.site, on: each.on, values: i === 0 ? a : b }))
        const settings = { windowLength: 2, seed, confidence: 0.9 }
        const plain = switchback(sites, settings)
        const moved = switchback(
          sites.map((each) => ({ ...each, values: each.values.map((v) => 1e6 + 16 * v) })),
          settings,
        )
        expect(moved.pValue).toBe(plain.pValue)
        expect((moved.estimate ?? 0) / 16).toBeCloseTo(plain.estimate ?? 0, 6)
        expect(switchback(sites.toReversed(), settings).pValue).toBe(plain.pValue)
        if (plain.low === null || plain.high === null || plain.pValue === null) return
        expect(plain.low > 0 || plain.high < 0).toBe(plain.pValue <= 0.1 * (1 + 1e-9))
      }),
      { numRuns: 25 },
    )
  })

  test('rows of one window say the same thing several times: taken one by one they are too sure', () => {
    const windows = [3, 1, 2, 6, 5, 2, 1, 4, 6, 3]
    const values = windows.flatMap((v) => Array.from({ length: 24 }, (_, hour) => v + 0.1 * Math.sin(hour)))
    const answer = switchback([{ name: 'a', on, values }], { windowLength: 24, seed })
    const rows = (isOn: boolean) => values.filter((_, t) => on[Math.floor(t / 24)] === isOn)
    expect(compareMeans(rows(true), rows(false)).pValue).toBeLessThan(1e-20)
    expect(answer.pValue).toBe(2 / 32)
  })

  test('windows without values are left out, with the block that loses its partner', () => {
    const holes = site(2)
    const values = holes.values.map((v, t) => (t < 3 ? null : v))
    const answer = switchback([{ ...holes, values }], options)
    expect(answer).toMatchObject({ windows: { on: 4, off: 4 }, arrangements: 16 })
    expect(switchback([{ ...holes, values: values.map(() => null) }], options)).toMatchObject({
      ...{ estimate: null, pValue: null, reason: 'no-pair', bySite: [{ name: 'a', estimate: null }] },
    })
    expect(switchback([{ name: 'a', on: [true, false], values: [2, 1] }], { windowLength: 1, seed })).toMatchObject({
      ...{ estimate: 1, pValue: null, reason: 'one-unit-each' },
    })
  })

  test('each site has its own difference, and they average to the estimate', () => {
    const sites = [site(1), { ...site(3), name: 'b' }]
    const answer = switchback(sites, options)
    const own = answer.bySite.map(({ estimate }) => estimate ?? 0)
    expect((own[1] ?? 0) - (own[0] ?? 0)).toBeCloseTo(2, 12)
    expect(answer.estimate).toBeCloseTo(((own[0] ?? 0) + (own[1] ?? 0)) / 2, 12)
  })

  test('refuses what does not fit', () => {
    expect(() => switchback([site(1)], { ...options, carryOver: 3 })).toThrow(RangeError)
    expect(() => switchback([site(1)], { ...options, windowLength: 2 })).toThrow(RangeError)
    expect(() => switchback([site(1)], { ...options, blockWindows: 3 })).toThrow(RangeError)
    expect(() => switchback([{ ...site(1), values: Array(30).fill(Number.NaN) }], options)).toThrow(RangeError)
  })
})
