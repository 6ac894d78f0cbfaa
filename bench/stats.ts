import { readFileSync } from 'node:fs'
import { xmrChart } from '#lib/stats/chart/xmr-chart.ts'
import { compareProportions } from '#lib/stats/counts/compare-proportions.ts'
import { newcombeInterval } from '#lib/stats/counts/newcombe-interval.ts'
import { relativeDifference } from '#lib/stats/means/relative-difference.ts'
import { welch } from '#lib/stats/means/welch.ts'
import { type Moments, momentsOf } from '#lib/stats/numeric/moments.ts'
import { type Generator, seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { forecastImpact } from '#lib/stats/series/forecast-impact.ts'
import { permuteSites } from '#lib/stats/sites/permute-sites.ts'
import { placeboSynthetic } from '#lib/stats/synthetic/placebo-synthetic.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { npmPeers, pythonPeers } from './stats/peers.ts'
import { timeOf, written } from './stats/time-of.ts'

export const stats: Benchmark = {
  name: 'stats',
  says: 'the measurement engine, beside npm packages and scipy or statsmodels in the same run',
  async run() {
    const npm = await npmPeers()
    try {
      const python = pythonPeers()
      const peersOf = (job: string, more: Record<string, number> = {}) => ({
        ...more,
        ...(python?.[job] === undefined ? {} : { 'scipy or statsmodels': python[job] }),
      })
      const draw = seededGenerator(1)
      const [a, b] = [normals(draw, 100), normals(draw, 100)]
      const [some, others] = [momentsOf(a), momentsOf(b)]
      const short: [number[], number[]] = [normals(draw, 10), normals(draw, 10)]
      const series = wandering(draw, 200)
      const points = normals(draw, 100_000)
      return [
        figure('Welch from moments', () => welch(some, others).pValue ?? 0, 0.01, peersOf('welch from moments')),
        figure(
          'Welch from 2 x 100 values',
          () => welch(momentsOf(a), momentsOf(b)).pValue ?? 0,
          0.01,
          peersOf('welch from 2 x 100 values', {
            'simple-statistics (statistic alone)': timeOf(() => npm.simpleStatistics.tTestTwoSample(a, b, 0)),
            'jstat (F of two groups)': timeOf(() => npm.jstat.anovaftest(a, b)),
            stdlib: timeOf(() => npm.stdlib(a, b, { variance: 'unequal' }).pValue),
          }),
        ),
        figure('relative effect by Fieller', () => relativeDifference(some5(some), some5(others)).estimate ?? 0, 0.01),
        figure('shares, Newcombe interval', () => newcombeInterval(...shares)?.low ?? 0, 0.01),
        figure(
          'shares, score test and interval',
          () => compareProportions(...shares).pValue ?? 0,
          undefined,
          peersOf('shares, score interval'),
        ),
        figure('10 metrics x 3 arms x 20 segments', wholeReport(draw), 10),
        figure(
          'exact permutation, 10 sites against 10',
          () => permuteSites(...short, { seed: 1, resolution: 0, statistic: 'difference' }).pValue,
          100,
          peersOf('exact permutation, 10 against 10', {
            'simple-statistics (10,000 draws)': timeOf(
              () => npm.simpleStatistics.permutationTest(...short, 'two_side', 10_000),
              3,
            ),
          }),
        ),
        figure('synthetic control 39 x 31, all placebos', californiaWithPlacebos(), 2_000),
        figure(
          'local level with season, 200 points',
          () => forecastImpact(series, 180, { season: 12 }).average?.estimate ?? 0,
          200,
          peersOf('local level with season, 200 points'),
        ),
        figure('control chart of 100,000 points', () => xmrChart(points).signals.length, 50),
        ...growth(draw),
      ]
    } finally {
      await npm.remove()
    }
  },
}

const shares = [
  { events: 125, units: 1_000 },
  { events: 100, units: 1_000 },
] as const

function figure(what: string, once: () => number, most?: number, peers: Record<string, number> = {}): Figure {
  const ms = timeOf(once, most !== undefined && most >= 1_000 ? 3 : 9)
  return {
    what,
    measured: written(ms),
    ...(most === undefined ? {} : { promise: `at most ${written(most)}`, isKept: ms <= most }),
    notes: Object.entries(peers).map(
      ([name, theirs]) => `${name}: ${written(theirs)}, ${(theirs / ms).toPrecision(3)} times as long`,
    ),
  }
}

function normals({ normal }: Generator, count: number): number[] {
  return Array.from({ length: count }, () => normal())
}

/** Away from 0, where a share of it means something. */
function some5({ mean, ...moments }: Moments): Moments {
  return { ...moments, mean: mean + 5 }
}

function wandering(draw: Generator, count: number): number[] {
  let level = 10
  return Array.from({ length: count }, (_, t) => {
    level += 0.1 * draw.normal()
    return level + Math.sin((2 * Math.PI * t) / 12) + draw.normal()
  })
}

/** Everything that a page with ten metrics, two treated arms and twenty segments shows: test, interval, relative effect. */
function wholeReport(draw: Generator): () => number {
  const arms = Array.from({ length: 10 * 20 }, () => [0, 1, 2].map(() => some5(momentsOf(normals(draw, 50)))))
  return () => {
    let sum = 0
    for (const [control, ...treated] of arms)
      for (const arm of treated) {
        if (!control) continue
        sum += welch(arm, control).pValue ?? 0
        sum += relativeDifference(arm, control).estimate ?? 0
      }
    return sum
  }
}

function californiaWithPlacebos(): () => number {
  const text = readFileSync(new URL('../reference/prop99-smoking/smoking.csv', import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const at = (name: string) => head.split(',').findIndex((column) => column.replaceAll('"', '') === name)
  const states = new Map<string, number[]>()
  for (const line of lines) {
    const cells = line.split(',').map((cell) => cell.replaceAll('"', ''))
    const name = cells[at('state')] ?? ''
    states.set(name, [...(states.get(name) ?? []), Number(cells[at('cigsale')])])
  }
  const treated = states.get('California') ?? []
  states.delete('California')
  const donors = [...states].map(([name, values]) => ({ name, values }))
  return () => placeboSynthetic({ treated, donors, since: 19 }).pValue ?? 0
}

/** How the cost grows: ten times the size, so many times the time. */
function growth(draw: Generator): Figure[] {
  const jobs: [string, (size: number) => () => number][] = [
    ['moments of n values', (size) => timed(normals(draw, size), (values) => momentsOf(values).mean)],
    ['control chart of n points', (size) => timed(normals(draw, size), (values) => xmrChart(values).signals.length)],
  ]
  return jobs.map(([what, make]) => {
    const sizes = [1_000, 10_000, 100_000]
    const times = sizes.map((size) => timeOf(make(size), 5))
    const factors = times.slice(1).map((time, at) => (time / (times[at] ?? time)).toPrecision(3))
    return {
      what: `${what}, n = ${sizes.join(', ')}`,
      measured: times.map(written).join(', '),
      notes: [`each step of ten times costs ${factors.join(' and ')} times`],
    }
  })
}

function timed(values: number[], job: (values: number[]) => number): () => number {
  return () => job(values)
}
