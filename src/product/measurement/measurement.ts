import { z } from 'zod'
import { PersonId } from '#platform/anywhere/identity.ts'
import { day, instant } from '#platform/anywhere/time.ts'
import { MetricId } from '#product/metric/metric.ts'
import { SheetId } from '#product/sheet/sheet.ts'
import { SiteId } from '#product/site/site.ts'

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.output<typeof ImportId>

/** The value of a metric at a site in a period. */
export const Measurement = z.strictObject({
  metricId: MetricId,
  siteId: SiteId,
  /** The first day of the period. */
  on: day,
  /** The figure itself; where the metric's kind divides, the number above the line. */
  value: z.number(),
  /** The number below the line, above 0. Null where the kind does not divide. */
  denominator: z.number().positive().nullable(),
  /** The import that it has its value from. */
  importId: ImportId,
})
export type Measurement = z.output<typeof Measurement>

/** One figure of a series. */
export const Point = Measurement.pick({ on: true, value: true, denominator: true })
export type Point = z.output<typeof Point>

/** The figures of one site, earliest first. Periods without a figure are not there. */
export const SiteSeries = z.strictObject({ siteId: SiteId, points: z.array(Point) })
export type SiteSeries = z.output<typeof SiteSeries>

export const importSources = ['sheet', 'form', 'key', 'feed'] as const

/** The number that people speak of: 3 falls in 60 stays are 0.05. */
export function figureOf({ value, denominator }: Pick<Point, 'value' | 'denominator'>): number {
  return denominator === null ? value : value / denominator
}

/** What a figure was and what it became, when, and by which import. */
export const Correction = z.strictObject({
  metricId: MetricId,
  siteId: SiteId,
  on: day,
  importId: ImportId,
  beforeValue: z.number(),
  beforeDenominator: z.number().nullable(),
  /** Null when it was taken away. */
  afterValue: z.number().nullable(),
  afterDenominator: z.number().nullable(),
  /** The import that brought what was there before. */
  beforeImportId: ImportId,
})
export type Correction = z.output<typeof Correction>

/** Why a row was not taken, or is worth a look. The page makes the sentence, in the reader's language. */
export const doubtCodes = [
  'no-site',
  'unknown-site',
  'no-period',
  'other-period',
  'not-begun',
  'no-value',
  'not-a-number',
  'no-denominator',
  'denominator-unwanted',
  'denominator-not-above-0',
  'not-whole',
  'negative',
  'more-than-all',
  'twice',
  'outlying',
] as const
export type DoubtCode = (typeof doubtCodes)[number]

export const Doubt = z.strictObject({
  code: z.enum(doubtCodes),
  /** How many rows; `places` shows the first of them. */
  count: z.int().min(1),
  places: z.array(z.strictObject({ row: z.int().min(1), column: z.string().nullable(), text: z.string().nullable() })),
})
export type Doubt = z.output<typeof Doubt>

/** Which column of a sheet says what. A wide sheet has one column for each period. */
export const ImportColumns = z.strictObject({
  site: z.string().min(1).max(200),
  period: z.string().min(1).max(200).nullable(),
  value: z.string().min(1).max(200).nullable(),
  denominator: z.string().min(1).max(200).nullable().default(null),
  /** How 01/02/2024 and 1.234 are meant, once a person has said so. Null: the cells decide. */
  dateOrder: z.enum(['day-first', 'month-first']).nullable().default(null),
  numberStyle: z.enum(['point', 'comma']).nullable().default(null),
})
export type ImportColumns = z.output<typeof ImportColumns>

/** What became of the rows of an import. */
export const Outcome = z.strictObject({
  added: z.int().min(0),
  unchanged: z.int().min(0),
  corrected: z.int().min(0),
  refused: z.int().min(0),
  doubts: z.array(Doubt),
})
export type Outcome = z.output<typeof Outcome>

/** One go at bringing figures, and what became of its rows. */
export const Import = Outcome.extend({
  id: ImportId,
  metricId: MetricId,
  source: z.enum(importSources),
  sheetId: SheetId.nullable(),
  columns: ImportColumns.nullable(),
  byId: PersonId,
  at: instant,
})
export type Import = z.output<typeof Import>

/** What the pages say of rows that were not taken. An empty cell is a gap and no refusal; an odd figure is taken. */
export function refusedIn(doubts: readonly Doubt[]): number {
  return doubts.reduce((sum, { code, count }) => (code === 'no-value' || code === 'outlying' ? sum : sum + count), 0)
}

/** A figure that an import changes, and what it was. */
export const Change = z.strictObject({
  siteId: SiteId,
  on: day,
  beforeValue: z.number(),
  beforeDenominator: z.number().nullable(),
  afterValue: z.number(),
  afterDenominator: z.number().nullable(),
})
export type Change = z.output<typeof Change>

/** A figure on its way in. */
export const Figure = Measurement.pick({ siteId: true, on: true, value: true, denominator: true })
export type Figure = z.output<typeof Figure>
