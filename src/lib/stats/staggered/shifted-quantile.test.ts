import { describe, expect, it } from 'vitest'
import { shiftedQuantile } from './shifted-quantile.ts'

describe('shiftedQuantile', () => {
  it('is the two-sided normal quantile without a shift, and the one-sided one beyond a large one', () => {
    expect(shiftedQuantile(0, 0.05)).toBeCloseTo(1.959963984540054, 12)
    expect(shiftedQuantile(8, 0.05)).toBeCloseTo(8 + 1.6448536269514722, 12)
    // Armstrong & Kolesár (2018), table 1: shift 0.5 at 95 %.
    expect(shiftedQuantile(0.5, 0.05)).toBeCloseTo(2.18, 2)
  })
})
