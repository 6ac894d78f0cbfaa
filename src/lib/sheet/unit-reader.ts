import { grow } from './grow.ts'
import { measure } from './measure.ts'
import { isMissing } from './missing.ts'
import { placeOf, refuseTwice, type YesColumn } from './panel-mapping.ts'
import type { NumberStyle } from './parse-number.ts'
import { addRow, type RowNumbers, rowNumbers, rowsOf } from './row-numbers.ts'
import { shares } from './shares.ts'
import { SheetProblem } from './sheet-problem.ts'
import { Places, type SheetWarning } from './sheet-warning.ts'

/** Which column of a sheet plays which part, where people or things were split by lot. */
export interface UnitMapping {
  arm: string
  /** Null: every row is a unit. */
  unit: string | null
  value: string
  denominator?: string | undefined
  pre?: string | undefined
  /** Who really got the change. */
  received?: YesColumn | undefined
  alsoValues?: readonly string[] | undefined
  /** Columns of texts that say what kind of unit each is. */
  kinds?: readonly string[] | undefined
  styles?: readonly { column: string; style: NumberStyle }[] | undefined
  /** Columns of numbers that may be missing from the header: what they hold is still to come. */
  mayLack?: boolean | undefined
}

/** Sums over the rows of each unit, by its place, and how many of them hold a number. */
export interface UnitColumn {
  sums: Float64Array
  counts: Uint32Array
}

/** A sheet as units in arms. A unit that stands in two arms is there twice, once in each. */
export interface SheetUnits {
  names: string[]
  /** Of each unit: the place of its arm in `arms`. */
  armOf: Uint16Array
  /** As they stand in the sheet, in the order they came. */
  arms: { name: string; units: number }[]
  value: UnitColumn
  denominator: UnitColumn | null
  pre: UnitColumn | null
  /** Shares of its rows that really got it, to be averaged. */
  received: UnitColumn | null
  also: UnitColumn[]
  /** Of each column of `mapping.kinds`: what the first row of each unit says; null where it says nothing. */
  kinds: (string | null)[][]
  /** Rows read, and the rows of each unit. */
  rows: number
  cells: RowNumbers
  warnings: SheetWarning[]
}

export interface UnitOptions {
  hint?: NumberStyle | undefined
  /** Default a million units, 100 arms. */
  limits?: { units: number; arms: number } | undefined
}

/**
 * Reads rows into units one by one, in memory that grows with the units. A row without an arm or a name is left out, and
 * counted.
 *
 * @throws {SheetProblem} when the header lacks a column of `mapping`.
 */
export function unitReader(
  header: readonly string[],
  mapping: UnitMapping,
  { hint = 'point', limits = { units: 1_000_000, arms: 100 } }: UnitOptions = {},
): { add(row: number, cells: readonly string[]): void; finish(): SheetUnits } {
  const { arm, unit, received, alsoValues = [] } = mapping
  const styleOf = (column: string) => mapping.styles?.find((line) => line.column === column)?.style
  const named = [mapping.value, mapping.denominator, mapping.pre, received?.column, ...alsoValues]
  refuseTwice([arm, ...(unit === null ? [] : [unit]), ...named.filter((column) => column !== undefined)])
  const armAt = placeOf(header, arm)
  const unitAt = unit === null ? null : placeOf(header, unit)
  const numberOf = (column: string) => {
    const at = mapping.mayLack && !header.includes(column) ? -1 : placeOf(header, column)
    return { at, cells: measure(column, hint, styleOf(column)) }
  }
  const numbers = named.map((column) => (column === undefined ? null : numberOf(column)))
  const kinds = (mapping.kinds ?? []).map((column) => ({ at: placeOf(header, column), texts: [] as (string | null)[] }))
  const share = received && shares(received)
  const gaps = [arm, ...(unit === null ? [] : [unit])].map((column) => ({ column, places: new Places() }))
  const placeOfArm = new Map<string, number>()
  const arms: { name: string; units: number }[] = []
  const slots: Map<string, number>[] = []
  const names: string[] = []
  const cells = rowNumbers()
  let armOf = new Uint16Array(64)
  let rows = 0

  function add(row: number, line: readonly string[]): void {
    if (line.every((text) => text.trim() === '')) return
    rows++
    const armName = (line[armAt] ?? '').trim()
    const unitName = unitAt === null ? String(row) : (line[unitAt] ?? '').trim()
    const gap = gaps[isMissing(armName) ? 0 : isMissing(unitName) ? 1 : 2]
    if (gap) gap.places.add({ row, column: gap.column })
    else take(row, line, armName.slice(0, 200), unitName.slice(0, 200))
  }

  function take(row: number, line: readonly string[], armName: string, unitName: string): void {
    const place = placeOfArm.get(armName) ?? newArm(armName, row)
    const slot = (unitAt === null ? undefined : slots[place]?.get(unitName)) ?? newUnit(unitName, place, row)
    addRow(cells, slot, row)
    for (const { at, texts } of kinds) if (texts.length <= slot) texts.push(kindIn(line[at] ?? ''))
    const isHalf = numbers[1] && [0, 1].some((at) => isMissing(line[numbers[at]?.at ?? -1] ?? ''))
    for (const [at, column] of numbers.entries()) {
      if (!column || column.at < 0) continue
      const text = line[column.at] ?? ''
      column.cells.add(slot, isHalf && at < 2 ? '' : at === 3 && share ? share.read(text, row) : text, row)
    }
  }

  function newArm(name: string, row: number): number {
    if (arms.length >= limits.arms)
      throw new SheetProblem('too-many-arms', { limit: limits.arms }, { row, column: arm })
    placeOfArm.set(name, arms.length)
    slots.push(new Map())
    return arms.push({ name, units: 0 }) - 1
  }

  function newUnit(name: string, place: number, row: number): number {
    if (names.length >= limits.units) throw new SheetProblem('too-many-units', { limit: limits.units }, { row })
    const found = arms[place]
    if (found) found.units++
    armOf = grow(armOf, names.length + 1)
    armOf[names.length] = place
    if (unitAt !== null) slots[place]?.set(name, names.length)
    return names.push(name) - 1
  }

  function finish(): SheetUnits {
    if (names.length === 0) throw new SheetProblem('no-rows', {})
    share?.check()
    const count = names.length
    const settled = numbers.map((column) => column && columnOf(column.cells, count))
    const [value, denominator, pre, receivedShares, ...also] = settled.map((one) => one?.column ?? null)
    return {
      names,
      armOf: armOf.slice(0, count),
      arms,
      value: value ?? { sums: new Float64Array(count), counts: new Uint32Array(count) },
      denominator: denominator ?? null,
      pre: pre ?? null,
      received: receivedShares ?? null,
      also: also.filter((column) => column !== null),
      kinds: kinds.map(({ texts }) => texts),
      rows,
      cells,
      warnings: [...lost(), ...settled.flatMap((one) => one?.warnings ?? []), ...repeated()],
    }
  }

  function* lost(): Generator<SheetWarning> {
    for (const { column, places } of gaps)
      if (places.count > 0) yield { code: 'rows-without', values: { column, count: places.count }, ...places.all }
  }

  /** Units with several rows: one figure is made of them, because the unit is what was drawn. */
  function* repeated(): Generator<SheetWarning> {
    let [units, all] = [0, 0]
    let first: number | undefined
    for (const slot of names.keys()) {
      const count = cells.count[slot] ?? 0
      if (count < 2) continue
      units++
      all += count
      first ??= slot
    }
    if (first === undefined) return
    const at = { row: rowsOf(cells, first).rows[1] ?? 1 }
    yield { code: 'units-repeated', values: { units, rows: all, unit: names[first] ?? '' }, at }
  }

  return { add, finish }
}

function kindIn(text: string): string | null {
  return isMissing(text) ? null : text.trim().slice(0, 60)
}

function columnOf(cells: ReturnType<typeof measure>, units: number): { column: UnitColumn; warnings: SheetWarning[] } {
  const { sum, count, warnings } = cells.settle()
  const column = { sums: new Float64Array(units), counts: new Uint32Array(units) }
  for (let unit = 0; unit < units; unit++) {
    column.sums[unit] = sum(unit)
    column.counts[unit] = count(unit)
  }
  return { column, warnings }
}
