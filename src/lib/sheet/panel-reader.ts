import type { Gathered } from './gathered.ts'
import { grow } from './grow.ts'
import { measure } from './measure.ts'
import { isMissing } from './missing.ts'
import { mappedColumns, type PanelLimits, type PanelMapping, panelLimits } from './panel-mapping.ts'
import { panelOf } from './panel-of.ts'
import type { NumberStyle } from './parse-number.ts'
import { addRow, rowNumbers } from './row-numbers.ts'
import type { SheetPanel } from './sheet-panel.ts'
import { SheetProblem } from './sheet-problem.ts'
import { Places } from './sheet-warning.ts'
import { treatment } from './treatment.ts'

export interface PanelOptions {
  limits?: Partial<PanelLimits> | undefined
  /** How numbers are read when the cells of their column do not settle it, default `point`. */
  hint?: NumberStyle | undefined
}

export interface PanelReader {
  /** Takes the next row. `row` is the number that a spreadsheet shows; missing cells at the end are empty; blank rows are passed over. */
  add(row: number, cells: readonly string[]): void
  /** @throws {SheetProblem} when what was read makes no panel. */
  finish(): SheetPanel
}

/**
 * Reads rows into a panel one by one, in memory that grows with the sites and periods only.
 *
 * @throws {SheetProblem} when the header lacks a column of `mapping`.
 */
export function panelReader(header: readonly string[], mapping: PanelMapping, options: PanelOptions = {}): PanelReader {
  const gathered = start(header, mapping, options)
  const siteOf = new Map<string, number>()
  const periodOf = new Map<string, number>()
  const { columns, limits, sites, periods, slots, rows, measures } = gathered
  const cell = (cells: readonly string[], at: number) => cells[at] ?? ''
  let slotCount = 0

  function add(row: number, cells: readonly string[]): void {
    if (cells.every((text) => text.trim() === '')) return
    gathered.rowCount++
    const name = cell(cells, columns.site).trim()
    // Longer texts name no period: they are refused in the end, and need not be kept whole until then.
    const text = cell(cells, columns.period).trim().slice(0, 100)
    if (isMissing(name)) gathered.noSite.add({ row, column: mapping.site })
    else if (isMissing(text)) gathered.noPeriod.add({ row, column: mapping.period })
    else take(row, cells, name, text)
  }

  function take(row: number, cells: readonly string[], name: string, text: string): void {
    const site = siteOf.get(name) ?? newSite(name, row)
    const period = periodOf.get(text) ?? newPeriod(text, row)
    const slot = slotAt(site, period)
    addRow(rows, slot, row)
    note(site, slot, gathered.treatment.read(cell(cells, columns.treated), row))
    for (const [at, column] of columns.values.entries()) measures[at]?.add(slot, cell(cells, column), row)
  }

  function newSite(name: string, row: number): number {
    const at = { row, column: mapping.site }
    if (sites.length >= limits.sites) throw new SheetProblem('too-many-sites', { limit: limits.sites }, at)
    if (name.length > limits.name)
      throw new SheetProblem('cell-too-long', { length: name.length, limit: limits.name }, at)
    if (name.length >= limits.longName) gathered.longNames.add({ ...at, text: name })
    siteOf.set(name, sites.length)
    slots.push(new Int32Array(0))
    return sites.push({ name, row, on: 0, off: 0 }) - 1
  }

  function newPeriod(text: string, row: number): number {
    const at = { row, column: mapping.period }
    if (periods.length >= limits.periods) throw new SheetProblem('too-many-periods', { limit: limits.periods }, at)
    periodOf.set(text, periods.length)
    return periods.push({ text, row }) - 1
  }

  function slotAt(site: number, period: number): number {
    const row = grow(slots[site] ?? new Int32Array(0), period + 1)
    slots[site] = row
    const slot = row[period]
    if (slot) return slot - 1
    row[period] = ++slotCount
    return slotCount - 1
  }

  function note(site: number, slot: number, isTreated: boolean | null): void {
    const counts = sites[site]
    if (isTreated === null || !counts) return
    if (isTreated) counts.on++
    else counts.off++
    gathered.flags = grow(gathered.flags, slot + 1)
    gathered.flags[slot] = (gathered.flags[slot] ?? 0) | (isTreated ? 1 : 2)
  }

  return { add, finish: () => panelOf(gathered) }
}

function start(header: readonly string[], mapping: PanelMapping, { hint = 'point', limits }: PanelOptions): Gathered {
  const styleOf = (column: string) => mapping.styles?.find((line) => line.column === column)?.style
  return {
    mapping,
    columns: mappedColumns(header, mapping),
    limits: { ...panelLimits, ...limits },
    sites: [],
    periods: [],
    slots: [],
    flags: new Uint8Array(16),
    rows: rowNumbers(),
    measures: [mapping.value, ...(mapping.alsoValues ?? [])].map((column) => measure(column, hint, styleOf(column))),
    treatment: treatment(mapping.treated.column, mapping.treated.values),
    rowCount: 0,
    noSite: new Places(),
    noPeriod: new Places(),
    longNames: new Places(),
  }
}
