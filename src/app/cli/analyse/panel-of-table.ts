import { type OrderedPeriods, orderPeriods } from '#lib/sheet/order-periods.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { problemLine } from '../sheet-lines.ts'
import { WrongInput } from '../wrong-input.ts'
import type { ReadTable } from './read-table.ts'

/** One value for each site and period, and what else stands in the rows of a site. */
export interface TablePanel {
  readonly sites: readonly {
    readonly name: string
    readonly values: (number | null)[]
    readonly rows: readonly number[]
  }[]
  readonly ordered: OrderedPeriods
}

/** A table as site x period x value: the mean, where a site has several rows in a period. @throws {WrongInput} */
export function panelOfTable(
  { texts, numbers }: ReadTable,
  columns: { site: string; period: string; value: string },
): TablePanel {
  const names = texts[columns.site] ?? []
  const ordered = orderOrSay(
    (texts[columns.period] ?? []).map((text) => text ?? ''),
    columns.period,
  )
  const count = ordered.periods.length
  const sites = new Map<string, { sum: Float64Array; counts: Uint32Array; rows: number[] }>()
  for (const [row, place] of ordered.placeOf.entries()) {
    const name = names[row] ?? ''
    const site = sites.get(name) ?? { sum: new Float64Array(count), counts: new Uint32Array(count), rows: [] }
    sites.set(name, site)
    site.rows.push(row)
    const value = numbers[columns.value]?.[row] ?? null
    if (value === null) continue
    site.sum[place] = (site.sum[place] ?? 0) + value
    site.counts[place] = (site.counts[place] ?? 0) + 1
  }
  return {
    ordered,
    sites: [...sites].map(([name, { sum, counts, rows }]) => ({
      name,
      values: Array.from(sum, (total, place) => (counts[place] ? total / counts[place] : null)),
      rows,
    })),
  }
}

/** @throws {WrongInput} when a text names no period. */
export function orderOrSay(labels: readonly string[], column: string | undefined): OrderedPeriods {
  try {
    return orderPeriods(labels, { column })
  } catch (error) {
    if (error instanceof SheetProblem) throw new WrongInput(`--period: ${problemLine(error)}`)
    throw error
  }
}
