import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { oneSample } from './one-sample.ts'

interface Given {
  values: number[]
  confidence: number
  hypothesis: number
}

describe('oneSample', () => {
  test.each(referenceCases<Given, unknown>('means', 'oneSample'))('agrees with scipy, case %#', (each) => {
    expectAgreement(oneSample(momentsOf(each.given.values), each.given), each)
  })

  test('says why there is no interval', () => {
    expect(oneSample(momentsOf([]))).toMatchObject({ estimate: null, reason: 'empty-arm' })
    expect(oneSample(momentsOf([4]))).toMatchObject({ estimate: 4, low: null, reason: 'too-few-values' })
    expect(oneSample(momentsOf([4, 4]))).toMatchObject({ estimate: 4, standardError: 0, reason: 'no-variation' })
  })
})
