import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import { correctSelection } from './correct-selection.ts'
import { intervalCoverage } from './interval-coverage.ts'
import { type MetaAnalysisOptions, metaAnalysis } from './meta-analysis.ts'
import { selectedEffect } from './selected-effect.ts'
import { shrinkEffects } from './shrink-effects.ts'

const WON = 1.959963984540054
const weakPrior = { mean: 0, standardDeviation: 1 }

/** Trials with errors of about 1, true effects spread by `spread` about 0; the ones that look better are shipped. */
function trialsOf({ normal, uniform }: Generator, count: number, spread: number) {
  for (;;) {
    const trials = Array.from({ length: count }, () => {
      const [truth, standardError] = [spread * normal(), 0.7 + 0.6 * uniform()]
      const estimate = truth + standardError * normal()
      return { truth, estimate, standardError, shipped: estimate > WON * standardError }
    })
    // A portfolio that shipped nothing has no sum to be wrong about: draw another.
    if (trials.some(({ shipped }) => shipped)) return trials
  }
}

const shipped = (trials: ReturnType<typeof trialsOf>) => trials.filter((trial) => trial.shipped)
const truthOf = (trials: ReturnType<typeof trialsOf>) => shipped(trials).reduce((sum, { truth }) => sum + truth, 0)
const holds = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high

/** Whether the interval of the mean holds it: trials of unequal size, true effects spread by 1 about 0. */
function metaHolds(generator: Generator, count: number, options: MetaAnalysisOptions): boolean {
  const effects = Array.from({ length: count }, () => {
    const standardError = 0.3 + 0.6 * generator.uniform()
    return { estimate: generator.normal() + standardError * generator.normal(), standardError }
  })
  return holds(metaAnalysis(effects, options), 0)
}

const meta = (count: number, runs: number): Gate[] => [
  {
    name: `meta-analysis of ${count}, REML with Hartung-Knapp: the interval holds the mean`,
    nominal: 0.95,
    should: count <= 3 ? 'at-least' : 'equal',
    // The estimated spread is 0 in some runs, and the floor then widens; with unequal sizes it is not exact.
    tolerance: 0.01,
    runs,
    ...(count === 5 ? { inTests: 300 } : {}),
    seed: 100 + count,
    once: (generator) => metaHolds(generator, count, {}),
  },
  {
    name: `meta-analysis of ${count}, DerSimonian-Laird with 1.96: misses`,
    nominal: 0.95,
    should: 'broken',
    runs,
    ...(count === 5 ? { inTests: 600 } : {}),
    seed: 200 + count,
    once: (generator) => metaHolds(generator, count, { method: 'dersimonian-laird', interval: 'normal' }),
  },
]

const sums = (count: number, spread: number, runs: number): Gate[] => [
  {
    name: `${count} trials, true effects spread ${spread} errors: the shrunk sum of the winners holds`,
    nominal: 0.95,
    // The fitted prior counts to first order only.
    tolerance: 0.02,
    runs,
    ...(count === 40 ? { inTests: 150 } : {}),
    seed: 300 + count + 10 * spread,
    once: (generator) => {
      const trials = trialsOf(generator, count, spread)
      return holds(shrinkEffects(trials, { weakPrior }).sum, truthOf(trials))
    },
  },
  {
    name: `${count} trials, spread ${spread}: the raw sum of the winners misses`,
    nominal: 0.95,
    should: 'broken',
    runs,
    ...(count === 40 ? { inTests: 150 } : {}),
    seed: 400 + count + 10 * spread,
    once: (generator) => {
      const trials = trialsOf(generator, count, spread)
      const raw = shipped(trials).reduce((sum, { estimate }) => sum + estimate, 0)
      const reach = WON * Math.hypot(...shipped(trials).map(({ standardError }) => standardError))
      return holds({ low: raw - reach, high: raw + reach }, truthOf(trials))
    },
  },
  {
    name: `${count} trials, spread ${spread}: the truth is at least the lower bound of the sum corrected for selection`,
    nominal: 0.975,
    should: 'at-least',
    tolerance: count < 40 ? 0.02 : 0.01,
    runs,
    seed: 500 + count + 10 * spread,
    once: (generator) => {
      const trials = trialsOf(generator, count, spread)
      return correctSelection(trials).low <= truthOf(trials)
    },
  },
]

const selected = (truth: number): Gate[] => [
  {
    name: `a winner whose true effect is ${truth} errors: its conditional interval holds`,
    nominal: 0.95,
    runs: 20_000,
    seed: 600 + truth,
    once: (generator) => holds(selectedEffect(winnerOf(generator, truth)) ?? { low: 0, high: 0 }, truth),
  },
  {
    name: `a winner whose true effect is ${truth} errors: the plain interval misses`,
    nominal: 0.95,
    should: 'broken',
    runs: 20_000,
    inTests: 600,
    seed: 700 + truth,
    once: (generator) => Math.abs(winnerOf(generator, truth).estimate - truth) <= WON,
  },
]

function winnerOf({ normal }: Generator, truth: number) {
  for (;;) {
    const estimate = truth + normal()
    if (estimate > WON) return { estimate, standardError: 1 }
  }
}

export const gates: Gate[] = [
  ...meta(3, 20_000),
  ...meta(5, 20_000),
  ...meta(10, 20_000),
  ...sums(20, 1, 8_000),
  ...sums(40, 0.5, 6_000),
  ...sums(40, 1, 6_000),
  ...sums(200, 0.5, 2_000),
  ...selected(0),
  ...selected(1),
  {
    name: 'one shrunk effect of 40, spread 1: its interval holds',
    nominal: 0.95,
    tolerance: 0.02,
    runs: 8_000,
    seed: 801,
    once: (generator, run) => {
      const trials = trialsOf(generator, 40, 1)
      const place = run % 40
      const effect = shrinkEffects(trials, { weakPrior }).effects[place]
      return effect !== undefined && holds(effect, trials[place]?.truth ?? 0)
    },
  },
  ...['t' as const, 'normal' as const].map(
    (family): Gate => ({
      name: `true effects of a t law (5 degrees), 200 trials, spread 1: under a ${family} prior the interval of one beyond 3 deviations holds`,
      nominal: 0.95,
      ...(family === 't' ? { tolerance: 0.02 } : { should: 'broken' as const }),
      runs: 600,
      seed: 803,
      once: (generator) => {
        // Large effects are what the t prior is for: a normal one draws them in too far.
        for (;;) {
          const trials = Array.from({ length: 200 }, () => {
            const chi = Array.from({ length: 5 }, () => generator.normal() ** 2).reduce((sum, each) => sum + each, 0)
            const truth = generator.normal() * Math.sqrt(3 / chi)
            return { truth, estimate: truth + 0.7 * generator.normal(), standardError: 0.7 }
          })
          const place = trials.findIndex(({ estimate }) => Math.abs(estimate) > 3 * Math.sqrt(1.49))
          if (place < 0) continue
          const effect = shrinkEffects(trials, { weakPrior, family, degreesOfFreedom: 5 }).effects[place]
          return effect !== undefined && holds(effect, trials[place]?.truth ?? 0)
        }
      },
    }),
  ),
  {
    name: 'honest 80 % intervals, 30 of them: accused of being too narrow or too wide',
    nominal: 0.05,
    should: 'at-most',
    runs: 20_000,
    inTests: 600,
    seed: 802,
    once: ({ uniform }) =>
      intervalCoverage(
        Array.from({ length: 30 }, () => ({ low: 0, high: 0.8, actual: uniform() })),
        0.8,
      ).verdict !== 'kept',
  },
]
