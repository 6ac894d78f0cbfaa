import { z } from 'zod'
import type { AdviceCode } from '#lib/stats/evidence/advise-design.ts'
import type { Possibilities, ProposedDesign, Requirement } from '#lib/stats/evidence/design-rules.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { wholeNumber } from '#platform/anywhere/money.ts'
import { MetricId } from '#product/metric/metric.ts'
import { BeforeAfterColumns } from '#product/sheet/columns.ts'
import { SheetId, Since } from '#product/sheet/sheet.ts'
import { SiteId } from '#product/site/site.ts'

/** Every code of the statistics once more, because a type cannot be listed: the compiler refuses a gap. */
const designs = {
  split: true,
  'pilot-randomised': true,
  switchback: true,
  'staggered-randomised': true,
  'pilot-chosen': true,
  'staggered-chosen': true,
  'before-after': true,
  word: true,
} as const satisfies Record<ProposedDesign, true>

const needs = {
  'no-measurement': true,
  spillover: true,
  'more-units': true,
  'tell-units-apart': true,
  'more-sites': true,
  'more-sites-treatable': true,
  'one-site-without': true,
  'draw-sites': true,
  'draw-order': true,
  'roll-out': true,
  'switch-off': true,
  'know-carry-over': true,
  'more-periods-before': true,
  'more-periods-ahead': true,
  'regression-to-the-mean': true,
} as const satisfies Record<Requirement['code'], true>

const grounds = {
  'chance-decides': true,
  'own-comparison': true,
  'compared-with-others': true,
  'only-before-and-after': true,
  'few-sites': true,
  'one-treated-site': true,
  'short-history': true,
  'too-few-points': true,
  'season-not-covered': true,
  'spillover-rules-out-split': true,
  'regression-to-the-mean': true,
  'nothing-measured': true,
} as const satisfies Record<AdviceCode, true>

function oneOf<Code extends string>(codes: Record<Code, true>) {
  return z.enum(Object.keys(codes) as [Code, ...Code[]])
}

/** Periods ahead that the picture shows, and that are searched for a remedy. */
export const shownPeriods = 26
export const mostPeriods = 104
/** The chance to see an effect of the stated size, if it is real. */
export const wantedPower = 0.8

/** What can be done, as far as a person must say it: the rest stands in the figures. */
export const Situation = z.strictObject({
  /** Single customers, orders or patients that could each get it or not, in one period at all places; null: whole places only. */
  unitsPerPeriod: z.int().min(1).max(1e9).nullable().default(null),
  /** Whether what one of them gets changes what the others do. */
  spillover: z.boolean().default(false),
  /** Whether lots may decide which places get it, or in which order. */
  mayDraw: z.boolean(),
  /** Whether all places get it in the end, one after the other. */
  allInTheEnd: z.boolean(),
  /** Whether it can be switched off again at will, and for how many periods it then still works. */
  canSwitch: z.boolean(),
  carryOver: z.int().min(0).max(shownPeriods).default(0),
  /** Places that may get it, at most; null: all of them. */
  sitesTreatable: z.int().min(1).max(limits.trialSites).nullable().default(null),
  /** Whether they would be picked because they are doing badly just now. */
  pickedAtWorst: z.boolean().default(false),
  /** How long it may take. */
  periodsAhead: z.int().min(1).max(mostPeriods),
})
export type Situation = z.output<typeof Situation>

/** What the figures say by themselves, for whoever asks without any. */
export const KnownHistory = z.strictObject({
  sites: z.int().min(0).max(limits.trialSites),
  periodsBefore: z.int().min(0).max(limits.trialPeriods),
  /** Periods in a full cycle, such as 12 months; null: none to speak of. */
  season: z.int().min(2).max(366).nullable().default(null),
})
export type KnownHistory = z.output<typeof KnownHistory>

export const Need = z.strictObject({
  code: oneOf(needs),
  /** Both null where it is a matter of yes or no. */
  needed: z.number().nullable(),
  available: z.number().nullable(),
})
export type Need = z.output<typeof Need>

export const Design = oneOf(designs)
export type Design = z.output<typeof Design>

/** One way to try it: whether it can be done here, and how sure it can make anybody. */
export const DesignChoice = z.strictObject({
  design: Design,
  /** What it can reach when its checks pass. */
  grade: z.enum(['A', 'B', 'C', 'D']),
  /** What stands in its way; empty: it can be done. */
  needs: z.array(Need),
})
export type DesignChoice = z.output<typeof DesignChoice>

export const Advice = z.strictObject({
  proposed: Design,
  grade: DesignChoice.shape.grade,
  /** What speaks for it, or limits it. */
  reasons: z.array(z.strictObject({ code: oneOf(grounds), values: z.record(z.string(), z.number().nullable()) })),
  /** All designs, strongest first; the last is somebody's word, which can always be had. */
  designs: z.array(DesignChoice),
})
export type Advice = z.output<typeof Advice>

/** Where the history stands: in a table, or in the measurements that are here. */
export const HistorySource = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('sheet'),
    sheetId: SheetId,
    columns: BeforeAfterColumns,
    /** The first period with the change, where the table has it already: only what lies before counts. */
    until: Since.nullable().default(null),
  }),
  z.strictObject({
    by: z.literal('measurements'),
    metricId: MetricId,
    siteIds: z.array(SiteId).min(1).max(limits.sitesAtOnce).nullable().default(null),
  }),
])
export type HistorySource = z.output<typeof HistorySource>

export const Asked = z.strictObject({
  history: HistorySource,
  situation: Situation,
  better: z.enum(['higher', 'lower']),
  /** The smallest effect worth having, in the metric's unit; null: not said yet. */
  worthHaving: z.number().positive().max(1e15).nullable().default(null),
  /** What one unit is worth, in minor units of the workspace's currency; null: no money. */
  worthMinor: wholeNumber
    .refine((minor) => minor >= 0n)
    .nullable()
    .default(null),
  /** Which design is looked at closely; null: the proposed one. */
  design: Design.nullable().default(null),
  /** Standard deviation of one customer's or order's value, for lots drawn one by one; null where nobody knows. */
  unitDeviation: z.number().positive().max(1e15).nullable().default(null),
})
export type Asked = z.output<typeof Asked>

/**
 * Why a design sees nothing in that time. `floor`: too few sites or blocks for any p-value below 5 %. `too-few-points`: a series
 * needs 8 points on a side. `too-short`: it cannot even be done in that time. `no-comparison`: nobody is left to compare with.
 * `unit-noise`: how single units scatter is not known. `noise`: the history does not say how the sites scatter.
 */
export const shortfalls = ['floor', 'too-few-points', 'too-short', 'no-comparison', 'unit-noise', 'noise'] as const
export type Shortfall = (typeof shortfalls)[number]

const Effect = z.number().positive().nullable()

export const OutlookLine = z.strictObject({
  design: Design,
  /** The smallest effect that is seen four times out of five, after 1, 2, ... periods; null: none is. */
  effects: z.array(Effect),
  /** Why there is none, at the last of them that has none. */
  shortfall: z.enum(shortfalls).nullable(),
  /** Periods until the smallest effect worth having is within reach; null: not within `mostPeriods`, or nobody said it. */
  tellsIn: z.int().min(1).nullable(),
})
export type OutlookLine = z.output<typeof OutlookLine>

export const remedyCodes = [
  'other-design',
  'more-periods',
  'more-sites',
  'longer-history',
  'pairs',
  'baseline',
  'wedge',
  'less-noise',
  'larger-effect',
] as const

/** Something that would help, worked out. */
export const Remedy = z.strictObject({
  code: z.enum(remedyCodes),
  design: Design,
  /** How many of it: periods, sites, pairs; the share by which the noise must fall; the effect to look for. Null: no number. */
  amount: z.number().nullable(),
  /** The smallest effect that would then be seen; null where the remedy says the effect itself. */
  effect: Effect,
  /** Whether what is worth having is then within reach. */
  reaches: z.boolean(),
})
export type Remedy = z.output<typeof Remedy>

/** An amount over the whole trial or the time after it: in the metric's unit, and in money where one unit has a worth. */
const Amount = z.strictObject({ units: z.number(), minor: wholeNumber.nullable() })
export type Amount = z.output<typeof Amount>

export const Outlook = z.strictObject({
  history: z.strictObject({
    sites: z.int(),
    periods: z.int(),
    first: z.string(),
    last: z.string(),
    /** day, week, month, ...: what a period is called. */
    rhythm: z.enum(['day', 'week', 'month', 'quarter', 'year', 'period']),
    season: z.int().nullable(),
    /** Figures that were read, and places of sites and periods that have none. */
    values: z.int(),
    missing: z.int(),
    mean: z.number().nullable(),
    /** Standard deviations: of one site's periods about its level, and of the levels. Null: it cannot be said. */
    within: z.number().nullable(),
    between: z.number().nullable(),
    /** Of neighbouring periods, and of periods of one site: in (-1, 1) and [0, 1]. */
    autocorrelation: z.number().nullable(),
    intraclusterCorrelation: z.number().nullable(),
    doubt: z.enum(['short-history', 'few-sites', 'too-few-sites', 'too-few-periods', 'no-variation']).nullable(),
  }),
  advice: Advice,
  /** The design that the rest is about. */
  design: Design,
  /** `tells`: in time. `later`: only after more time than there is. `cannot`: not within two years of weeks. `unasked`: nobody
   * said what is worth having. `unknown`: there is no noise to go by. */
  verdict: z.enum(['tells', 'later', 'cannot', 'unasked', 'unknown']),
  periodsAhead: z.int(),
  worthHaving: Effect,
  /** Of that design, at the end of the time there is. */
  effect: Effect,
  lines: z.array(OutlookLine),
  /** What looking costs: the same with looks whenever one likes, and once a period on a calendar. */
  looks: z.strictObject({
    anytime: z.strictObject({ inflation: z.number(), effect: Effect, tellsIn: z.int().nullable() }),
    scheduled: z.strictObject({ inflation: z.number(), effect: Effect, tellsIn: z.int().nullable() }),
  }),
  /** If it is wrong, for an effect of the size worth having; null when nobody said it. */
  cost: z
    .strictObject({
      sitesInTrial: z.int(),
      /** Periods after the trial that are counted: a year of them. */
      periodsAfter: z.int(),
      duringTrial: Amount,
      adoptedInError: Amount,
      missed: Amount,
      withoutTrial: Amount,
      /** Share of harmful or useless changes that would be adopted all the same, and of good ones missed, in [0, 1]. */
      falseAlarm: z.number(),
      missChance: z.number(),
    })
    .nullable(),
  /** What would help, worked out; those that reach what is worth having first. */
  remedies: z.array(Remedy),
})
export type Outlook = z.output<typeof Outlook>

/** What the statistics ask, from what a person said and what the figures say. */
export function possibilitiesOf(situation: Situation, { sites, periodsBefore, season }: KnownHistory): Possibilities {
  const { unitsPerPeriod, spillover, mayDraw, allInTheEnd, canSwitch, carryOver, pickedAtWorst, periodsAhead } =
    situation
  return {
    measured: true,
    units: (unitsPerPeriod ?? 0) * periodsAhead,
    spillover,
    sites,
    sitesTreatable: Math.min(situation.sitesTreatable ?? sites, sites),
    drawSites: mayDraw,
    rollOut: allInTheEnd,
    drawOrder: mayDraw,
    switchable: canSwitch,
    carryOver: canSwitch ? carryOver : null,
    periodsBefore,
    periodsAhead,
    season,
    pickedAtWorst,
  }
}
