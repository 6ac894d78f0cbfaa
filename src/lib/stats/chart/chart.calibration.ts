import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import { anhoejLimits } from './anhoej-limits.ts'
import { countRuns, findSignals, type RuleSet } from './find-signals.ts'
import { type FunnelOptions, funnelChart } from './funnel-chart.ts'
import { gChart } from './g-chart.ts'
import { proportionChart } from './proportion-chart.ts'
import { xmrChart } from './xmr-chart.ts'

const drawn = <Value>(count: number, one: () => Value): Value[] => Array.from({ length: count }, one)

/** Whether 24 stable points about known limits give any signal at all. */
function criesWolf(rules: RuleSet, { normal }: Generator, autocorrelation = 0): boolean {
  let last = normal()
  const scores = drawn(24, () => {
    const score = last
    last = autocorrelation * last + Math.sqrt(1 - autocorrelation ** 2) * normal()
    return score
  })
  const sides = Int8Array.from(scores, Math.sign)
  const zones = Int8Array.from(scores, (z) => Math.sign(z) * Math.min(3, Math.floor(Math.abs(z))))
  const sequence = { positions: Int32Array.from(scores.keys()), values: Float64Array.from(scores), sides, zones }
  const limits = anhoejLimits(countRuns(sides).useful)
  return findSignals(rules, { ...sequence, hasLimits: true, ...limits }, () => {}).length > 0
}

/** What the rules do to 24 stable points, limits known. Two are exact sums, three by 2,000,000 draws in numpy. */
const rates: [RuleSet, number, string][] = [
  ['outside', 0.0628226, '1 - (1 - 0.0027)^24'],
  ['nhs', 0.23185, 'numpy'],
  ['western-electric', 0.21044, 'numpy; Champ & Woodall 1987: one in 91.75 points'],
  ['nelson', 0.24477, 'numpy'],
  ['anhoej', 0.0662398, 'exact'],
]

/** Periods of 2,000 units whose share differs from period to period for good reasons, sd 1.5 points. */
function unevenWeeks({ normal }: Generator): { count: number; size: number }[] {
  return drawn(25, () => {
    const share = 0.2 + 0.015 * normal()
    return { count: Math.round(2_000 * share + Math.sqrt(2_000 * share * (1 - share)) * normal()), size: 2_000 }
  })
}

const lastOutside = (points: { rules: readonly string[] }[]) => points.at(-1)?.rules.includes('outside') ?? false

/** The first of 60 units, all on target: whether it is beyond its limits. */
function blamed(spread: number, options: FunnelOptions, beyond: 'near' | 'far') {
  return ({ normal, below }: Generator): boolean => {
    const units = drawn(60, () => {
      const size = 500 + below(4_000)
      const share = 0.2 + spread * normal()
      return { count: Math.round(size * share + Math.sqrt(size * share * (1 - share)) * normal()), size }
    })
    const outside = funnelChart(units, options).units[0]?.outside
    return beyond === 'far' ? outside === 'far' : outside !== null
  }
}

export const gates: Gate[] = [
  ...rates.map(
    ([rules, nominal, source], i): Gate => ({
      name: `rules "${rules}", 24 stable points, limits known: any signal (${source})`,
      nominal,
      tolerance: source.startsWith('numpy') ? 0.001 : 0,
      runs: 200_000,
      inTests: 4_000,
      seed: 100 + i,
      once: (generator) => criesWolf(rules, generator),
    }),
  ),
  {
    name: 'rules "nhs", 24 points with autocorrelation 0.3 (control)',
    nominal: 0.23185,
    should: 'broken',
    runs: 20_000,
    inTests: 2_000,
    seed: 110,
    once: (generator) => criesWolf('nhs', generator, 0.3),
  },
  {
    name: 'XmR frozen after 20 stable points: the 21st outside (limits from 20 points know sigma to a fifth: up to 1 %)',
    nominal: 0.0027,
    tolerance: 0.009,
    runs: 60_000,
    seed: 111,
    once: ({ normal }) => lastOutside(xmrChart(drawn(21, normal), { rules: 'outside' }).points),
  },
  {
    name: "p', over-dispersed, 24 weeks of 2,000: the 25th outside (dispersion from 24 weeks: up to 1 %)",
    nominal: 0.0027,
    tolerance: 0.008,
    runs: 40_000,
    inTests: 1_000,
    seed: 112,
    once: (generator) =>
      lastOutside(
        proportionChart(unevenWeeks(generator), { baseline: 24, rules: 'outside', overDispersion: true }).points,
      ),
  },
  {
    name: 'p, over-dispersed, 24 weeks of 2,000: the 25th outside (control)',
    nominal: 0.0027,
    should: 'broken',
    runs: 40_000,
    inTests: 1_000,
    seed: 112,
    once: (generator) =>
      lastOutside(proportionChart(unevenWeeks(generator), { baseline: 24, rules: 'outside' }).points),
  },
  {
    name: 'g, geometric gaps of mean 49, 200 to learn from: the next outside (a long tail: 2 %, not 0.3 %)',
    nominal: 0.019,
    tolerance: 0.002,
    runs: 20_000,
    seed: 114,
    once: ({ uniform }) => {
      const gaps = drawn(201, () => Math.floor(Math.log1p(-uniform()) / Math.log1p(-0.02)))
      return lastOutside(gChart(gaps, { baseline: 200, rules: 'outside' }).points)
    },
  },
  {
    name: 'funnel without over-dispersion, 60 equal units: one beyond 95 %',
    nominal: 0.05,
    tolerance: 0.003,
    runs: 20_000,
    inTests: 1_000,
    seed: 115,
    once: blamed(0, { overDispersion: 'none' }, 'near'),
  },
  {
    name: 'funnel without over-dispersion, units apart by 2 points: one beyond 95 % (control)',
    nominal: 0.05,
    should: 'broken',
    runs: 20_000,
    inTests: 1_000,
    seed: 116,
    once: blamed(0.02, { overDispersion: 'none' }, 'near'),
  },
  {
    name: 'funnel, additive, not winsorised, units apart by 2 points: one beyond 95 %',
    nominal: 0.05,
    tolerance: 0.01,
    runs: 20_000,
    inTests: 1_000,
    seed: 117,
    once: blamed(0.02, { winsorise: 0 }, 'near'),
  },
  {
    name: 'funnel, additive, winsorised by a tenth, units apart by 2 points: one beyond 95 % (phi a third too small: 11 %)',
    nominal: 0.11,
    tolerance: 0.015,
    runs: 20_000,
    seed: 118,
    once: blamed(0.02, {}, 'near'),
  },
  {
    name: 'funnel, additive, winsorised by a tenth, units apart by 2 points: one beyond 99.8 % (1 %)',
    nominal: 0.01,
    tolerance: 0.005,
    runs: 20_000,
    seed: 119,
    once: blamed(0.02, {}, 'far'),
  },
]
