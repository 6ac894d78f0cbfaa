import type { NumberStyle } from './parse-number.ts'
import type { DateOrder } from './period-of.ts'
import { SheetProblem } from './sheet-problem.ts'

/** A column that says yes and no. With `values`, these mean yes and any other cell does not. */
export interface YesColumn {
  column: string
  values?: readonly string[] | undefined
}

/** Which column of a sheet plays which part, where figures stand by site and period. Columns by their name in the header. */
export interface GridMapping {
  /** Null: every row is about one and the same place. */
  site: string | null
  period: string
  value: string
  /** What the value is divided by: both are added up over rows first. */
  denominator?: string | undefined
  /** Counts behind each value. */
  weight?: string | undefined
  /** Whether the change was there. May be the site column itself. */
  treated?: YesColumn | undefined
  /**
   * Whether it was really done, where that is written down beside what was meant: yes and no, or a share in [0, 1].
   */
  received?: YesColumn | undefined
  /** The first period with the change, the same in each row of a site; empty, 0 or "never" where it does not come. */
  start?: string | undefined
  /** More columns of numbers, for guardrails. */
  alsoValues?: readonly string[] | undefined
  /** What a person has said about a column of numbers; columns without a line are judged by their cells. */
  styles?: readonly { column: string; style: NumberStyle }[] | undefined
  /** How 01/02/2024 is meant, when a person has said so. */
  dateOrder?: DateOrder | undefined
}

/** Some sites against others, all from one period on. */
export interface PanelMapping extends GridMapping {
  site: string
  treated: YesColumn
  /** The first treated period, included, as a person types it. */
  since: string
}

export interface PanelLimits {
  sites: number
  periods: number
  /** Characters of a site's name: from `longName` on it is reported, past `name` refused. */
  longName: number
  name: number
}

export const panelLimits: PanelLimits = { sites: 2000, periods: 2000, longName: 120, name: 1000 }

/** The places in a row that a mapping names; null for a part that it leaves out. */
export interface MappedColumns {
  site: number | null
  period: number
  start: number | null
  treated: number | null
  /** In the order of `numberColumns`. */
  values: number[]
}

/** The columns of numbers: the value, then denominator, weight and `received` where they are named, then the guardrails. */
export function numberColumns({ value, denominator, weight, received, alsoValues = [] }: GridMapping): string[] {
  return [value, denominator, weight, received?.column, ...alsoValues].filter((column) => column !== undefined)
}

/** @throws {SheetProblem} `no-column` for a name that the header does not have, `column-twice` for one that plays two parts. */
export function mappedColumns(header: readonly string[], mapping: GridMapping): MappedColumns {
  const { site, period, start, treated } = mapping
  const place = (column: string) => placeOf(header, column)
  const numbers = numberColumns(mapping)
  refuseTwice([...(site === null ? [] : [site]), period, ...(start === undefined ? [] : [start]), ...numbers])
  return {
    site: site === null ? null : place(site),
    period: place(period),
    start: start === undefined ? null : place(start),
    treated: treated ? place(treated.column) : null,
    values: numbers.map(place),
  }
}

/** @throws {SheetProblem} `no-column`. */
export function placeOf(header: readonly string[], column: string): number {
  const at = header.indexOf(column)
  if (at < 0) throw new SheetProblem('no-column', { column, found: foundIn(header) })
  return at
}

/** @throws {SheetProblem} `column-twice`. */
export function refuseTwice(names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new SheetProblem('column-twice', { column: twice })
}

function foundIn(header: readonly string[]): string {
  return header.slice(0, 20).join(', ') + (header.length > 20 ? ', …' : '')
}
