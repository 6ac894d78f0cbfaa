import { normalUpperTail } from '../distribution/normal.ts'
import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import type { PValues } from './adjust-present.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { benjaminiYekutieli } from './benjamini-yekutieli.ts'
import { bonferroni } from './bonferroni.ts'
import { eBenjaminiHochberg } from './e-benjamini-hochberg.ts'
import { holm } from './holm.ts'
import { hommel } from './hommel.ts'
import { intersectionUnion } from './intersection-union.ts'

const METRICS = 10

/** z of ten metrics of the same people: correlated at one half; the last `real` of them are moved by 3 errors. */
function statistics({ normal }: Generator, real: number): number[] {
  const common = normal()
  return Array.from({ length: METRICS }, (_, i) => Math.SQRT1_2 * (common + normal()) + (i >= METRICS - real ? 3 : 0))
}

const upper = (z: number[]) => z.map(normalUpperTail)
const anyOf = (adjusted: PValues, count: number) => adjusted.slice(0, count).some((p) => p !== null && p <= 0.05)

const any = (
  name: string,
  adjust: (p: PValues) => PValues,
  real: number,
  should: 'at-most' | 'broken',
  seed: number,
): Gate => ({
  name: `${name}, 10 correlated metrics, ${real} real: rejects any that is not`,
  nominal: 0.05,
  should,
  runs: 40_000,
  ...(should === 'broken' || name === 'Holm' ? { inTests: 2_000 } : {}),
  seed,
  once: (generator) => anyOf(adjust(upper(statistics(generator, real))), METRICS - real),
})

/** In a run: one of the rejections, drawn at random, is false. Its long-run share is the false discovery rate. */
const share = (name: string, adjust: (z: number[]) => PValues, should: 'at-most' | 'broken', seed: number): Gate => ({
  name: `${name}, 10 correlated metrics, 3 real: a rejection drawn at random is false`,
  nominal: 0.05,
  should,
  runs: 40_000,
  seed,
  once: (generator) => {
    const adjusted = adjust(statistics(generator, 3))
    const rejected = [...adjusted.keys()].filter((i) => Number(adjusted[i]) <= 0.05)
    const drawn = rejected[rejected.length === 0 ? 0 : generator.below(rejected.length)]
    return drawn !== undefined && drawn < METRICS - 3
  },
})

const asTheyAre = (p: PValues) => p

export const gates: Gate[] = [
  any('Bonferroni', bonferroni, 0, 'at-most', 301),
  any('Holm', holm, 0, 'at-most', 302),
  any('Holm', holm, 3, 'at-most', 303),
  any('Hommel', hommel, 0, 'at-most', 304),
  any('Hommel', hommel, 3, 'at-most', 305),
  any('uncorrected', asTheyAre, 0, 'broken', 306),
  share('Benjamini-Hochberg', (z) => benjaminiHochberg(upper(z)), 'at-most', 307),
  share('Benjamini-Yekutieli', (z) => benjaminiYekutieli(upper(z)), 'at-most', 308),
  // exp(a z - a^2 / 2) is an e-value for a mean of at most 0, here with a = 3.
  share('e-BH', (z) => eBenjaminiHochberg(z.map((x) => 3 * x - 4.5)), 'at-most', 309),
  share('uncorrected', (z) => upper(z), 'broken', 310),
  {
    name: 'intersection-union, 5 guardrails, one just at its margin and four safe: passes all',
    nominal: 0.025,
    runs: 40_000,
    seed: 311,
    once: ({ normal }) => {
      const z = Array.from({ length: 5 }, (_, i) => normal() + (i === 0 ? 0 : 8))
      return (intersectionUnion(upper(z)).pValue ?? 1) <= 0.025
    },
  },
  {
    name: 'any one of 5 guardrails safe is not all of them safe',
    nominal: 0.025,
    should: 'broken',
    runs: 40_000,
    seed: 312,
    once: ({ normal }) => Math.min(...upper(Array.from({ length: 5 }, () => normal()))) <= 0.025,
  },
]
