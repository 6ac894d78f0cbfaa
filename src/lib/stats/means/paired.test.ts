import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { paired } from './paired.ts'

interface Given {
  treated: number[]
  comparison: number[]
}

describe('paired', () => {
  test.each(referenceCases<Given, unknown>('means', 'paired'))('agrees with scipy, case %#', (each) => {
    expectAgreement(paired(each.given.treated, each.given.comparison), each)
  })

  test("reproduces Student's own result on the sleep data", () => {
    const dextro = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const laevo = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    // R's help page of sleep: t = 4.0621 (there -), df = 9, p = 0.002833, mean 1.58.
    const answer = paired(laevo, dextro)
    expect(answer.estimate).toBeCloseTo(1.58, 12)
    expect(answer.statistic).toBeCloseTo(4.0621, 4)
    expect(answer.pValue).toBeCloseTo(0.002833, 6)
  })

  test('differences that rounding made are no variation', () => {
    expect(paired([0.3, 0.4, 0.7], [0.1, 0.2, 0.5]).reason).toBe('no-variation')
    expect(paired([1e9 + 0.3, 1e9 + 0.4], [1e9 + 0.2, 1e9 + 0.3]).reason).toBe('no-variation')
    expect(paired([1e9 + 1, 1e9 + 3], [1e9, 1e9 + 1]).reason).toBeNull()
  })

  test('no pair, one pair, and lists of two lengths', () => {
    expect(paired([], []).reason).toBe('empty-arm')
    expect(paired([2], [1])).toMatchObject({ estimate: 1, reason: 'too-few-values' })
    expect(() => paired([1, 2], [1])).toThrow(RangeError)
  })
})
