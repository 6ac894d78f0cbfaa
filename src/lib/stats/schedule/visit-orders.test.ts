import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { countOrders, drawOrder, visitOrders } from './visit-orders.ts'

const group = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 })

describe('visitOrders', () => {
  test('shows every order once, the ascending one first', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), (groups) => {
        const seen = new Set<string>()
        visitOrders(groups, (labels) => seen.add(labels.join('')))
        expect(seen.size).toBe(countOrders(groups))
        expect([...seen][0]).toBe(groups.map((labels) => labels.toSorted((a, b) => a - b).join('')).join(''))
      }),
    )
  })

  test('counts like the multinomial coefficient', () => {
    expect(countOrders([[0, 0, 1, 1, 2, 2, 3, 3]])).toBe(2520)
    expect(
      countOrders([
        [0, 1, 2],
        [0, 0, 1],
      ]),
    ).toBe(18)
  })
})

test('drawOrder keeps each group apart and reaches each order about equally often', () => {
  const [labels, generator, seen] = [Int32Array.from([0, 0, 1, 2, 3]), seededGenerator(8), new Map<string, number>()]
  for (let i = 0; i < 6000; i++) {
    drawOrder([3, 2], labels, generator)
    seen.set(labels.join(''), (seen.get(labels.join('')) ?? 0) + 1)
  }
  expect(seen.size).toBe(6)
  for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
