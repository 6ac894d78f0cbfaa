import { scoreRateTest } from '../counts/score-rate-test.ts'
import { studentTTwoSided } from '../distribution/student-t.ts'
import { sequenceReach } from '../looks/sequence-reach.ts'
import { momentsOf } from '../numeric/moments.ts'
import type { Generator } from '../numeric/seeded-generator.ts'
import { randomiseOrder } from '../randomise/randomise-order.ts'
import { randomiseSwitchback } from '../randomise/randomise-switchback.ts'
import { steppedWedge } from '../schedule/stepped-wedge.ts'
import { type SwitchbackSite, switchback } from '../schedule/switchback.ts'
import { wedgeDesign, wedgeRows } from '../schedule/wedge-panel.ts'
import { compareMeans } from '../sites/compare-means.ts'
import { FEW_SITES } from '../sites/few-sites.ts'
import { permuteSites } from '../sites/permute-sites.ts'
import { randomIntercept } from '../sites/random-intercept.ts'
import type { Gate } from '../testing/gate.ts'
import { exactProportionsSize } from './exact-proportions-size.ts'
import { noiseOf } from './noise-of.ts'
import { planClusters } from './plan-clusters.ts'
import { planMeans } from './plan-means.ts'
import { planPilot } from './plan-pilot.ts'
import { planProportions } from './plan-proportions.ts'
import { planRates } from './plan-rates.ts'
import { planSequential } from './plan-sequential.ts'
import { planSeries } from './plan-series.ts'
import { planSteppedWedge } from './plan-stepped-wedge.ts'
import { planSwitchback } from './plan-switchback.ts'
import { type Schedule, scheduleError } from './schedule-error.ts'

const isFound = (treated: readonly number[], comparison: readonly number[]) =>
  (compareMeans(treated, comparison).pValue ?? 1) < 0.05

const drawn = (count: number, mean: number, { normal }: Generator) =>
  Array.from({ length: count }, () => mean + normal())

/** A series whose neighbours correlate by `autocorrelation`, variance 1. */
function waves(count: number, autocorrelation: number, { normal }: Generator): number[] {
  let value = normal()
  return Array.from({ length: count }, () => {
    const now = value
    value = autocorrelation * value + Math.sqrt(1 - autocorrelation ** 2) * normal()
    return now
  })
}

const successes = (count: number, share: number, { uniform }: Generator) => {
  let sum = 0
  for (let i = 0; i < count; i++) if (uniform() < share) sum += 1
  return sum
}

function scoreFinds(a: number, n: number, b: number, m: number): boolean {
  const pooled = (a + b) / (n + m)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
  return Math.abs(a / n - b / m) > 1.959963984540054 * error
}

const means = (size: number, runs: number): Gate => {
  const effect = planMeans({ standardDeviation: 1, size }).effect ?? 0
  return {
    name: `two means, ${size} against ${size}: the smallest effect with a power of 80 % is found`,
    nominal: 0.8,
    runs,
    ...(size === 5 ? { inTests: 1_000 } : {}),
    seed: size,
    once: (generator) => isFound(drawn(size, effect, generator), drawn(size, 0, generator)),
  }
}

const correlated = planMeans({ effect: 0.5, standardDeviation: 1, correlation: 0.6 })

const proportions = (share: number, effect: number, runs: number): Gate => {
  const { size } = planProportions({ share, effect })
  const n = size ?? 0
  return {
    name: `shares of ${share} and ${(share + effect).toFixed(2)}, ${n} in each: found by the score test`,
    nominal: 0.8,
    tolerance: 0.01,
    runs,
    seed: 1_000 + n,
    once: (generator) => scoreFinds(successes(n, share + effect, generator), n, successes(n, share, generator), n),
  }
}

const ICC = 0.05

const clusterMeans = (count: number, size: number, mean: number, { normal }: Generator) =>
  Array.from({ length: count }, () => mean + Math.sqrt(ICC) * normal() + Math.sqrt((1 - ICC) / size) * normal())

const clusters = (size: number): Gate[] => {
  const plan = { standardDeviation: 1, intraclusterCorrelation: ICC, clusterSize: 20 }
  const effect = planClusters({ ...plan, size }).effect ?? 0
  const independent = planMeans({ standardDeviation: 1, size: size * 20 }).effect ?? 0
  return [
    {
      name: `${size} against ${size} clusters of 20, ICC 0.05: the smallest effect with 80 % is found`,
      nominal: 0.8,
      runs: 20_000,
      ...(size === 4 ? { inTests: 1_000 } : {}),
      seed: 2_000 + size,
      once: (generator) => isFound(clusterMeans(size, 20, effect, generator), clusterMeans(size, 20, 0, generator)),
    },
    {
      name: `${size} against ${size} clusters planned as ${size * 20} independent units: misses`,
      nominal: 0.8,
      should: 'broken',
      runs: 20_000,
      ...(size === 4 ? { inTests: 1_000 } : {}),
      seed: 2_100 + size,
      once: (generator) =>
        isFound(clusterMeans(size, 20, independent, generator), clusterMeans(size, 20, 0, generator)),
    },
  ]
}

const noise = { between: 4, within: 1, autocorrelation: 0.3 }

function changes(sites: number, effect: number, before: number, after: number, generator: Generator): number[] {
  return Array.from({ length: sites }, () => {
    const level = 2 * generator.normal()
    const series = waves(before + after, 0.3, generator).map((value) => level + value)
    return momentsOf(series.slice(before)).mean - momentsOf(series.slice(0, before)).mean + effect
  })
}

const pilots = (sites: number, before: number, after: number): Gate[] => {
  const plan = { before, after, size: sites, inference: 't' as const }
  const effect = planPilot({ ...plan, noise }).effect ?? 0
  const naive = planPilot({ ...plan, noise: { ...noise, autocorrelation: 0 } }).effect ?? 0
  const exact = planPilot({ ...plan, inference: 'permutation', noise }).effect ?? 0
  const gate = (kind: string, of: number, test: (a: number[], b: number[]) => boolean, rest: Partial<Gate>): Gate => ({
    name: `${sites} against ${sites} sites, ${before} + ${after} periods, AR 0.3: ${kind}`,
    nominal: 0.8,
    runs: 10_000,
    seed: 3_000 + sites,
    once: (generator) =>
      test(changes(sites, of, before, after, generator), changes(sites, 0, before, after, generator)),
    ...rest,
  })
  const permuted = (a: number[], b: number[]) => permuteSites(a, b, { seed: 1 }).pValue <= 0.05
  return [
    gate('the smallest effect with 80 % is found', effect, isFound, sites === 6 ? { inTests: 800 } : {}),
    gate('planned without the autocorrelation: misses', naive, isFound, {
      should: 'broken',
      seed: 3_100 + sites,
      ...(sites === 6 ? { inTests: 1_500 } : {}),
    }),
    // At 4 against 4 there are 70 arrangements, and the level reached is 2 of them: the t test's power is not to be had.
    ...(sites === 4
      ? [
          gate('by permutation the plan of the t test misses', effect, permuted, {
            should: 'broken',
            runs: 6_000,
            seed: 3_204,
          }),
        ]
      : []),
    ...(sites <= 6
      ? [
          // The plan's own simulation has an error of 0.7 points.
          gate('the smallest effect for permutation is found by permutation (simulated to 2 points)', exact, permuted, {
            tolerance: 0.02,
            runs: 6_000,
            ...(sites === 4 ? { inTests: 400 } : {}),
            seed: 3_300 + sites,
          }),
        ]
      : []),
  ]
}

const sequential = planSequential({ fixedSize: planMeans({ effect: 0.25, standardDeviation: 1 }).total ?? 1 })

/** Ordinary least squares for a step beside a common trend, by the closed form of its residual-maker. */
function stepStatistic(values: readonly number[], before: number): { t: number; df: number } {
  const n = values.length
  const time = Array.from({ length: n }, (_, t) => t - (n - 1) / 2)
  const timeSquares = time.reduce((sum, t) => sum + t * t, 0)
  const residual = (series: readonly number[]) => {
    const { mean } = momentsOf(series)
    const slope = series.reduce((sum, value, t) => sum + (value - mean) * (time[t] ?? 0), 0) / timeSquares
    return series.map((value, t) => value - mean - slope * (time[t] ?? 0))
  }
  const step = residual(values.map((_, t) => (t >= before ? 1 : 0)))
  const left = residual(values)
  const squares = step.reduce((sum, value) => sum + value * value, 0)
  const estimate = step.reduce((sum, value, t) => sum + value * (left[t] ?? 0), 0) / squares
  const scatter = left.reduce((sum, value, t) => sum + (value - estimate * (step[t] ?? 0)) ** 2, 0)
  return { t: estimate / Math.sqrt(scatter / (n - 3) / squares), df: n - 3 }
}

const series = { standardDeviation: 1, autocorrelation: 0, before: 12, slopeChange: false, size: 12 }
const seriesEffect = planSeries(series).effect ?? 0

/** How many events of a Poisson law, by the waits between them. */
function events(mean: number, { uniform }: Generator): number {
  let count = -1
  for (let waited = 0; waited < mean; count++) waited -= Math.log(1 - uniform())
  return count
}

const rates = (rate: number, effect: number): Gate => {
  const exposure = planRates({ rate, effect }).size ?? 0
  return {
    name: `rates of ${rate} and ${(rate + effect).toFixed(1)}, exposure ${exposure.toFixed(1)} in each: found by the score test (1 point)`,
    nominal: 0.8,
    tolerance: 0.01,
    runs: 6_000,
    seed: 4_000 + Math.round(10 * rate),
    once: (generator) => {
      const [treated, comparison] = [rate + effect, rate].map((each) => ({
        events: events(each * exposure, generator),
        exposure,
      }))
      if (!treated || !comparison) return false
      return (scoreRateTest(treated, comparison).pValue ?? 1) <= 0.05
    },
  }
}

interface WedgeTrial {
  steps: number
  size: number
  perStep: number
  autocorrelation: number
}

/** How often the wedge finds an effect: of fewer than 20 sites by permuting the order, else by CR2, which is its p there. */
function wedgeFinds({ steps, size, perStep, autocorrelation }: WedgeTrial, effect: number): Gate['once'] {
  const sites = Array.from({ length: steps * size }, (_, s) => `s${s}`)
  const periods = 1 + steps * perStep
  return (generator, run) => {
    const drift = Array.from({ length: periods }, () => generator.normal())
    const { starts } = randomiseOrder({ sites, perStep: Array.from({ length: steps }, () => size) }, run)
    const panel = starts.map(({ site, step }) => {
      const [level, start] = [2 * generator.normal(), 1 + step * perStep]
      const values = waves(periods, autocorrelation, generator).map(
        (value, t) => level + value + (drift[t] ?? 0) + (t >= start ? effect : 0),
      )
      return { name: site, start, values }
    })
    if (sites.length < FEW_SITES) return (steppedWedge(panel, { seed: 1 }).pValue ?? 1) <= 0.05
    const design = wedgeDesign(wedgeRows(panel), ({ exposure }) => [exposure > 0 ? 1 : 0])
    return (randomIntercept(design, { errors: 'CR2' }).coefficients.at(-1)?.pValue ?? 1) <= 0.05
  }
}

const wedge = (trial: WedgeTrial, more: Partial<Gate>): Gate => {
  const { steps, size, perStep, autocorrelation } = trial
  const effect = planSteppedWedge({ ...trial, noise: { between: 4, within: 1, autocorrelation } }).effect ?? 0
  return {
    name: `stepped wedge, ${steps} steps of ${size}, ${1 + steps * perStep} periods, AR ${autocorrelation}: the smallest effect with 80 % is found`,
    nominal: 0.8,
    runs: 1_000,
    seed: 4_100 + size,
    once: wedgeFinds(trial, effect),
    ...more,
  }
}

/** The effect that a reading would find which knows the autocorrelation. */
function overKnown({ steps, size, perStep, autocorrelation }: WedgeTrial): number {
  const noise = { between: 4, within: 1, autocorrelation }
  const schedule: Schedule = Array.from({ length: steps * size }, (_, s) =>
    Array.from({ length: 1 + steps * perStep }, (_, t) => (t < 1 + Math.floor(s / size) * perStep ? 0 : 1)),
  )
  const reach = planSteppedWedge({ noise, steps, size, perStep }).effect ?? 0
  return (reach * (scheduleError(schedule, noise, 'known') ?? 0)) / (scheduleError(schedule, noise) ?? 1)
}

const alike = { steps: 5, size: 4, perStep: 2, autocorrelation: 0.6 }

/** On less off of each two neighbouring windows. */
function pairsOf(panel: readonly SwitchbackSite[], windowLength: number, carryOver: number): number[] {
  return panel.flatMap(({ on, values }) => {
    const means = on.map((_, w) => {
      const kept = values.slice(w * windowLength + carryOver, (w + 1) * windowLength)
      return kept.reduce<number>((sum, value) => sum + (value ?? 0), 0) / kept.length
    })
    return on.flatMap((isOn, w) => (w % 2 === 1 ? [] : [((means[w] ?? 0) - (means[w + 1] ?? 0)) * (isOn ? 1 : -1)]))
  })
}

/**
 * The p of `switchback` drawn in pairs, to the last arrangement: flipping signs leaves the squares, so the studentised
 * difference ranks as the sum does, and the sums are counted from two halves. A thousandth of the time of its interval.
 */
function pOfFlips(differences: readonly number[]): number {
  const sums = (part: readonly number[]) => part.reduce<number[]>((all, d) => all.flatMap((s) => [s + d, s - d]), [0])
  const half = differences.length >> 1
  const [left, right] = [sums(differences.slice(0, half)), Float64Array.from(sums(differences.slice(half))).sort()]
  const reach = Math.abs(differences.reduce((sum, d) => sum + d, 0)) * (1 - 1e-12)
  const below = (limit: number) => {
    let [low, high] = [0, right.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((right[middle] ?? 0) < limit) low = middle + 1
      else high = middle
    }
    return low
  }
  // As far up, and by the mirror as far down.
  const up = left.reduce((sum, value) => sum + right.length - below(reach - value), 0)
  return Math.min(1, (2 * up) / (left.length * right.length))
}

const switched = (windows: number, sites: number, blockWindows: number, more: Partial<Gate>): Gate => {
  const [windowLength, carryOver] = [3, 1]
  const plan = { noise, blockLength: windowLength, carryOver, sites, size: windows }
  const effect = planSwitchback({ ...plan, blockWindows }).effect ?? 0
  const names = Array.from({ length: sites }, (_, s) => `s${s}`)
  return {
    name: `switchback, ${sites} of ${windows} windows of 3 periods, 1 left out, drawn by ${blockWindows}, AR 0.3: the smallest effect with 80 % is found`,
    nominal: 0.8,
    runs: 3_000,
    seed: 4_200 + windows,
    once: (generator, run) => {
      const draw = { sites: names, windows, windowLength, blockWindows }
      const panel = randomiseSwitchback(draw, run).schedule.map(({ site, on }) => ({
        name: site,
        on,
        values: waves(windows * windowLength, 0.3, generator).map(
          (value, t) => value + (on[Math.floor(t / windowLength)] ? effect : 0),
        ),
      }))
      if (blockWindows === 2) return pOfFlips(pairsOf(panel, windowLength, carryOver)) <= 0.05
      return (switchback(panel, { windowLength, carryOver, blockWindows, seed: 1 }).pValue ?? 1) <= 0.05
    },
    ...more,
  }
}

export const gates: Gate[] = [
  rates(2, 1),
  rates(0.5, -0.3),
  wedge({ steps: 5, size: 4, perStep: 1, autocorrelation: 0.3 }, { tolerance: 0.02 }),
  wedge(alike, { tolerance: 0.02, runs: 600 }),
  {
    ...wedge(alike, { should: 'broken', runs: 400, once: wedgeFinds(alike, overKnown(alike)) }),
    name: 'stepped wedge, 5 steps of 4, AR 0.6, planned as if the analysis knew the autocorrelation: misses',
  },
  // Below 20 sites the order is permuted, which finds more than the t with two degrees fewer than sites that plans it.
  wedge({ steps: 4, size: 2, perStep: 1, autocorrelation: 0.3 }, { should: 'at-least', runs: 400 }),
  wedge({ steps: 5, size: 1, perStep: 1, autocorrelation: 0.3 }, { should: 'at-least', runs: 400 }),
  switched(8, 1, 8, { tolerance: 0.02 }),
  switched(16, 1, 16, { tolerance: 0.02, runs: 600 }),
  switched(12, 1, 2, { tolerance: 0.02 }),
  switched(12, 3, 2, { tolerance: 0.02, runs: 2_000 }),
  means(5, 20_000),
  means(20, 20_000),
  means(100, 20_000),
  {
    name: `two means, ${correlated.size} against ${correlated.size} and their past (correlation 0.6): found after adjusting`,
    nominal: 0.8,
    tolerance: 0.015,
    runs: 20_000,
    seed: 31,
    once: (generator) => {
      const n = correlated.size ?? 0
      const past = drawn(2 * n, 0, generator)
      const now = past.map((value, i) => 0.6 * value + 0.8 * generator.normal() + (i < n ? 0.5 : 0))
      // The slope as if known, which is what the plan assumes; estimating it costs the degree of freedom it counts.
      const adjusted = now.map((value, i) => value - 0.6 * (past[i] ?? 0))
      return isFound(adjusted.slice(0, n), adjusted.slice(n))
    },
  },
  proportions(0.1, 0.05, 6_000),
  proportions(0.4, 0.15, 10_000),
  proportions(0.02, 0.02, 4_000),
  {
    name: 'shares of 0.02 and 0.2, planned by counting for the score test: found at least as often',
    nominal: 0.8,
    should: 'at-least',
    runs: 10_000,
    seed: 41,
    once: (() => {
      const n = exactProportionsSize({ treatedShare: 0.2, comparisonShare: 0.02, test: 'score' }).perGroup ?? 0
      return (generator: Generator) => scoreFinds(successes(n, 0.2, generator), n, successes(n, 0.02, generator), n)
    })(),
  },
  ...clusters(4),
  ...clusters(12),
  ...pilots(4, 8, 8),
  ...pilots(6, 12, 6),
  ...pilots(12, 24, 12),
  {
    name: `watched all the time, ${sequential.size} units in all: found by the planned end`,
    nominal: 0.8,
    should: 'at-least',
    runs: 4_000,
    seed: 51,
    once: (generator) => {
      const n = Math.ceil(sequential.size / 2)
      const { estimate, standardError } = compareMeans(drawn(n, 0.25, generator), drawn(n, 0, generator))
      return estimate / (standardError ?? 1) > sequenceReach(2 * n, { plannedCount: sequential.size })
    },
  },
  {
    name: '12 + 12 points with a trend: the smallest step with 80 % is found',
    nominal: 0.8,
    runs: 20_000,
    inTests: 1_000,
    seed: 61,
    once: (generator) => {
      const values = drawn(24, 0, generator).map((value, t) => value + 0.2 * t + (t >= 12 ? seriesEffect : 0))
      const { t, df } = stepStatistic(values, 12)
      return studentTTwoSided(t, df) < 0.05
    },
  },
  {
    name: '12 + 12 points with AR 0.3, planned as independent and read by least squares: rejects no step at all too often',
    nominal: 0.05,
    should: 'broken',
    runs: 20_000,
    inTests: 2_000,
    seed: 62,
    once: (generator) => {
      const { t, df } = stepStatistic(waves(24, 0.3, generator), 12)
      return studentTTwoSided(t, df) < 0.05
    },
  },
  {
    name: 'a pilot of 8 against 8 planned from the noise of 16 sites and 24 periods of history: found',
    nominal: 0.8,
    // History is one draw of the noise: the power it promises is right on average, a little below because power bends.
    tolerance: 0.02,
    runs: 2_000,
    seed: 71,
    once: (generator) => {
      const history = Array.from({ length: 16 }, () => {
        const level = 2 * generator.normal()
        return waves(24, 0.3, generator).map((value) => level + value)
      })
      const read = noiseOf(history)
      if (!('within' in read)) return false
      const effect = planPilot({ noise: read, before: 8, after: 8, size: 8 }).effect ?? 0
      return isFound(changes(8, effect, 8, 8, generator), changes(8, 0, 8, 8, generator))
    },
  },
]
