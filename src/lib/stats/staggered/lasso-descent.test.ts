import { describe, expect, it } from 'vitest'
import { lassoDescent } from './lasso-descent.ts'

describe('lassoDescent', () => {
  it('shrinks each by the price where they do not meddle, and to nothing beyond it', () => {
    const free = [0, 0]
    lassoDescent(
      free,
      [
        [2, 0],
        [0, 1],
      ],
      [-4, 0.5],
      1,
    )
    expect(free[0]).toBeCloseTo(1.5, 12)
    expect(free[1]).toBeCloseTo(0, 12)
  })

  it('solves the linear equations at price 0', () => {
    const free = [0, 0]
    lassoDescent(
      free,
      [
        [2, 1],
        [1, 3],
      ],
      [-3, -5],
      0,
    )
    expect(free).toEqual([expect.closeTo(0.8, 10), expect.closeTo(1.4, 10)])
  })
})
