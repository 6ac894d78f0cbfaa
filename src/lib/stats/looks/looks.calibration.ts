import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { nonInferiority } from '../evidence/non-inferiority.ts'
import { type Moments, mergeMoments, momentsOf, varianceOf } from '../numeric/moments.ts'
import type { Generator } from '../numeric/seeded-generator.ts'
import { effectOrHarm } from '../pilot/effect-or-harm.ts'
import { compareMeans } from '../sites/compare-means.ts'
import { type EffectInference, inferEffect } from '../sites/infer-effect.ts'
import type { Gate } from '../testing/gate.ts'
import { boundedSequence } from './bounded-sequence.ts'
import { differenceSequence } from './difference-sequence.ts'
import { lookSchedule } from './look-schedule.ts'
import { marginSequence } from './margin-sequence.ts'
import { mixtureSequentialTest } from './mixture-sequential-test.ts'
import { scheduledBounds } from './scheduled-bounds.ts'
import { scheduledPower } from './scheduled-power.ts'
import { sequentialSampleRatio } from './sequential-sample-ratio.ts'
import { shareDifferenceSequence } from './share-difference-sequence.ts'
import { shareSequence } from './share-sequence.ts'

const LOOKS = 40
const Z = normalQuantile(0.975)

type Draw = (generator: Generator) => number
const normal: Draw = (generator) => generator.normal()
const twoPercent: Draw = (generator) => (generator.uniform() < 0.02 ? 1 : 0)
const lognormal: Draw = (generator) => Math.exp(1.5 * generator.normal())

interface Arms {
  treated: Moments
  comparison: Moments
}

/** An A/A trial of two arms: whether any of 40 evenly spaced looks says there is a difference. */
function isFooled(
  generator: Generator,
  draw: Draw,
  perLook: number,
  says: (arms: Arms, look: number) => boolean,
): boolean {
  let treated = momentsOf([])
  let comparison = momentsOf([])
  const batch = () => momentsOf(Array.from({ length: perLook }, () => draw(generator)))
  for (let look = 0; look < LOOKS; look++) {
    treated = mergeMoments(treated, batch())
    comparison = mergeMoments(comparison, batch())
    if (says({ treated, comparison }, look)) return true
  }
  return false
}

function zOf({ treated, comparison }: Arms): number {
  const noise = (varianceOf(treated) ?? 0) / treated.count + (varianceOf(comparison) ?? 0) / comparison.count
  return noise > 0 ? (treated.mean - comparison.mean) / Math.sqrt(noise) : 0
}

const naive = (arms: Arms) => Math.abs(zOf(arms)) > Z
const sequence = (perLook: number) => {
  const plannedCount = 2 * LOOKS * perLook
  return ({ treated, comparison }: Arms) =>
    (differenceSequence(treated, comparison, { plannedCount }).pValue ?? 1) <= 0.05
}
const bounds = scheduledBounds(Array.from({ length: LOOKS }, (_, i) => (i + 1) / LOOKS))
const scheduled = (arms: Arms, look: number) => Math.abs(zOf(arms)) >= (bounds[look]?.upper ?? 99)

const draws: [string, Draw, number, number][] = [
  ['normal', normal, 50, 2_000],
  ['2 % proportion', twoPercent, 50, 2_000],
  ['lognormal', lognormal, 50, 2_000],
]

const peeking: Gate[] = draws.flatMap(([name, draw, perLook, runs], i): Gate[] => {
  const gate = (
    method: string,
    says: (arms: Arms, look: number) => boolean,
    should: Gate['should'],
    seed: number,
  ): Gate => ({
    name: `${method}, A/A, ${name}, 40 looks of 50 an arm: ever says there is a difference`,
    nominal: 0.05,
    ...(should ? { should } : {}),
    runs,
    ...(name === 'normal' ? { inTests: 100 } : {}),
    seed: seed + i,
    once: (generator) => isFooled(generator, draw, perLook, says),
  })
  return [
    gate('naive test', naive, 'broken', 100),
    gate('confidence sequence', sequence(perLook), 'at-most', 110),
    gate('scheduled looks', scheduled, name === 'normal' ? 'equal' : 'at-most', 120),
  ]
})

/** The score at rising fractions of information, one step at a time. */
function crosses(
  { normal: step }: Generator,
  drift: number,
  looks: readonly { fraction: number; upper: number | null }[],
): boolean {
  let [score, before] = [0, 0]
  return looks.some(({ fraction, upper }) => {
    score += drift * (fraction - before) + Math.sqrt(fraction - before) * step()
    before = fraction
    return upper !== null && score / Math.sqrt(fraction) >= upper
  })
}

const five = [0.2, 0.4, 0.6, 0.8, 1]
const oneSided = { confidence: 0.975, sides: 1 } as const
const obrien = scheduledBounds(five, oneSided)
const pocock = scheduledBounds(five, { ...oneSided, spending: 'pocock' })
const overrun = scheduledBounds([0.3, 0.7, 1.3], oneSided)
const fixed = scheduledBounds([1], oneSided)
const repeated = five.map((fraction) => ({ fraction, upper: Z }))
/** The drift with which a fixed design finds an effect in 80 %. */
const DRIFT = Z + normalQuantile(0.8)

const group = (
  name: string,
  looks: typeof obrien | typeof repeated,
  drift: number,
  nominal: number,
  seed: number,
  more = {},
): Gate => ({
  name: `${name}: says there is an effect`,
  nominal,
  runs: 200_000,
  seed,
  once: (generator) => crosses(generator, drift, looks),
  ...more,
})

const shares: Gate[] = [
  [0.005, 200],
  [0.5, 60],
].map(([share = 0, most = 1], i) => ({
  name: `one share, ${share}, looked at after each of ${most} units: the truth ever lies outside`,
  nominal: 0.05,
  should: 'at-most',
  runs: 400,
  seed: 200 + i,
  once: (generator) => {
    let events = 0
    for (let units = 1; units <= most; units++) {
      if (generator.uniform() < share) events += 1
      if ((shareSequence({ events, units }, { plannedCount: most, against: share }).pValue ?? 1) <= 0.05) return true
    }
    return false
  },
}))

function isSkewed(generator: Generator, weight: number, check: (counts: [number, number]) => boolean): boolean {
  const counts: [number, number] = [0, 0]
  for (let unit = 1; unit <= 4_000; unit++) {
    counts[generator.uniform() < weight ? 0 : 1] += 1
    if (unit % 50 === 0 && check(counts)) return true
  }
  return false
}

const BEFORE = 12
const AFTER = 16
const daily = lookSchedule(AFTER)
const atEach = daily.map(({ confidence }) => confidence)
const naiveAtEach = daily.map(() => 0.95)

interface Shape {
  before: number
  after: number
  /** Of the noise of one period, into the next. */
  carried: number
}

/** Sites with a level of their own and noise of 1 a period, that many in each of two groups. */
function seriesOf(generator: Generator, sites: number, { before, after, carried }: Shape): number[][] {
  return Array.from({ length: 2 * sites }, () => {
    let noise = generator.normal()
    const level = generator.normal()
    return Array.from({ length: before + after }, () => {
      noise = carried * noise + Math.sqrt(1 - carried ** 2) * generator.normal()
      return level + noise
    })
  })
}

/**
 * A pilot without any effect, 12 periods before and 16 after, noise that carries over (AR 0.3) and a level of each site,
 * looked at with every period: whether an interval ever misses the truth.
 */
function missesOnce(generator: Generator, sites: number, confidences: readonly (number | null)[]): boolean {
  const series = seriesOf(generator, sites, { before: BEFORE, after: AFTER, carried: 0.3 })
  return confidences.some((confidence, look) => {
    if (confidence === null) return false
    const changes = series.map(
      (values) => meanOf(values.slice(BEFORE, BEFORE + look + 1)) - meanOf(values.slice(0, BEFORE)),
    )
    const { low, high } = inferEffect(changes.slice(0, sites), changes.slice(sites), {
      confidence,
      seed: 1,
      resolution: 0,
    })
    return low !== null && high !== null && (low > 0 || high < 0)
  })
}

const PERIODS = 28
const planned = lookSchedule(PERIODS)
const atMargin = { better: 'lower', margin: 1, resolution: 0 } as const

/**
 * A guardrail (lower is better) with a margin of 1, worse by `harm` at the sites with the change from the start on: at which
 * look it first stops for harm, of 28; null where it never does.
 */
function stopsAt(
  generator: Generator,
  sites: number,
  { before, carried, harm, level }: Pick<Shape, 'before' | 'carried'> & { harm: number; level?: number },
): number | null {
  const series = seriesOf(generator, sites, { before, after: PERIODS, carried })
  const bases = series.map((values) => meanOf(values.slice(0, before)))
  for (const [at, { confidence, harmLevel }] of planned.entries()) {
    const changes = series.map((values, site) => {
      const change = meanOf(values.slice(before, before + at + 1)) - (bases[site] ?? 0)
      return change + (site < sites ? harm : 0)
    })
    const [treated, comparison] = [changes.slice(0, sites), changes.slice(sites)]
    const options = { confidence: confidence ?? 1 - 1e-6, seed: 1, resolution: 0 }
    // Thousands of rearrangements a look are too slow here; of 8 against 8 the t interval is nearly that of the permutation.
    const { pValue, reason: _, ...ends } = compareMeans(treated, comparison, options)
    const inferred: EffectInference =
      sites < 8
        ? inferEffect(treated, comparison, options)
        : { ...inferEffect([0, 1], [0, 1], options), ...ends, pValue: pValue ?? 1, method: 'cr2' }
    const judged = effectOrHarm(inferred, treated, comparison, { ...atMargin, level: level ?? harmLevel })
    if (nonInferiority(judged, 1, 'lower').verdict === 'harm') return at + 1
  }
  return null
}

const harmGates: Gate[] = [
  [3, 12, 0.3],
  [3, 60, 0],
  [4, 12, 0.3],
  [4, 60, 0],
  [4, 12, 0.7],
  [8, 12, 0.3],
  [8, 60, 0],
].map(([sites = 0, before = 0, carried = 0], at) => ({
  name: `a guardrail just at its margin, ${sites} against ${sites} sites, ${before} periods before, noise that carries over ${carried}, looked at each of 28: stops for harm`,
  nominal: 0.05,
  should: 'at-most',
  runs: sites === 4 ? 1_000 : 3_000,
  ...(before === 12 ? { inTests: 100 } : {}),
  seed: 260 + at,
  once: (generator) => stopsAt(generator, sites, { before, carried, harm: 1 }) !== null,
}))

const harmSeen: Gate[] = [
  [3, 5],
  [4, 4],
  [8, 3],
].map(([sites = 0, margins = 0], at) => ({
  name: `a harm of ${margins} margins, ${sites} against ${sites} sites: stopped within the first third of 28 periods`,
  nominal: 0.8,
  should: 'at-least',
  runs: 1_000,
  inTests: 100,
  seed: 280 + at,
  once: (generator) =>
    (stopsAt(generator, sites, { before: BEFORE, carried: 0.3, harm: margins }) ?? PERIODS) <= PERIODS / 3,
}))

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export const gates: Gate[] = [
  {
    name: 'pilot of 10 against 10 sites, looked at every period by schedule: an interval ever misses the truth',
    nominal: 0.05,
    should: 'at-most',
    runs: 2_000,
    inTests: 100,
    seed: 231,
    once: (generator) => missesOnce(generator, 10, atEach),
  },
  {
    name: 'pilot of 10 against 10 sites, a plain 95 % interval every period: one ever misses the truth',
    nominal: 0.05,
    should: 'broken',
    runs: 2_000,
    inTests: 200,
    seed: 232,
    once: (generator) => missesOnce(generator, 10, naiveAtEach),
  },
  {
    name: 'pilot of 5 against 5 sites (permutation), looked at every period by schedule: an interval ever misses the truth',
    nominal: 0.05,
    should: 'at-most',
    runs: 1_000,
    seed: 233,
    once: (generator) => missesOnce(generator, 5, atEach),
  },
  ...harmGates,
  ...harmSeen,
  {
    name: 'a guardrail just at its margin, 4 against 4 sites, a plain one-sided 2.5 % at each of 28 periods: stops for harm',
    nominal: 0.05,
    should: 'broken',
    runs: 1_000,
    inTests: 100,
    seed: 290,
    once: (generator) => stopsAt(generator, 4, { before: 60, carried: 0, harm: 1, level: 0.025 }) !== null,
  },
  ...peeking,
  group("O'Brien-Fleming-type spending, 5 looks, no effect", obrien, 0, 0.025, 130),
  group('Pocock-type spending, 5 looks, no effect', pocock, 0, 0.025, 131),
  group('3 looks, the last beyond the plan, no effect', overrun, 0, 0.025, 132),
  group('the same critical value at 5 looks, no effect', repeated, 0, 0.025, 133, { should: 'broken' }),
  group('fixed design, an effect found in 80 %', fixed, DRIFT, 0.8, 134),
  group(
    "O'Brien-Fleming-type spending, 5 looks, the same effect and size (by integration 79.0 %)",
    obrien,
    DRIFT,
    scheduledPower(obrien, DRIFT).power,
    135,
  ),
  group(
    'Pocock-type spending, 5 looks, the same effect and size (by integration 71.5 %)',
    pocock,
    DRIFT,
    scheduledPower(pocock, DRIFT).power,
    136,
  ),
  ...shares,
  {
    name: 'two shares of 2 %, 10 looks up to 400 an arm: says there is a difference',
    nominal: 0.05,
    should: 'at-most',
    runs: 100,
    seed: 210,
    once: (generator) => {
      const [a, b] = [
        { events: 0, units: 0 },
        { events: 0, units: 0 },
      ]
      for (let look = 0; look < 10; look++) {
        for (const arm of [a, b]) {
          arm.units += 40
          for (let i = 0; i < 40; i++) arm.events += twoPercent(generator)
        }
        if (shareDifferenceSequence(a, b, { plannedCount: 800 }).pValue <= 0.05) return true
      }
      return false
    },
  },
  {
    name: 'betting, skewed values with mean 0.1, all looks up to 300: the truth ever lies outside',
    nominal: 0.05,
    should: 'at-most',
    runs: 1_500,
    inTests: 100,
    seed: 211,
    once: (generator) => {
      // 1 with a chance of 0.05, otherwise uniform below 0.10526: as skewed as capped spending.
      const values = Array.from({ length: 300 }, () =>
        generator.uniform() < 0.05 ? 1 : (generator.uniform() * 2) / 19,
      )
      const { low, high } = boundedSequence(values)
      const mean = 0.05 + 0.95 / 19
      return mean < low || mean > high
    },
  },
  {
    name: 'mSPRT, A/A, normal, 40 looks of 50 an arm: ever says there is a difference',
    nominal: 0.05,
    should: 'at-most',
    runs: 1_000,
    seed: 212,
    once: (generator) =>
      isFooled(generator, normal, 50, ({ treated, comparison }) => {
        const noise = ((varianceOf(treated) ?? 1) + (varianceOf(comparison) ?? 1)) / treated.count
        const effect = { estimate: treated.mean - comparison.mean, standardError: Math.sqrt(noise) }
        return mixtureSequentialTest(effect, { mixtureVariance: 0.01 }).pValue <= 0.05
      }),
  },
  {
    name: 'harm watch, the effect just at the margin, 40 looks of 50 an arm: ever stops for harm',
    nominal: 0.025,
    should: 'at-most',
    runs: 1_000,
    seed: 213,
    once: (generator) => {
      let seen = 0
      const moved: Draw = (draw) => draw.normal() - (Math.floor(seen++ / 50) % 2 === 0 ? 0.1 : 0)
      return isFooled(generator, moved, 50, ({ treated, comparison }) => {
        const plan = { plannedCount: 4_000, margin: 0.1, better: 'higher' } as const
        return marginSequence(treated, comparison, plan).verdict === 'harm'
      })
    },
  },
  {
    name: 'sequential sample ratio, as planned, 80 looks, level 1 %: raises an alarm',
    nominal: 0.01,
    should: 'at-most',
    runs: 4_000,
    inTests: 300,
    seed: 214,
    once: (generator) =>
      isSkewed(
        generator,
        0.5,
        (counts) => sequentialSampleRatio(counts, [1, 1], { level: 0.01, mass: 300 }).isMismatch,
      ),
  },
  {
    name: 'Pearson at 1 % each of 80 looks, as planned: raises an alarm',
    nominal: 0.01,
    should: 'broken',
    runs: 4_000,
    inTests: 300,
    seed: 215,
    once: (generator) =>
      isSkewed(generator, 0.5, ([a, b]) => 2 * normalUpperTail(Math.abs(a - b) / Math.sqrt(a + b)) <= 0.01),
  },
  {
    name: 'sequential sample ratio, 55 % where 50 % are planned, 4,000 units: raises an alarm',
    nominal: 0.95,
    should: 'at-least',
    runs: 1_000,
    seed: 216,
    once: (generator) => isSkewed(generator, 0.55, (counts) => sequentialSampleRatio(counts, [1, 1]).isMismatch),
  },
]
