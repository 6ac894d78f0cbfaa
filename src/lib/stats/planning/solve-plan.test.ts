import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planClusters } from './plan-clusters.ts'
import { planMeans } from './plan-means.ts'
import { planPairs } from './plan-pairs.ts'
import { planPilot } from './plan-pilot.ts'
import { planProportions } from './plan-proportions.ts'
import { planRates } from './plan-rates.ts'
import { planSeries } from './plan-series.ts'
import { planSteppedWedge } from './plan-stepped-wedge.ts'
import { planSwitchback } from './plan-switchback.ts'
import { type PlanAnswer, type PlanQuestion, solvePlan } from './solve-plan.ts'

const noise = { between: 4, within: 1, autocorrelation: 0.3 }

/** Every planner with one question left open, in units in which an effect of 0.1 to 2 is ordinary. */
const planners: [string, (question: PlanQuestion) => PlanAnswer<string>, number][] = [
  ['means', (question) => planMeans({ standardDeviation: 2, ratio: 2, correlation: 0.5, ...question }), 40],
  ['pairs', (question) => planPairs({ standardDeviation: 2, correlation: 0.4, ...question }), 30],
  ['proportions', (question) => planProportions({ share: 0.1, ...question, ...small(question, 0.1) }), 400],
  ['rates', (question) => planRates({ rate: 1, dispersion: 1.4, ...question, ...small(question, 0.5) }), 300],
  [
    'clusters',
    (question) => planClusters({ standardDeviation: 2, intraclusterCorrelation: 0.05, clusterSize: 30, ...question }),
    12,
  ],
  ['pilot', (question) => planPilot({ noise, before: 8, after: 6, ...question }), 12],
  [
    'series',
    (question) =>
      planSeries({ standardDeviation: 1, autocorrelation: 0.2, before: 40, slopeChange: false, ...question }),
    20,
  ],
  ['stepped wedge', (question) => planSteppedWedge({ noise, steps: 4, ...question }), 3],
  ['switchback', (question) => planSwitchback({ noise, blockLength: 3, carryOver: 1, sites: 2, ...question }), 12],
]

function small(question: PlanQuestion, factor: number): { effect?: number } {
  return question.effect === undefined ? {} : { effect: question.effect * factor }
}

describe.each(planners)('planning %s', (name, plan, size) => {
  const scale = name === 'proportions' ? 0.1 : name === 'rates' ? 0.5 : 1

  test('the smallest effect at a size has the power that was asked for', () => {
    const found = plan({ size, power: 0.9 })
    expect(found.power).toBeCloseTo(0.9, 8)
    expect(plan({ size, effect: (found.effect ?? 0) / scale }).power).toBeCloseTo(0.9, 8)
  })

  test('the size found has the power, one less has not', () => {
    const found = plan({ effect: 1.2, power: 0.85 })
    const whole = found.size ?? 0
    expect(plan({ effect: 1.2, size: whole }).power).toBeGreaterThanOrEqual(0.85 - 1e-9)
    const multiple = name === 'switchback' ? 2 : 1
    if (name !== 'rates') expect(whole - (found.exactSize ?? 0)).toBeLessThan(multiple)
    expect(found.power).toBeGreaterThanOrEqual(0.85 - 1e-9)
    const less = (found.exactSize ?? 0) * 0.98 - 1
    const fewer = multiple * Math.floor(less / multiple)
    if (less > 4 && name !== 'rates') expect(plan({ effect: 1.2, size: fewer }).power).toBeLessThan(0.85)
  })

  test('a fixed size always says what it can see, whatever was asked', () => {
    const answer = plan({ size, effect: 0.3 })
    expect(answer.smallestEffect).toBeGreaterThan(0)
    expect(answer.power).toBeGreaterThan(0.05)
  })

  test('more and larger is never worse, a higher confidence never better', () => {
    const small = plan({ size, effect: 0.5 }).power ?? 0
    expect(plan({ size: size * 2, effect: 0.5 }).power).toBeGreaterThan(small)
    expect(plan({ size, effect: 0.7 }).power).toBeGreaterThan(small)
    expect(plan({ size, effect: 0.5, confidence: 0.99 }).power).toBeLessThan(small)
  })

  test('answers survive JSON', () => {
    for (const question of [{ size }, { effect: 1 }, { size, effect: 1 }, { effect: 1e-9 }]) {
      const answer = plan(question)
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
    }
  })

  test('refuses a question without one open place', () => {
    expect(() => plan({})).toThrow(RangeError)
    expect(() => plan({ effect: 1, size, power: 0.8 })).toThrow(RangeError)
    expect(() => plan({ effect: 0 })).toThrow(RangeError)
    expect(() => plan({ size, power: 1 })).toThrow(RangeError)
    expect(() => plan({ size, confidence: 1 })).toThrow(RangeError)
    expect(() => plan({ size: -1 })).toThrow(RangeError)
  })
})

describe('solvePlan', () => {
  test('turns any rising function round', () => {
    const power = (effect: number, size: number) => 1 - Math.exp((-Math.abs(effect) * Math.sqrt(size)) / 10)
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.99, noNaN: true }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (wanted, effect) => {
          const { exactSize } = solvePlan({ effect, power: wanted }, power, { startEffect: 1, leastSize: 1e-6 })
          expect(power(effect, exactSize ?? 0)).toBeCloseTo(wanted, 8)
        },
      ),
    )
  })

  test('says when nothing is large enough', () => {
    const flat = () => 0.3
    expect(solvePlan({ effect: 1 }, flat, { startEffect: 1 })).toMatchObject({
      size: null,
      power: null,
      reason: 'beyond-reach',
    })
    expect(solvePlan({ size: 5 }, flat, { startEffect: 1, mostEffect: 9 })).toMatchObject({
      effect: null,
      reason: 'beyond-reach',
    })
  })

  test('a one-sided plan has a direction', () => {
    expect(() => solvePlan({ effect: -1, sides: 1 }, () => 0.5, { startEffect: 1 })).toThrow(RangeError)
  })
})
