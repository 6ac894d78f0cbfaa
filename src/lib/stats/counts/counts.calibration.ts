import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import { boschlooExact } from './boschloo-exact.ts'
import { compareProportions } from './compare-proportions.ts'
import { compareRates } from './compare-rates.ts'
import { exactProportionInterval } from './exact-proportion-interval.ts'
import { exactRateTest } from './exact-rate-test.ts'
import { fisherExact } from './fisher-exact.ts'
import { chiSquareHomogeneity } from './homogeneity.ts'
import { mantelHaenszel } from './mantel-haenszel.ts'
import { newcombeInterval } from './newcombe-interval.ts'
import type { Proportion } from './proportion.ts'
import { proportionEquivalence, proportionNonInferiority } from './proportion-margin.ts'
import { quasiPoissonComparison } from './quasi-poisson-comparison.ts'
import { exactRateInterval, scoreRateInterval } from './rate-interval.ts'
import { sampleRatio } from './sample-ratio.ts'
import { scoreDifference } from './score-difference.ts'
import { scoreRatio } from './score-ratio.ts'
import { wilsonInterval } from './wilson-interval.ts'

const Z = 1.959963984540054

/** Few events: by waiting times, so that 2,000 units cost a handful of draws. */
function drawEvents(units: number, share: number, generator: Generator): number {
  if (share > 0.5) return units - drawEvents(units, 1 - share, generator)
  const logMiss = Math.log1p(-share)
  let [events, place] = [0, 0]
  for (;;) {
    place += 1 + Math.floor(Math.log1p(-generator.uniform()) / logMiss)
    if (place > units) return events
    events += 1
  }
}

function drawPoisson(mean: number, generator: Generator): number {
  let [events, time] = [0, -Math.log1p(-generator.uniform())]
  while (time < mean) {
    events += 1
    time -= Math.log1p(-generator.uniform())
  }
  return events
}

const arm = (units: number, share: number, generator: Generator): Proportion => ({
  events: drawEvents(units, share, generator),
  units,
})

const holds = (interval: { low: number | null; high: number | null } | null, truth: number) =>
  interval !== null && (interval.low ?? -Infinity) <= truth && truth <= (interval.high ?? Infinity)

/** The same tables come again and again in small trials. */
function remembered<Answer>(
  answer: (a: Proportion, b: Proportion) => Answer,
): (a: Proportion, b: Proportion) => Answer {
  const known = new Map<string, Answer>()
  return (a, b) => {
    const key = `${a.events}/${a.units} ${b.events}/${b.units}`
    const found = known.get(key) ?? answer(a, b)
    known.set(key, found)
    return found
  }
}

function waldInterval(a: Proportion, b: Proportion): { low: number; high: number } {
  const [p, q] = [a.events / a.units, b.events / b.units]
  const reach = Z * Math.sqrt((p * (1 - p)) / a.units + (q * (1 - q)) / b.units)
  return { low: p - q - reach, high: p - q + reach }
}

const sizes = [5, 20, 100, 2_000]
const shares = [0.005, 0.1, 0.5]
const compared = remembered((a, b) => compareProportions(a, b))
const isRejected = remembered((a, b) => (compareProportions(a, b).pValue ?? 1) <= 0.05)
const boschloo = remembered((a, b) => boschlooExact(a, b).pValue <= 0.05)
let seed = 4_100

/** Type I error and coverage of the default, at every size. Discreteness makes small trials cautious: at most. */
const everywhere: Gate[] = sizes.flatMap((n) =>
  shares.flatMap((share): Gate[] => {
    const name = `${n} against ${n} at ${100 * share} %`
    const runs = n === 2_000 ? 4_000 : 20_000
    const quick = n === 20 ? { inTests: 1_000 } : {}
    return [
      {
        // The score test is not exact: up to 6 % where 5 to 10 events are expected.
        name: `compareProportions, ${name}: rejects a true null`,
        nominal: 0.05,
        should: 'at-most',
        tolerance: 0.01,
        runs,
        ...quick,
        seed: seed++,
        once: (generator) => isRejected(arm(n, share, generator), arm(n, share, generator)),
      },
      {
        // Miettinen and Nurminen's interval swings about its level: 1.5 points at most.
        name: `compareProportions, ${name}: interval holds the difference of 0`,
        nominal: 0.95,
        should: 'at-least',
        tolerance: 0.015,
        runs,
        seed: seed++,
        once: (generator) => holds(compared(arm(n, share, generator), arm(n, share, generator)), 0),
      },
    ]
  }),
)

const coverage = (
  name: string,
  [n, m, p, q]: [number, number, number, number],
  interval: (a: Proportion, b: Proportion) => { low: number | null; high: number | null } | null,
  truth: number,
  more: Partial<Gate> = {},
): Gate => ({
  name: `${name}, ${n} at ${100 * p} % against ${m} at ${100 * q} %: holds the truth`,
  nominal: 0.95,
  tolerance: 0.015,
  runs: 10_000,
  seed: seed++,
  ...more,
  once: (generator) => holds(interval(arm(n, p, generator), arm(m, q, generator)), truth),
})

const miettinenNurminen = (a: Proportion, b: Proportion) => scoreDifference(a, b)
const newcombe = (a: Proportion, b: Proportion) => newcombeInterval(a, b)
const ratio = (a: Proportion, b: Proportion) => scoreRatio(a, b)

const twoProportions: Gate[] = [
  coverage('Miettinen-Nurminen', [20, 20, 0.5, 0.2], miettinenNurminen, 0.3),
  coverage('Miettinen-Nurminen', [100, 60, 0.15, 0.1], miettinenNurminen, 0.05),
  coverage('Miettinen-Nurminen', [2_000, 2_000, 0.01, 0.005], miettinenNurminen, 0.005),
  coverage('Newcombe', [20, 20, 0.5, 0.2], newcombe, 0.3),
  coverage('Newcombe', [2_000, 2_000, 0.01, 0.005], newcombe, 0.005),
  coverage('score ratio', [100, 60, 0.15, 0.1], ratio, 1.5),
  coverage('score ratio', [2_000, 2_000, 0.01, 0.005], ratio, 2),
  coverage('control, Wald', [100, 1_000, 0.005, 0.005], waldInterval, 0, {
    runs: 20_000,
    inTests: 2_000,
    should: 'broken',
  }),
  coverage('control, Wald', [100, 100, 0.02, 0.005], waldInterval, 0.015, { should: 'broken' }),
  {
    name: 'control, Wald test with 1,000 at 0.5 % against 100: rejects a true null',
    nominal: 0.05,
    should: 'broken',
    tolerance: 0.01,
    runs: 20_000,
    inTests: 2_000,
    seed: seed++,
    once: (generator) => !holds(waldInterval(arm(1_000, 0.005, generator), arm(100, 0.005, generator)), 0),
  },
  {
    name: 'compareProportions, 1,000 at 0.5 % against 100: rejects a true null',
    nominal: 0.05,
    should: 'at-most',
    runs: 5_000,
    seed: seed++,
    once: (generator) => isRejected(arm(1_000, 0.005, generator), arm(100, 0.005, generator)),
  },
  ...([20, 100] as const).flatMap((n): Gate[] => [
    {
      name: `Boschloo, ${n} against ${n} at 10 %: rejects a true null`,
      nominal: 0.05,
      should: 'at-most',
      runs: n === 20 ? 10_000 : 2_000,
      seed: seed++,
      once: (generator) => boschloo(arm(n, 0.1, generator), arm(n, 0.1, generator)),
    },
    {
      name: `Fisher, ${n} against ${n} at 10 %: rejects a true null`,
      nominal: 0.05,
      should: 'at-most',
      runs: 10_000,
      seed: seed++,
      once: (generator) => fisherExact(arm(n, 0.1, generator), arm(n, 0.1, generator)).pValue <= 0.05,
    },
  ]),
]

const oneProportion: Gate[] = sizes.flatMap((n) =>
  shares.flatMap((share): Gate[] => [
    {
      name: `Clopper-Pearson, ${n} at ${100 * share} %: holds it`,
      nominal: 0.95,
      should: 'at-least',
      runs: 5_000,
      seed: seed++,
      once: (generator) => holds(exactProportionInterval(arm(n, share, generator), { atEdge: 'two-sided' }), share),
    },
    {
      // Wilson's oscillates: 84 % is its published worst; 90.5 % here, 20 units at 0.5 %.
      name: `Wilson, ${n} at ${100 * share} %: holds it`,
      nominal: 0.95,
      should: 'at-least',
      tolerance: 0.05,
      runs: 5_000,
      seed: seed++,
      once: (generator) => holds(wilsonInterval(arm(n, share, generator)), share),
    },
  ]),
)

const rates: Gate[] = [0.5, 3, 12, 60].flatMap((mean): Gate[] => [
  {
    name: `exact interval of a rate, ${mean} events expected: holds it`,
    nominal: 0.95,
    should: 'at-least',
    runs: 5_000,
    seed: seed++,
    once: (generator) => {
      const rate = { events: drawPoisson(mean, generator), exposure: 8 }
      return holds(exactRateInterval(rate, { atEdge: 'two-sided' }), mean / 8)
    },
  },
  {
    name: `score interval of a rate, ${mean} events expected: holds it`,
    nominal: 0.95,
    should: 'at-least',
    tolerance: 0.04,
    runs: 5_000,
    seed: seed++,
    once: (generator) => holds(scoreRateInterval({ events: drawPoisson(mean, generator), exposure: 8 }), mean / 8),
  },
  {
    name: `compareRates, ${mean} events expected in each arm: rejects a true null`,
    nominal: 0.05,
    should: 'at-most',
    tolerance: 0.01,
    runs: mean > 20 ? 5_000 : 3_000,
    seed: seed++,
    once: (generator) => {
      const [a, b] = [drawPoisson(mean, generator), drawPoisson(mean, generator)]
      return (compareRates({ events: a, exposure: 8 }, { events: b, exposure: 8 }).pValue ?? 1) <= 0.05
    },
  },
  {
    name: `exact test of two rates, ${mean} events against ${2 * mean} in twice the time: rejects a true null`,
    nominal: 0.05,
    should: 'at-most',
    runs: 5_000,
    seed: seed++,
    once: (generator) => {
      const [a, b] = [drawPoisson(mean, generator), drawPoisson(2 * mean, generator)]
      return (exactRateTest({ events: a, exposure: 1 }, { events: b, exposure: 2 }).pValue ?? 1) <= 0.05
    },
  },
])

/** Units that differ among themselves: gamma rates with twice the variance of a Poisson count of 10. */
function drawUnits(count: number, generator: Generator): { events: number; exposure: number }[] {
  return Array.from({ length: count }, () => {
    let rate = 0
    for (let i = 0; i < 10; i++) rate -= Math.log1p(-generator.uniform())
    return { events: drawPoisson(rate, generator), exposure: 1 }
  })
}

const summed = (units: { events: number }[]) => ({
  events: units.reduce((sum, { events }) => sum + events, 0),
  exposure: units.length,
})

const scattered: Gate[] = [5, 20].flatMap((n): Gate[] => [
  {
    name: `quasi-Poisson, ${n} against ${n} units of dispersion 2: rejects a true null`,
    nominal: 0.05,
    tolerance: 0.01,
    runs: 6_000,
    ...(n === 5 ? { inTests: 1_000 } : {}),
    seed: seed++,
    once: (generator) => (quasiPoissonComparison(drawUnits(n, generator), drawUnits(n, generator)).pValue ?? 1) <= 0.05,
  },
  {
    name: `control, Poisson on ${n} against ${n} units of dispersion 2: rejects a true null`,
    nominal: 0.05,
    should: 'broken',
    tolerance: 0.02,
    runs: 6_000,
    ...(n === 5 ? { inTests: 1_000 } : {}),
    seed: seed++,
    once: (generator) =>
      (compareRates(summed(drawUnits(n, generator)), summed(drawUnits(n, generator))).pValue ?? 1) <= 0.05,
  },
])

const strataOf = (generator: Generator, pull: number) =>
  [0.1, 0.3, 0.6].map((share, i) => ({
    treated: arm(20 + pull * 40 * i, share, generator),
    comparison: arm(100 - pull * 40 * i, share, generator),
  }))

const together: Gate[] = [
  {
    name: 'Mantel-Haenszel, three strata of unequal shares: rejects a true null',
    nominal: 0.05,
    tolerance: 0.01,
    runs: 10_000,
    seed: seed++,
    once: (generator) => (mantelHaenszel(strataOf(generator, 1)).pValue ?? 1) <= 0.05,
  },
  {
    name: 'Mantel-Haenszel, three strata of unequal shares: interval holds 0',
    nominal: 0.95,
    tolerance: 0.015,
    runs: 10_000,
    seed: seed++,
    once: (generator) => holds(mantelHaenszel(strataOf(generator, 1)), 0),
  },
  {
    name: 'control, the same strata thrown together: rejects a true null',
    nominal: 0.05,
    should: 'broken',
    tolerance: 0.02,
    runs: 5_000,
    inTests: 500,
    seed: seed++,
    once: (generator) => {
      const strata = strataOf(generator, 1)
      const sum = (side: 'treated' | 'comparison') => ({
        events: strata.reduce((all, stratum) => all + stratum[side].events, 0),
        units: strata.reduce((all, stratum) => all + stratum[side].units, 0),
      })
      return (scoreDifference(sum('treated'), sum('comparison')).pValue ?? 1) <= 0.05
    },
  },
  {
    name: 'four arms of 100 at 10 %, chi-square: rejects a true null',
    nominal: 0.05,
    tolerance: 0.01,
    runs: 10_000,
    seed: seed++,
    once: (generator) =>
      (chiSquareHomogeneity(Array.from({ length: 4 }, () => arm(100, 0.1, generator))).pValue ?? 1) <= 0.05,
  },
  {
    name: 'sample ratio of 2,000 at even weights: fails a sound trial (level 0.05)',
    nominal: 0.05,
    tolerance: 0.005,
    runs: 10_000,
    seed: seed++,
    once: (generator) => {
      const events = drawEvents(2_000, 0.5, generator)
      return sampleRatio([events, 2_000 - events], [1, 1], { level: 0.05 }).passed === false
    },
  },
  {
    name: 'sample ratio of 30 at weights 9 to 1, exact: fails a sound trial (level 0.05)',
    nominal: 0.05,
    should: 'at-most',
    runs: 10_000,
    seed: seed++,
    once: (generator) => {
      const events = drawEvents(30, 0.1, generator)
      return sampleRatio([30 - events, events], [9, 1], { level: 0.05 }).passed === false
    },
  },
  {
    name: 'non-inferiority, 200 against 200, truly worse by the margin of 5 points: says safe',
    nominal: 0.025,
    tolerance: 0.005,
    runs: 10_000,
    seed: seed++,
    once: (generator) =>
      proportionNonInferiority(arm(200, 0.75, generator), arm(200, 0.8, generator), 'higher', { margin: 0.05 })
        .verdict === 'safe',
  },
  {
    name: 'equivalence, 400 against 400, truly apart by the margin of 10 points: says equivalent',
    nominal: 0.05,
    tolerance: 0.01,
    runs: 10_000,
    seed: seed++,
    once: (generator) =>
      proportionEquivalence(arm(400, 0.4, generator), arm(400, 0.3, generator), { margin: 0.1 }).equivalent === true,
  },
]

export const gates: Gate[] = [...everywhere, ...twoProportions, ...oneProportion, ...rates, ...scattered, ...together]
