import type { NumberStyle } from './parse-number.ts'
import type { DateOrder } from './period-of.ts'
import { SheetProblem } from './sheet-problem.ts'

/** Which column of a sheet plays which part. Columns by their name in the header. */
export interface PanelMapping {
  site: string
  period: string
  value: string
  /** May be the site column itself. Without `values` the column says yes or no; with them, these mean treated and any other cell does not. */
  treated: { column: string; values?: readonly string[] | undefined }
  /** The first treated period, included, as a person types it. */
  since: string
  /** More columns of numbers, for guardrails. */
  alsoValues?: readonly string[] | undefined
  /** What a person has said about a column of numbers; columns without a line are judged by their cells. */
  styles?: readonly { column: string; style: NumberStyle }[] | undefined
  /** How 01/02/2024 is meant, when a person has said so. */
  dateOrder?: DateOrder | undefined
}

export interface PanelLimits {
  sites: number
  periods: number
  /** Characters of a site's name: from `longName` on it is reported, past `name` refused. */
  longName: number
  name: number
}

export const panelLimits: PanelLimits = { sites: 2000, periods: 2000, longName: 120, name: 1000 }

/** The places in a row that `mapping` names. `values` holds the value first, then the guardrails. */
export interface MappedColumns {
  site: number
  period: number
  treated: number
  values: number[]
}

/** @throws {SheetProblem} `no-column` for a name that the header does not have, `column-twice` for one that plays two parts. */
export function mappedColumns(header: readonly string[], mapping: PanelMapping): MappedColumns {
  const place = (column: string) => {
    const at = header.indexOf(column)
    if (at < 0) throw new SheetProblem('no-column', { column, found: foundIn(header) })
    return at
  }
  const names = [mapping.site, mapping.period, mapping.value, ...(mapping.alsoValues ?? [])]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new SheetProblem('column-twice', { column: twice })
  return {
    site: place(mapping.site),
    period: place(mapping.period),
    treated: place(mapping.treated.column),
    values: names.slice(2).map(place),
  }
}

function foundIn(header: readonly string[]): string {
  return header.slice(0, 20).join(', ') + (header.length > 20 ? ', …' : '')
}
