import { normalQuantile } from '../distribution/normal.ts'
import { type Generator, shuffled } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import type { ClusterVariance } from './cluster-adjustment.ts'
import { clusterRobust } from './cluster-robust.ts'
import { compareClusters } from './compare-clusters.ts'
import { compareMeans } from './compare-means.ts'
import { intraclusterCorrelation } from './intracluster-correlation.ts'
import { permuteDesign } from './permute-design.ts'
import { randomIntercept } from './random-intercept.ts'
import { wildClusterBootstrap } from './wild-cluster-bootstrap.ts'

const ICC = 0.05

interface Trial {
  treated: number
  comparison: number
  /** Rows a site; two numbers: sites of both sizes, in turn. */
  sizes: readonly number[]
  effect?: number
}

/** Sites with a level of their own (ICC 0.05) and rows that follow one another (AR(1) 0.3). */
function sitesOf({ treated, comparison, sizes, effect = 0 }: Trial, { normal }: Generator): number[][] {
  return Array.from({ length: treated + comparison }, (_, s) => {
    const own = Math.sqrt(ICC) * normal() + (s < treated ? effect : 0)
    let noise = normal()
    return Array.from({ length: sizes[s % sizes.length] as number }, () => {
      noise = 0.3 * noise + Math.sqrt(1 - 0.09) * normal()
      return own + Math.sqrt(1 - ICC) * noise
    })
  })
}

const meanOf = (rows: readonly number[]) => rows.reduce((sum, v) => sum + v, 0) / rows.length
const rowsOf = (sites: readonly (readonly number[])[], treated: number) => ({
  y: sites.flat(),
  x: sites.flatMap((rows, s) => rows.map(() => [1, s < treated ? 1 : 0])),
  clusters: sites.flatMap((rows, s) => rows.map(() => `${s}`)),
})
const reject = (pValue: number | null) => (pValue ?? 1) <= 0.05 + 1e-12
const holds = ({ low, high }: { low: number | null; high: number | null }, truth: number) =>
  (low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY)

/** The level that a permutation test of so many arrangements really has at 5 %, when they come in mirrored twos. */
const steps = (arrangements: number, by = 2) => (by * Math.floor((0.05 * arrangements) / by + 1e-9)) / arrangements

/** Of one arrangement after another: values with a stratum's level, drawn within strata or pairs. */
function drawnIn(strata: readonly number[], each: readonly boolean[], effect: number, generator: Generator) {
  return strata.flatMap((level, s) =>
    shuffled(each, generator).map((treated) => ({
      value: level + generator.normal() + (treated ? effect : 0),
      treated,
      stratum: `${s}`,
    })),
  )
}
const PAIR = [true, false]
const THREE_EACH = [true, true, true, false, false, false]

/** Twelve sites whose result is mostly their baseline. */
function withBaseline(effect: number, generator: Generator) {
  return shuffled([...THREE_EACH, ...THREE_EACH], generator).map((treated) => {
    const before = 10 * generator.normal()
    return { value: before + generator.normal() + (treated ? effect : 0), treated, covariates: [before] }
  })
}

const robustly = (type: ClusterVariance, trial: Trial, generator: Generator) => {
  const rows = rowsOf(sitesOf(trial, generator), trial.treated)
  const found = clusterRobust(rows, { type }).coefficients[1]
  return found ?? { pValue: null, low: null, high: null, statistic: null }
}

const SIX = { treated: 6, comparison: 6, sizes: [20] }
const UNEVEN = { treated: 5, comparison: 7, sizes: [8, 30] }

export const gates: Gate[] = [
  {
    ...{ name: 'permutation, 6 v 6 sites, ICC 0.05: rejects a true null', nominal: steps(924), seed: 201 },
    ...{ runs: 3_000, inTests: 200 },
    once: (g) => reject(permuteMeans(SIX, g).pValue),
  },
  {
    ...{
      name: 'permutation, 6 v 6 sites: the interval holds the effect',
      nominal: 1 - steps(924),
      runs: 2_000,
      seed: 202,
    },
    once: (g) => holds(permuteMeans({ ...SIX, effect: 1 }, g), 1),
  },
  {
    ...{ name: 'rows as if independent, 6 v 6 sites: rejects a true null', nominal: 0.05, should: 'broken', seed: 203 },
    ...{ runs: 4_000, inTests: 200 },
    once: (g) => {
      const sites = sitesOf(SIX, g)
      return reject(compareMeans(sites.slice(0, 6).flat(), sites.slice(6).flat()).pValue)
    },
  },
  {
    ...{ name: 'permutation, 3 v 3 sites: p at most 0.05, ever', nominal: 0, runs: 4_000, inTests: 200, seed: 204 },
    once: (g) => reject(permuteMeans({ treated: 3, comparison: 3, sizes: [20], effect: 5 }, g).pValue),
  },
  {
    ...{ name: 'permutation, 3 v 9 sites: rejects a true null', nominal: steps(220, 1), runs: 6_000, seed: 205 },
    once: (g) => reject(permuteMeans({ treated: 3, comparison: 9, sizes: [20] }, g).pValue),
  },
  {
    ...{ name: 'permutation, 8 pairs: rejects a true null', nominal: steps(256), runs: 6_000, inTests: 200, seed: 206 },
    once: (g) => reject(permuteDesign(drawnIn(levels(8), PAIR, 0, g), { seed: 1 }).pValue),
  },
  {
    ...{ name: 'permutation, 8 pairs: the interval holds the effect', nominal: 1 - steps(256), runs: 4_000, seed: 207 },
    once: (g) => holds(permuteDesign(drawnIn(levels(8), PAIR, 2, g), { seed: 1 }), 2),
  },
  {
    ...{
      name: 'pairs taken for a whole draw: rejects a true null',
      nominal: 0.05,
      should: 'broken',
      runs: 2_000,
      seed: 208,
    },
    once: (g) => {
      const units = drawnIn(levels(6), PAIR, 0, g).map(({ value, treated }) => ({ value, treated }))
      return reject(permuteDesign(units, { seed: 1 }).pValue)
    },
  },
  {
    ...{ name: 'permutation, 2 strata of 3 v 3: rejects a true null', nominal: steps(400), runs: 6_000, seed: 209 },
    once: (g) => reject(permuteDesign(drawnIn(levels(2), THREE_EACH, 0, g), { seed: 1 }).pValue),
  },
  {
    ...{
      name: 'permutation, 2 strata of 3 v 3: the interval holds the effect',
      nominal: 1 - steps(400),
      runs: 3_000,
      seed: 210,
    },
    once: (g) => holds(permuteDesign(drawnIn(levels(2), THREE_EACH, 2, g), { seed: 1 }), 2),
  },
  {
    ...{
      name: 'baseline-adjusted permutation, 6 v 6 sites: rejects a true null',
      nominal: steps(924),
      runs: 2_000,
      seed: 211,
    },
    once: (g) => reject(permuteDesign(withBaseline(0, g), { seed: 1 }).pValue),
  },
  {
    ...{
      name: 'baseline-adjusted permutation: the interval holds the effect',
      nominal: 1 - steps(924),
      runs: 1_000,
      seed: 212,
    },
    once: (g) => holds(permuteDesign(withBaseline(2, g), { seed: 1 }), 2),
  },
  {
    ...{
      name: 'CR2, Satterthwaite, 6 v 6 sites: rejects a true null',
      nominal: 0.05,
      runs: 4_000,
      inTests: 200,
      seed: 213,
    },
    once: (g) => reject(robustly('CR2', SIX, g).pValue),
  },
  {
    ...{
      name: 'CR2, Satterthwaite, 6 v 6 sites: the interval holds the effect',
      nominal: 0.95,
      runs: 4_000,
      seed: 214,
    },
    once: (g) => holds(robustly('CR2', { ...SIX, effect: 1 }, g), 1),
  },
  {
    ...{
      name: 'CR2, 5 v 7 sites of 8 and 30 rows (the working model is off: to 1 %): rejects a true null',
      nominal: 0.05,
    },
    ...{ tolerance: 0.01, runs: 3_000, seed: 215 },
    once: (g) => reject(robustly('CR2', UNEVEN, g).pValue),
  },
  {
    ...{
      name: 'CR3, 5 v 7 uneven sites: rejects a true null',
      nominal: 0.05,
      should: 'at-most',
      runs: 3_000,
      seed: 216,
    },
    once: (g) => reject(robustly('CR3', UNEVEN, g).pValue),
  },
  {
    ...{
      name: 'CR0 with a normal quantile, 6 v 6 sites: rejects a true null',
      nominal: 0.05,
      should: 'broken',
      seed: 217,
    },
    ...{ runs: 4_000, inTests: 200 },
    once: (g) => Math.abs(robustly('CR0', SIX, g).statistic ?? 0) > normalQuantile(0.975),
  },
  {
    ...{
      name: 'cluster means weighed by rows, 5 v 7 uneven sites (the working model makes it cautious): rejects a true null',
      nominal: 0.05,
    },
    ...{ should: 'at-most', runs: 4_000, seed: 218 },
    once: (g) => {
      const sites = sitesOf(UNEVEN, g)
      return reject(compareClusters(sites.slice(0, 5), sites.slice(5), { counting: 'rows' }).pValue)
    },
  },
  {
    ...{ name: 'wild bootstrap (Webb), 5 v 7 uneven sites (to 1 %): rejects a true null', nominal: 0.05 },
    ...{ tolerance: 0.01, runs: 1_500, seed: 219 },
    once: (g, run) => {
      const rows = rowsOf(sitesOf(UNEVEN, g), 5)
      return reject(wildClusterBootstrap(rows, { contrast: [0, 1], weights: 'webb', draws: 399, seed: run }).pValue)
    },
  },
  {
    ...{ name: 'wild bootstrap (Webb), 6 v 6 sites (to 1 %): the interval holds the effect', nominal: 0.95 },
    ...{ tolerance: 0.01, runs: 1_000, seed: 220 },
    once: (g, run) => {
      const rows = rowsOf(sitesOf({ ...SIX, effect: 1 }, g), 6)
      return holds(wildClusterBootstrap(rows, { contrast: [0, 1], draws: 399, seed: run }), 1)
    },
  },
  {
    ...{
      name: 'random intercept, 6 v 6 sites (a variance at 0 makes it cautious): rejects a true null',
      nominal: 0.05,
    },
    ...{ should: 'at-most', runs: 1_500, seed: 221 },
    once: (g) => reject(randomIntercept(exchangeable(6, 20, g)).coefficients[1]?.pValue ?? null),
  },
  {
    ...{ name: 'ICC 0.05, 12 sites of 20: the interval holds it', nominal: 0.95, runs: 8_000, inTests: 200, seed: 222 },
    once: (g) => {
      const { y, clusters } = exchangeable(6, 20, g)
      return holds(
        intraclusterCorrelation(
          [...Map.groupBy(y.keys(), (i) => clusters[i]).values()].map((at) => at.map((i) => y[i] ?? 0)),
        ),
        ICC,
      )
    },
  },
]

function permuteMeans(trial: Trial, generator: Generator) {
  const sites = sitesOf(trial, generator)
  return permuteDesign(
    sites.map((rows, s) => ({ value: meanOf(rows), treated: s < trial.treated })),
    { seed: 1 },
  )
}

/** Strata that differ by far more than an effect does. */
function levels(count: number): number[] {
  return Array.from({ length: count }, (_, s) => 10 * s)
}

/** Rows that a random intercept describes exactly: no order in time. */
function exchangeable(each: number, size: number, { normal }: Generator) {
  const sites = Array.from({ length: 2 * each }, () => {
    const own = Math.sqrt(ICC) * normal()
    return Array.from({ length: size }, () => own + Math.sqrt(1 - ICC) * normal())
  })
  return rowsOf(sites, each)
}
