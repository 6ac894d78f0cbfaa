import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import * as beta from './beta.ts'
import * as binomial from './binomial.ts'
import * as chiSquare from './chi-square.ts'
import * as f from './f.ts'
import * as gamma from './gamma.ts'
import * as hypergeometric from './hypergeometric.ts'
import * as ratio from './log-gamma-ratio.ts'
import * as noncentralT from './noncentral-t.ts'
import * as normal from './normal.ts'
import * as poisson from './poisson.ts'
import * as studentT from './student-t.ts'

const families = { beta, binomial, chiSquare, f, gamma, hypergeometric, noncentralT, normal, poisson, ratio, studentT }

describe.each(Object.entries(families))('%s agrees with 50-digit arithmetic (mpmath)', (_, family) => {
  const functions = Object.entries(family as Record<string, (...given: number[]) => number>)
  // These have their published values beside them.
  const elsewhere = ['logBinomial', 'normalCdf', 'normalDensity', 'normalQuantile', 'studentTTwoSided']

  test.each(functions.filter(([name]) => !elsewhere.includes(name)))('%s', (name, ours) => {
    const cases = referenceCases<number[], number>('distribution', name)
    expect(cases.length).toBeGreaterThan(4)
    for (const each of cases) expectAgreement(ours(...each.given), each)
  })
})
