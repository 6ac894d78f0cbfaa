import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { anhoejLimits } from './anhoej-limits.ts'

describe('anhoejLimits', () => {
  test.each(referenceCases<number, unknown>('chart', 'anhoejLimits'))('agrees with scipy for $given points', (each) => {
    expectAgreement(anhoejLimits(each.given), each)
  })

  // Anhoej & Olesen (2014), table 1.
  test.each([
    [10, 6, 2],
    [20, 7, 6],
    [24, 8, 8],
  ])('is the published pair for %d points', (useful, longestRunLimit, fewestCrossings) => {
    expect(anhoejLimits(useful)).toEqual({ longestRunLimit, fewestCrossings })
  })

  test('without points there is nothing to expect', () => {
    expect(anhoejLimits(0)).toEqual({ longestRunLimit: null, fewestCrossings: null })
    expect(() => anhoejLimits(1.5)).toThrow(RangeError)
  })
})
