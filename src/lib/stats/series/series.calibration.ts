import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import type { SegmentModel } from './fit-segments.ts'
import { forecastImpact, type ImpactOptions } from './forecast-impact.ts'
import { interruptedTimeSeries } from './interrupted-time-series.ts'
import { checkResiduals } from './residual-checks.ts'

/** Errors of variance 1 that remember the period before. */
function remembering({ normal }: Generator, count: number, rho: number): number[] {
  let last = normal()
  return Array.from({ length: count }, () => {
    const error = last
    last = rho * last + Math.sqrt(1 - rho * rho) * normal()
    return error
  })
}

/** Whether the interval of a level change of 2 holds it: half of the periods before, trend and change of slope fitted. */
function holdsLevel(model: SegmentModel, count: number, rho: number) {
  return (generator: Generator): boolean => {
    const start = count / 2
    const values = remembering(generator, count, rho).map((error, i) => error + 0.1 * i + (i >= start ? 2 : 0))
    const { level } = interruptedTimeSeries(values, start, { model })
    return level !== null && level.low <= 2 && level.high >= 2
  }
}

/** Whether the interval of the rate ratio 0.8 holds it: 18 and 18 periods of 60 events, quasi-Poisson variance. */
function holdsRatio(model: SegmentModel, dispersion: number) {
  return ({ normal }: Generator): boolean => {
    const values = Array.from({ length: 36 }, (_, i) => {
      const mean = i >= 18 ? 48 : 60
      return Math.max(0, Math.round(mean + Math.sqrt(dispersion * mean) * normal()))
    })
    const { rateRatios } = interruptedTimeSeries(values, 18, { model, slope: false })
    const level = rateRatios?.level
    return !!level && level.low <= 0.8 && level.high >= 0.8
  }
}

/** Whether the interval of a cumulative effect of 12 x 1 holds it. The level wanders by `step` beside noise of 1. */
function holdsImpact(before: number, step: number, options: ImpactOptions = {}) {
  return ({ normal }: Generator): boolean => {
    let level = 10
    const values = Array.from({ length: before + 12 }, (_, i) => {
      level += step * normal()
      return (
        level + (options.season ? Math.sin((2 * Math.PI * i) / options.season) : 0) + normal() + (i >= before ? 1 : 0)
      )
    })
    const { cumulative } = forecastImpact(values, before, options)
    return cumulative !== null && cumulative.low <= 12 && cumulative.high >= 12
  }
}

const levels: [string, SegmentModel, number, number, Partial<Gate>][] = [
  ['reml, 24 periods, AR(1) 0.3 (memory estimated from 24: 4 points short)', 'reml', 24, 0.3, { tolerance: 0.04 }],
  ['reml, 36 periods, AR(1) 0.3 (3 points short)', 'reml', 36, 0.3, { tolerance: 0.03 }],
  ['reml, 100 periods, AR(1) 0.3', 'reml', 100, 0.3, { tolerance: 0.015 }],
  ['reml, 24 periods, no memory', 'reml', 24, 0, { tolerance: 0.03 }],
  [
    'Prais-Winsten, 24 periods, AR(1) 0.3 (memory taken too low: 8 points short)',
    'prais-winsten',
    24,
    0.3,
    { tolerance: 0.08 },
  ],
  ['Prais-Winsten, 36 periods, AR(1) 0.3 (6 points short)', 'prais-winsten', 36, 0.3, { tolerance: 0.06 }],
  ['Newey-West, 24 periods, AR(1) 0.3 (15 points short: below OLS)', 'newey-west', 24, 0.3, { tolerance: 0.155 }],
  ['Newey-West, 36 periods, AR(1) 0.3 (14 points short: below OLS)', 'newey-west', 36, 0.3, { tolerance: 0.145 }],
  ['OLS, 24 periods, no memory', 'ols', 24, 0, {}],
  ['OLS, 24 periods, AR(1) 0.3 (control)', 'ols', 24, 0.3, { should: 'broken' }],
  ['OLS, 36 periods, AR(1) 0.3 (control)', 'ols', 36, 0.3, { should: 'broken' }],
]

const impacts: [string, number, number, ImpactOptions, Partial<Gate>][] = [
  ['still level, 24 before', 24, 0, {}, { tolerance: 0.04 }],
  ['wandering level (0.3), 36 before', 36, 0.3, {}, { tolerance: 0.04 }],
  ['wandering level (0.3), 100 before', 100, 0.3, {}, { tolerance: 0.02 }],
  ['season of 4, wandering level (0.3), 48 before', 48, 0.3, { season: 4 }, { tolerance: 0.04 }],
  [
    'wandering level (0.3), 36 before, step fixed as in CausalImpact (control)',
    36,
    0.3,
    { level: 'causal-impact' },
    { should: 'broken' },
  ],
]

export const gates: Gate[] = [
  ...levels.map(
    ([name, model, count, rho, more], i): Gate => ({
      name: `level change, 95 % interval: ${name}`,
      nominal: 0.95,
      runs: model === 'reml' ? (count === 100 ? 400 : 1_000) : 4_000,
      inTests: model === 'reml' ? 30 : 200,
      seed: 200 + i,
      once: holdsLevel(model, count, rho),
      ...more,
    }),
  ),
  ...impacts.map(
    ([name, before, step, options, more], i): Gate => ({
      name: `cumulative effect of 12 periods, 95 % interval: ${name}`,
      nominal: 0.95,
      runs: 500,
      seed: 230 + i,
      once: holdsImpact(before, step, options),
      ...more,
    }),
  ),
  {
    name: 'rate ratio, 95 % interval: quasi-Poisson, variance 3 times the mean',
    nominal: 0.95,
    runs: 4_000,
    inTests: 200,
    seed: 250,
    once: holdsRatio('quasi-poisson', 3),
  },
  {
    name: 'rate ratio, 95 % interval: Poisson, variance 3 times the mean (control)',
    nominal: 0.95,
    should: 'broken',
    runs: 4_000,
    inTests: 200,
    seed: 250,
    once: holdsRatio('poisson', 3),
  },
  {
    name: 'Ljung-Box on 60 independent values: p at most 0.05 (chi-square is an approximation)',
    nominal: 0.05,
    tolerance: 0.01,
    runs: 10_000,
    inTests: 500,
    seed: 251,
    once: ({ normal }) => (checkResiduals(Array.from({ length: 60 }, normal)).ljungBox?.pValue ?? 1) <= 0.05,
  },
]
