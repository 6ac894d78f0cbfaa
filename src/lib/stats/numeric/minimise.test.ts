import { describe, expect, test } from 'vitest'
import { minimise } from './minimise.ts'
import { nelderMead } from './nelder-mead.ts'
import { seededGenerator } from './seeded-generator.ts'

/** Rosenbrock (1960): a bent valley, smallest at (1, 1). */
const valley = ([x = 0, y = 0]: readonly number[]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2

describe('minimise', () => {
  test("comes to the end of Rosenbrock's valley, with slopes measured or given", () => {
    const measured = minimise(valley, [-1.2, 1])
    expect(measured).toMatchObject({ method: 'bfgs', converged: true })
    const given = minimise(valley, [-1.2, 1], {
      gradient: ([x = 0, y = 0]) => [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
    })
    for (const { x } of [measured, given]) for (const part of x) expect(Math.abs(part - 1)).toBeLessThan(1e-6)
    expect(given.evaluations).toBeLessThan(measured.evaluations)
  })

  test('finds the bottom of random bowls of 1 to 8 parts, whatever is added to them', () => {
    const generator = seededGenerator(9)
    for (let round = 0; round < 40; round++) {
      const n = 1 + generator.below(8)
      const bottom = Array.from({ length: n }, () => 3 * generator.normal())
      const added = round % 2 ? 1e3 : 0
      const bowl = (x: readonly number[]) =>
        x.reduce((sum, part, i) => sum + (1 + i) * Math.cosh(part - (bottom[i] ?? 0)), added)
      const { x, converged } = minimise(bowl, Array(n).fill(0))
      expect(converged).toBe(true)
      x.forEach((part, i) => {
        expect(Math.abs(part - (bottom[i] ?? 0))).toBeLessThan(1e-6)
      })
    }
  })

  test('leaves alone where the function has no value, and stays where it started at the bottom', () => {
    expect(minimise(([x = 0]) => x - Math.log(x), [10]).x[0]).toBeCloseTo(1, 7)
    expect(minimise(([x = 0]) => x * x, [0])).toMatchObject({ x: [0], value: 0, converged: true })
    expect(minimise(() => 7, [1, 2])).toMatchObject({ x: [1, 2], value: 7, converged: true })
  })

  test('comes down to a kink by the simplex', () => {
    const { x, converged } = minimise(([a = 0, b = 0]) => Math.max(Math.abs(a - 1), Math.abs(b - 2)) + 0.1 * a, [0, 0])
    expect(converged).toBe(true)
    expect(x[0]).toBeCloseTo(1, 4)
    expect(x[1]).toBeCloseTo(2, 4)
  })

  test('refuses an empty start and one without a value', () => {
    expect(() => minimise(valley, [])).toThrow(RangeError)
    expect(() => minimise(() => Number.NaN, [1])).toThrow(RangeError)
  })
})

describe('nelderMead', () => {
  test("comes to the end of Rosenbrock's valley", () => {
    const { x, converged } = nelderMead(valley, [-1.2, 1])
    expect(converged).toBe(true)
    for (const part of x) expect(part).toBeCloseTo(1, 5)
  })

  test('says when it ran out of questions', () => {
    expect(nelderMead(valley, [-1.2, 1], { evaluations: 20 }).converged).toBe(false)
    expect(() => nelderMead(valley, [])).toThrow(RangeError)
  })
})
