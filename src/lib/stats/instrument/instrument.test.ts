import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { andersonRubin } from './anderson-rubin.ts'
import { type CompliedUnit, compliersEffect } from './compliers-effect.ts'
import { firstStage } from './first-stage.ts'
import type { InstrumentedRows, RobustKind } from './instrumented-rows.ts'
import { twoStageLeastSquares } from './two-stage-least-squares.ts'

interface Given {
  rows: InstrumentedRows
  errors: RobustKind
}

describe('agrees with R', () => {
  it.each(referenceCases<Given, unknown>('instrument', 'twoStageLeastSquares'))('twoStageLeastSquares %#', (each) => {
    const { rows, errors } = each.given
    const answer = twoStageLeastSquares(rows, { errors })
    expectAgreement(answer, each)
    expect(firstStage(rows, { errors })).toEqual(answer.firstStage)
  })
  it.each(referenceCases<Given, unknown>('instrument', 'andersonRubin'))('andersonRubin %#', (each) => {
    const { rows, errors } = each.given
    expectAgreement(andersonRubin(rows, { errors }), each)
  })
  it.each(
    referenceCases<{ treated: CompliedUnit[]; comparison: CompliedUnit[] }, unknown>('instrument', 'compliersEffect'),
  )('compliersEffect %#', (each) => {
    expectAgreement(compliersEffect(each.given.treated, each.given.comparison), each)
  })
})

const units = (outcomes: number[], took: number[]): CompliedUnit[] =>
  outcomes.map((outcome, i) => ({ outcome, took: took[i] ?? 0 }))

describe('compliersEffect', () => {
  it('is the difference in outcomes over the difference in uptake', () => {
    const treated = units([5, 6, 7, 8, 4, 9], [1, 1, 1, 1, 0, 1])
    const comparison = units([3, 4, 5, 4, 2, 6], [0, 0, 1, 0, 0, 0])
    const answer = compliersEffect(treated, comparison)
    expect(answer).toMatchObject({
      intentionToTreat: 2.5,
      takenTreated: expect.closeTo(5 / 6, 12),
      takenComparison: expect.closeTo(1 / 6, 12),
      estimate: expect.closeTo(2.5 / (4 / 6), 12),
      reason: null,
    })
    expect((answer.low ?? 9) < 3.75 && 3.75 < (answer.high ?? 0)).toBe(true)
  })

  it('is the intention to treat when all comply', () => {
    const outcomes = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(outcomes, outcomes, (a, b) => {
        const answer = compliersEffect(units(a, Array(a.length).fill(1)), units(b, []))
        if (answer.reason === 'no-variation') return
        expect(answer.estimate).toBeCloseTo(answer.intentionToTreat, 9)
      }),
    )
  })

  it('has an interval that agrees with its p, and follows level and scale', () => {
    const group = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.boolean()), { minLength: 6, maxLength: 12 })
    fc.assert(
      fc.property(group, group, (a, b) => {
        const read = (rows: [number, boolean][], by = 1, level = 0) =>
          rows.map(([outcome, took]) => ({ outcome: outcome * by + level, took: took ? 1 : 0 }))
        const answer = compliersEffect(read(a), read(b))
        if (answer.reason !== null || answer.low === null || answer.high === null || answer.pValue === null) return
        expect(answer.low <= (answer.estimate ?? 0) && (answer.estimate ?? 0) <= answer.high).toBe(true)
        if (Math.abs(answer.pValue - 0.05) > 1e-6) expect(answer.low > 0 || answer.high < 0).toBe(answer.pValue < 0.05)
        const moved = compliersEffect(read(a, 3, 1e9), read(b, 3, 1e9))
        expect(Math.abs((moved.estimate ?? 0) - 3 * (answer.estimate ?? 0))).toBeLessThan(
          1e-5 * (1 + Math.abs(answer.estimate ?? 0)),
        )
      }),
    )
  })

  it('says why there is no answer', () => {
    const none = { estimate: null, low: null, high: null, pValue: null }
    const same = units([1, 2, 3], [1, 0, 1])
    expect(compliersEffect(same, same)).toMatchObject({ ...none, reason: 'no-compliance', isWeak: true })
    expect(compliersEffect(units([1], [1]), units([0], [0]))).toMatchObject({ ...none, reason: 'too-few-units' })
    const flat = compliersEffect(units([2, 2, 2], [1, 1, 1]), units([1, 1, 1], [0, 0, 0]))
    expect(flat).toMatchObject({ estimate: 1, low: null, reason: 'no-variation' })
    expect(() => compliersEffect([], same)).toThrow(RangeError)
    expect(() => compliersEffect(units([1], [2]), same)).toThrow(RangeError)
    expect(() => compliersEffect(units([Number.NaN], [1]), same)).toThrow(RangeError)
  })

  it('does not ask who took it, but what it does (the trap of comparing takers)', () => {
    // No effect. The able take it when drawn; the able do better anyway.
    const able = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : 0))
    const outcomes = able.map((value, i) => 10 * value + ((i * 7) % 5))
    const treated = units(outcomes, able)
    const comparison = units([...outcomes].reverse(), [])
    expect(compliersEffect(treated, comparison).estimate).toBeCloseTo(0, 9)
    const takers = [...treated, ...comparison].filter(({ took }) => took === 1).map(({ outcome }) => outcome)
    const others = [...treated, ...comparison].filter(({ took }) => took === 0).map(({ outcome }) => outcome)
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(mean(takers) - mean(others)).toBeGreaterThan(6)
  })
})

describe('two stages and Anderson-Rubin', () => {
  const wave = (k: number, n = 24) => Array.from({ length: n }, (_, i) => Math.sin((i + 1) * k * 1.7) + ((i * k) % 3))

  it('say so when the instrument moves nothing', () => {
    const outcome = wave(1)
    const rows = { outcome, treatment: wave(2), instruments: [Array(24).fill(3)] }
    expect(twoStageLeastSquares(rows)).toMatchObject({ estimate: null, reason: 'no-first-stage' })
    expect(andersonRubin(rows).reason).toBe('collinear')
    const noise = (seed: number) => {
      const { normal } = seededGenerator(seed)
      return outcome.map(() => normal())
    }
    const weak = { outcome: noise(1), treatment: noise(2), instruments: [noise(3)] }
    const { firstStage: stage } = twoStageLeastSquares(weak)
    expect(stage.isWeak).toBe(true)
    expect(['unbounded', 'two-rays']).toContain(andersonRubin(weak).reason)
  })

  it('have no chance to speak of with a handful of rows', () => {
    const rows = { outcome: [1, 2], treatment: [0, 1], instruments: [[0, 1]] }
    expect(twoStageLeastSquares(rows)).toMatchObject({ estimate: null, reason: 'too-few-rows' })
    expect(andersonRubin(rows)).toMatchObject({ low: null, pValue: null, reason: 'too-few-rows' })
    expect(andersonRubin({ ...rows, clusters: [1, 1] }).reason).toBe('too-few-rows')
  })

  it('take several instruments with equal scatter only, and find contradictions', () => {
    const treatment = wave(1)
    const outcome = treatment.map((value, i) => 2 * value + 5 * Math.cos(i))
    const instruments = [treatment.map((value, i) => value + Math.sin(9 * i)), wave(3)]
    expect(andersonRubin({ outcome, treatment, instruments }).reason).toBe('several-instruments')
    const against = [
      treatment.map((value, i) => value + Math.sin(9 * i) / 9),
      Array.from(outcome, (_, i) => Math.cos(i)),
    ]
    expect(andersonRubin({ outcome, treatment, instruments: against }, { errors: 'classical' }).reason).toBe('empty')
  })

  it('refuse what cannot be', () => {
    const rows = { outcome: wave(1), treatment: wave(2), instruments: [wave(3)] }
    for (const method of [twoStageLeastSquares, andersonRubin, firstStage]) {
      expect(() => method({ ...rows, instruments: [] })).toThrow(RangeError)
      expect(() => method({ ...rows, treatment: [1] })).toThrow(RangeError)
      expect(() => method({ ...rows, clusters: [1] })).toThrow(RangeError)
      expect(() => method({ ...rows, outcome: wave(1).with(0, Number.NaN) })).toThrow(RangeError)
    }
    expect(() => twoStageLeastSquares(rows, { confidence: 0 })).toThrow(RangeError)
    expect(() => andersonRubin(rows, { confidence: 0 })).toThrow(RangeError)
  })

  it('survive JSON', () => {
    const rows = { outcome: wave(1), treatment: wave(2), instruments: [wave(2).map((value, i) => value + Math.cos(i))] }
    for (const answer of [twoStageLeastSquares(rows), andersonRubin(rows)])
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  })
})
