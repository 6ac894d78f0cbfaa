import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomiseOrder } from './randomise-order.ts'
import { randomiseSwitchback } from './randomise-switchback.ts'

const sites = (n: number) => Array.from({ length: n }, (_, i) => `s${i}`)
const seeds = fc.integer({ min: 0, max: 2 ** 40 })

describe('randomiseOrder', () => {
  test('fills each step, the same for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), seeds, (perStep, seed) => {
        const names = sites(perStep.reduce((sum, v) => sum + v, 0))
        const drawn = randomiseOrder({ sites: names, perStep }, seed)
        for (const [step, count] of perStep.entries())
          expect(drawn.starts.filter((each) => each.step === step).length).toBe(count)
        expect(randomiseOrder(JSON.parse(JSON.stringify(drawn.plan)), seed)).toEqual(drawn)
      }),
    )
  })

  test('every order is about equally likely, and a stratum is spread over the steps', () => {
    const seen = new Map<string, number>()
    for (let seed = 0; seed < 6000; seed++) {
      const key = randomiseOrder({ sites: sites(4), perStep: [2, 1, 1] }, seed)
        .starts.map(({ step }) => step)
        .join('')
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    expect(seen.size).toBe(12)
    for (const count of seen.values()) expect(Math.abs(count - 500)).toBeLessThan(80)
    for (let seed = 0; seed < 200; seed++) {
      const strata = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b']
      const { starts } = randomiseOrder({ sites: sites(8), perStep: [4, 4], strata }, seed)
      expect(starts.slice(0, 4).filter(({ step }) => step === 0).length).toBe(2)
    }
  })

  test('refuses plans that are none', () => {
    expect(() => randomiseOrder({ sites: ['a', 'a'], perStep: [2] }, 1)).toThrow(RangeError)
    expect(() => randomiseOrder({ sites: sites(3), perStep: [2] }, 1)).toThrow(RangeError)
    expect(() => randomiseOrder({ sites: sites(3), perStep: [3, 0] }, 1)).toThrow(RangeError)
    expect(() => randomiseOrder({ sites: sites(3), perStep: [3], strata: ['a'] }, 1)).toThrow(RangeError)
  })
})

describe('randomiseSwitchback', () => {
  test('has half of each block on, the same for the same seed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(2, 4, 14),
        seeds,
        (n, blocks, blockWindows, seed) => {
          const plan = { sites: sites(n), windows: blocks * blockWindows, windowLength: 3, blockWindows }
          const drawn = randomiseSwitchback(plan, seed)
          for (const { on } of drawn.schedule)
            for (let from = 0; from < on.length; from += blockWindows)
              expect(on.slice(from, from + blockWindows).filter(Boolean).length).toBe(blockWindows / 2)
          expect(randomiseSwitchback(plan, seed)).toEqual(drawn)
        },
      ),
    )
  })

  test('refuses plans that are none', () => {
    const plan = { sites: ['a'], windows: 4, windowLength: 1 }
    expect(() => randomiseSwitchback({ ...plan, sites: ['a', 'a'] }, 1)).toThrow(RangeError)
    expect(() => randomiseSwitchback({ ...plan, windows: 3 }, 1)).toThrow(RangeError)
    expect(() => randomiseSwitchback({ ...plan, windowLength: 0 }, 1)).toThrow(RangeError)
    expect(() => randomiseSwitchback({ ...plan, blockWindows: 3 }, 1)).toThrow(RangeError)
  })
})
