import { coMomentsOf } from '../numeric/co-moments.ts'
import { type Moments, momentsOf } from '../numeric/moments.ts'
import type { Generator } from '../numeric/seeded-generator.ts'
import type { Gate } from '../testing/gate.ts'
import { adjustByRegression } from './adjust-by-regression.ts'
import { armQuantile } from './arm-quantile.ts'
import { armRatio } from './arm-ratio.ts'
import { clusteredQuantile } from './clustered-quantile.ts'
import { compareClusteredQuantiles } from './compare-clustered-quantiles.ts'
import { compareEstimates, readDifference } from './compare-estimates.ts'
import { compareMeansWithControl } from './compare-means-with-control.ts'
import { compareQuantiles } from './compare-quantiles.ts'
import { compareRatios } from './compare-ratios.ts'
import { cupac } from './cupac.ts'
import { cuped } from './cuped.ts'
import { deltaRelativeEffect } from './delta-relative-effect.ts'
import { equivalentMeans } from './equivalent-means.ts'
import { logRatio } from './log-ratio.ts'
import { nonInferiorMeans } from './non-inferior-means.ts'
import { oneSample } from './one-sample.ts'
import { paired } from './paired.ts'
import { pairedRelative } from './paired-relative.ts'
import { postStratified } from './post-stratified.ts'
import { quantileInterval } from './quantile-interval.ts'
import { ratioCuped } from './ratio-cuped.ts'
import { relativeDifference } from './relative-difference.ts'
import { unitMoments } from './unit-moments.ts'
import { welch } from './welch.ts'
import { welchAnova } from './welch-anova.ts'
import { winsorisedComparison } from './winsorised-comparison.ts'

type Draw = (generator: Generator) => number
interface Interval {
  low: number | null
  high: number | null
}

const normal: Draw = (generator) => generator.normal()
/** Mean exp(1/2), skewness 6.2: orders, waiting times. */
const lognormal: Draw = (generator) => Math.exp(generator.normal())
const many = (count: number, generator: Generator, draw: Draw) => Array.from({ length: count }, () => draw(generator))
const arm = (count: number, generator: Generator, draw: Draw): Moments => momentsOf(many(count, generator, draw))
const rejects = ({ pValue }: { pValue: number | null }) => pValue !== null && pValue < 0.05
const covers = ({ low, high }: Interval, truth: number) =>
  low !== null && high !== null && low <= truth && truth <= high

const type1 = { nominal: 0.05 }
const coverage = { nominal: 0.95 }

const welchGates: Gate[] = [
  ...[5, 20, 100, 2000].map(
    (n, i): Gate => ({
      ...type1,
      // With 5 against 5 Satterthwaite's degrees of freedom, guessed from the data, are a little too few.
      name: `Welch, normal, ${n} against ${n}: rejects a true null${n === 5 ? ' (up to 1 point too seldom)' : ''}`,
      ...(n === 5 ? { tolerance: 0.01 } : {}),
      runs: n === 2000 ? 3000 : 20_000,
      ...(n === 20 ? { inTests: 4000 } : {}),
      seed: 101 + i,
      once: (generator) => rejects(welch(arm(n, generator, normal), arm(n, generator, normal))),
    }),
  ),
  {
    ...type1,
    name: 'Welch, normal, 20 against 5 that scatter threefold: rejects a true null (1 point room)',
    tolerance: 0.01,
    runs: 20_000,
    seed: 110,
    once: (generator) =>
      rejects(
        welch(
          arm(20, generator, normal),
          arm(5, generator, (g) => 3 * g.normal()),
        ),
      ),
  },
  {
    ...type1,
    name: "Student's pooled t, 20 against 5 that scatter threefold",
    should: 'broken',
    runs: 5000,
    inTests: 500,
    seed: 111,
    once(generator) {
      const [a, b] = [arm(20, generator, normal), arm(5, generator, (g) => 3 * g.normal())]
      const variance = ((a.sumOfSquares + b.sumOfSquares) / 23) * (1 / 20 + 1 / 5)
      return rejects(readDifference(a.mean - b.mean, variance, 23, 0.95))
    },
  },
  ...[5, 20, 100, 2000].map(
    (n, i): Gate => ({
      ...type1,
      // Equal sizes: the skewness of the two means cancels, and single far values make the test cautious.
      name: `Welch, lognormal, ${n} against ${n}: rejects a true null at most`,
      should: 'at-most',
      runs: n === 2000 ? 2000 : 20_000,
      seed: 120 + i,
      once: (generator) => rejects(welch(arm(n, generator, lognormal), arm(n, generator, lognormal))),
    }),
  ),
  {
    ...type1,
    name: 'Welch, lognormal, 100 against 20: rejects a true null (up to 5 points too often, said in the docstring)',
    tolerance: 0.05,
    runs: 10_000,
    seed: 130,
    once: (generator) => rejects(welch(arm(100, generator, lognormal), arm(20, generator, lognormal))),
  },
  {
    ...type1,
    name: 'Welch on units, 10 shops against 10 with 4 alike weeks each: rejects a true null',
    runs: 10_000,
    seed: 131,
    once: (generator) => rejects(welch(unitMoments(weeks(generator), 'mean'), unitMoments(weeks(generator), 'mean'))),
  },
  {
    ...type1,
    name: 'Welch on rows, 10 shops against 10 with 4 alike weeks each',
    should: 'broken',
    runs: 5000,
    inTests: 500,
    seed: 132,
    once: (generator) => {
      const rows = () => momentsOf(weeks(generator).map(({ value }) => value))
      return rejects(welch(rows(), rows()))
    },
  },
  ...[5, 20].flatMap((n, i): Gate[] => [
    {
      ...coverage,
      name: `one sample, normal, ${n}: covers the mean`,
      runs: 20_000,
      seed: 140 + i,
      once: (generator) => covers(oneSample(arm(n, generator, normal)), 0),
    },
    {
      ...type1,
      name: `pairs, normal, ${n}: rejects a true null`,
      runs: 20_000,
      seed: 145 + i,
      once(generator) {
        const pairs = many(n, generator, normal)
        const member = () => pairs.map((level) => 3 * level + generator.normal())
        return rejects(paired(member(), member()))
      },
    },
    {
      ...coverage,
      name: `pairs, normal, ${n}, relative to a base of 20 with a spread of 3: covers a tenth`,
      runs: 20_000,
      seed: 148 + i,
      once(generator) {
        const levels = many(n, generator, normal)
        const bases = levels.map((level) => 20 + 3 * level + generator.normal())
        const raised = levels.map((level) => 22 + 3 * level + generator.normal())
        return covers(pairedRelative(raised, bases), 0.1)
      },
    },
    {
      ...coverage,
      name: `the same as two arms that are not paired: does not cover as promised (${n})`,
      should: 'broken',
      runs: 20_000,
      seed: 150 + i,
      once(generator) {
        const levels = many(n, generator, normal)
        const bases = levels.map((level) => 20 + 3 * level + generator.normal())
        const raised = levels.map((level) => 22 + 3 * level + generator.normal())
        return covers(relativeDifference(momentsOf(raised), momentsOf(bases)), 0.1)
      },
    },
  ]),
]

/** Ten shops with four weeks each; a shop's weeks correlate 0.5. */
function weeks(generator: Generator) {
  return Array.from({ length: 10 }, (_, shop) => {
    const level = generator.normal()
    return Array.from({ length: 4 }, () => ({ unit: `${shop}`, value: level + generator.normal() }))
  }).flat()
}

/** A comparison mean two and a half standard errors from 0, where a share of it is hardly known. */
const faint = (generator: Generator) => arm(20, generator, (g) => 2.5 / Math.sqrt(20) + g.normal())

const relativeGates: Gate[] = [
  ...[5, 20, 100].map(
    (n, i): Gate => ({
      ...coverage,
      name: `Fieller, normal, base 5 deviations, ${n} against ${n}: covers a lift of 20 %${n === 5 ? ' (1 point room, as Welch)' : ''}`,
      ...(n === 5 ? { tolerance: 0.01 } : {}),
      runs: 20_000,
      seed: 201 + i,
      once: (generator) =>
        covers(
          relativeDifference(
            arm(n, generator, (g) => 6 + g.normal()),
            arm(n, generator, (g) => 5 + g.normal()),
          ),
          0.2,
        ),
    }),
  ),
  {
    ...coverage,
    name: 'Fieller, base 2.5 standard errors from 0: covers the lift or says that it cannot tell',
    should: 'at-least',
    runs: 20_000,
    inTests: 3000,
    seed: 210,
    once(generator) {
      const treated = arm(20, generator, (g) => 10 / Math.sqrt(20) + g.normal())
      const answer = relativeDifference(treated, faint(generator))
      return answer.reason !== null || covers(answer, 3)
    },
  },
  {
    ...coverage,
    name: 'delta method, base 2.5 standard errors from 0: covers the lift',
    should: 'broken',
    runs: 10_000,
    inTests: 2000,
    seed: 211,
    once(generator) {
      const treated = arm(20, generator, (g) => 10 / Math.sqrt(20) + g.normal())
      const answer = deltaRelativeEffect(treated, faint(generator))
      return answer.reason !== null || covers(answer, 3)
    },
  },
  {
    ...coverage,
    name: 'log ratio, gamma-like positive values, 100 against 100: covers a lift of 20 %',
    runs: 10_000,
    seed: 212,
    tolerance: 0.005,
    once(generator) {
      const positive: Draw = (g) => -Math.log(1 - g.uniform()) - Math.log(1 - g.uniform())
      return covers(
        logRatio(
          arm(100, generator, (g) => 1.2 * positive(g)),
          arm(100, generator, positive),
        ),
        0.2,
      )
    },
  },
]

/** Visits per unit, about 3, some units with none; one in ten succeeds, more for units of one kind. */
function visits(count: number, generator: Generator) {
  const denominators = many(count, generator, (g) => Math.floor(7 * g.uniform()))
  const numerators = denominators.map((n) => {
    const chance = 0.1 + 0.2 * Number(generator.uniform() < 0.3)
    return many(n, generator, (g) => Number(g.uniform() < chance)).reduce((sum, one) => sum + one, 0)
  })
  return coMomentsOf(denominators, numerators)
}

/** Units of which some do everything hundredfold: the denominator moves with the numerator. */
function orders(count: number, generator: Generator) {
  const denominators = many(count, generator, (g) => Math.exp(g.normal()))
  return coMomentsOf(
    denominators,
    denominators.map((n) => n * (2 + 0.2 * generator.normal())),
  )
}

const ratioGates: Gate[] = [
  ...[20, 100, 2000].map(
    (n, i): Gate => ({
      ...type1,
      name: `ratios, ${n} against ${n} units: rejects a true null${n === 20 ? ' (1 point room)' : ''}`,
      ...(n === 20 ? { tolerance: 0.01 } : {}),
      runs: n === 2000 ? 2000 : 10_000,
      seed: 301 + i,
      once: (generator) => rejects(compareRatios(visits(n, generator), visits(n, generator)).difference),
    }),
  ),
  {
    ...coverage,
    name: 'ratio of one arm, heavy users, 100 units: the delta method covers (3 points room)',
    tolerance: 0.03,
    runs: 10_000,
    seed: 310,
    once(generator) {
      const ratio = armRatio(orders(100, generator))
      return typeof ratio !== 'string' && covers(readDifference(ratio.estimate, ratio.variance, 99, 0.95), 2)
    },
  },
  {
    ...coverage,
    name: 'ratio of one arm, heavy users, 100 units: the denominator taken as fixed covers',
    should: 'broken',
    runs: 5000,
    inTests: 500,
    seed: 311,
    once(generator) {
      const { count, meanX, meanY, sumYY } = orders(100, generator)
      return covers(readDifference(meanY / meanX, sumYY / (count - 1) / count / meanX ** 2, 99, 0.95), 2)
    },
  },
]

const quantileGates: Gate[] = [
  ...[
    [20, 0.5, 0],
    [100, 0.9, 1.2815515655446004],
    [400, 0.99, 2.3263478740408408],
  ].map(
    ([n = 0, share = 0, z = 0], i): Gate => ({
      ...coverage,
      name: `quantile ${share} of ${n} lognormal values: covers at least`,
      should: 'at-least',
      runs: 5000,
      ...(n === 20 ? { inTests: 1000 } : {}),
      seed: 401 + i,
      once: (generator) => covers(quantileInterval(many(n, generator, lognormal), share), Math.exp(z)),
    }),
  ),
  ...[
    [20, 0.5],
    [100, 0.5],
    [100, 0.9],
  ].map(
    ([n = 0, share = 0], i): Gate => ({
      ...type1,
      name: `quantile ${share}, ${n} against ${n} lognormal: bootstrap rejects a true null at most`,
      should: 'at-most',
      runs: 3000,
      seed: 410 + i,
      once: (generator) =>
        rejects(compareQuantiles(many(n, generator, lognormal), many(n, generator, lognormal), share)),
    }),
  ),
  {
    ...type1,
    name: 'median, 20 against 20 lognormal: variance from order statistics rejects a true null at most',
    should: 'at-most',
    runs: 5000,
    seed: 420,
    once(generator) {
      const [a, b] = [
        armQuantile(many(20, generator, lognormal), 0.5),
        armQuantile(many(20, generator, lognormal), 0.5),
      ]
      return typeof a !== 'string' && typeof b !== 'string' && rejects(compareEstimates(a, b))
    },
  },
  {
    ...coverage,
    name: 'clustered quantile 0.9, 50 units with 1 to 8 alike events: covers (1 point room)',
    tolerance: 0.01,
    runs: 4000,
    seed: 430,
    once: (generator) => covers(clusteredQuantile(events(50, generator), 0.9), 1.2815515655446004 * Math.SQRT2),
  },
  {
    ...coverage,
    name: 'quantile 0.9 of the same events as if they were units: covers',
    should: 'broken',
    runs: 3000,
    inTests: 300,
    seed: 431,
    once: (generator) => covers(quantileInterval(events(50, generator).flat(), 0.9), 1.2815515655446004 * Math.SQRT2),
  },
  {
    ...type1,
    name: 'clustered median, 50 units against 50: rejects a true null (1 point room)',
    tolerance: 0.01,
    runs: 3000,
    seed: 432,
    once: (generator) => rejects(compareClusteredQuantiles(events(50, generator), events(50, generator), 0.5)),
  },
]

function events(units: number, generator: Generator): number[][] {
  return Array.from({ length: units }, () => {
    const level = generator.normal()
    return many(1 + generator.below(8), generator, (g) => level + g.normal())
  })
}

/** Outcome and covariate, correlated 0.7, skewed when `draw` is. */
function withPrior(count: number, generator: Generator, draw: Draw) {
  const x = many(count, generator, draw)
  return { x, y: x.map((value) => value + 0.98 * draw(generator)) }
}
const together = ({ x, y }: { x: number[]; y: number[] }) => coMomentsOf(x, y)

const adjustmentGates: Gate[] = [
  ...[
    [5, normal, 'normal'] as const,
    [12, normal, 'normal'] as const,
    [20, normal, 'normal'] as const,
    [100, normal, 'normal'] as const,
    [2000, normal, 'normal'] as const,
    [100, lognormal, 'lognormal'] as const,
  ].map(
    ([n, draw, name], i): Gate => ({
      ...coverage,
      name: `CUPED, ${name}, ${n} against ${n}, correlation 0.7: covers (1 point room)`,
      tolerance: 0.01,
      runs: n === 2000 ? 2000 : 10_000,
      ...(n === 20 ? { inTests: 2000 } : {}),
      seed: 501 + i,
      once: (generator) =>
        covers(cuped(together(withPrior(n, generator, draw)), together(withPrior(n, generator, draw))).difference, 0),
    }),
  ),
  {
    ...coverage,
    name: 'CUPED, relative, normal, 20 against 20, base 10 deviations: covers (1 point room)',
    tolerance: 0.01,
    runs: 10_000,
    seed: 510,
    once(generator) {
      const sold = (lift: number) => {
        const { x, y } = withPrior(20, generator, normal)
        return coMomentsOf(
          x,
          y.map((value) => 10 + lift + value),
        )
      }
      return covers(cuped(sold(1), sold(0)).relative, 0.1)
    },
  },
  {
    ...coverage,
    name: 'CUPED, 12 against 12: the interval that takes the fitted slope as known covers',
    should: 'broken',
    runs: 20_000,
    seed: 511,
    once(generator) {
      const [a, b] = [together(withPrior(12, generator, normal)), together(withPrior(12, generator, normal))]
      const theta = (a.sumXY + b.sumXY) / (a.sumXX + b.sumXX)
      return covers(cuped(a, b, { theta }).difference, 0)
    },
  },
  {
    ...coverage,
    name: 'CUPED with a covariate that the change moves: covers the effect',
    should: 'broken',
    runs: 2000,
    inTests: 300,
    seed: 512,
    once(generator) {
      const { x, y } = withPrior(50, generator, normal)
      const moved = coMomentsOf(
        x.map((value) => value + 1),
        y.map((value) => value + 1),
      )
      return covers(cuped(moved, together(withPrior(50, generator, normal))).difference, 1)
    },
  },
  ...[
    [20, 2],
    [50, 5],
    [100, 3],
  ].map(
    ([n = 0, k = 0], i): Gate => ({
      ...coverage,
      name: `Lin, ${n} against ${n}, ${k} covariates, slopes that differ by arm: covers (1.5 points room)`,
      tolerance: 0.015,
      runs: 2500,
      seed: 520 + i,
      once(generator) {
        const side = (slope: number) => {
          const covariates = Array.from({ length: n }, () => many(k, generator, normal))
          const outcomes = covariates.map((row) => row.reduce((sum, value) => sum + slope * value, generator.normal()))
          return { outcomes, covariates }
        }
        // The truth is 0 at the units at hand only up to their mean covariate: slopes differ a little, not wildly.
        return covers(adjustByRegression(side(1.2), side(1)).difference, 0)
      },
    }),
  ),
  {
    ...coverage,
    name: 'CUPAC, 40 against 40, 8 covariates: covers (1 point room)',
    tolerance: 0.01,
    runs: 2000,
    seed: 529,
    once(generator) {
      const side = () => {
        const covariates = Array.from({ length: 40 }, () => many(8, generator, normal))
        return { covariates, outcomes: covariates.map(([x = 0, y = 0]) => x + y + generator.normal()) }
      }
      return covers(cupac(side(), side(), { seed: generator.below(1e9) }).difference, 0)
    },
  },
  {
    ...coverage,
    name: 'ratio CUPED, 100 against 100 units: covers (1 point room)',
    tolerance: 0.01,
    runs: 4000,
    seed: 530,
    once: (generator) => {
      const answer = ratioCuped(sellers(100, generator), sellers(100, generator))
      return 'difference' in answer && covers(answer.difference, 0)
    },
  },
  {
    ...coverage,
    name: 'post-stratified, three strata of 6 to 20 units: covers',
    runs: 10_000,
    seed: 531,
    tolerance: 0.005,
    once(generator) {
      const strata = [6, 10, 20].map((n, level) => ({
        treated: arm(n, generator, (g) => 5 * level + (1 + level) * g.normal()),
        comparison: arm(n, generator, (g) => 5 * level + g.normal()),
      }))
      return covers(postStratified(strata), 0)
    },
  },
  {
    ...type1,
    name: 'winsorised at 0.95, lognormal, 100 against 100: rejects a true null',
    runs: 5000,
    seed: 532,
    once: (generator) =>
      rejects(
        winsorisedComparison(many(100, generator, lognormal), many(100, generator, lognormal), { upper: 0.95 })
          .difference,
      ),
  },
]

function sellers(count: number, generator: Generator) {
  const skill = many(count, generator, (g) => Math.exp(0.3 * g.normal()))
  const days = () => many(count, generator, (g) => 1 + g.below(9))
  const sold = (list: number[]) => list.map((n, i) => n * (skill[i] as number) * Math.exp(0.2 * generator.normal()))
  const [priorDenominators, denominators] = [days(), days()]
  const [priorNumerators, numerators] = [sold(priorDenominators), sold(denominators)]
  return { numerators, denominators, priorNumerators, priorDenominators }
}

const severalGates: Gate[] = [
  {
    ...type1,
    name: "Welch's F, four arms of 6 to 20 that scatter unequally: rejects a true null (1 point room)",
    tolerance: 0.01,
    runs: 10_000,
    seed: 601,
    once: (generator) =>
      rejects(welchAnova([6, 10, 15, 20].map((n, i) => arm(n, generator, (g) => (4 - i) * g.normal())))),
  },
  {
    ...type1,
    name: 'three arms against one control, together: any false alarm at most',
    should: 'at-most',
    runs: 10_000,
    seed: 602,
    once: (generator) =>
      compareMeansWithControl(
        [1, 2, 3].map(() => arm(20, generator, normal)),
        arm(20, generator, normal),
      ).some(({ together: answer }) => rejects(answer)),
  },
  {
    ...type1,
    name: 'three arms against one control, each alone: any false alarm',
    should: 'broken',
    runs: 5000,
    inTests: 800,
    seed: 603,
    once: (generator) =>
      compareMeansWithControl(
        [1, 2, 3].map(() => arm(20, generator, normal)),
        arm(20, generator, normal),
      ).some(({ alone }) => rejects(alone)),
  },
  {
    nominal: 0.025,
    name: 'non-inferiority, worse by exactly the margin, 20 against 20: called safe',
    runs: 20_000,
    seed: 604,
    once: (generator) =>
      nonInferiorMeans(
        arm(20, generator, normal),
        arm(20, generator, (g) => 1 + g.normal()),
        { absolute: 1 },
        { better: 'higher' },
      ).verdict === 'safe',
  },
  {
    nominal: 0.025,
    name: 'non-inferiority, worse by exactly a relative margin of 10 %, 20 against 20: called safe (half a point room)',
    tolerance: 0.005,
    runs: 20_000,
    seed: 605,
    once: (generator) =>
      nonInferiorMeans(
        arm(20, generator, (g) => 9 + g.normal()),
        arm(20, generator, (g) => 10 + g.normal()),
        { relative: 0.1 },
        { better: 'higher' },
      ).verdict === 'safe',
  },
  {
    ...type1,
    name: 'equivalence, different by exactly the margin, 100 against 100: called equivalent at most',
    should: 'at-most',
    runs: 10_000,
    seed: 606,
    once: (generator) =>
      equivalentMeans(
        arm(100, generator, (g) => 0.5 + g.normal()),
        arm(100, generator, normal),
        {
          low: { absolute: -0.5 },
          high: { absolute: 0.5 },
        },
      ).verdict === 'equivalent',
  },
]

export const gates: Gate[] = [
  ...welchGates,
  ...relativeGates,
  ...ratioGates,
  ...quantileGates,
  ...adjustmentGates,
  ...severalGates,
]
