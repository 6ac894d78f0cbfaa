import { describe, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { exactProportionsPower } from './exact-proportions-power.ts'
import { planClusters } from './plan-clusters.ts'
import { planMeans } from './plan-means.ts'
import { planPairs } from './plan-pairs.ts'
import { planPilot } from './plan-pilot.ts'
import { planProportions } from './plan-proportions.ts'
import { planRates } from './plan-rates.ts'
import { planScheduled } from './plan-scheduled.ts'
import { planSeries } from './plan-series.ts'
import { planSteppedWedge } from './plan-stepped-wedge.ts'
import { planSwitchback } from './plan-switchback.ts'
import { powerOfEffect, type TestPlan } from './power-of-effect.ts'
import { type Schedule, scheduleError } from './schedule-error.ts'
import type { SiteNoise } from './site-noise.ts'
import { type Draw, smallestPermutationP } from './smallest-permutation-p.ts'

const planners = {
  planMeans,
  planPairs,
  planRates,
  // The oracle is the noncentral t; permutation is held by `permutation-power.test.ts` and by simulation.
  planPilot: (given: Parameters<typeof planPilot>[0]) => planPilot({ ...given, inference: 't' }),
  planClusters,
  planSteppedWedge,
  planSwitchback: (given: Parameters<typeof planSwitchback>[0]) => planSwitchback({ ...given, inference: 't' }),
  planSeries,
} as Record<string, (given: never) => unknown>

describe('second programs agree: scipy, statsmodels, mpmath, R, counting and whole covariance matrices', () => {
  test.each(Object.keys(planners))('%s', (name) => {
    for (const each of referenceCases<never, unknown>('planning', name))
      expectAgreement(planners[name]?.(each.given), each)
  })

  test('planScheduled, rpact', () => {
    for (const each of referenceCases<Parameters<typeof planScheduled>[0], unknown>('planning-r', 'planScheduled'))
      expectAgreement(planScheduled(each.given), each)
  })

  test('powerOfEffect', () => {
    type Given = TestPlan & { effect: number; standardError: number; degreesOfFreedom: number }
    for (const each of referenceCases<Given, number>('planning', 'powerOfEffect')) {
      const { effect, standardError, degreesOfFreedom, ...plan } = each.given
      expectAgreement(powerOfEffect(effect, standardError, degreesOfFreedom, plan), each)
    }
  })

  test('exactProportionsPower', () => {
    for (const each of referenceCases<Parameters<typeof exactProportionsPower>[0], number>(
      'planning',
      'exactProportionsPower',
    ))
      expectAgreement(exactProportionsPower(each.given), each)
  })

  test('scheduleError', () => {
    type Given = { schedule: Schedule; noise: SiteNoise; reading?: 'intercept' }
    for (const each of referenceCases<Given, number>('planning', 'scheduleError')) {
      const { schedule, noise, reading = 'known' } = each.given
      expectAgreement(scheduleError(schedule, noise, reading), each)
    }
  })

  test('smallestPermutationP', () => {
    for (const each of referenceCases<Draw, unknown>('planning', 'smallestPermutationP'))
      expectAgreement(smallestPermutationP(each.given), each)
  })

  test("planMeans and planProportions, R's power.t.test and power.prop.test", () => {
    for (const each of referenceCases<Parameters<typeof planMeans>[0], unknown>('planning-r', 'planMeans'))
      expectAgreement(planMeans(each.given), each)
    for (const each of referenceCases<Parameters<typeof planProportions>[0], unknown>('planning-r', 'planProportions'))
      expectAgreement(planProportions(each.given), each)
  })
})
