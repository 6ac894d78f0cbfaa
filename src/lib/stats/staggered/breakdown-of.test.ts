import { describe, expect, it } from 'vitest'
import { breakdownOf } from './breakdown-of.ts'

const wedge = (reach: number) => (size: number) => ({ low: 1 - reach * size, high: 3 + reach * size })

describe('breakdownOf', () => {
  it('finds where the interval reaches zero, from any first guess', () => {
    for (const first of [1e-6, 1, 1e6]) {
      expect(breakdownOf(wedge(0.5), first)).toBeGreaterThan(1.999)
      expect(breakdownOf(wedge(0.5), first)).toBeLessThan(2)
    }
  })

  it('is null where there is no finding, or nothing that could break it', () => {
    expect(breakdownOf(() => ({ low: -1, high: 1 }), 1)).toBeNull()
    expect(breakdownOf(wedge(0), 1)).toBeNull()
  })
})
