import { describe, expect, test } from 'vitest'
import { momentsOf } from '../numeric/moments.ts'
import { type Generator, seededGenerator } from '../numeric/seeded-generator.ts'
import { noiseOf } from './noise-of.ts'
import { planSwitchback } from './plan-switchback.ts'

function history({ normal }: Generator, sites: number, periods: number, between: number, within: number, rho: number) {
  const shared = Array.from({ length: periods }, () => 3 * normal())
  return Array.from({ length: sites }, () => {
    const level = 100 + Math.sqrt(between) * normal()
    let wave = normal()
    return shared.map((common) => {
      const value = level + common + Math.sqrt(within) * wave
      wave = rho * wave + Math.sqrt(1 - rho * rho) * normal()
      return value
    })
  })
}

describe('noiseOf', () => {
  test.each([
    [10, 12, 4, 1, 0.3],
    [6, 30, 0.5, 2, 0],
    [20, 8, 1, 1, 0.5],
  ])('%d sites, %d periods: on average it finds what was put in', (sites, periods, between, within, rho) => {
    const generator = seededGenerator(3)
    const read = Array.from({ length: 400 }, () => noiseOf(history(generator, sites, periods, between, within, rho)))
    const mean = (of: 'between' | 'within' | 'autocorrelation') =>
      momentsOf(read.map((each) => (of in each ? (each as Record<typeof of, number>)[of] : 0))).mean
    expect(Math.abs(mean('autocorrelation') - rho)).toBeLessThan(0.03)
    expect(Math.abs(mean('within') / within - 1)).toBeLessThan(0.08)
    expect(Math.abs(mean('between') / between - 1)).toBeLessThan(0.15)
  })

  test('a level of 1e9 and another unit change nothing but the unit', () => {
    const panel = history(seededGenerator(8), 8, 16, 4, 1, 0.3)
    const plain = noiseOf(panel)
    const lifted = noiseOf(panel.map((row) => row.map((value) => value * 10 + 1e9)))
    if (!('within' in plain && 'within' in lifted)) throw new Error('no reading')
    expect(lifted.within / 100).toBeCloseTo(plain.within, 5)
    expect(lifted.between / 100).toBeCloseTo(plain.between, 5)
    expect(lifted.autocorrelation).toBeCloseTo(plain.autocorrelation, 5)
    expect(lifted.intraclusterCorrelation).toBeCloseTo(plain.intraclusterCorrelation, 5)
  })

  test('missing periods are left out', () => {
    const panel = history(seededGenerator(9), 12, 40, 4, 1, 0.3)
    const gaps = panel.map((row, i) => row.map((value, t) => ((i * 7 + t * 3) % 11 === 0 ? null : value)))
    const [whole, holed] = [noiseOf(panel), noiseOf(gaps)]
    if (!('within' in whole && 'within' in holed)) throw new Error('no reading')
    expect(holed.values).toBeLessThan(whole.values)
    expect(holed.within / whole.within).toBeCloseTo(1, 0)
    expect(Math.abs(holed.autocorrelation - whole.autocorrelation)).toBeLessThan(0.15)
  })

  test('says when history is short, sites are few, or nothing can be read', () => {
    expect(noiseOf(history(seededGenerator(1), 8, 5, 4, 1, 0))).toMatchObject({ reason: 'short-history' })
    expect(noiseOf(history(seededGenerator(1), 3, 20, 4, 1, 0))).toMatchObject({ reason: 'few-sites' })
    expect(noiseOf([])).toEqual({ reason: 'too-few-sites' })
    expect(noiseOf([[1, 2, 3]])).toEqual({ reason: 'too-few-sites' })
    expect(
      noiseOf([
        [1, 2],
        [3, 5],
      ]),
    ).toEqual({ reason: 'too-few-periods' })
    expect(
      noiseOf([
        [5, 6, 7],
        [8, 9, 10],
      ]),
    ).toEqual({ reason: 'no-variation' })
    expect(
      noiseOf([
        [0.1, 0.2, 0.3],
        [1.1, 1.2, 1.3],
      ]),
    ).toEqual({ reason: 'no-variation' })
    expect(() => noiseOf([[1, 2], [1]])).toThrow(RangeError)
  })

  test('sites that differ by less than chance have a variance of 0 between them, not a negative one', () => {
    const panel = history(seededGenerator(12), 6, 12, 0, 1, 0)
    expect(noiseOf(panel)).toMatchObject({ between: expect.any(Number) })
    const read = noiseOf(panel)
    if ('between' in read) expect(read.between).toBeGreaterThanOrEqual(0)
  })

  test('one site alone shows its own noise, where its periods need not be shared', () => {
    const { normal } = seededGenerator(12)
    let wave = normal()
    const values = Array.from({ length: 240 }, () => {
      const now = 1e6 + 2 * wave
      wave = 0.3 * wave + Math.sqrt(1 - 0.09) * normal()
      return now
    })
    expect(noiseOf([values])).toEqual({ reason: 'too-few-sites' })
    const read = noiseOf([values], { periodsShared: false })
    if (!('within' in read)) throw new Error(String(read.reason))
    expect(Math.abs(read.within - 4)).toBeLessThan(1)
    expect(Math.abs(read.autocorrelation - 0.3)).toBeLessThan(0.2)
    expect(read).toMatchObject({ between: 0, sites: 1, reason: 'few-sites' })
    expect(planSwitchback({ noise: read, blockLength: 2, effect: 2 }).size).toBeGreaterThan(8)
  })
})
