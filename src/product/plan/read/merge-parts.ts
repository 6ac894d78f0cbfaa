import { addRow, type RowNumbers, rowNumbers, rowsOf } from '#lib/sheet/row-numbers.ts'
import { cellRows, type SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'

/** A figure per period; null where there is none. */
export type Values = (number | null)[]

/** One sheet by site and period, as far as sheets are put together. */
export interface SheetPart extends Pick<SheetPanel, 'periods' | 'periodKind' | 'rows' | 'cells'> {
  /** Its sites, in its own order. */
  names: readonly string[]
  /** Tables of figures, the main one first: of each site, by period. */
  tables: readonly (readonly Values[])[]
  /** Its first period with the change, if that is one for all; else the number of its periods. */
  since: number
  /** Sites of which it says something else than the plan. */
  regrouped: readonly string[]
}

/** Several sheets as one: the sites of the plan, every period that any sheet has. Plain values, no functions. */
export interface MergedParts extends Pick<SheetPanel, 'periods' | 'periodKind' | 'since' | 'rows'> {
  /** Of each table, then of each site of the plan: its figures. */
  tables: Values[][]
  /** Where the figures of the main table are from, by site. Read it with `originOf`. */
  origins: { sheet: Int16Array; rows: RowNumbers }[]
  /** Of each period: its place in `origins`. */
  slots: Int32Array
  /** Sites of the sheets that the plan does not name, and planned sites of which a sheet says something else. */
  strangers: string[]
  regrouped: string[]
}

export interface PartMerger {
  /**
   * Takes the next sheet; where it has a figure, that replaces what earlier sheets had.
   * @throws {Problem} `bad-input` when its periods are of another kind, or would be too many.
   */
  add(part: SheetPart): void
  finish(): MergedParts
}

/**
 * Puts sheets together one after the other, so that only one has to be in memory. Two periods are the same when they
 * have one key, however they are written ("1" and "01"); the first spelling stays.
 *
 * @param planned The sites of the plan.
 * @param tableCount How many tables each sheet has.
 */
export function partMerger(planned: readonly string[], tableCount: number): PartMerger {
  const places = new Map(planned.map((name, place) => [name, place]))
  const tables = Array.from({ length: tableCount }, () => planned.map((): Values => []))
  const origins = planned.map(() => ({ sheet: [] as number[], rows: rowNumbers() }))
  const periods: { label: string; key: number; isAfter: boolean }[] = []
  const slotOf = new Map<number, number>()
  const strangers = new Set<string>()
  const regrouped = new Set<string>()
  let periodKind: SheetPanel['periodKind'] | null = null
  let sheets = 0
  let rows = 0

  function add(part: SheetPart): void {
    periodKind = commonKind(periodKind, part.periodKind)
    const slots = part.periods.map((period, at) => slotFor(period, at >= part.since))
    for (const [site, name] of part.names.entries()) {
      const place = places.get(name)
      if (place === undefined) strangers.add(name)
      else {
        takeFigures(part, site, place, slots)
        takeRows(part, site, place, slots)
      }
    }
    for (const name of part.regrouped) regrouped.add(name)
    sheets++
    rows += part.rows
  }

  function slotFor({ label, key }: { label: string; key: number }, isAfter: boolean): number {
    const known = slotOf.get(key)
    if (known !== undefined) return known
    const limit = limits.trialPeriods
    if (periods.length === limit) throw new Problem('bad-input', 'plan.too-many-periods', { limit })
    slotOf.set(key, periods.length)
    return periods.push({ label, key, isAfter }) - 1
  }

  function takeFigures(part: SheetPart, site: number, place: number, slots: readonly number[]): void {
    for (const [at, sites] of part.tables.entries()) {
      const figures = tables[at]?.[place] ?? []
      for (const [period, value] of sites[site]?.entries() ?? [])
        if (value !== null) figures[slots[period] ?? 0] = value
    }
  }

  /** The rows follow the main figure; while no sheet has one, they are the last that should have held it. */
  function takeRows(part: SheetPart, site: number, place: number, slots: readonly number[]): void {
    const origin = origins[place]
    for (const [period, slot] of slots.entries()) {
      const found = cellRows(part, site, period)
      const isFigure = (part.tables[0]?.[site]?.[period] ?? null) !== null
      const isKept = !isFigure && (tables[0]?.[place]?.[slot] ?? null) !== null
      if (!origin || found.count === 0 || isKept) continue
      origin.sheet[slot] = sheets
      origin.rows.count[slot] = 0
      origin.rows.more.delete(slot)
      for (const row of found.rows) addRow(origin.rows, slot, row)
      origin.rows.count[slot] = found.count
    }
  }

  function finish(): MergedParts {
    const slots = Int32Array.from([...periods.keys()].sort((a, b) => keyAt(a) - keyAt(b)))
    const ordered = [...slots].flatMap((slot) => periods[slot] ?? [])
    const since = ordered.findIndex(({ isAfter }) => isAfter)
    return {
      tables: tables.map((sites) => sites.map((figures) => Array.from(slots, (slot) => figures[slot] ?? null))),
      periods: ordered.map(({ label, key }) => ({ label, key })),
      periodKind: periodKind ?? 'number',
      since: since < 0 ? ordered.length : since,
      rows,
      origins: origins.map(({ sheet, rows }) => ({ sheet: Int16Array.from(sheet, (one) => one ?? -1), rows })),
      slots,
      strangers: [...strangers],
      regrouped: [...regrouped],
    }
  }

  function keyAt(slot: number): number {
    return periods[slot]?.key ?? 0
  }

  return { add, finish }
}

/** The rows that one figure is from: the place of their sheet in the order they came, the first 100, and how many. */
export function originOf(
  { origins, slots }: Pick<MergedParts, 'origins' | 'slots'>,
  site: number,
  period: number,
): { sheet: number; rows: number[]; count: number } | null {
  const origin = origins[site]
  const slot = slots[period]
  const sheet = slot === undefined ? -1 : (origin?.sheet[slot] ?? -1)
  return !origin || slot === undefined || sheet < 0 ? null : { sheet, ...rowsOf(origin.rows, slot) }
}

/** Days and moments go together: an hourly sheet may follow a daily one. */
function commonKind(before: SheetPanel['periodKind'] | null, next: SheetPanel['periodKind']): SheetPanel['periodKind'] {
  const pair = new Set([before ?? next, next])
  if (pair.size === 1) return next
  if (pair.has('day') && pair.has('moment')) return 'moment'
  throw new Problem('bad-input', 'plan.other-periods')
}
