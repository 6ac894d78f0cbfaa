import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { day } from '#platform/anywhere/time.ts'
import { DrawId } from '#product/draw/draw.ts'
import { Metric, MetricId } from '#product/metric/metric.ts'
import {
  BeforeAfterColumns,
  ColumnName,
  PilotColumns,
  SplitColumns,
  StaggeredColumns,
  SwitchbackColumns,
} from '#product/sheet/columns.ts'
import { SheetId, Since } from '#product/sheet/sheet.ts'
import { SiteId } from '#product/site/site.ts'

/** A metric that must not get worse by more than a margin. */
export const Guardrail = z.strictObject({
  name: z.string().trim().min(1).max(80),
  column: ColumnName,
  better: Metric.shape.better,
  /** In the column's own unit, at least 0. */
  margin: z.number().min(0),
})
export type Guardrail = z.output<typeof Guardrail>

/** Guardrails of one trial. */
export const guardrailsMost = 5

/** Measures that are only looked at. */
export const alsoMost = 19
/** Measures of one trial in all: its own, the guardrails, the one that cannot move, those that are only looked at. */
export const measuresMost = 20

/** A measure that is looked at beside the trial's own: exploratory, and never in the headline. */
export const AlsoMeasure = z.strictObject({
  name: z.string().trim().min(1).max(80),
  column: ColumnName,
  better: Metric.shape.better,
})
export type AlsoMeasure = z.output<typeof AlsoMeasure>

/** What is meant to stop the trial before its end, and how often anybody looks. */
export const StopRules = z.strictObject({
  harm: z.boolean(),
  futility: z.boolean(),
  success: z.boolean(),
  looks: z.enum(['daily', 'weekly']),
})

/** What one person expects before the start: the effect in the metric's unit, better is positive. */
export const Forecast = z
  .strictObject({ personId: PersonId, name: z.string().min(1).max(120), low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, { path: ['high'] })
export type Forecast = z.output<typeof Forecast>

const SiteName = z.string().min(1).max(1000)

/** How the figures of a trial are written down from the workspace's own measurements. */
export const Measured = z.strictObject({
  every: Metric.shape.every,
  /** The first period that is read, and the first with outcomes, each by its first day. */
  fromOn: day,
  outcomesOn: day,
  /** The trial's own measure first. */
  metrics: z
    .array(
      z.strictObject({
        metricId: MetricId,
        column: ColumnName,
        /** Where its kind divides: the columns of what stands above the line and below it. */
        parts: z.strictObject({ above: ColumnName, below: ColumnName }).nullable(),
      }),
    )
    .min(1)
    .max(measuresMost),
  /** By the name that they have in the plan, whatever they are called later. */
  sites: z
    .array(z.strictObject({ siteId: SiteId, name: SiteName }))
    .min(1)
    .max(limits.trialSites),
  /** The lots that decided; null: a person did. */
  drawId: DrawId.nullable(),
})
export type Measured = z.output<typeof Measured>

const sitesOf = <T extends z.ZodType>(site: T) => z.array(site).min(1).max(limits.trialSites)

/** What every plan settles, whatever its design. */
const common = {
  /** What is expected to happen, in a sentence. */
  question: z.string().trim().min(3).max(500),
  metric: Metric.pick({ id: true, name: true, unit: true, better: true, kind: true }),
  /** The smallest effect worth having, in the metric's unit; better is positive. Null when nobody said. */
  worthHaving: z.number().positive().nullable(),
  guardrails: z.array(Guardrail).max(guardrailsMost),
  /** Missing where nothing else is looked at. */
  also: z.array(AlsoMeasure).max(alsoMost).optional(),
  /** A measure that the change cannot move: when it moves all the same, something else has happened. */
  control: z.strictObject({ name: z.string().trim().min(1).max(80), column: ColumnName }).nullable(),
  /** The sheet that the plan was made on: the history, or for a look back everything. */
  sheetId: SheetId,
  /** Whether chance decided: who got it, the order, or the schedule. */
  isRandomised: z.boolean(),
  /** The seed of the lots that were drawn here, so that anybody can draw them again. Null: drawn elsewhere, or not. */
  draw: z.string().trim().min(1).max(200).nullable(),
  /** Why these got the change and no others. Null: lots were drawn, or nobody said. */
  chosen: z.enum(['worst', 'all-worst', 'other']).nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** How long it is meant to run: periods with the change, or units for a split. What a look is a share of. Null: open. */
  runsFor: z.int().min(1).max(10_000_000).nullable(),
  stops: StopRules,
  forecasts: z.array(Forecast).max(50),
  /** Missing where its figures come from tables that people bring. */
  measured: Measured.optional(),
  /** Of the draws in the analysis, so that anybody gets the same number. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
}

export const PilotBody = z.strictObject({
  design: z.literal('pilot'),
  ...common,
  columns: PilotColumns,
  since: Since,
  /** Every site and whether it gets the change, as read from the sheet when the plan was frozen. */
  sites: sitesOf(z.strictObject({ name: SiteName, treated: z.boolean() })),
  /** Null: by rule. */
  method: z.enum(['synthetic-control', 'synthetic-difference']).nullable(),
})

export const StaggeredBody = z.strictObject({
  design: z.literal('staggered'),
  ...common,
  columns: StaggeredColumns,
  /** Every site and its first period with the change, as it stands in the sheet; null: it does not get it. */
  sites: sitesOf(z.strictObject({ name: SiteName, start: z.string().min(1).max(100).nullable() })),
  /** How effects of waves and periods become one; `wedge`: one effect beside sites and periods. Null: by rule. */
  method: z.enum(['group', 'simple', 'calendar', 'event', 'wedge']).nullable(),
})

export const SwitchbackBody = z.strictObject({
  design: z.literal('switchback'),
  ...common,
  columns: SwitchbackColumns,
  /** Every site and its schedule: the periods with the change on, each stretch by its first and last. */
  sites: sitesOf(
    z.strictObject({
      name: z.string().max(1000),
      on: z
        .array(z.strictObject({ from: z.string().min(1).max(100), to: z.string().min(1).max(100) }))
        .max(limits.trialPeriods),
    }),
  ),
  /** The first and last period of the schedule: what comes later is not part of it. */
  schedule: z.strictObject({ from: z.string().min(1).max(100), to: z.string().min(1).max(100) }),
  /** Periods a window; half of each block of so many windows are on; periods left out at each window's beginning. */
  windowLength: z.int().min(1).max(1000),
  blockWindows: z
    .int()
    .min(2)
    .max(100)
    .refine((windows) => windows % 2 === 0),
  carryOver: z.int().min(0).max(1000),
})

export const BeforeAfterBody = z.strictObject({
  design: z.literal('before-after'),
  ...common,
  columns: BeforeAfterColumns,
  since: Since,
  /** The places that are counted together; empty where the sheet is about one. */
  sites: z.array(z.strictObject({ name: SiteName })).max(limits.trialSites),
  /** What becomes of several figures for one period: of several sites, or of several rows. */
  together: z.enum(['add', 'average']),
  /** Periods from the start on that are left out while the change settles. */
  transition: z.int().min(0).max(100),
  /** Periods in a full cycle, such as 12 months. Null: none. */
  season: z.int().min(2).max(366).nullable(),
  /** Whether the trend may change too, or the level alone. */
  slope: z.boolean(),
  /** Null: by rule. */
  method: z.enum(['reml', 'prais-winsten', 'newey-west', 'ols', 'quasi-poisson', 'poisson', 'local-level']).nullable(),
})

export const SplitBody = z.strictObject({
  design: z.literal('split'),
  ...common,
  columns: SplitColumns,
  /** As they stand in the column. */
  arms: z.strictObject({ treated: z.string().min(1).max(200), comparison: z.string().min(1).max(200) }),
  /** How many were meant for each arm, in parts such as 1 and 1. Null: nobody says, and nothing is held against it. */
  shares: z
    .strictObject({ treated: z.number().positive().max(1e6), comparison: z.number().positive().max(1e6) })
    .nullable(),
  /** Each unit is measured in both arms, and compared with itself. */
  isPaired: z.boolean(),
  /** Of kind `quantile`: which, in (0, 1); null otherwise. */
  quantile: z.number().gt(0).lt(1).nullable(),
})

/** Everything that is settled before anybody looks: the part that is frozen and hashed. */
export const PlanBody = z.discriminatedUnion('design', [
  SplitBody,
  PilotBody,
  StaggeredBody,
  SwitchbackBody,
  BeforeAfterBody,
])
export type PlanBody = z.output<typeof PlanBody>
export type Design = PlanBody['design']
/** The plan of one design. */
export type BodyOf<D extends Design> = Extract<PlanBody, { design: D }>

/** The schema of each design by itself. */
export const bodies = {
  split: SplitBody,
  pilot: PilotBody,
  staggered: StaggeredBody,
  switchback: SwitchbackBody,
  'before-after': BeforeAfterBody,
} as const satisfies Record<Design, z.ZodType>
