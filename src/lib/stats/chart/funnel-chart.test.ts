import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { type FunnelOptions, funnelChart } from './funnel-chart.ts'

interface Given {
  units: { count: number; size: number }[]
  options: FunnelOptions
}

describe('funnelChart', () => {
  test('agrees with numpy and scipy', () => {
    for (const each of referenceCases<Given, unknown>('chart', 'funnelChart'))
      expectAgreement(funnelChart(each.given.units, each.given.options), { ...each, near: 1e-12 })
  })

  // Trap "over-dispersion": 140 hospitals that differ a little for good reasons. Chance alone puts 92 of them outside.
  test('140 hospitals: the plain funnel cries wolf, the over-dispersed ones do not', () => {
    const generator = seededGenerator(140)
    const hospitals = Array.from({ length: 140 }, () => {
      const size = 2_000 + generator.below(30_000)
      const share = 0.057 + 0.009 * generator.normal()
      return { count: Math.round(size * share + Math.sqrt(size * share * (1 - share)) * generator.normal()), size }
    })
    const outside = (overDispersion: 'none' | 'additive' | 'multiplicative', kind: 'near' | 'far') =>
      funnelChart(hospitals, { overDispersion }).units.filter((unit) => unit.outside === kind || unit.outside === 'far')
        .length
    expect(outside('none', 'near')).toBeGreaterThan(85)
    expect(outside('additive', 'near')).toBeLessThan(20)
    expect(outside('additive', 'far')).toBeLessThanOrEqual(3)
    expect(outside('multiplicative', 'near')).toBeLessThan(20)
  })

  // Trap "picked the worst site", the data's side of it: the worst twelve of sixty equal sites improve with nothing done.
  test('sites picked for being worst come back by themselves', () => {
    const generator = seededGenerator(7)
    const draw = (size: number) => Array.from({ length: size }).filter(() => generator.uniform() < 0.1).length
    const year = () => Array.from({ length: 60 }, () => ({ count: draw(400), size: 400 }))
    const [before, after] = [year(), year()]
    const worst = [...before.keys()].sort((a, b) => (before[b]?.count ?? 0) - (before[a]?.count ?? 0)).slice(0, 12)
    const mean = (of: typeof before) => worst.reduce((sum, i) => sum + (of[i]?.count ?? 0), 0) / (12 * 400)
    expect(mean(before)).toBeGreaterThan(0.115)
    expect(mean(after)).toBeLessThan(0.105)
    // The funnel had said so: hardly one of them was ever out of what chance makes of equal sites.
    expect(funnelChart(before).units.filter(({ outside }) => outside === 'far').length).toBeLessThanOrEqual(1)
  })

  test('over-dispersion never narrows', () => {
    const units = Array.from({ length: 20 }, () => ({ count: 10, size: 100 }))
    const plain = funnelChart(units, { overDispersion: 'none' })
    expect(plain.phi).toBeLessThan(1e-20)
    expect(funnelChart(units, { overDispersion: 'multiplicative' }).units).toEqual(plain.units)
    expect(funnelChart(units)).toMatchObject({ tau: 0, units: plain.units })
  })

  test('says why there are no limits, and skips what has no size', () => {
    expect(funnelChart([])).toEqual({ target: null, phi: null, tau: null, units: [], reason: 'no-units' })
    expect(funnelChart([{ count: 0, size: 0 }])).toMatchObject({
      reason: 'no-units',
      units: [{ value: null, low: null }],
    })
    expect(funnelChart([{ count: 0, size: 9 }])).toMatchObject({
      reason: 'no-events',
      units: [{ value: 0, low: null }],
    })
    expect(funnelChart([{ count: 9, size: 9 }]).reason).toBe('all-events')
    const some = funnelChart([
      { count: 1, size: 9 },
      { count: 0, size: 0 },
    ])
    expect(some.units[1]).toMatchObject({ value: null, score: null, outside: null })
    expect(some.units[0]?.low).toBe(0)
  })

  test('refuses impossible numbers', () => {
    expect(() => funnelChart([{ count: 2, size: 1 }])).toThrow(RangeError)
    expect(() => funnelChart([{ count: -1, size: 1 }], { kind: 'rate' })).toThrow(RangeError)
    expect(() => funnelChart([], { target: 1.5 })).toThrow(RangeError)
    expect(() => funnelChart([], { winsorise: 0.5 })).toThrow(RangeError)
  })
})
