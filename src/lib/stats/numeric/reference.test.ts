import { describe, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { cholesky, solvePositive } from './cholesky.ts'
import { coMomentsOf, mergeCoMoments } from './co-moments.ts'
import { integrate } from './integrate.ts'
import { inverseOf } from './inverse-of.ts'
import { leastSquares } from './least-squares.ts'
import { matrixFrom } from './matrix.ts'
import { symmetricEigen } from './symmetric-eigen.ts'

const integrands: Record<string, (x: number) => number> = {
  bell: (x) => Math.exp((-x * x) / 2),
  waves: (x) => Math.cos(7 * x) * Math.exp(-x),
  heavy: (x) => 1 / (1 + x * x),
  root: Math.sqrt,
  logarithm: Math.log,
}

describe('agrees with 60-digit arithmetic (mpmath)', () => {
  test('leastSquares, up to a condition of 1e9', () => {
    for (const each of referenceCases<{ x: number[][]; y: number[] }, unknown>('numeric', 'leastSquares'))
      expectAgreement(leastSquares(matrixFrom(each.given.x), each.given.y), each)
  })

  test('symmetricEigen', () => {
    for (const each of referenceCases<number[][], unknown>('numeric', 'symmetricEigen'))
      expectAgreement(symmetricEigen(matrixFrom(each.given)), each)
  })

  test('inverseOf', () => {
    for (const each of referenceCases<number[][], unknown>('numeric', 'inverseOf'))
      expectAgreement(inverseOf(matrixFrom(each.given)), each)
  })

  test('cholesky and solvePositive', () => {
    for (const each of referenceCases<number[][], unknown>('numeric', 'cholesky'))
      expectAgreement(cholesky(matrixFrom(each.given)), each)
    for (const each of referenceCases<{ a: number[][]; b: number[] }, unknown>('numeric', 'solvePositive'))
      expectAgreement(solvePositive(matrixFrom(each.given.a), each.given.b), each)
  })

  test('coMomentsOf, in one pass and merged from two', () => {
    for (const each of referenceCases<{ x: number[]; y: number[] }, unknown>('numeric', 'coMomentsOf')) {
      const { x, y } = each.given
      expectAgreement(coMomentsOf(x, y), each)
      const half = Math.floor(x.length / 3)
      const parts = [
        coMomentsOf(x.slice(0, half), y.slice(0, half)),
        coMomentsOf(x.slice(half), y.slice(half)),
      ] as const
      expectAgreement(mergeCoMoments(...parts), each)
    }
  })

  test('integrate, to both infinities and over a logarithm', () => {
    const limit = (value: number | string) => Number(String(value).replace('inf', 'Infinity'))
    for (const each of referenceCases<{ name: string; low: number; high: number }, number>('numeric', 'integrate')) {
      const f = integrands[each.given.name]
      if (!f) throw new Error(`no integrand ${each.given.name}`)
      expectAgreement(integrate(f, limit(each.given.low), limit(each.given.high)).value, each)
    }
  })
})
