import type { Gathered, GatheredState } from './gathered.ts'
import { grow } from './grow.ts'
import { measure } from './measure.ts'
import { isMissing } from './missing.ts'
import { type GridMapping, mappedColumns, numberColumns, type PanelLimits, panelLimits } from './panel-mapping.ts'
import type { NumberStyle } from './parse-number.ts'
import { addRow, rowNumbers } from './row-numbers.ts'
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
  const { columns, limits, sites, periods, slots, rows, measures, states } = gathered
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
    for (const [at, state] of states.entries()) {
      const isYes = state.treatment.read(cell(cells, columns.states[at] ?? -1), row)
      noteState(state, slot, isYes)
      if (at === 0 && mapping.treated) countSides(site, isYes)
    }
    // A count without what it was counted over is no rate, and would bend the sum of those that have both.
    const isHalf = isDivided && [0, 1].some((at) => isMissing(cell(cells, columns.values[at] ?? -1)))
    for (const [at, column] of columns.values.entries())
      measures[at]?.add(slot, isHalf && at < 2 ? '' : cell(cells, column), row)
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

  function countSides(site: number, isTreated: boolean | null): void {
    const counts = sites[site]
    if (isTreated === null || !counts) return
    if (isTreated) counts.on++
    else counts.off++
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

function noteState(state: GatheredState, slot: number, isYes: boolean | null): void {
  state.flags = grow(state.flags, slot + 1)
  if (isYes !== null) state.flags[slot] = (state.flags[slot] ?? 0) | (isYes ? 1 : 2)
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
    states: [mapping.treated, mapping.received].flatMap((yes) =>
      yes ? [{ column: yes.column, treatment: treatment(yes.column, yes.values), flags: new Uint8Array(16) }] : [],
    ),
    rowCount: 0,
    noSite: new Places(),
    noPeriod: new Places(),
    longNames: new Places(),
  }
}
