import { describe, expect, test } from 'vitest'
import { planClusters } from './plan-clusters.ts'
import { planPilot } from './plan-pilot.ts'
import { planSteppedWedge } from './plan-stepped-wedge.ts'
import { planSwitchback } from './plan-switchback.ts'
import { powerOfEffect } from './power-of-effect.ts'
import { scheduleError } from './schedule-error.ts'
import { noiseFrom } from './site-noise.ts'
import { smallestPermutationP } from './smallest-permutation-p.ts'

const noise = { between: 4, within: 1, autocorrelation: 0.3 }

describe('planClusters', () => {
  const plan = { standardDeviation: 1, intraclusterCorrelation: 0.05, clusterSize: 20 }

  test('the design effect is 1 + ((CV^2 + 1) m - 1) ICC', () => {
    expect(planClusters({ ...plan, effect: 0.3 }).designEffect).toBeCloseTo(1.95, 12)
    expect(planClusters({ ...plan, effect: 0.3, sizeVariation: 0.5 }).designEffect).toBeCloseTo(2.2, 12)
  })

  test('a negative correlation counts as none', () => {
    const answer = planClusters({ ...plan, intraclusterCorrelation: -0.02, effect: 0.3 })
    expect(answer).toEqual(planClusters({ ...plan, intraclusterCorrelation: 0, effect: 0.3 }))
  })

  test('more units per cluster help up to a point, and then never', () => {
    const few = planClusters({ ...plan, effect: 0.5, size: 6, clusterSize: 5 })
    expect(few.clusterSizeNeeded).toBeGreaterThan(5)
    const enough = planClusters({ ...plan, effect: 0.5, size: 6, clusterSize: few.clusterSizeNeeded ?? 0 })
    expect(enough.power).toBeGreaterThanOrEqual(0.8 - 1e-9)
    expect(planClusters({ ...plan, effect: 0.2, size: 6 }).clusterSizeNeeded).toBeNull()
  })
})

describe('planPilot', () => {
  const plan = { noise, before: 8, after: 8 }

  test('sites may differ a million times more than weeks: a change does not see it', () => {
    const calm = planPilot({ ...plan, size: 6 }).smallestEffect ?? 0
    const wild = planPilot({ ...plan, noise: { ...noise, between: 4e12 }, size: 6 }).smallestEffect ?? 0
    expect(wild / calm).toBeCloseTo(1, 3)
  })

  test('an effect beyond all noise needs only the fewest sites', () => {
    expect(planPilot({ ...plan, effect: 1e9 })).toMatchObject({ treated: 4, power: 1, reason: null })
    expect(planPilot({ ...plan, effect: 1e9, size: 4 })).toMatchObject({ power: 1, reason: null })
  })

  test('adjusting is never worse than the change or the after alone, but for a degree of freedom', () => {
    const errorOf = (analysis: 'change' | 'adjusted' | 'after') =>
      planPilot({ ...plan, analysis, size: 20 }).standardError ?? 0
    expect(errorOf('adjusted')).toBeLessThan(errorOf('change'))
    expect(errorOf('adjusted')).toBeLessThan(errorOf('after'))
  })

  test('three against three can find nothing, however large it is', () => {
    expect(planPilot({ ...plan, size: 3, effect: 50 })).toMatchObject({ smallestP: 0.1, power: 0, reason: 'p-floor' })
    expect(planPilot({ ...plan, size: 3 })).toMatchObject({ smallestEffect: null, power: null, reason: 'p-floor' })
    expect(planPilot({ ...plan, size: 4, effect: 50 })).toMatchObject({ reason: null })
    // One site against nineteen others can: 1 in 20.
    expect(planPilot({ ...plan, size: 1, ratio: 19, effect: 50 })).toMatchObject({ smallestP: 0.05, reason: null })
  })

  test('sites whose effects differ put an end to what more periods can do', () => {
    const long = { noise: { ...noise, autocorrelation: 0 }, before: 500, after: 500, size: 5 }
    const alike = planPilot(long).smallestEffect ?? 0
    const differing = planPilot({ ...long, effectSpread: 1 }).smallestEffect ?? 0
    expect(differing / alike).toBeGreaterThan(5)
  })

  test('refuses half a site and half a period', () => {
    expect(() => planPilot({ ...plan, size: 4.5 })).toThrow(RangeError)
    expect(() => planPilot({ ...plan, before: 0, size: 4 })).toThrow(RangeError)
    expect(() => planPilot({ ...plan, noise: { ...noise, within: 0 }, size: 4 })).toThrow(RangeError)
  })
})

describe('scheduleError', () => {
  test('without a difference between sites it is a difference of means', () => {
    const plain = { between: 0, within: 9, autocorrelation: 0 }
    expect(scheduleError([[1], [1], [0], [0], [0]], plain)).toBeCloseTo(3 * Math.sqrt(1 / 2 + 1 / 3), 12)
  })
  test('a schedule that is the same everywhere tells nothing', () => {
    expect(
      scheduleError(
        [
          [0, 1],
          [0, 1],
        ],
        noise,
      ),
    ).toBeNull()
    expect(
      scheduleError(
        [
          [1, 1],
          [null, null],
        ],
        noise,
      ),
    ).toBeNull()
    expect(() => scheduleError([[1, 0], [1]], noise)).toThrow(RangeError)
  })
})

describe('scheduleError by its reading', () => {
  const wedge = Array.from({ length: 20 }, (_, s) =>
    Array.from({ length: 21 }, (_, t): 0 | 1 => (t < 1 + 4 * Math.floor(s / 4) ? 0 : 1)),
  )
  const alike = { ...noise, autocorrelation: 0.6 }

  test('without autocorrelation the wedge knows all there is to know', () => {
    const plain = { ...noise, autocorrelation: 0 }
    expect(scheduleError(wedge, plain)).toBeCloseTo(scheduleError(wedge, plain, 'known') ?? 0, 12)
  })
  test('with it the wedge misses a fifth, which its plan must not promise', () => {
    const [read, known] = [scheduleError(wedge, alike) ?? 0, scheduleError(wedge, alike, 'known') ?? 0]
    expect(known / read).toBeCloseTo(0.783, 3)
    expect(planSteppedWedge({ noise: alike, steps: 5, perStep: 4, size: 4 }).standardError).toBeCloseTo(read, 12)
    const promised = powerOfEffect(
      ((planSteppedWedge({ noise: alike, steps: 5, perStep: 4, size: 4 }).effect ?? 0) * known) / read,
      read,
      18,
    )
    expect(promised).toBeCloseTo(0.593, 2)
  })
  test('levels a hundred million times as far apart as periods are taken out, not counted', () => {
    const far = scheduleError(wedge, { ...alike, between: 1e8 }) ?? 0
    expect(far).toBeCloseTo(scheduleError(wedge, { ...alike, between: 1e6 }) ?? 0, 6)
  })
})

describe('planSteppedWedge', () => {
  test('four sites in any order reach 1 in 24, three do not reach 5 %', () => {
    expect(planSteppedWedge({ noise, steps: 4, effect: 9, size: 1 })).toMatchObject({
      sites: 4,
      periods: 5,
      reason: null,
    })
    expect(planSteppedWedge({ noise, steps: 3, effect: 9, size: 1 })).toMatchObject({
      smallestP: 1 / 6,
      reason: 'p-floor',
    })
  })
  test('a settling period that swallows every step leaves nothing', () => {
    expect(planSteppedWedge({ noise, steps: 2, perStep: 1, settling: 2, effect: 1 })).toMatchObject({
      reason: 'not-identified',
    })
  })
})

describe('planSwitchback', () => {
  const plan = { noise, blockLength: 4, carryOver: 1 }
  test('drawn among all, eight blocks of one site can find something, six cannot', () => {
    expect(planSwitchback({ ...plan, blockWindows: 'all', effect: 9, size: 8 })).toMatchObject({
      ...{ smallestP: 2 / 70, reason: null, periods: 32 },
    })
    const six = planSwitchback({ ...plan, blockWindows: 'all', effect: 9, size: 6 })
    expect(six).toMatchObject({ smallestP: 0.1, power: 0, reason: 'p-floor' })
  })
  test('drawn in pairs, as the analysis has it, one site needs twelve; three sites need four each', () => {
    expect(planSwitchback({ ...plan, effect: 9, size: 10 })).toMatchObject({ smallestP: 1 / 16, reason: 'p-floor' })
    expect(planSwitchback({ ...plan, effect: 9, size: 12 })).toMatchObject({ smallestP: 1 / 32, reason: null })
    expect(planSwitchback({ ...plan, effect: 99 })).toMatchObject({ size: 12, power: 1 })
    expect(planSwitchback({ ...plan, effect: 99, sites: 3 })).toMatchObject({ size: 4, smallestP: 1 / 32 })
  })
  test('neighbours are more alike than blocks far apart: pairs have the smaller error', () => {
    const errorOf = (blockWindows: number | 'all') =>
      planSwitchback({ ...plan, blockWindows, size: 16 }).standardError ?? 0
    expect(errorOf(2)).toBeLessThan(errorOf(4))
    expect(errorOf(4)).toBeLessThan(errorOf('all'))
    expect(errorOf(16)).toBe(errorOf('all'))
    // Without autocorrelation it is all one.
    const plain = { ...plan, noise: { ...noise, autocorrelation: 0 }, size: 16 }
    expect(planSwitchback(plain).standardError).toBeCloseTo(Math.sqrt(1 / 3 / 4), 12)
    expect(planSwitchback({ ...plain, blockWindows: 'all' }).standardError).toBeCloseTo(Math.sqrt(1 / 3 / 4), 12)
  })
  test('comes in whole draws, and refuses others', () => {
    expect((planSwitchback({ ...plan, blockWindows: 6, effect: 1.3 }).size ?? 1) % 6).toBe(0)
    expect(() => planSwitchback({ ...plan, effect: 1, size: 13 })).toThrow('size must be a multiple of 2, got 13')
    expect(() => planSwitchback({ ...plan, effect: 1, blockWindows: 3 })).toThrow('blockWindows must be even, got 3')
  })
  test('what carries over is paid for', () => {
    const without = planSwitchback({ ...plan, carryOver: 0, size: 12 }).smallestEffect ?? 0
    expect(planSwitchback({ ...plan, carryOver: 3, size: 12 }).smallestEffect).toBeGreaterThan(without)
    expect(() => planSwitchback({ ...plan, carryOver: 4, size: 12 })).toThrow(RangeError)
  })
})

describe('smallestPermutationP', () => {
  test('refuses no sites', () => {
    expect(() => smallestPermutationP({ by: 'sites', treated: 0, comparison: 4 })).toThrow(RangeError)
    expect(smallestPermutationP({ by: 'sites', treated: 500, comparison: 700 }).smallestP).toBeLessThan(1e-200)
    expect(smallestPermutationP({ by: 'blocks', on: 2, off: 2, sites: 2 })).toEqual({
      assignments: 36,
      smallestP: 2 / 36,
      canReject: false,
    })
  })
})

describe('noiseFrom', () => {
  test('splits a variance by the intracluster correlation', () => {
    expect(noiseFrom(10, 0.05)).toEqual({ between: 5, within: 95, autocorrelation: 0 })
    expect(() => noiseFrom(10, 1)).toThrow(RangeError)
  })
})
