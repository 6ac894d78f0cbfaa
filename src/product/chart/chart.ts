import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { day, instant } from '#platform/anywhere/time.ts'
import { type Every, MetricDefinition, MetricId, type MetricKind } from '#product/metric/metric.ts'
import { SiteId } from '#product/site/site.ts'

/**
 * The charts. `xmr`: single values. `p`, `u`: shares and rates with limits from chance alone; `p-prime`, `u-prime`: with
 * limits as wide as the figures really scatter. `c`: counts. `g`, `t`: of rare events, how many cases or how much time lies
 * between two. `run`: a median and no limits.
 */
export const chartMethods = ['xmr', 'p', 'p-prime', 'u', 'u-prime', 'c', 'g', 't', 'run'] as const
export type ChartMethod = (typeof chartMethods)[number]

/** Whether a dot stands for an event and the gap before it, not for a period. */
export function isOfGaps(method: ChartMethod): boolean {
  return method === 'g' || method === 't'
}

/** What a chart counts in a row: its periods, or the gaps between rare events. */
export type Step = Every | 'gap'

export function stepOf(method: ChartMethod, every: Every): Step {
  return isOfGaps(method) ? 'gap' : every
}

export const ruleSets = ['nhs', 'western-electric', 'nelson', 'anhoej', 'outside'] as const

export const signalRules = [
  'outside',
  'shift',
  'trend',
  'two-of-three',
  'four-of-five',
  'alternating',
  'hugging',
  'avoiding',
  'long-run',
  'few-crossings',
] as const

/** The charts that fit a kind of metric; the first one unless somebody chooses, or the figures ask for another. */
const methodsOf: Record<MetricKind, readonly ChartMethod[]> = {
  mean: ['xmr', 'c', 't', 'run'],
  quantile: ['xmr', 'run'],
  ratio: ['xmr', 'run'],
  proportion: ['p', 'p-prime', 'g', 'xmr', 'run'],
  rate: ['u', 'u-prime', 't', 'xmr', 'run'],
}

export function methodsFor(kind: MetricKind): readonly ChartMethod[] {
  return methodsOf[kind]
}

/** The address of a chart in its workspace. */
export function chartPath(metricId: string, siteId: string | null): string {
  return `/measures/${metricId}/chart${siteId === null ? '' : `?site=${siteId}`}`
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const linked = new RegExp(`/measures/(${uuid})/chart(?:\\?site=(${uuid}))?`)

/** The chart that a text links to, the first one. Null without one. Whether there is such a chart is for others to find out. */
export function chartIn(text: string): { metricId: MetricId; siteId: SiteId | null } | null {
  const [, metric, site] = linked.exec(text) ?? []
  return metric ? { metricId: MetricId.parse(metric), siteId: site ? SiteId.parse(site) : null } : null
}

/** How the charts of a metric are drawn, from version to version. Without one: the method that fits, NHS rules. */
export const ChartSetting = z.strictObject({
  metricId: MetricId,
  version: z.int().min(1),
  /** Null: the one that fits the kind of the metric and how its figures scatter. */
  method: z.enum(chartMethods).nullable(),
  rules: z.enum(ruleSets),
  /** How the figures of several sites become one. Where the kind divides, both parts are added in any case. */
  together: z.enum(['average', 'sum']),
  byId: PersonId,
  at: instant,
})
export type ChartSetting = z.output<typeof ChartSetting>
export type Drawing = Pick<ChartSetting, 'method' | 'rules' | 'together'>

export const usualDrawing: Drawing = { method: null, rules: 'nhs', together: 'average' }

export const EntryId = z.uuid().brand<'EntryId'>()
export type EntryId = z.output<typeof EntryId>

/**
 * What somebody wrote on a chart. `note`: why a period is as it is. `change`: what is done differently from a day on.
 * `baseline`: the stretch that limits are learnt from and then stay.
 */
export const ChartEntry = z.strictObject({
  id: EntryId,
  metricId: MetricId,
  /** Null: on the charts of all sites. */
  siteId: SiteId.nullable(),
  kind: z.enum(['note', 'change', 'baseline']),
  /** A day of its period, or the first one. */
  on: day,
  /** A day of the last period of a baseline; null for the others. */
  toOn: day.nullable(),
  /**
   * `new-limits`: from this change on, limits are learnt anew. `left-out`: the cause of this period is known and will
   * not come again, so it counts neither for limits nor for runs. Nothing else moves limits.
   */
  effect: z.enum(['new-limits', 'left-out']).nullable(),
  says: z.string().trim().min(3).max(2000),
  byId: PersonId,
  at: instant,
})
export type ChartEntry = z.output<typeof ChartEntry>

/** Takes an entry back. Both stay. */
export const Withdrawal = z.strictObject({
  entryId: EntryId,
  reason: z.string().trim().min(3).max(2000),
  byId: PersonId,
  at: instant,
})
export type Withdrawal = z.output<typeof Withdrawal>

export const EntryShown = ChartEntry.extend({ withdrawal: Withdrawal.omit({ entryId: true }).nullable() })
export type EntryShown = z.output<typeof EntryShown>

export const NewEntry = ChartEntry.pick({ siteId: true, kind: true, on: true, says: true }).extend({
  toOn: ChartEntry.shape.toOn.default(null),
  effect: ChartEntry.shape.effect.default(null),
})
export type NewEntry = z.output<typeof NewEntry>

/** Whether writing it moves limits: then it is for whoever looks after the metric. */
export function movesLimits({ kind, effect }: Pick<ChartEntry, 'kind' | 'effect'>): boolean {
  return kind === 'baseline' || effect !== null
}

/** @throws {Problem} `bad-input` when a baseline has no end or ends before it begins, or an effect is another kind's. */
export function refuseOddEntry({ kind, on, toOn, effect }: NewEntry): void {
  if ((kind === 'baseline') !== (toOn !== null)) throw refused('toOn', 'chart.only-baselines-end')
  if (toOn !== null && toOn <= on) throw refused('toOn', 'chart.ends-before')
  const own = { note: 'left-out', change: 'new-limits', baseline: null }[kind]
  if (effect !== null && effect !== own) throw refused('effect', 'chart.effect-of-another')
}

/** @throws {Problem} `bad-input` when the method does not fit the kind. */
export function refuseOddMethod(method: ChartMethod | null, kind: MetricKind): void {
  if (method !== null && !methodsFor(kind).includes(method)) throw refused('method', 'chart.method-unfit')
}

function refused(
  field: string,
  message: 'chart.only-baselines-end' | 'chart.ends-before' | 'chart.effect-of-another' | 'chart.method-unfit',
) {
  return new Problem('bad-input', message, {}, [{ pointer: `#/${field}`, message }])
}

/** One period of a chart; of a chart of gaps one event, with the gap before it as its value and figure. */
export const ChartPoint = z.strictObject({
  /** The first day of the period; of an event, of the period that it fell into. */
  on: day,
  value: z.number().nullable(),
  denominator: z.number().nullable(),
  /** What the chart shows: the value, divided where the kind divides. Null in a gap. */
  figure: z.number().nullable(),
  centre: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Its cause is known: held against the limits, but counted neither for them nor in runs. */
  isLeftOut: z.boolean(),
  /** The gap since the last event, which is not over yet: at least so long. The last point of a chart of gaps has it. */
  isOpen: z.boolean(),
  /** How many sites have a figure: 1 on the chart of one site. */
  sites: z.int().min(0),
})
export type ChartPoint = z.output<typeof ChartPoint>

/** A stretch with limits of its own. */
export const ChartPhase = z.strictObject({
  fromOn: day,
  toOn: day,
  /** What limits were learnt from: how many figures, and from when to when. */
  learntFrom: z.int().min(0),
  learntFromOn: day.nullable(),
  learntToOn: day.nullable(),
  /** The baseline that a person froze, or the change that began the phase; null where the rule did. */
  baselineId: EntryId.nullable(),
  changeId: EntryId.nullable(),
  /** Learnt from fewer than 12 figures: the limits will still move. */
  isProvisional: z.boolean(),
  /** How much wider the figures scatter than chance alone would make them; null where the method does not ask. */
  dispersion: z.number().nullable(),
  /** Why there are no limits; null where there are, and on a run chart. */
  reason: z.enum(['too-few-points', 'no-variation', 'no-events', 'all-events']).nullable(),
  runs: z.strictObject({
    useful: z.int(),
    longestRun: z.int(),
    longestRunLimit: z.number().nullable(),
    crossings: z.int(),
    fewestCrossings: z.number().nullable(),
  }),
})
export type ChartPhase = z.output<typeof ChartPhase>

/** A pattern that chance alone seldom makes. */
export const ChartSignal = z.strictObject({
  rule: z.enum(signalRules),
  direction: z.enum(['above', 'below', 'rising', 'falling']).nullable(),
  /** Null for patterns that go neither way. */
  side: z.enum(['better', 'worse']).nullable(),
  fromOn: day,
  toOn: day,
  count: z.int().min(1),
  /** Places of its members among the points. */
  members: z.array(z.int().min(0)),
  /** The same in words, in the language of whoever asks. */
  reason: z.string(),
})
export type ChartSignal = z.output<typeof ChartSignal>

/**
 * Where a chart stands now. `better`, `worse`: a signal that reaches the latest figures. `pattern`: one that goes
 * neither way. `steady`: nothing but the usual variation. `provisional`: too few figures to say. `no-limits`: the
 * figures give none. `empty`: there are none.
 */
export const chartStands = ['worse', 'pattern', 'no-limits', 'provisional', 'better', 'steady', 'empty'] as const
export type ChartStand = (typeof chartStands)[number]

export const Chart = z.strictObject({
  metricId: MetricId,
  siteId: SiteId.nullable(),
  method: z.enum(chartMethods),
  /**
   * `kind`: it fits the metric. `scatter`: figures scatter more than chance. `rare`: most periods have no event. `chosen`:
   * somebody said so. Not what was chosen: `negative`, of counts below 0; `no-gaps`, of events that are fewer than two, not
   * whole or far too many.
   */
  methodBecause: z.enum(['kind', 'scatter', 'rare', 'chosen', 'negative', 'no-gaps']),
  rules: z.enum(ruleSets),
  setting: ChartSetting.nullable(),
  points: z.array(ChartPoint),
  /** Earlier periods that are counted and not shown. */
  earlier: z.int().min(0),
  phases: z.array(ChartPhase),
  signals: z.array(ChartSignal),
  stand: z.enum(chartStands),
  /** The signal that `stand` speaks of: its place among the signals. */
  standsBy: z.int().min(0).nullable(),
  /** Periods without a figure between others, and those that are over since the last one. */
  missing: z.array(day),
  late: z.array(day),
  /** So few events in a period that the gaps between them would say more. */
  areRare: z.boolean(),
  entries: z.array(ChartEntry),
  /** Later versions of what the metric means: figures before and after may not be alike. */
  definitions: z.array(MetricDefinition.pick({ version: true, fromOn: true, because: true })),
})
export type Chart = z.output<typeof Chart>
