import { analyseBeforeAfter } from '#lib/stats/analyse/analyse-before-after.ts'
import { analyseStaggered } from '#lib/stats/analyse/analyse-staggered.ts'
import { analyseSwitchback } from '#lib/stats/analyse/analyse-switchback.ts'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { analysePilot } from '#lib/stats/pilot/analyse-pilot.ts'
import { randomiseOrder } from '#lib/stats/randomise/randomise-order.ts'
import { randomiseSwitchback } from '#lib/stats/randomise/randomise-switchback.ts'
import { detectable, type Prospect } from '../detectable.ts'
import type { Design } from '../outlook.ts'
import { wavesOf } from '../waves-error.ts'
import { aPanel } from './a-history.ts'

/** The truth that trials are drawn from: the noise of `aPanel`, known, with no season. */
const truth = { between: 20, within: 8, autocorrelation: 0.3, shared: 3 }

export interface SimulatedDesign {
  design: Exclude<Design, 'split' | 'word'>
  sites: number
  before: number
  periods: number
}

/** What `simulate` draws and `foundShare` counts: every design once, at sizes that small trials have. */
export const simulatedDesigns: readonly SimulatedDesign[] = [
  { design: 'pilot-randomised', sites: 8, before: 26, periods: 6 },
  { design: 'pilot-randomised', sites: 16, before: 26, periods: 6 },
  { design: 'staggered-randomised', sites: 10, before: 12, periods: 8 },
  { design: 'staggered-chosen', sites: 40, before: 12, periods: 8 },
  { design: 'switchback', sites: 2, before: 26, periods: 12 },
  { design: 'before-after', sites: 1, before: 40, periods: 16 },
]

/**
 * The share of made-up trials in which the very analysis that reads a trial finds the smallest effect that the outlook
 * promises to see: 0.8, if the promise is kept. With `size` 0 there is none to be found: 0.05.
 */
export function foundShare(
  { design, sites, before, periods }: SimulatedDesign,
  runs: number,
  seed: number,
  size = 1,
): number {
  const prospect = prospectOf(sites, before)
  const effect = size * (detectable(design, periods, prospect).effect ?? Number.NaN)
  const generator = seededGenerator(seed)
  let found = 0
  for (let run = 0; run < runs; run++) {
    const panel = aPanel(generator, {
      sites,
      periods: before + periods,
      ...truth,
      ...(sites === 1 ? { shared: 0 } : {}),
    })
    const pValue = read(design, panel, { before, periods, effect, seed: run })
    if (pValue < 0.05 + 1e-12) found += 1
  }
  return found / runs
}

function prospectOf(sites: number, periods: number): Prospect {
  const { between, within, autocorrelation, shared } = truth
  const noise = { between: between ** 2, within: within ** 2, autocorrelation }
  // A site's own ups and downs and what it shares with the others, as one: the latter has no memory here.
  const all = within ** 2 + shared ** 2
  return {
    sites,
    periods,
    shared: { ...noise, intraclusterCorrelation: 0, mean: 100, sites, periods, values: sites * periods, reason: null },
    alone: { between: 0, within: all, autocorrelation: (autocorrelation * within ** 2) / all },
    series: { standardDeviation: within, autocorrelation, season: null },
    mean: 100,
    treated: Math.floor(sites / 2),
    carryOver: 0,
    better: 'higher',
    unitsPerPeriod: null,
    unit: null,
  }
}

interface Read {
  before: number
  periods: number
  effect: number
  seed: number
}

function read(design: SimulatedDesign['design'], panel: number[][], { before, periods, effect, seed }: Read): number {
  const question = { better: 'higher', seed, planned: 'before', randomised: true } as const
  const names = panel.map((_, at) => `s${at}`)
  const lifted = (site: number, has: (period: number) => boolean) =>
    (panel[site] ?? []).map((value, t) => value + (t >= before && has(t - before) ? effect : 0))
  switch (design) {
    case 'pilot-randomised':
    case 'pilot-chosen': {
      const half = Math.floor(panel.length / 2)
      const sites = names.map((name, at) => ({ name, treated: at < half, values: lifted(at, () => at < half) }))
      return pOf(analysePilot({ sites, since: before }, question))
    }
    case 'staggered-randomised':
    case 'staggered-chosen': {
      const waves = wavesOf(panel.length, periods)
      const order = randomiseOrder({ sites: names, perStep: waves.map(({ sites }) => sites) }, seed)
      const units = order.starts.map(({ site, step }, at) => {
        const start = waves[step]?.start ?? 0
        return { name: site, since: before + start, values: lifted(at, (period) => period >= start) }
      })
      return pOf(analyseStaggered(units, { ...question, randomised: design === 'staggered-randomised' }))
    }
    case 'switchback': {
      const { schedule } = randomiseSwitchback({ sites: names, windows: periods, windowLength: 1 }, seed)
      const sites = schedule.map(({ site, on }, at) => ({
        name: site,
        on,
        values: lifted(at, (period) => on[period] ?? false).slice(before),
      }))
      return pOf(analyseSwitchback(sites, { ...question, windowLength: 1 }))
    }
    case 'before-after':
      return pOf(analyseBeforeAfter({ values: lifted(0, () => true), since: before }, question))
  }
}

function pOf(answer: { pValue: number } | { refused: string }): number {
  return 'refused' in answer ? 1 : answer.pValue
}
