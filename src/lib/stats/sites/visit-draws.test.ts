import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { countDraws, drawWithin, visitDraws } from './visit-draws.ts'

const group = fc
  .integer({ min: 1, max: 5 })
  .chain((size) => fc.record({ size: fc.constant(size), treated: fc.integer({ min: 0, max: size }) }))

describe('visitDraws', () => {
  test('shows every draw once, each with as many treated in each group, the first units first', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const seen = new Set<string>()
        visitDraws(groups, (z) => {
          seen.add(z.join(''))
          let from = 0
          for (const { size, treated } of groups) {
            expect(z.subarray(from, from + size).reduce((sum, each) => sum + each, 0)).toBe(treated)
            from += size
          }
        })
        expect(seen.size).toBe(countDraws(groups))
        const first = groups.map(({ size, treated }) => '1'.repeat(treated).padEnd(size, '0')).join('')
        expect([...seen][0]).toBe(first)
      }),
    )
  })
})

describe('countDraws', () => {
  test('multiplies the combinations', () => {
    expect(countDraws(Array.from({ length: 15 }, () => ({ size: 2, treated: 1 })))).toBe(32_768)
    expect(countDraws([])).toBe(1)
    expect(countDraws(Array.from({ length: 2000 }, () => ({ size: 2, treated: 1 })))).toBe(Number.POSITIVE_INFINITY)
    expect(() => countDraws([{ size: 2, treated: 3 }])).toThrow(RangeError)
  })
})

test('drawWithin draws each about equally often, from wherever it starts', () => {
  const groups = [
    { size: 3, treated: 1 },
    { size: 2, treated: 1 },
  ]
  const [z, generator, seen] = [new Uint8Array(5), seededGenerator(5), new Map<string, number>()]
  for (let i = 0; i < 6000; i++) {
    drawWithin(groups, generator, z)
    seen.set(z.join(''), (seen.get(z.join('')) ?? 0) + 1)
  }
  expect(seen.size).toBe(6)
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
