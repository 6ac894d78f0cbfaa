import { describe, expect, test } from 'vitest'
import { momentsOf, varianceOf } from './moments.ts'
import { generatorFrom, seededGenerator, shuffled } from './seeded-generator.ts'

describe('seededGenerator', () => {
  test('runs xoshiro128** as published', () => {
    // The reference program of Blackman and Vigna (version 1.1) from the state 1, 2, 3, 4.
    const generator = generatorFrom([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, generator.uint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ])
  })

  test('fills its state by splitmix64 as published', () => {
    // splitmix64 from 1234567 gives 6457827717110365317 and 3203168211198807973; a second program ran on from there.
    const generator = seededGenerator(1234567)
    expect(Array.from({ length: 5 }, generator.uint32)).toEqual([
      1967786208, 270031234, 1115494691, 824886977, 1639868524,
    ])
  })

  test('gives the same draws for the same seed, others for the next', () => {
    const draws = (seed: number) => Array.from({ length: 8 }, seededGenerator(seed).uint32)
    expect(draws(7)).toEqual(draws(7))
    expect(draws(7)).not.toEqual(draws(8))
    expect(draws(0)).not.toEqual(draws(2 ** 53 - 1))
  })

  test('below(n) is even over 0..n-1', () => {
    const { below } = seededGenerator(11)
    const counts = Array(7).fill(0) as number[]
    for (let i = 0; i < 70_000; i++) counts[below(7)] = (counts[below(7)] ?? 0) + 1
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    // The 0.999 quantile with 6 degrees of freedom is 22.5.
    expect(chiSquare).toBeLessThan(22.5)
  })

  test('uniform and normal have the moments of their distributions', () => {
    const { uniform, normal } = seededGenerator(12)
    const even = momentsOf(Array.from({ length: 50_000 }, uniform))
    expect(even.mean).toBeCloseTo(0.5, 2)
    expect(varianceOf(even)).toBeCloseTo(1 / 12, 2)
    const bell = momentsOf(Array.from({ length: 50_000 }, normal))
    expect(Math.abs(bell.mean)).toBeLessThan(0.02)
    expect(Math.abs((varianceOf(bell) ?? 0) - 1)).toBeLessThan(0.03)
  })

  test.each([-1, 0.5, 2 ** 53, Number.NaN])('refuses the seed %d', (seed) => {
    expect(() => seededGenerator(seed)).toThrow(RangeError)
  })

  test('refuses an empty state and a range that is none', () => {
    expect(() => generatorFrom([0, 0, 0, 0])).toThrow(RangeError)
    expect(() => seededGenerator(1).below(0)).toThrow(RangeError)
    expect(() => seededGenerator(1).below(2 ** 32 + 1)).toThrow(RangeError)
    expect(seededGenerator(1).below(1)).toBe(0)
  })
})

describe('shuffled', () => {
  test('keeps the values, leaves the input alone, and reaches every order about equally often', () => {
    const generator = seededGenerator(13)
    const input = ['a', 'b', 'c']
    const seen = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(input, generator).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(input).toEqual(['a', 'b', 'c'])
    expect(seen.size).toBe(6)
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })
})
