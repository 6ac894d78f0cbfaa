import type { Generator } from '../../src/lib/stats/numeric/seeded-generator.ts'
import type { Design, PlanBody } from '../../src/product/plan/plan-body.ts'
import type { TrialFigures } from '../../src/product/plan/trial-figures.ts'

/** A trial of a made-up organisation: its plan, all its figures to the end, and the truth that nobody there knows. */
export interface MadeUpTrial {
  readonly design: Design
  /** What the change does to a site and period, or a unit; higher is better. */
  readonly effect: number
  /** Looks from the start to the planned end. */
  readonly runsFor: number
  /** The figures as they stand after so many periods with the change, or so many units. */
  figuresAfter(elapsed: number): TrialFigures
  /** How far it has come at each day that somebody looks. */
  readonly days: readonly number[]
}

/** What one organisation's figures are like. */
export interface Organisation {
  /** Of one figure around its site's level. */
  readonly noise: number
  /** How much of it carries over to the next period. */
  readonly memory: number
  /** What strikes all sites in one period. */
  readonly common: number
  /** How much more or less the same change does at one site than at another, as a share of the noise. */
  readonly uneven: number
}

export function drawOrganisation(generator: Generator): Organisation {
  return {
    noise: 1,
    memory: 0.4 * generator.uniform(),
    common: 0.5 * generator.uniform(),
    uneven: 0.2 * generator.uniform(),
  }
}

const BEFORE = 16
const mix: readonly Design[] = ['pilot', 'pilot', 'pilot', 'split', 'split', 'switchback', 'staggered', 'before-after']

/** Half of all ideas do nothing, one in ten does harm; the others do about what was hoped for. */
export function drawTrial(generator: Generator, organisation: Organisation): MadeUpTrial {
  const design = mix[generator.below(mix.length)] ?? 'pilot'
  const kind = generator.uniform()
  const size = 0.5 + generator.uniform()
  const share = kind < 0.5 ? 0 : kind < 0.6 ? -size : size
  return makers[design](generator, organisation, share)
}

/** @param share Of the effect that the design is made for. */
type Maker = (generator: Generator, organisation: Organisation, share: number) => MadeUpTrial

const makers: Record<Design, Maker> = {
  pilot: makePilot,
  staggered: makeStaggered,
  switchback: makeSwitchback,
  'before-after': makeSeries,
  split: makeSplit,
}

function makePilot(generator: Generator, organisation: Organisation, share: number): MadeUpTrial {
  const each = 5 + generator.below(8)
  const runsFor = 8 + generator.below(13)
  const hoped = 3 * organisation.noise * Math.sqrt((2 / each) * (1 / runsFor + 1 / BEFORE)) * spread(organisation)
  const effect = share * hoped
  const order = shuffled(2 * each, generator)
  const treated = new Set(order.slice(0, each))
  const sites = drawSites(generator, organisation, 2 * each, BEFORE + runsFor)
  for (const [at, values] of sites.entries()) {
    const own = effect + organisation.uneven * generator.normal() * Math.abs(effect)
    if (treated.has(at))
      for (let period = BEFORE; period < values.length; period++) values[period] = (values[period] ?? 0) + own
  }
  const body = {
    design: 'pilot',
    ...common(runsFor, hoped, generator),
    sites: [],
    method: null,
    since: String(BEFORE + 1),
  }
  return {
    ...{ design: 'pilot', effect, runsFor, days: counted(runsFor) },
    figuresAfter: (elapsed) =>
      overTime(
        'pilot',
        body,
        sites.map((values, at) => ({
          name: `Site ${at + 1}`,
          treated: treated.has(at),
          values: values.slice(0, BEFORE + elapsed),
        })),
        BEFORE,
      ),
  }
}

function makeStaggered(generator: Generator, organisation: Organisation, share: number): MadeUpTrial {
  const count = 12
  const waves = 4
  const step = 4
  const runsFor = waves * step
  const hoped = 3 * organisation.noise * Math.sqrt(2 / (count * step)) * spread(organisation)
  const effect = share * hoped
  const order = shuffled(count, generator)
  const sites = drawSites(generator, organisation, count, BEFORE + runsFor)
  const starts = new Map(order.map((site, place) => [site, BEFORE + step * Math.floor((place * waves) / count)]))
  for (const [at, values] of sites.entries())
    for (let period = starts.get(at) ?? 0; period < values.length; period++)
      values[period] = (values[period] ?? 0) + effect
  const body = { design: 'staggered', ...common(runsFor, hoped, generator), sites: [], method: null }
  return {
    ...{ design: 'staggered', effect, runsFor, days: counted(runsFor) },
    figuresAfter: (elapsed) =>
      overTime(
        'staggered',
        body,
        sites.map((values, at) => {
          const start = starts.get(at) ?? 0
          return {
            name: `Site ${at + 1}`,
            start: start < BEFORE + elapsed ? start : null,
            values: values.slice(0, BEFORE + elapsed),
          }
        }),
        BEFORE,
      ),
  }
}

function makeSwitchback(generator: Generator, organisation: Organisation, share: number): MadeUpTrial {
  const count = 2
  const windowLength = 2
  const windows = 12 + 2 * generator.below(5)
  const runsFor = windows * windowLength
  const hoped = 3 * organisation.noise * Math.sqrt(4 / (count * runsFor)) * Math.sqrt(1 + organisation.memory)
  const effect = share * hoped
  const sites = drawSites(generator, organisation, count, runsFor)
  const on = sites.map(() => scheduleOf(windows, windowLength, generator))
  for (const [at, values] of sites.entries())
    for (let period = 0; period < runsFor; period++)
      if (on[at]?.[period]) values[period] = (values[period] ?? 0) + effect
  const schedule = { windowLength, blockWindows: 2, carryOver: 0, schedule: { from: '1', to: String(runsFor) } }
  const body = { design: 'switchback', ...common(runsFor, hoped, generator), sites: [], ...schedule }
  return {
    ...{ design: 'switchback', effect, runsFor, days: counted(runsFor) },
    figuresAfter: (elapsed) =>
      overTime(
        'switchback',
        body,
        sites.map((values, at) => ({
          name: `Site ${at + 1}`,
          values: values.slice(0, elapsed),
          on: on[at]?.slice(0, elapsed) ?? [],
        })),
        0,
      ),
  }
}

function makeSeries(generator: Generator, organisation: Organisation, share: number): MadeUpTrial {
  const before = 28
  const runsFor = 12 + generator.below(9)
  const hoped = 3 * organisation.noise * Math.sqrt(4 / before + 4 / runsFor) * (1 + organisation.memory)
  const effect = share * hoped
  const [values = []] = drawSites(generator, { ...organisation, common: 0 }, 1, before + runsFor)
  const trend = 0.02 * generator.normal()
  const series = values.map((value, period) => value + trend * period + (period >= before ? effect : 0))
  const body = {
    ...{
      design: 'before-after',
      ...common(runsFor, hoped, generator),
      sites: [],
      method: null,
      since: String(before + 1),
    },
    ...{ together: 'average', transition: 0, season: null, slope: false },
  }
  return {
    ...{ design: 'before-after', effect, runsFor, days: counted(runsFor) },
    figuresAfter: (elapsed) => ({
      ...overTime('before-after', body, [{ name: '', values: series.slice(0, before + elapsed) }], before),
      ...{ transition: 0 },
    }),
  }
}

function makeSplit(generator: Generator, _organisation: Organisation, share: number): MadeUpTrial {
  const each = 100 + generator.below(400)
  const runsFor = 2 * each
  const isShare = generator.uniform() < 0.5
  const base = 0.1 + 0.4 * generator.uniform()
  const deviation = isShare ? Math.sqrt(base * (1 - base)) : 1
  const hoped = 3 * deviation * Math.sqrt(2 / each)
  const effect = isShare ? Math.max(-base, Math.min(1 - base, share * hoped)) : share * hoped
  const units = Array.from({ length: runsFor }, (_, at) => {
    const isTreated = generator.uniform() < 0.5
    const value = isShare
      ? Number(generator.uniform() < base + (isTreated ? effect : 0))
      : generator.normal() + (isTreated ? effect : 0)
    const nothing = { denominator: null, pre: null, received: null, segments: [], guardrails: [], rows: 1 }
    return { name: String(at + 1), arm: isTreated ? 'new' : 'old', value, ...nothing }
  })
  const metric = { ...metricOf, kind: isShare ? 'proportion' : 'mean' }
  const arms = { treated: 'new', comparison: 'old' }
  const split = { arms, shares: null, isPaired: false, quantile: null, segments: [] }
  const body = { design: 'split', ...common(runsFor, hoped, generator), metric, ...split }
  return {
    ...{
      design: 'split',
      effect,
      runsFor,
      days: Array.from({ length: 20 }, (_, day) => Math.round(((day + 1) * runsFor) / 20)),
    },
    figuresAfter: (elapsed) =>
      ({
        ...frame('split', body),
        ...{ units: units.slice(0, elapsed), arms, kind: metric.kind, otherArms: [], rows: elapsed },
        origins: { sheet: new Int16Array(), rows: [] },
      }) as unknown as TrialFigures,
  }
}

/** Sites that differ less than one would think, but whose figures carry over, are as noisy as fewer figures. */
function spread({ memory, uneven }: Organisation): number {
  return Math.sqrt((1 + memory) / (1 - memory)) * (1 + uneven)
}

function drawSites(generator: Generator, organisation: Organisation, sites: number, periods: number): number[][] {
  const shocks = Array.from({ length: periods }, () => organisation.common * generator.normal())
  return Array.from({ length: sites }, () => {
    const level = 10 + 2 * generator.normal()
    let carried = generator.normal()
    return Array.from({ length: periods }, (_, period) => {
      carried = organisation.memory * carried + Math.sqrt(1 - organisation.memory ** 2) * generator.normal()
      return level + (shocks[period] ?? 0) + organisation.noise * carried
    })
  })
}

/** One window of each two is on, which one by lot. */
function scheduleOf(windows: number, length: number, generator: Generator): boolean[] {
  return Array.from({ length: windows / 2 }, () => generator.uniform() < 0.5).flatMap((first) => [
    ...Array.from({ length }, () => first),
    ...Array.from({ length }, () => !first),
  ])
}

function shuffled(count: number, generator: Generator): number[] {
  const order = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = generator.below(at + 1)
    const [one, two] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = two
    order[other] = one
  }
  return order
}

function counted(periods: number): number[] {
  return Array.from({ length: periods }, (_, at) => at + 1)
}

const metricOf = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Measure',
  unit: 'points',
  better: 'higher',
  kind: 'mean',
}

function common(runsFor: number, worthHaving: number, generator: Generator) {
  return {
    ...{
      question: 'Does it help?',
      metric: metricOf,
      worthHaving,
      guardrails: [],
      control: null,
      sheetId: metricOf.id,
    },
    ...{ isRandomised: true, draw: null, chosen: null, startsOn: null, endsOn: null, runsFor, forecasts: [] },
    stops: { harm: true, futility: true, success: generator.uniform() < 0.5, looks: 'daily' },
    seed: generator.below(2 ** 31),
  }
}

function frame(design: Design, body: object) {
  const trial = { state: 'running', door: 'plan-first' }
  return {
    design,
    trial,
    plan: { body: body as PlanBody, isAfterData: false, version: 1 },
    sheets: [],
    doubts: [],
    cut: '',
  }
}

function overTime(design: Design, body: object, sites: readonly object[], since: number): TrialFigures {
  const [first] = sites
  const values = first && 'values' in first && Array.isArray(first.values) ? first.values : []
  const periods = values.map((_, at) => ({ label: String(at + 1), key: at }))
  return {
    ...frame(design, body),
    ...{ sites, guardrails: [], periods, periodKind: 'number', since, rows: sites.length * periods.length },
    ...{ origins: [], slots: new Int32Array(), strangers: [], regrouped: [] },
  } as unknown as TrialFigures
}
