import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bellMcCaffrey } from '../sites/bell-mccaffrey.ts'
import { compareMeans } from '../sites/compare-means.ts'
import { minimumWage } from '../testing/minimum-wage.ts'
import { aggregateEffects } from './aggregate-effects.ts'
import { eventStudyOf } from './event-study.ts'
import { type GroupTimeEffects, type GroupTimeOptions, groupTimeEffects } from './group-time-effects.ts'
import { permuteOrder } from './permute-order.ts'
import type { StaggeredUnit } from './staggered-panel.ts'
import { testPreTrends } from './test-pre-trends.ts'
import { twoWayFixedEffects } from './two-way-fixed-effects.ts'

function tableOf(units: readonly StaggeredUnit[], options: GroupTimeOptions = {}): GroupTimeEffects {
  const table = groupTimeEffects(units, options)
  if ('refused' in table) throw new Error(table.refused)
  return table
}

function unit(name: string, since: number | null, ...values: (number | null)[]): StaggeredUnit {
  return { name, since, values }
}

const panels = fc
  .record({
    starts: fc.shuffledSubarray([1, 2, 3], { minLength: 1 }),
    values: fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 4 }), {
      minLength: 8,
      maxLength: 12,
    }),
  })
  .map(({ starts, values }) =>
    values.map((row, index) => unit(`u${index}`, [...starts, null][index % (starts.length + 1)] ?? null, ...row)),
  )

describe('minimum wage in 500 counties, treated in waves (Callaway & Sant’Anna)', () => {
  const units = minimumWage().map(({ covariates: _, ...each }) => each)
  const published = tableOf(units, { errors: 'large-sample' })

  it('gives the published effects and standard errors', () => {
    // Effects: README of did. Standard errors: analytic, as csdid prints them; did prints bootstrap draws around them.
    const shown = published.effects.map((effect) => [
      effect.group + 2003,
      effect.period + 2003,
      Number(effect.estimate.toFixed(4)),
      Number(effect.standardError?.toFixed(4)),
    ])
    expect(shown).toEqual([
      [2004, 2004, -0.0105, 0.0233],
      [2004, 2005, -0.0704, 0.031],
      [2004, 2006, -0.1373, 0.0364],
      [2004, 2007, -0.1008, 0.0344],
      [2006, 2004, 0.0065, 0.0233],
      [2006, 2005, -0.0028, 0.0196],
      [2006, 2006, -0.0046, 0.0178],
      [2006, 2007, -0.0412, 0.0202],
      [2007, 2004, 0.0305, 0.015],
      [2007, 2005, -0.0027, 0.0164],
      [2007, 2006, -0.0311, 0.0179],
      [2007, 2007, -0.0261, 0.0167],
    ])
  })

  it('gives the published averages', () => {
    expect(aggregateEffects(published, 'event').overall?.estimate).toBeCloseTo(-0.0772, 4)
    expect(aggregateEffects(published, 'group').overall?.estimate).toBeCloseTo(-0.031, 4)
    expect(aggregateEffects(published, 'simple').overall?.estimate).toBeCloseTo(-0.04, 4)
    // Bootstrap draws of did: 0.0219 and 0.0126; a thousand draws scatter by some percent.
    expect(aggregateEffects(published, 'event').overall?.standardError).toBeCloseTo(0.02, 3)
    expect(aggregateEffects(published, 'group').overall?.standardError).toBeCloseTo(0.0125, 3)
  })

  it('gives the published test of trends before the start', () => {
    expect(testPreTrends(published)).toMatchObject({ pValue: expect.closeTo(0.16812, 5), effects: 5, reason: null })
  })

  it('differs from two-way fixed effects, which count some treated counties negatively', () => {
    const regression = twoWayFixedEffects(units)
    expect(regression).toMatchObject({ estimate: expect.closeTo(-0.0365, 4), negativeShare: expect.closeTo(0.0687, 4) })
  })

  it('draws bands that hold for all effects at once', () => {
    const { critical, effects } = tableOf(units, { errors: 'large-sample', bands: { seed: 1 } })
    expect(critical).toBeGreaterThan(1.96)
    expect(critical).toBeLessThan(2.87) // Bonferroni over 12
    const [first] = effects
    expect(first?.bandLow).toBeCloseTo((first?.estimate ?? 0) - (critical ?? 0) * (first?.standardError ?? 0), 10)
  })

  it('reads an order of waves that was not drawn as a placebo', () => {
    expect(permuteOrder(units, { seed: 1 })).toMatchObject({ exact: false, arrangements: 10_000, reason: null })
  })
})

describe('groupTimeEffects', () => {
  it('compares a cohort with units that never start, as compareMeans does', () => {
    fc.assert(
      fc.property(panels, (units) => {
        for (const effect of tableOf(units).effects) {
          const changes = (since: number | null) =>
            units
              .filter((each) => each.since === since)
              .map(({ values }) => (values[effect.period] ?? 0) - (values[effect.base] ?? 0))
          const [own, other] = [changes(effect.group), changes(null)]
          const expected = compareMeans(own, other)
          expect(effect.estimate).toBeCloseTo(expected.estimate, 9)
          if (expected.reason !== null || effect.reason !== null) continue
          expect(effect.standardError).toBeCloseTo(expected.standardError ?? 0, 9)
          expect(effect.degreesOfFreedom).toBeCloseTo(bellMcCaffrey(own.length, other.length), 9)
          expect(effect.low).toBeCloseTo(expected.low ?? 0, 7)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('does not depend on units’ levels, on the order of units, and follows the scale', () => {
    fc.assert(
      fc.property(
        panels,
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 2, max: 9 }),
        (units, level, scale) => {
          const moved = units
            .map(({ values, ...rest }, index) => ({
              ...rest,
              values: values.map((value) => (value ?? 0) * scale + level * (index % 3)),
            }))
            .reverse()
          const [before, after] = [tableOf(units), tableOf(moved)]
          after.effects.forEach((effect, index) => {
            expect(effect.estimate).toBeCloseTo(scale * (before.effects[index]?.estimate ?? 0), 6)
            expect(effect.standardError).toBeCloseTo(scale * (before.effects[index]?.standardError ?? 0), 6)
          })
        },
      ),
      { numRuns: 30 },
    )
  })

  it('takes an effect that is added to the treated periods as it is', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: -500, max: 500 }), (units, added) => {
        const changed = units.map(({ name, since, values }) =>
          unit(name, since, ...values.map((value, t) => (value ?? 0) + (since !== null && t >= since ? added : 0))),
        )
        const [before, after] = [tableOf(units), tableOf(changed)]
        after.effects.forEach((effect, index) => {
          const expected = (before.effects[index]?.estimate ?? 0) + (effect.treated ? added : 0)
          expect(effect.estimate).toBeCloseTo(expected, 8)
        })
      }),
      { numRuns: 30 },
    )
  })

  it('names units it cannot use', () => {
    const units = [
      unit('early', 0, 1, 2, 3),
      unit('gap', null, 1, null, 3),
      unit('a', 1, 1, 5, 6),
      unit('b', 1, 2, 5, 8),
      unit('c', null, 1, 2, 3),
      unit('d', null, 1, 3, 3),
    ]
    const table = tableOf(units)
    expect(table.dropped).toEqual([
      { name: 'early', reason: 'already-treated' },
      { name: 'gap', reason: 'missing-values' },
    ])
    expect(table.cohorts).toEqual([
      { since: 1, count: 2 },
      { since: null, count: 2 },
    ])
  })

  it('leaves out a period that nobody measured, and keeps the indices of the others', () => {
    const units = [
      unit('a', 2, 1, null, 5, 6),
      unit('b', 2, 2, null, 5, 8),
      unit('c', null, 1, null, 2, 3),
      unit('d', null, 1, null, 3, 3),
    ]
    expect(tableOf(units).effects.map(({ period, base }) => [period, base])).toEqual([
      [2, 0],
      [3, 0],
    ])
  })

  it('compares with units not yet treated when all start in the end', () => {
    const units = [unit('a', 1, 1, 4, 6), unit('b', 1, 2, 5, 8), unit('c', 2, 1, 2, 9), unit('d', 2, 1, 3, 9)]
    const { comparison, effects, skipped } = tableOf(units, { comparison: 'never-treated' })
    expect(comparison).toBe('not-yet-treated')
    expect(effects).toMatchObject([{ group: 1, period: 1, estimate: 1.5, groupUnits: 2, comparisonUnits: 2 }])
    expect(skipped).toEqual([
      { group: 1, period: 2, reason: 'no-comparison-units' },
      { group: 2, period: 1, reason: 'no-comparison-units' },
      { group: 2, period: 2, reason: 'no-comparison-units' },
    ])
  })

  it('has an effect but no error for one unit a wave, and for values that do not vary', () => {
    const alone = [unit('a', 1, 1, 4), unit('b', null, 2, 3), unit('c', null, 2, 4)]
    const none = { low: null, high: null, pValue: null }
    expect(tableOf(alone).effects).toMatchObject([{ estimate: 1.5, standardError: null, ...none, reason: 'one-unit' }])
    const flat = [unit('a', 1, 1, 4), unit('b', 1, 1, 4), unit('c', null, 2, 3), unit('d', null, 2, 3)]
    expect(tableOf(flat).effects).toMatchObject([{ estimate: 2, standardError: 0, ...none, reason: 'no-variation' }])
    expect(aggregateEffects(tableOf(flat), 'simple').overall).toMatchObject({ estimate: 2, reason: 'no-variation' })
  })

  it('says why there is no answer', () => {
    const refusal = (units: StaggeredUnit[]) => (groupTimeEffects(units) as { refused: string }).refused
    expect(refusal([])).toBe('too-few-periods')
    expect(refusal([unit('a', null, 1)])).toBe('too-few-periods')
    expect(refusal([unit('a', null, 1, 2)])).toBe('no-treated-units')
    expect(refusal([unit('a', 5, 1, 2)])).toBe('no-treated-units')
    expect(refusal([unit('a', 1, 1, 2), unit('b', 1, 1, 2)])).toBe('no-comparison-units')
  })

  it('refuses what cannot be', () => {
    expect(() => groupTimeEffects([unit('', 1, 1, 2)])).toThrow(RangeError)
    expect(() => groupTimeEffects([unit('a', 1, 1, 2), unit('a', 1, 1, 2)])).toThrow(RangeError)
    expect(() => groupTimeEffects([unit('a', 1, 1, 2), unit('b', 1, 1)])).toThrow(RangeError)
    expect(() => groupTimeEffects([unit('a', 1.5, 1, 2)])).toThrow(RangeError)
    expect(() => groupTimeEffects([unit('a', -1, 1, 2)])).toThrow(RangeError)
    expect(() => groupTimeEffects([unit('a', 1, 1, Number.NaN)])).toThrow(RangeError)
    expect(() => groupTimeEffects([], { confidence: 1 })).toThrow(RangeError)
  })

  it('survives JSON', () => {
    const table = tableOf(minimumWage().slice(0, 60), { bands: { seed: 1, draws: 100 } })
    expect(JSON.parse(JSON.stringify(table))).toEqual(table)
    const parts = aggregateEffects(table, 'event', { bands: { seed: 2, draws: 100 } })
    expect(JSON.parse(JSON.stringify(parts))).toEqual(parts)
  })
})

describe('eventStudyOf', () => {
  it('needs paths from one base period', () => {
    expect(() => eventStudyOf(tableOf(minimumWage()))).toThrow(RangeError)
  })

  it('has no answer for one unit a wave', () => {
    const alone = [unit('a', 1, 1, 4), unit('b', null, 2, 3), unit('c', null, 2, 4)]
    expect(eventStudyOf(tableOf(alone, { basePeriod: 'universal' }))).toBeNull()
  })
})
