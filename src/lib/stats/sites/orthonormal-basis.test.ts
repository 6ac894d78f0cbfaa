import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dot } from '../numeric/matrix.ts'
import { orthonormalBasis, takeOff } from './orthonormal-basis.ts'

const column = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 })

describe('orthonormalBasis', () => {
  test('is orthonormal, and what it spans leaves nothing of the columns', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), (columns) => {
        const { basis } = orthonormalBasis(columns)
        expect(basis.length).toBeLessThanOrEqual(6)
        for (const [i, a] of basis.entries())
          for (const [j, b] of basis.entries()) expect(dot(a, b)).toBeCloseTo(i === j ? 1 : 0, 12)
        for (const values of columns) {
          const rest = Float64Array.from(values)
          takeOff(rest, basis)
          const size = Math.hypot(...values)
          expect(Math.hypot(...rest)).toBeLessThanOrEqual(1e-9 * size)
        }
      }),
    )
  })

  test('keeps its angle between columns that are nearly alike, and leaves out what others span', () => {
    const { basis, from } = orthonormalBasis([
      [1, 1, 1],
      [1, 1, 1 + 1e-8],
      [2, 2, 2],
      [0, 0, 0],
      [1e-200, 0, 0],
    ])
    expect(from).toEqual([0, 1, 4])
    expect(dot(basis[0] ?? [], basis[1] ?? [])).toBeCloseTo(0, 14)
  })
})
