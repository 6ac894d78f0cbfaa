import type { Generator } from '../numeric/seeded-generator.ts'
import { shuffled } from '../numeric/seeded-generator.ts'
import { compareMeans } from '../sites/compare-means.ts'
import type { Gate } from '../testing/gate.ts'
import { aggregateEffects } from './aggregate-effects.ts'
import type { Adjustment } from './cell-effect.ts'
import type { ErrorKind } from './effect-estimate.ts'
import { type EventStudy, eventStudyOf } from './event-study.ts'
import { type GroupTimeEffects, groupTimeEffects } from './group-time-effects.ts'
import { hybridMagnitudes } from './hybrid-magnitudes.ts'
import { permuteOrder } from './permute-order.ts'
import { relativeMagnitudes } from './relative-magnitudes.ts'
import { smoothTrends } from './smooth-trends.ts'
import type { StaggeredUnit } from './staggered-panel.ts'
import { testPreTrends } from './test-pre-trends.ts'
import { twoWayFixedEffects } from './two-way-fixed-effects.ts'

interface Roll {
  units: number
  periods: number
  /** First treated period of each wave; null: never. Units are dealt to them in turn, after a shuffle. */
  waves: readonly (number | null)[]
  /** Added in the k-th treated period, k from 0. */
  effect?: (k: number) => number
  /** Difference in drift a period of the units that get the change. */
  drift?: number
}

/** Units with levels of their own and AR(1) noise of 0.3, over a common path. */
function roll({ units, periods, waves, effect = () => 0, drift = 0 }: Roll, generator: Generator): StaggeredUnit[] {
  const order = shuffled(
    Array.from({ length: units }, (_, i) => waves[i % waves.length] ?? null),
    generator,
  )
  return order.map((since, i) => {
    const level = 2 * generator.normal()
    let noise = generator.normal() / Math.sqrt(1 - 0.09)
    const values = Array.from({ length: periods }, (_, t) => {
      noise = t === 0 ? noise : 0.3 * noise + generator.normal()
      const treated = since !== null && t >= since ? effect(t - since) : 0
      return level + Math.sin(t) + noise + treated + (since === null ? 0 : drift * t)
    })
    return { name: `u${i}`, since, values }
  })
}

const eight: Roll = { units: 8, periods: 8, waves: [3, 5, null, null] }
const twelve: Roll = { units: 12, periods: 8, waves: [3, 5, null] }
const forty: Roll = { units: 40, periods: 12, waves: [3, 6, 9, null] }
const growing = (k: number) => 0.5 + 0.5 * k

function tableOf(plan: Roll, generator: Generator, errors: ErrorKind = 'small-sample'): GroupTimeEffects {
  const table = groupTimeEffects(roll(plan, generator), { errors, basePeriod: 'universal' })
  if ('refused' in table) throw new Error(table.refused)
  return table
}

function holds(interval: { low: number | null; high: number | null } | null | undefined, truth: number): boolean {
  return interval?.low != null && interval.high != null && interval.low <= truth && truth <= interval.high
}

/** The effect that `simple` averages, by the number of units in each wave. */
function simpleTruth({ periods, waves }: Roll): number {
  const effects = waves.flatMap((since) =>
    since === null ? [] : Array.from({ length: periods - since }, (_, k) => growing(k)),
  )
  return effects.reduce((sum, value) => sum + value, 0) / effects.length
}

const simple = (plan: Roll, errors: ErrorKind) => (generator: Generator) =>
  holds(aggregateEffects(tableOf({ ...plan, effect: growing }, generator, errors), 'simple').overall, simpleTruth(plan))

const study = (plan: Roll, generator: Generator): EventStudy => {
  const found = eventStudyOf(tableOf(plan, generator))
  if (!found) throw new Error('no event study')
  return found
}

interface Selection {
  units: number
  /** Two groups, or two waves and the rest. */
  waves: 1 | 2
}

/** Units whose trend follows a covariate that also makes them start: parallel only among units that are alike. */
function selected({ units, waves }: Selection, generator: Generator): StaggeredUnit[] {
  return Array.from({ length: units }, (_, i) => {
    const x = generator.normal()
    const starts = generator.uniform() < 1 / (1 + Math.exp(0.5 - 0.7 * x))
    const since = i < 4 ? [4, null, 4, null][i] : starts ? (waves === 1 || i % 2 ? 4 : 2) : null
    let noise = generator.normal() / Math.sqrt(1 - 0.09)
    const values = Array.from({ length: 6 }, (_, t) => {
      noise = t === 0 ? noise : 0.3 * noise + generator.normal()
      return 2 * x + 0.4 * x * t + noise
    })
    return { name: `u${i}`, since: since ?? null, values, covariates: [x] }
  })
}

const given =
  (selection: Selection, adjust: Adjustment, errors: ErrorKind = 'small-sample') =>
  (generator: Generator): boolean => {
    const table = groupTimeEffects(selected(selection, generator), { adjust, errors })
    // Where covariates leave nobody to compare with, nothing is claimed.
    if ('refused' in table) return true
    const { overall } = aggregateEffects(table, 'simple')
    return overall === null || overall.reason !== null || holds(overall, 0)
  }

const adjustedGates = (['doubly-robust', 'outcome-regression', 'inverse-probability'] as const).flatMap(
  (adjust): Gate[] => [
    {
      name: `trends that follow a covariate, 24 units, ${adjust}: the t interval covers`,
      nominal: 0.95,
      tolerance: 0.02,
      runs: 2_000,
      seed: 21,
      once: given({ units: 24, waves: 1 }, adjust),
    },
    {
      name: `trends that follow a covariate, 60 units in two waves, ${adjust}: the t interval covers`,
      nominal: 0.95,
      tolerance: 0.015,
      runs: 1_500,
      inTests: 60,
      seed: 22,
      once: given({ units: 60, waves: 2 }, adjust),
    },
    {
      name: `trends that follow a covariate, 300 units in two waves, ${adjust}: the large-sample interval covers`,
      nominal: 0.95,
      tolerance: 0.01,
      runs: 1_000,
      seed: 23,
      once: given({ units: 300, waves: 2 }, adjust, 'large-sample'),
    },
  ],
)

/** Normal estimates with these means and a known covariance: the setting in which the hybrid test is exact. */
function drawn(means: readonly number[], before: number, generator: Generator): EventStudy {
  const shared = 0.15 * generator.normal()
  return {
    times: means.map((_, i) => (i < before ? i - before - 1 : i - before)),
    estimates: means.map((mean) => mean + shared + 0.2 * generator.normal()),
    covariance: means.map((_, i) => means.map((__, j) => 0.0225 + (i === j ? 0.04 : 0))),
    degreesOfFreedom: null,
  }
}

/** One step of 1 stands out before the start; then drift goes on by 1 a period, and there is no effect. */
const oneStep = [1.1, 0.1, 1, 2, 3]
/** All steps alike. */
const evenSteps = [-3, -2, -1, 1, 2]
const driftingForty: Roll = { ...forty, waves: [5, null], periods: 8, drift: 0.4 }

const hybridGates: Gate[] = [
  {
    name: 'normal estimates, one step stands out: the hybrid interval for relative magnitude 1 covers its edge',
    nominal: 0.95,
    tolerance: 0.005,
    runs: 6_000,
    inTests: 300,
    seed: 31,
    once: (generator) => holds(hybridMagnitudes(drawn(oneStep, 2, generator), [1]).intervals[0], 0),
  },
  {
    name: 'normal estimates, all steps alike: the hybrid interval for relative magnitude 1 covers its edge',
    nominal: 0.95,
    should: 'at-least',
    runs: 4_000,
    seed: 32,
    once: (generator) => holds(hybridMagnitudes(drawn(evenSteps, 3, generator), [1]).intervals[0], 0),
  },
  {
    name: 'normal estimates, one step stands out: the hybrid interval for relative magnitude 0.7 covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 2_000,
    inTests: 100,
    seed: 31,
    once: (generator) => holds(hybridMagnitudes(drawn(oneStep, 2, generator), [0.7]).intervals[0], 0),
  },
  {
    name: 'normal estimates, parallel: the hybrid interval for relative magnitude 0 covers',
    nominal: 0.95,
    should: 'at-least',
    runs: 4_000,
    seed: 33,
    once: (generator) => holds(hybridMagnitudes(drawn([0, 0, 0, 0, 0], 3, generator), [0]).intervals[0], 0),
  },
  {
    name: 'drift as before, 40 units: the hybrid interval for relative magnitude 1 covers',
    nominal: 0.95,
    should: 'at-least',
    runs: 1_000,
    inTests: 60,
    seed: 9,
    once: (generator) => holds(hybridMagnitudes(study(driftingForty, generator), [1]).intervals[0], 0),
  },
  {
    name: 'drift as before, 10 units: the hybrid interval for relative magnitude 1 covers',
    nominal: 0.95,
    should: 'at-least',
    runs: 2_000,
    seed: 34,
    once: (generator) =>
      holds(hybridMagnitudes(study({ ...driftingForty, units: 10 }, generator), [1]).intervals[0], 0),
  },
  {
    name: 'one step stands out: the hybrid interval is narrower than the one by two halves of the level',
    nominal: 0.9,
    should: 'at-least',
    runs: 1_000,
    seed: 35,
    once: (generator) => {
      const each = drawn(oneStep, 2, generator)
      const [hybrid] = hybridMagnitudes(each, [1]).intervals
      const [bound] = relativeMagnitudes(each, [1]).intervals
      return (hybrid?.high ?? 0) - (hybrid?.low ?? 0) < (bound?.high ?? 0) - (bound?.low ?? 0)
    },
  },
]

/** Waves in random order, one unit each, all treated in the end. */
const wedge: Roll = { units: 6, periods: 7, waves: [1, 2, 3, 4, 5, 6] }

export const gates: Gate[] = [
  ...adjustedGates,
  {
    name: 'trends that follow a covariate, 60 units in two waves: the interval without it covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 1_500,
    inTests: 60,
    seed: 22,
    once: given({ units: 60, waves: 2 }, 'none'),
  },
  {
    name: 'trends that follow a covariate, 24 units, doubly-robust: the published large-sample interval covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 2_000,
    seed: 21,
    once: given({ units: 24, waves: 1 }, 'doubly-robust', 'large-sample'),
  },
  {
    name: 'simple effect, 8 units, AR(1) 0.3: the t interval covers',
    nominal: 0.95,
    should: 'at-least',
    runs: 4_000,
    inTests: 300,
    seed: 1,
    once: simple(eight, 'small-sample'),
  },
  {
    name: 'simple effect, 8 units: the published large-sample interval covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 4_000,
    inTests: 300,
    seed: 1,
    once: simple(eight, 'large-sample'),
  },
  {
    name: 'simple effect, 12 units: the t interval covers',
    nominal: 0.95,
    tolerance: 0.01,
    runs: 4_000,
    seed: 2,
    once: simple(twelve, 'small-sample'),
  },
  {
    name: 'simple effect, 40 units: the t interval covers',
    nominal: 0.95,
    tolerance: 0.01,
    runs: 3_000,
    seed: 3,
    once: simple(forty, 'small-sample'),
  },
  {
    name: 'simple effect, 200 units: the large-sample interval covers',
    nominal: 0.95,
    tolerance: 0.01,
    runs: 1_000,
    seed: 4,
    once: simple({ ...forty, units: 200 }, 'large-sample'),
  },
  {
    name: 'effect that grows, 40 units: the two-way fixed-effects interval covers it (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 1_000,
    inTests: 100,
    seed: 5,
    once: (generator) => {
      const answer = twoWayFixedEffects(roll({ ...forty, effect: growing }, generator))
      return 'refused' in answer ? false : holds(answer, simpleTruth(forty))
    },
  },
  {
    name: 'event study, 40 units: the band covers all nine parts before and after at once',
    nominal: 0.95,
    tolerance: 0.02,
    runs: 500,
    seed: 6,
    once: (generator) => {
      const table = tableOf({ ...forty, effect: growing, waves: [3, 6, null] }, generator)
      const { parts } = aggregateEffects(table, 'event', { bands: { seed: generator.uint32(), draws: 1_000 } })
      return parts.every(({ at, bandLow: low, bandHigh: high }) => holds({ low, high }, at < 0 ? 0 : growing(at)))
    },
  },
  {
    name: 'event study, 40 units: single intervals all cover at once (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 500,
    inTests: 60,
    seed: 6,
    once: (generator) => {
      const { parts } = aggregateEffects(
        tableOf({ ...forty, effect: growing, waves: [3, 6, null] }, generator),
        'event',
      )
      return parts.every((part) => holds(part, part.at < 0 ? 0 : growing(part.at)))
    },
  },
  {
    name: 'trends before the start, 12 units: Hotelling rejects parallel ones',
    nominal: 0.05,
    tolerance: 0.015,
    runs: 3_000,
    inTests: 300,
    seed: 7,
    once: (generator) => (testPreTrends(tableOf({ ...twelve, waves: [3, null] }, generator)).pValue ?? 1) <= 0.05,
  },
  {
    name: 'trends before the start, 12 units: chi-square rejects parallel ones (control)',
    nominal: 0.05,
    should: 'broken',
    runs: 3_000,
    inTests: 300,
    seed: 7,
    once: (generator) =>
      (testPreTrends(tableOf({ ...twelve, waves: [3, null] }, generator, 'large-sample')).pValue ?? 1) <= 0.05,
  },
  {
    name: 'straight drift, 40 units: the smooth interval at bend 0 covers',
    nominal: 0.95,
    tolerance: 0.015,
    runs: 1_000,
    seed: 8,
    once: (generator) =>
      holds(smoothTrends(study({ ...forty, waves: [5, null], periods: 8, drift: 0.4 }, generator)).intervals[0], 0),
  },
  {
    name: 'straight drift, 40 units: the interval for parallel trends covers (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 1_000,
    inTests: 100,
    seed: 8,
    once: (generator) =>
      holds(
        aggregateEffects(tableOf({ ...forty, waves: [5, null], periods: 8, drift: 0.4 }, generator), 'event').overall,
        0,
      ),
  },
  {
    name: 'drift as before, 40 units: the interval for relative magnitude 1 covers',
    nominal: 0.95,
    should: 'at-least',
    runs: 1_000,
    inTests: 100,
    seed: 9,
    once: (generator) =>
      holds(
        relativeMagnitudes(study({ ...forty, waves: [5, null], periods: 8, drift: 0.4 }, generator), [1]).intervals[0],
        0,
      ),
  },
  ...hybridGates,
  {
    name: 'order of six waves drawn, one unit each: permutation rejects no effect',
    nominal: 0.05,
    should: 'at-most',
    runs: 3_000,
    inTests: 200,
    seed: 10,
    once: (generator) => {
      const answer = permuteOrder(roll(wedge, generator), { seed: 1 })
      return !('refused' in answer) && (answer.pValue ?? 1) <= 0.05
    },
  },
  {
    name: 'order of six waves drawn: the interval from permutation covers 2',
    nominal: 0.9,
    should: 'at-least',
    runs: 1_000,
    seed: 11,
    once: (generator) => {
      const answer = permuteOrder(roll({ ...wedge, effect: () => 2 }, generator), { seed: 1, confidence: 0.9 })
      return 'refused' in answer || answer.reason === 'unbounded' || holds(answer, 2)
    },
  },
  {
    name: 'order of six waves drawn: treated against untreated unit-periods, as if independent, rejects no effect (control)',
    nominal: 0.05,
    should: 'broken',
    runs: 3_000,
    inTests: 300,
    seed: 10,
    once: (generator) => {
      const units = roll(wedge, generator)
      const cells = (wanted: boolean) =>
        units.flatMap(({ since, values }) =>
          values.filter((_, t) => (since !== null && t >= since) === wanted).map((value) => value ?? 0),
        )
      return (compareMeans(cells(true), cells(false)).pValue ?? 1) <= 0.05
    },
  },
]
