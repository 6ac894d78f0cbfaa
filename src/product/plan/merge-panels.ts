import { addRow, type RowNumbers, rowNumbers, rowsOf } from '#lib/sheet/row-numbers.ts'
import { cellRows, type PanelSite, type SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { PlannedSite } from './plan.ts'

/** Several sheets as one: the sites of the plan, every period that any sheet has. Plain values, no functions. */
export interface MergedPanel extends Pick<SheetPanel, 'sites' | 'periods' | 'periodKind' | 'since' | 'rows'> {
  /** One for each guardrail of the plan, in its order. */
  guardrails: PanelSite[][]
  /** Where the figures are from. Read it with `originOf`. */
  origins: { sheet: Int16Array; rows: RowNumbers }[]
  /** Of each period: its place in `origins`. */
  slots: Int32Array
  /** Sites of the sheets that the plan does not name, and planned sites that a sheet puts into the other group. */
  strangers: string[]
  regrouped: string[]
}

export interface PanelMerger {
  /**
   * Takes the next sheet; where it has a figure, that replaces what earlier sheets had.
   * @throws {Problem} `bad-input` when its periods are of another kind, or would be too many.
   */
  add(panel: SheetPanel): void
  finish(): MergedPanel
}

/**
 * Puts sheets together one after the other, so that only one has to be in memory. Two periods are the same when they
 * have one key, however they are written ("1" and "01"); the first spelling stays.
 *
 * The group of a site is the plan's, whatever a sheet says: what was meant to be compared is compared.
 */
export function panelMerger(planned: readonly PlannedSite[], guardrails: number): PanelMerger {
  const places = new Map(planned.map(({ name }, place) => [name, place]))
  const tables = Array.from({ length: guardrails + 1 }, () => planned.map((): (number | null)[] => []))
  const origins = planned.map(() => ({ sheet: [] as number[], rows: rowNumbers() }))
  const periods: { label: string; key: number; isAfter: boolean }[] = []
  const slotOf = new Map<number, number>()
  const strangers = new Set<string>()
  const regrouped = new Set<string>()
  let periodKind: SheetPanel['periodKind'] | null = null
  let sheets = 0
  let rows = 0

  function add(panel: SheetPanel): void {
    periodKind = commonKind(periodKind, panel.periodKind)
    const slots = panel.periods.map((period, at) => slotFor(period, at >= panel.since))
    for (const [site, { name, treated }] of panel.sites.entries()) {
      const place = places.get(name)
      if (place === undefined) {
        strangers.add(name)
        continue
      }
      if (treated !== planned[place]?.treated) regrouped.add(name)
      takeFigures(panel, site, place, slots)
      takeRows(panel, site, place, slots)
    }
    sheets++
    rows += panel.rows
  }

  function slotFor({ label, key }: { label: string; key: number }, isAfter: boolean): number {
    const known = slotOf.get(key)
    if (known !== undefined) return known
    const limit = limits.trialPeriods
    if (periods.length === limit) throw new Problem('bad-input', 'plan.too-many-periods', { limit })
    slotOf.set(key, periods.length)
    return periods.push({ label, key, isAfter }) - 1
  }

  function takeFigures(panel: SheetPanel, site: number, place: number, slots: readonly number[]): void {
    const measures = [panel.sites, ...panel.guardrails.map((guardrail) => guardrail.sites)]
    for (const [at, sites] of measures.entries()) {
      const figures = tables[at]?.[place] ?? []
      for (const [period, value] of sites[site]?.values.entries() ?? [])
        if (value !== null) figures[slots[period] ?? 0] = value
    }
  }

  /** The rows follow the main figure; while no sheet has one, they are the last that should have held it. */
  function takeRows(panel: SheetPanel, site: number, place: number, slots: readonly number[]): void {
    const origin = origins[place]
    for (const [period, slot] of slots.entries()) {
      const found = cellRows(panel, site, period)
      const isFigure = (panel.sites[site]?.values[period] ?? null) !== null
      const isKept = !isFigure && (tables[0]?.[place]?.[slot] ?? null) !== null
      if (!origin || found.count === 0 || isKept) continue
      origin.sheet[slot] = sheets
      origin.rows.count[slot] = 0
      origin.rows.more.delete(slot)
      for (const row of found.rows) addRow(origin.rows, slot, row)
      origin.rows.count[slot] = found.count
    }
  }

  function finish(): MergedPanel {
    const slots = Int32Array.from([...periods.keys()].sort((a, b) => keyAt(a) - keyAt(b)))
    const ordered = [...slots].flatMap((slot) => periods[slot] ?? [])
    const since = ordered.findIndex(({ isAfter }) => isAfter)
    const [main = [], ...others] = tables.map((table) =>
      planned.map(({ name, treated }, place) => ({
        name,
        treated,
        values: Array.from(slots, (slot) => table[place]?.[slot] ?? null),
      })),
    )
    return {
      sites: main,
      guardrails: others,
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
  { origins, slots }: Pick<MergedPanel, 'origins' | 'slots'>,
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
