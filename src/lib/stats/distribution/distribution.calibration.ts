import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import { chiSquareUpperQuantile } from './chi-square.ts'
import { fUpperTail } from './f.ts'
import { noncentralTCdf, noncentralTUpperTail } from './noncentral-t.ts'
import { normalUpperTail } from './normal.ts'
import { studentTQuantile, studentTTwoSided } from './student-t.ts'

const SIZE = 5
const DEGREES = 2 * SIZE - 2
const CRITICAL = studentTQuantile(0.975, DEGREES)
const SHIFT = 1.2
const NONCENTRALITY = SHIFT * Math.sqrt(SIZE / 2)
const CHI_SQUARE = chiSquareUpperQuantile(0.05, 3)

/** The drawn statistics follow the distributions that are computed for them. */
export const gates: Gate[] = [
  {
    name: 't, 5 against 5: rejects a true null',
    nominal: 0.05,
    runs: 200_000,
    inTests: 10_000,
    seed: 1,
    once: (generator) => studentTTwoSided(pooledT(generator, 0), DEGREES) <= 0.05,
  },
  {
    name: 'the normal in place of t, 5 against 5: rejects a true null',
    nominal: 0.05,
    should: 'broken',
    runs: 200_000,
    inTests: 10_000,
    seed: 2,
    once: (generator) => 2 * normalUpperTail(Math.abs(pooledT(generator, 0))) <= 0.05,
  },
  {
    name: 't, 5 against 5, shifted by 1.2: the power that noncentral t promises',
    nominal: noncentralTUpperTail(CRITICAL, DEGREES, NONCENTRALITY) + noncentralTCdf(-CRITICAL, DEGREES, NONCENTRALITY),
    runs: 200_000,
    inTests: 10_000,
    seed: 3,
    once: (generator) => Math.abs(pooledT(generator, SHIFT)) >= CRITICAL,
  },
  {
    name: 'F, two variances of 4 and 7 draws: rejects a true null',
    nominal: 0.05,
    runs: 200_000,
    inTests: 10_000,
    seed: 4,
    once: (generator) => fUpperTail(sumOfSquares(generator, 3) / 3 / (sumOfSquares(generator, 6) / 6), 3, 6) <= 0.05,
  },
  {
    name: 'chi-square, three squares: beyond the critical value',
    nominal: 0.05,
    runs: 200_000,
    inTests: 10_000,
    seed: 5,
    once: (generator) => sumOfSquares(generator, 3) >= CHI_SQUARE,
  },
]

/** The difference of two means of 5 over its pooled standard error. */
function pooledT(generator: Generator, shift: number): number {
  const difference = shift + generator.normal() * Math.sqrt(2 / SIZE)
  return difference / Math.sqrt((sumOfSquares(generator, DEGREES) / DEGREES) * (2 / SIZE))
}

function sumOfSquares(generator: Generator, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += generator.normal() ** 2
  return sum
}
