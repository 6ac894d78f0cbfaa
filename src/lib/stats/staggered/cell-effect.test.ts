import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { minimumWage } from '../testing/minimum-wage.ts'
import { aggregateEffects } from './aggregate-effects.ts'
import { type GroupTimeEffects, type GroupTimeOptions, groupTimeEffects } from './group-time-effects.ts'
import type { StaggeredUnit } from './staggered-panel.ts'
import { testPreTrends } from './test-pre-trends.ts'

function tableOf(units: readonly StaggeredUnit[], options: GroupTimeOptions = {}): GroupTimeEffects {
  const table = groupTimeEffects(units, options)
  if ('refused' in table) throw new Error(table.refused)
  return table
}

const methods = ['doubly-robust', 'outcome-regression', 'inverse-probability'] as const
const rounded = (value: number | null | undefined) => Number(value?.toFixed(7))

/** 24 units, a third treated, trends that follow the first covariate. */
function confounded(seed: number): Required<StaggeredUnit>[] {
  const generator = seededGenerator(seed)
  return Array.from({ length: 24 }, (_, i) => {
    const x = generator.normal() + (i % 3 === 0 ? 0.5 : 0)
    const values = Array.from({ length: 4 }, (_, t) => t * x + generator.normal())
    return { name: `u${i}`, since: i % 3 === 0 ? 2 : null, values, covariates: [x, generator.normal()] }
  })
}

describe('minimum wage in 500 counties, given their population', () => {
  const published = tableOf(minimumWage(), { errors: 'large-sample' })

  it('gives the effects and analytic errors that csdid prints (dripw)', () => {
    expect(published).toMatchObject({ adjust: 'doubly-robust', covariates: 1, skipped: [] })
    expect(published.effects.map((each) => [rounded(each.estimate), rounded(each.standardError)])).toEqual([
      [-0.0145297, 0.0221292],
      [-0.0764219, 0.0286713],
      [-0.1404483, 0.0353782],
      [-0.1069039, 0.0328865],
      [-0.0004721, 0.0222234],
      [-0.0062025, 0.0184957],
      [0.0009606, 0.0194002],
      [-0.0412939, 0.0197211],
      [0.0267278, 0.0140657],
      [-0.0045766, 0.0157178],
      [-0.0284475, 0.0181809],
      [-0.0287814, 0.016239],
    ])
  })

  it('gives the averages that csdid prints, and its test of trends', () => {
    const { overall } = aggregateEffects(published, 'simple')
    expect([rounded(overall?.estimate), rounded(overall?.standardError)]).toEqual([-0.0417518, 0.0115028])
    const parts = (kind: 'group' | 'calendar' | 'event') =>
      aggregateEffects(published, kind).parts.map((part) => [rounded(part.estimate), rounded(part.standardError)])
    expect(parts('group')).toEqual([
      [-0.0845759, 0.0245649],
      [-0.0201666, 0.0174696],
      [-0.0287814, 0.016239],
    ])
    expect(parts('calendar')).toEqual([
      [-0.0145297, 0.0221292],
      [-0.0764219, 0.0286713],
      [-0.0461757, 0.0212107],
      [-0.0395822, 0.0129299],
    ])
    expect(parts('event')).toEqual([
      [0.0267278, 0.0140657],
      [-0.0036165, 0.0129283],
      [-0.023244, 0.0144851],
      [-0.0210604, 0.0114942],
      [-0.0530032, 0.0163465],
      [-0.1404483, 0.0353782],
      [-0.1069039, 0.0328865],
    ])
    const trends = testPreTrends(published)
    expect([Number(trends.statistic?.toFixed(2)), Number(trends.pValue?.toFixed(4))]).toEqual([6.84, 0.2327])
  })
})

describe('groupTimeEffects given covariates', () => {
  it.each(methods)('%s: a covariate that is the same for all changes nothing', (adjust) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const units = confounded(seed)
        const plain = tableOf(units, { adjust: 'none' })
        const flat = tableOf(
          units.map((unit) => ({ ...unit, covariates: [7.3] })),
          { adjust },
        )
        flat.effects.forEach((effect, index) => {
          expect(effect.estimate).toBeCloseTo(plain.effects[index]?.estimate ?? 0, 10)
          expect(effect.standardError).toBeCloseTo(plain.effects[index]?.standardError ?? 0, 10)
          expect(effect.degreesOfFreedom).toBeCloseTo(plain.effects[index]?.degreesOfFreedom ?? 0, 10)
        })
      }),
      { numRuns: 20 },
    )
  })

  it.each(methods)('%s: covariates may be shifted, scaled, mixed and repeated', (adjust) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const units = confounded(seed)
        const before = tableOf(units, { adjust })
        const moved = units.map(({ covariates: [a = 0, b = 0], ...unit }) => ({
          ...unit,
          covariates: [1e6 + 1e-3 * a, 1e5 * (b + a), b + a],
        }))
        const after = tableOf(moved, { adjust })
        expect(after.effects.length).toBe(before.effects.length)
        after.effects.forEach((effect, index) => {
          expect(effect.estimate).toBeCloseTo(before.effects[index]?.estimate ?? 0, 5)
          expect(effect.standardError).toBeCloseTo(before.effects[index]?.standardError ?? 0, 5)
        })
      }),
      { numRuns: 20 },
    )
  })

  it('takes a trend that follows a covariate off, where the comparison of means does not', () => {
    const units = confounded(1).map((unit) => ({
      ...unit,
      values: unit.values.map((_, t) => 5 * t * (unit.covariates[0] ?? 0) + (t >= (unit.since ?? 9) ? 2 : 0)),
    }))
    for (const adjust of ['doubly-robust', 'outcome-regression'] as const)
      for (const { estimate, treated } of tableOf(units, { adjust }).effects)
        expect(estimate).toBeCloseTo(treated ? 2 : 0, 9)
    const plain = tableOf(units, { adjust: 'none' }).effects
    expect(Math.max(...plain.map(({ estimate, treated }) => Math.abs(estimate - (treated ? 2 : 0))))).toBeGreaterThan(1)
  })

  it('says where covariates leave nobody to compare with', () => {
    const apart = confounded(1).map((unit) => ({
      ...unit,
      covariates: [unit.since === null ? 0.1 * unit.values.length : 9],
    }))
    expect(tableOf(apart).effects).toEqual([])
    expect(tableOf(apart).skipped.map(({ reason }) => reason)).toEqual(['no-overlap', 'no-overlap', 'no-overlap'])
    expect(aggregateEffects(tableOf(apart), 'simple').overall).toBeNull()
    const sorted = confounded(1).map((unit, i) => ({ ...unit, covariates: [unit.since === null ? i : 100 + i] }))
    expect(tableOf(sorted).skipped).toHaveLength(3)
    // A regression extends its line, for better or worse.
    expect(tableOf(sorted, { adjust: 'outcome-regression' }).effects).toHaveLength(3)
    const many = confounded(1).map((unit, i) => ({
      ...unit,
      covariates: Array.from({ length: 16 }, (_, j) => Math.sin(i * (j + 1) ** 2)),
    }))
    expect(tableOf(many).skipped.map(({ reason }) => reason)).toEqual(Array(3).fill('too-few-units'))
  })

  it('refuses what cannot be', () => {
    const units = confounded(1)
    expect(() => groupTimeEffects([...units, { name: 'x', since: null, values: [1, 2, 3, 4] }])).toThrow(RangeError)
    const [first, ...rest] = units
    expect(() => groupTimeEffects([{ ...(first as StaggeredUnit), covariates: [1, Number.NaN] }, ...rest])).toThrow(
      RangeError,
    )
  })
})
