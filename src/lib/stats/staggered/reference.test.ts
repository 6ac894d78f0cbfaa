import { describe, expect, it } from 'vitest'
import { minimumWage } from '../testing/minimum-wage.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { type Aggregation, aggregateEffects } from './aggregate-effects.ts'
import type { ComparisonGroup } from './comparison-pool.ts'
import type { EventStudy } from './event-study.ts'
import { type GroupTimeOptions, groupTimeEffects } from './group-time-effects.ts'
import { hybridMagnitudes } from './hybrid-magnitudes.ts'
import { permuteOrder } from './permute-order.ts'
import { relativeMagnitudes } from './relative-magnitudes.ts'
import { smoothTrends } from './smooth-trends.ts'
import type { StaggeredUnit } from './staggered-panel.ts'
import { testPreTrends } from './test-pre-trends.ts'
import { twoWayFixedEffects } from './two-way-fixed-effects.ts'

interface Asked {
  units: StaggeredUnit[]
  options: GroupTimeOptions
}

function tableOf({ units, options }: Asked) {
  const table = groupTimeEffects(units, options)
  if ('refused' in table) throw new Error(table.refused)
  return table
}

describe('agrees with other programs', () => {
  it.each(referenceCases<Asked, unknown>('staggered', 'groupTimeEffects'))('groupTimeEffects %#', (each) => {
    expectAgreement(tableOf(each.given), each)
  })

  it.each(referenceCases<Asked & { data?: 'mpdta' }, unknown>('staggered-r', 'groupTimeEffects'))(
    'groupTimeEffects given covariates %#',
    (each) => {
      expectAgreement(tableOf(each.given.data ? { ...each.given, units: minimumWage() } : each.given), each)
    },
  )

  it.each(referenceCases<Asked & { kind: Aggregation }, unknown>('staggered', 'aggregateEffects'))(
    'aggregateEffects %#',
    (each) => {
      expectAgreement(aggregateEffects(tableOf(each.given), each.given.kind), each)
    },
  )

  it.each(referenceCases<Asked, unknown>('staggered', 'testPreTrends'))('testPreTrends %#', (each) => {
    expectAgreement(testPreTrends(tableOf(each.given)), each)
  })

  it.each(referenceCases<Asked, unknown>('staggered', 'twoWayFixedEffects'))('twoWayFixedEffects %#', (each) => {
    expectAgreement(twoWayFixedEffects(each.given.units), each)
  })

  it.each(referenceCases<Asked & { comparison: ComparisonGroup }, unknown>('staggered', 'permuteOrder'))(
    'permuteOrder %#',
    (each) => {
      const { units, comparison } = each.given
      expectAgreement(permuteOrder(units, { seed: 1, comparison }), each)
    },
  )

  it.each(referenceCases<{ study: EventStudy; weights: number[] }, unknown>('staggered', 'relativeMagnitudes'))(
    'relativeMagnitudes %#',
    (each) => {
      const { study, weights } = each.given
      expectAgreement(relativeMagnitudes(study, [0.5, 1, 2], { weights }), each)
    },
  )

  it.each(
    referenceCases<{ study: EventStudy; magnitudes: number[]; weights: number[]; confidence: number }, unknown>(
      'staggered-trends',
      'hybridMagnitudes',
    ),
  )('hybridMagnitudes %#', (each) => {
    const { study, magnitudes, ...options } = each.given
    expectAgreement(hybridMagnitudes(study, magnitudes, options), each)
  })

  it.each(referenceCases<{ study: EventStudy; weights: number[]; bend: number }, unknown>('staggered', 'smoothTrends'))(
    'smoothTrends %#',
    (each) => {
      const { study, weights, bend } = each.given
      const [interval] = smoothTrends(study, [bend], { weights }).intervals
      expect(interval).toBeDefined()
      expectAgreement({ halfLength: ((interval?.high ?? 0) - (interval?.low ?? 0)) / 2 }, each)
    },
  )
})
