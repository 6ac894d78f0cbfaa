import type { PeriodKind } from '#lib/sheet/period-of.ts'
import type { RowNumbers } from '#lib/sheet/row-numbers.ts'
import type { SheetDoubt, SheetId } from '#product/sheet/sheet.ts'
import type { Trial } from '#product/trial/trial.ts'
import type { Plan } from './plan.ts'
import type { BodyOf, Design } from './plan-body.ts'

/** A figure per period; null where there is none. */
type Values = (number | null)[]

/** What belongs to the figures of any trial. */
interface Common<D extends Design> {
  design: D
  trial: Trial
  /** The version in force. */
  plan: Omit<Plan, 'body'> & { body: BodyOf<D> }
  /** In the order they came. */
  sheets: { id: SheetId; name: string; sha256: string }[]
  /** What the reader doubts, sheet by sheet in the same order. */
  doubts: SheetDoubt[][]
  /** SHA-256 over the plan's hash and the sheets' hashes: the same cut gives the same result. */
  cut: string
}

/** Sites of the plan by every period that any sheet has. */
export interface OverTime<Site extends { name: string; values: Values }> {
  sites: Site[]
  /** One for each guardrail of the plan, in its order; the sites are the same. */
  guardrails: Site[][]
  /** Of the metric that the change cannot move; only where the plan names one. */
  control?: { name: string; sites: Site[] }
  /** Of what is only looked at, like `guardrails`; only where the plan names something. */
  also?: Site[][]
  /** Earliest first. */
  periods: { label: string; key: number }[]
  periodKind: PeriodKind
  /** The first period with the change anywhere: its place in `periods`, or their number when all come before. */
  since: number
  /** Rows read, of all sheets. */
  rows: number
  /** Where the figures are from, by site. Read it with `originOf`. */
  origins: { sheet: Int16Array; rows: RowNumbers }[]
  /** Of each period: its place in `origins`. */
  slots: Int32Array
  /** Sites of the sheets that the plan does not name, and planned sites of which a sheet says something else. */
  strangers: string[]
  regrouped: string[]
}

export interface PilotSite {
  name: string
  treated: boolean
  values: Values
  /** How much of it was really done, a share by period; only where the plan names a column for it. */
  received?: Values
}

export interface StaggeredSite {
  name: string
  /** The first period with the change; null when it does not come within `periods`. */
  start: number | null
  values: Values
  /** Counts behind each value, positive; only where the plan names their column. */
  weights?: number[]
  /** How much of it was really done, a share by period; only where the plan names a column for it. */
  received?: Values
}

export interface SwitchbackSite {
  name: string
  values: Values
  /** By the plan's schedule; null outside of it. `windowsOf` puts it into windows. */
  on: (boolean | null)[]
}

/** One series: the sites of the plan added or averaged, as the plan says. It is the only one in `sites`. */
export interface SeriesSite {
  name: string
  /** With `denominators` these are what is divided. */
  values: Values
  /** What each value was counted over; only where the plan names a column for it. Null wherever the value is. */
  denominators?: Values
}

/** Somebody or something that was drawn, in one arm; of paired units there are two, one in each. */
export interface SplitUnit {
  /** Where the plan names no column for it: the number of its row. */
  name: string
  arm: string
  /** Rows of one unit are added up for rates and ratios, and averaged for all other kinds. */
  value: number | null
  denominator: number | null
  pre: number | null
  /** Whether it really got the change: a share of its rows; null where nobody says. */
  received: number | null
  /** In the order of the plan. */
  guardrails: Values
  /** Of the metric that the change cannot move; only where the plan names one. */
  control?: number | null
  /** Of what is only looked at, in the order of the plan; only where it names something. */
  also?: Values
  /** What kind of unit it is, one for each of the plan's segments. */
  segments?: (string | null)[]
  /** How many rows it has. */
  rows: number
}

/** Units in two arms. */
export interface Drawn {
  /** Of the two arms that are compared, in the order they came. */
  units: SplitUnit[]
  arms: { treated: string; comparison: string }
  kind: BodyOf<'split'>['metric']['kind']
  /** What the segments of the units, and the metric that the change cannot move, are called; only where the plan names them. */
  segments?: string[]
  control?: string
  /** Units of arms that the plan does not compare. */
  otherArms: { name: string; units: number }[]
  rows: number
  /** Where each unit's figures are from, by its place in `units`: the place of a sheet, and its rows. */
  origins: { sheet: Int16Array; rows: RowNumbers }
  /** Units that came only after the plan's own sheet, and units that a later sheet puts into the other arm. */
  strangers: string[]
  regrouped: string[]
}

interface Parts {
  pilot: OverTime<PilotSite>
  staggered: OverTime<StaggeredSite>
  switchback: OverTime<SwitchbackSite>
  /** With the periods from `since` on that are left out while the change settles. */
  'before-after': OverTime<SeriesSite> & { transition: number }
  split: Drawn
}

/** The figures of one design, as sheets give them. */
export type FiguresPart<D extends Design> = Parts[D]
/** The same with what belongs to any trial. */
export type FiguresOf<D extends Design> = Common<D> & FiguresPart<D>

export type PilotFigures = FiguresOf<'pilot'>
export type StaggeredFigures = FiguresOf<'staggered'>
export type SwitchbackFigures = FiguresOf<'switchback'>
export type BeforeAfterFigures = FiguresOf<'before-after'>
export type SplitFigures = FiguresOf<'split'>

/** Everything that a trial is measured on, by its design. Plain values: it can be sent to another thread. */
export type TrialFigures = PilotFigures | StaggeredFigures | SwitchbackFigures | BeforeAfterFigures | SplitFigures
