import { describe, expect, test } from 'vitest'
import { compareMeans } from '../sites/compare-means.ts'
import { costOfBeingWrong } from './cost-of-being-wrong.ts'
import { planDuration } from './plan-duration.ts'
import { planMeans } from './plan-means.ts'
import { planSequential } from './plan-sequential.ts'
import { simulatePower } from './simulate-power.ts'

describe('planSequential', () => {
  test('at the planned end the sequence is 1.549 times as wide as one look (METHODS, section 4)', () => {
    for (const fixedSize of [100, 5000, 1e6]) expect(planSequential({ fixedSize }).widthRatio).toBeCloseTo(1.549, 3)
  })
  test('the inflated size has the power: 1.91 times the units at 80 %', () => {
    const { inflation, reach, size } = planSequential({ fixedSize: 787 })
    expect(inflation).toBeCloseTo(((reach + 0.8416212335729143) / (1.959963984540054 + 0.8416212335729143)) ** 2, 12)
    expect(size).toBe(Math.ceil(787 * inflation))
    expect(planSequential({ fixedSize: 787 }).powerAtFixedSize).toBeCloseTo(0.408, 3)
  })
  test('one side costs as well; more confidence costs relatively less', () => {
    expect(planSequential({ fixedSize: 500, sides: 1 }).inflation).toBeGreaterThan(1.5)
    expect(planSequential({ fixedSize: 500, confidence: 0.999 }).inflation).toBeLessThan(
      planSequential({ fixedSize: 500 }).inflation,
    )
    expect(() => planSequential({ fixedSize: 0 })).toThrow(RangeError)
  })
})

describe('simulatePower', () => {
  const draw = (size: number, effect: number) => ({
    seed: 5,
    runs: 1_500,
    draw: ({ normal }: { normal(): number }) => [
      Array.from({ length: size }, () => normal() + effect),
      Array.from({ length: size }, () => normal()),
    ],
    isFound: ([treated = [], comparison = []]: number[][]) => (compareMeans(treated, comparison).pValue ?? 1) < 0.05,
  })
  test('holds the power of the formula within its interval', () => {
    const { power } = planMeans({ effect: 1, standardDeviation: 1, size: 15 })
    const simulated = simulatePower(draw(15, 1))
    expect(simulated.low).toBeLessThan(power ?? 0)
    expect(simulated.high).toBeGreaterThan(power ?? 0)
    expect(simulatePower(draw(15, 1))).toEqual(simulated)
  })
  test('leaves out runs without an answer, and says when there was none', () => {
    const answers = [true, null, false, true]
    expect(
      simulatePower({ seed: 1, runs: 4, draw: () => answers.pop() ?? null, isFound: (answer) => answer }),
    ).toMatchObject({ found: 2, failed: 1, runs: 3 })
    expect(simulatePower({ seed: 1, runs: 3, draw: () => 0, isFound: () => null })).toMatchObject({
      reason: 'no-run-answered',
      runs: 0,
    })
    expect(() => simulatePower({ seed: 1, runs: 0, draw: () => 0, isFound: () => true })).toThrow(RangeError)
  })
})

describe('planDuration', () => {
  test('whole weeks, and the wait for the last outcome', () => {
    expect(planDuration({ units: 1000, perPeriod: 60, share: 0.5, multipleOf: 7, lag: 14 })).toEqual({
      periods: 49,
      units: 1050,
      reason: null,
    })
    expect(planDuration({ units: 700, perPeriod: 100 }).periods).toBe(7)
    expect(planDuration({ units: 700, perPeriod: 100, most: 6 }).reason).toBe('too-long')
    expect(() => planDuration({ units: 1, perPeriod: 0 })).toThrow(RangeError)
  })
})

describe('costOfBeingWrong', () => {
  test('is plain arithmetic', () => {
    const stakes = {
      gainPerUnit: 2,
      lossPerUnit: 5,
      unitsInTrial: 100,
      unitsAfter: 10_000,
      power: 0.8,
      falseAlarm: 0.025,
    }
    expect(costOfBeingWrong(stakes)).toEqual({
      duringTrial: 500,
      adoptedInError: 1250,
      missed: 3999.999999999999,
      withoutTrial: 50_500,
    })
    expect(() => costOfBeingWrong({ ...stakes, power: 1.1 })).toThrow(RangeError)
    expect(() => costOfBeingWrong({ ...stakes, unitsAfter: -1 })).toThrow(RangeError)
  })
})
