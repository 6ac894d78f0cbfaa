import type { Gathered } from './gathered.ts'
import { grow } from './grow.ts'
import { measure } from './measure.ts'
import { isMissing } from './missing.ts'
import { type GridMapping, mappedColumns, numberColumns, type PanelLimits, panelLimits } from './panel-mapping.ts'
import type { NumberStyle } from './parse-number.ts'
import { addRow, rowNumbers } from './row-numbers.ts'
import { shares } from './shares.ts'
import { SheetProblem } from './sheet-problem.ts'
import { Places } from './sheet-warning.ts'
import { treatment } from './treatment.ts'

export interface PanelOptions {
  limits?: Partial<PanelLimits> | undefined
  /** How numbers are read when the cells of their column do not settle it, default `point`. */
  hint?: NumberStyle | undefined
}

/**
 * Takes rows one by one, in memory that grows with the sites and periods only. `row` is the number that a spreadsheet
 * shows; missing cells at the end are empty; blank rows are passed over.
 *
 * @throws {SheetProblem} when the header lacks a column of `mapping`, or a row is one too many or does not fit.
 */
export function gatherRows(
  header: readonly string[],
  mapping: GridMapping,
  options: PanelOptions = {},
): { add(row: number, cells: readonly string[]): void; gathered: Gathered } {
  const gathered = start(header, mapping, options)
  const siteOf = new Map<string, number>()
  const periodOf = new Map<string, number>()
  const { columns, limits, sites, periods, slots, rows, measures, treatment: told, received } = gathered
  const receivedAt = received ? numberColumns(mapping).indexOf(mapping.received?.column ?? '') : -1
  const cell = (cells: readonly string[], at: number) => cells[at] ?? ''
  const isDivided = mapping.denominator !== undefined
  let slotCount = 0

  function add(row: number, cells: readonly string[]): void {
    if (cells.every((text) => text.trim() === '')) return
    gathered.rowCount++
    const name = columns.site === null ? '' : cell(cells, columns.site).trim()
    // Longer texts name no period: they are refused in the end, and need not be kept whole until then.
    const text = cell(cells, columns.period).trim().slice(0, 100)
    if (columns.site !== null && isMissing(name)) gathered.noSite.add({ row, column: mapping.site ?? '' })
    else if (isMissing(text)) gathered.noPeriod.add({ row, column: mapping.period })
    else take(row, cells, name, text)
  }

  function take(row: number, cells: readonly string[], name: string, text: string): void {
    const site = siteOf.get(name) ?? newSite(name, row)
    const period = periodOf.get(text) ?? newPeriod(text, row)
    const slot = slotAt(site, period)
    addRow(rows, slot, row)
    if (columns.start !== null) noteStart(site, cell(cells, columns.start).trim(), row)
    if (told) note(site, slot, told.read(cell(cells, columns.treated ?? -1), row))
    // A count without what it was counted over is no rate, and would bend the sum of those that have both.
    const isHalf = isDivided && [0, 1].some((at) => isMissing(cell(cells, columns.values[at] ?? -1)))
    for (const [at, column] of columns.values.entries()) {
      const text = cell(cells, column)
      measures[at]?.add(
        slot,
        isHalf && at < 2 ? '' : received && at === receivedAt ? received.read(text, row) : text,
        row,
      )
    }
  }

  function newSite(name: string, row: number): number {
    const at = { row, column: mapping.site ?? undefined }
    if (sites.length >= limits.sites) throw new SheetProblem('too-many-sites', { limit: limits.sites }, at)
    if (name.length > limits.name)
      throw new SheetProblem('cell-too-long', { length: name.length, limit: limits.name }, at)
    if (name.length >= limits.longName) gathered.longNames.add({ row, column: mapping.site ?? '', text: name })
    siteOf.set(name, sites.length)
    slots.push(new Int32Array(0))
    return sites.push({ name, row, on: 0, off: 0, start: undefined }) - 1
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

  function noteStart(site: number, text: string, row: number): void {
    const found = sites[site]
    if (!found) return
    const said = isNever(text) ? null : text.slice(0, 100)
    if (found.start === undefined) found.start = said
    else if (found.start !== said) {
      const values = { site: found.name, start: found.start ?? '–', other: said ?? '–' }
      throw new SheetProblem('several-starts', values, { row, column: mapping.start })
    }
  }

  return { add, gathered }
}

/** What people write of a site where the change does not come. */
function isNever(text: string): boolean {
  return isMissing(text) || /^(?:0|never|none|inf|nie|kein)$/i.test(text)
}

function start(header: readonly string[], mapping: GridMapping, { hint = 'point', limits }: PanelOptions): Gathered {
  const styleOf = (column: string) => mapping.styles?.find((line) => line.column === column)?.style
  return {
    mapping,
    columns: mappedColumns(header, mapping),
    limits: { ...panelLimits, ...limits },
    sites: [],
    periods: [],
    slots: [],
    rows: rowNumbers(),
    measures: numberColumns(mapping).map((column) => measure(column, hint, styleOf(column))),
    treatment: mapping.treated ? treatment(mapping.treated.column, mapping.treated.values) : null,
    flags: new Uint8Array(16),
    received: mapping.received ? shares(mapping.received) : null,
    rowCount: 0,
    noSite: new Places(),
    noPeriod: new Places(),
    longNames: new Places(),
  }
}
