import type { Generator } from '../numeric/seeded-generator.ts'
import { randomiseOrder } from '../randomise/randomise-order.ts'
import { randomiseSwitchback } from '../randomise/randomise-switchback.ts'
import { compareMeans } from '../sites/compare-means.ts'
import type { Gate } from '../testing/gate.ts'
import { steppedWedge } from './stepped-wedge.ts'
import { switchback } from './switchback.ts'
import type { WedgeSite } from './wedge-panel.ts'

/** AR(1) with the correlation 0.3, of variance 1. */
function series(periods: number, { normal }: Generator): number[] {
  let noise = normal()
  return Array.from({ length: periods }, () => {
    noise = 0.3 * noise + Math.sqrt(1 - 0.09) * normal()
    return noise
  })
}

const reject = (pValue: number | null) => (pValue ?? 1) <= 0.05 + 1e-12
const holds = ({ low, high }: { low: number | null; high: number | null }, truth: number) =>
  (low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (high ?? Number.POSITIVE_INFINITY)
const stepOf = (arrangements: number, by: number) => (by * Math.floor((0.05 * arrangements) / by + 1e-9)) / arrangements

interface Plan {
  sites: number
  windows: number
  windowLength: number
  effect?: number
}

/** A schedule drawn anew, a trend, and an effect that spills into the first period of the window after. */
function aSwitchback({ sites, windows, windowLength, effect = 0 }: Plan, run: number, generator: Generator) {
  const names = Array.from({ length: sites }, (_, s) => `s${s}`)
  return randomiseSwitchback({ sites: names, windows, windowLength }, run).schedule.map(({ site, on }) => ({
    name: site,
    on,
    values: series(windows * windowLength, generator).map((noise, t) => {
      const at = (period: number) => on[Math.max(0, Math.floor(period / windowLength))] === true
      const isLate = windowLength > 1 && t % windowLength === 0 ? at(t - 1) : at(t)
      return 0.1 * t + noise + (isLate ? effect : 0)
    }),
  }))
}
const LONG = { sites: 1, windows: 18, windowLength: 2 }
const TWO = { sites: 2, windows: 8, windowLength: 3 }

/** An order drawn anew, a drift, levels of the sites (ICC 0.05), AR(1) noise. */
function aWedge(perStep: readonly number[], effect: number, run: number, generator: Generator): WedgeSite[] {
  const sites = Array.from({ length: perStep.reduce((sum, v) => sum + v, 0) }, (_, s) => `s${s}`)
  const periods = perStep.length + 1
  const drift = Array.from({ length: periods }, () => generator.normal())
  return randomiseOrder({ sites, perStep }, run).starts.map(({ site, step }) => {
    const own = Math.sqrt(0.05 / 0.95) * generator.normal()
    const values = series(periods, generator).map((v, t) => own + v + (drift[t] ?? 0) + (t > step ? effect : 0))
    return { name: site, start: step + 1, values }
  })
}
const SIX = [2, 2, 2]
const EIGHT = [2, 2, 2, 2]
const TWENTY = [4, 4, 4, 4, 4]

export const gates: Gate[] = [
  {
    ...{
      name: 'switchback, 1 site, 36 periods: rejects a true null',
      nominal: stepOf(512, 2),
      runs: 3_000,
      inTests: 150,
      seed: 301,
    },
    once: (g, run) => reject(switchback(aSwitchback(LONG, run, g), { windowLength: 2, seed: 1 }).pValue),
  },
  {
    ...{ name: 'switchback, 2 sites, 24 periods, carry-over dropped: the interval holds the effect' },
    ...{ nominal: 1 - stepOf(256, 2), runs: 3_000, inTests: 100, seed: 302 },
    once: (g, run) =>
      holds(switchback(aSwitchback({ ...TWO, effect: 2 }, run, g), { windowLength: 3, carryOver: 1, seed: 1 }), 2),
  },
  {
    ...{
      name: 'the same with the carry-over kept: the interval holds the effect',
      nominal: 1 - stepOf(256, 2),
      should: 'broken',
    },
    ...{ runs: 2_000, seed: 303 },
    once: (g, run) => holds(switchback(aSwitchback({ ...TWO, effect: 2 }, run, g), { windowLength: 3, seed: 1 }), 2),
  },
  {
    ...{
      name: 'periods of a switchback as if independent: rejects a true null',
      nominal: 0.05,
      should: 'broken',
      seed: 304,
    },
    ...{ runs: 3_000, inTests: 500 },
    once: (g, run) => {
      const plan = { sites: 1, windows: 6, windowLength: 6 }
      const [site] = aSwitchback(plan, run, g)
      if (!site) return false
      const rows = (isOn: boolean) =>
        site.values.filter((_, t) => site.on[Math.floor(t / 6)] === isOn).map((v, t) => v - 0.1 * t)
      return reject(compareMeans(rows(true), rows(false)).pValue)
    },
  },
  {
    ...{
      name: 'stepped wedge, 6 sites, order permuted: rejects a true null',
      nominal: stepOf(90, 1),
      runs: 1_500,
      inTests: 40,
      seed: 305,
    },
    once: (g, run) => reject(steppedWedge(aWedge(SIX, 0, run, g), { seed: 1 }).pValue),
  },
  {
    ...{ name: 'stepped wedge, 6 sites, fixed effects, order permuted: rejects a true null', nominal: stepOf(90, 1) },
    ...{ runs: 1_500, seed: 306 },
    once: (g, run) => reject(steppedWedge(aWedge(SIX, 0, run, g), { seed: 1, siteEffect: 'fixed' }).pValue),
  },
  {
    ...{ name: 'stepped wedge, 6 sites (the variance ratio is of no effect: to 1 %): the interval holds the effect' },
    ...{ nominal: 1 - stepOf(90, 1), tolerance: 0.01, runs: 1_000, seed: 307 },
    once: (g, run) => holds(steppedWedge(aWedge(SIX, 1, run, g), { seed: 1 }), 1),
  },
  {
    ...{
      name: 'stepped wedge, 8 sites, order permuted: rejects a true null',
      nominal: stepOf(2520, 1),
      runs: 400,
      seed: 308,
    },
    once: (g, run) => reject(steppedWedge(aWedge(EIGHT, 0, run, g), { seed: 1 }).pValue),
  },
  {
    ...{
      name: 'after less before, all sites and periods alike, 6 sites: rejects a true null',
      nominal: 0.05,
      should: 'broken',
    },
    ...{ runs: 4_000, inTests: 500, seed: 309 },
    once: (g, run) => {
      const sites = aWedge(SIX, 0, run, g)
      const rows = (isAfter: boolean) =>
        sites.flatMap(({ start, values }) => values.filter((_, t) => t >= (start ?? 99) === isAfter))
      return reject(compareMeans(rows(true).map(Number), rows(false).map(Number)).pValue)
    },
  },
  {
    ...{
      name: 'stepped wedge, 20 sites, CR2 (to 1 %): rejects a true null',
      nominal: 0.05,
      tolerance: 0.01,
      runs: 200,
      seed: 310,
    },
    once: (g, run) => reject(steppedWedge(aWedge(TWENTY, 0, run, g), { seed: 1 }).pValue),
  },
]
