import { describe, expect, it } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { simultaneousCritical } from './simultaneous-critical.ts'

const cases = referenceCases<{ size: number; correlation: number }, number>('staggered', 'simultaneousCritical')

describe('simultaneousCritical', () => {
  it.each(cases)('is the quantile of the largest of correlated normal variables %#', (each) => {
    const { size, correlation } = each.given
    const generator = seededGenerator(7)
    const shared = Array.from({ length: 400 }, () => generator.normal())
    const influences = Array.from({ length: size }, () =>
      shared.map((common) => Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * generator.normal()),
    )
    for (const multiplier of ['mammen', 'rademacher'] as const)
      expectAgreement(simultaneousCritical(influences, { seed: 3, draws: 8_000, multiplier }), {
        ...each,
        within: 0.05,
      })
  })

  it('gives the same for the same seed, and nothing where nothing varies', () => {
    const influences = [[1, -1, 2, -2, 0, 1, -1]]
    expect(simultaneousCritical(influences, { seed: 5 })).toBe(simultaneousCritical(influences, { seed: 5 }))
    expect(simultaneousCritical([[0, 0]], { seed: 5 })).toBeNull()
    expect(simultaneousCritical([], { seed: 5 })).toBeNull()
  })

  it('refuses what cannot be', () => {
    expect(() => simultaneousCritical([[1]], { seed: 1, draws: 10 })).toThrow(RangeError)
    expect(() => simultaneousCritical([[1]], { seed: 1 }, 1)).toThrow(RangeError)
  })
})
