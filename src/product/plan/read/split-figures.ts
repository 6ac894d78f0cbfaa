import { addRow, rowNumbers, rowsOf } from '#lib/sheet/row-numbers.ts'
import { type SheetUnits, type UnitColumn, unitReader } from '#lib/sheet/unit-reader.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { unitMappingOf } from '#product/sheet/mapping-of.ts'
import { readWith } from '#product/sheet/sheet-store.ts'
import type { BodyOf } from '../plan-body.ts'
import type { FiguresPart, SplitUnit } from '../trial-figures.ts'
import { designReading, type Readable } from './design-reading.ts'
import { moreColumnsOf } from './more-columns.ts'

type Body = BodyOf<'split'>

/** People or things in two arms. */
export const splitReading = designReading<'split', SheetUnits>({
  read: (db, id, { columns, ...plan }, isFirst) => {
    const mapping = { ...unitMappingOf(columns, moreColumnsOf(plan)), mayLack: isFirst }
    return readWith(db, id, (header, { hint }) => unitReader(header, mapping, { hint }), columns)
  },
  settle(units, plan, door) {
    refuseMissingArm(units, plan.arms)
    if (door === 'look-back') refuseWithoutValues(units, plan.arms)
    return { isPaired: isPaired(units, plan) }
  },
  merger: splitMerger,
})

/** @throws {Problem} `bad-input` at the arm that nobody is in, or that is the other one too. */
function refuseMissingArm({ arms }: SheetUnits, { treated, comparison }: Body['arms']): void {
  if (treated === comparison) throw refused('plan.same-arm', '#/arms/comparison', { arm: treated })
  const found = arms.map(({ name }) => name)
  for (const [part, arm] of [
    ['treated', treated],
    ['comparison', comparison],
  ] as const)
    if (!found.includes(arm))
      throw refused('plan.empty-arm', `#/arms/${part}`, { arm, found: found.slice(0, 12).join(', ') })
}

/** @throws {Problem} `bad-input` when an arm has nobody with a figure. */
function refuseWithoutValues({ armOf, arms, value }: SheetUnits, planned: Body['arms']): void {
  const filled = new Set([...armOf].filter((_, unit) => (value.counts[unit] ?? 0) > 0).map((arm) => arms[arm]?.name))
  for (const part of ['treated', 'comparison'] as const)
    if (filled.size > 0 && !filled.has(planned[part]))
      throw refused('plan.silent-arm', `#/arms/${part}`, { arm: planned[part] })
}

/**
 * Whether each unit stands in both arms, and is compared with itself.
 * @throws {Problem} `bad-input` when some do and some do not, or what is compared is no mean.
 */
function isPaired({ names, armOf, arms }: SheetUnits, plan: Readable<'split'>): boolean {
  if (plan.columns.unit === null) return false
  const unitsOf = (arm: string) => new Set(names.filter((_, unit) => arms[armOf[unit] ?? -1]?.name === arm))
  const [treated, comparison] = [unitsOf(plan.arms.treated), unitsOf(plan.arms.comparison)]
  const both = [...treated].filter((name) => comparison.has(name))
  if (both.length === 0) return false
  const alone = [...treated, ...comparison].find((name) => !(treated.has(name) && comparison.has(name)))
  if (alone !== undefined)
    throw refused('plan.units-in-both', '#/columns/unit', { count: both.length, unit: both[0] ?? '', other: alone })
  if (plan.metric.kind !== 'mean') throw refused('plan.paired-kind', '#/metricId', { unit: both[0] ?? '' })
  return true
}

/**
 * Puts the sheets of a split together. Units are known by their name, and the arm of a unit is the one it came in with
 * first, for that is what was drawn. Without a column of names no row can be known again: the last sheet counts alone.
 */
export function splitMerger(
  plan: Pick<Body, 'columns' | 'guardrails' | 'control' | 'also' | 'metric' | 'arms' | 'isPaired'>,
): {
  add(units: SheetUnits): void
  finish(): FiguresPart<'split'>
} {
  const { columns, guardrails, control, also = [], arms, metric } = plan
  const firstAlso = guardrails.length + (control ? 1 : 0)
  const isAdded = metric.kind === 'rate' || metric.kind === 'ratio'
  let units: SplitUnit[] = []
  let places = new Map<string, number>()
  let sheet: number[] = []
  let rows = rowNumbers()
  let others = new Map<string, Set<string> | number>()
  let [sheets, read] = [0, 0]
  const strangers: string[] = []
  const regrouped = new Set<string>()

  function add(found: SheetUnits): void {
    if (columns.unit === null) {
      ;[units, sheet, rows] = [[], [], rowNumbers()]
      ;[places, others] = [new Map(), new Map()]
    }
    for (const [at, name] of found.names.entries()) {
      const arm = found.arms[found.armOf[at] ?? -1]?.name ?? ''
      if (arm === arms.treated || arm === arms.comparison) take(found, at, name, arm)
      else noteOther(name, arm)
    }
    sheets++
    read += found.rows
  }

  function take(found: SheetUnits, at: number, name: string, arm: string): void {
    // The arms are two, so one sign tells them apart.
    const key = plan.isPaired ? `${arm === arms.treated ? 't' : 'c'} ${name}` : name
    const place = places.get(key) ?? newUnit(key, name, arm)
    const unit = units[place]
    if (!unit) return
    if (unit.arm !== arm) regrouped.add(name)
    const had = unit.value !== null
    const value = totalOf(found.value, at, isAdded)
    unit.value = value ?? unit.value
    unit.denominator = (found.denominator && totalOf(found.denominator, at, isAdded)) ?? unit.denominator
    unit.pre = (found.pre && totalOf(found.pre, at, isAdded)) ?? unit.pre
    unit.received = (found.received && totalOf(found.received, at, false)) ?? unit.received
    unit.guardrails = guardrails.map((_, more) => figureOf(found.also[more], at) ?? unit.guardrails[more] ?? null)
    if (control) unit.control = figureOf(found.also[guardrails.length], at) ?? unit.control ?? null
    if (unit.also) unit.also = unit.also.map((figure, more) => figureOf(found.also[firstAlso + more], at) ?? figure)
    if (unit.segments) unit.segments = unit.segments.map((kind, more) => kind ?? found.kinds[more]?.[at] ?? null)
    if (value === null && had) return
    sheet[place] = sheets
    const from = rowsOf(found.cells, at)
    rows.more.delete(place)
    if (place < rows.count.length) rows.count[place] = 0
    for (const row of from.rows) addRow(rows, place, row)
    rows.count[place] = from.count
    unit.rows = from.count
  }

  function newUnit(key: string, name: string, arm: string): number {
    places.set(key, units.length)
    if (sheets > 0 && columns.unit !== null) strangers.push(name)
    return (
      units.push({
        ...{ name, arm, value: null, denominator: null, pre: null, received: null },
        guardrails: guardrails.map(() => null),
        ...(control ? { control: null } : {}),
        ...(also.length > 0 ? { also: also.map(() => null) } : {}),
        ...(columns.segments.length > 0 ? { segments: columns.segments.map(() => null) } : {}),
        rows: 0,
      }) - 1
    )
  }

  function noteOther(name: string, arm: string): void {
    const before = others.get(arm)
    if (columns.unit === null) others.set(arm, (typeof before === 'number' ? before : 0) + 1)
    else others.set(arm, (before instanceof Set ? before : new Set<string>()).add(name))
  }

  function finish(): FiguresPart<'split'> {
    return {
      units,
      arms,
      kind: metric.kind,
      ...(columns.segments.length > 0 ? { segments: columns.segments } : {}),
      ...(control ? { control: control.name } : {}),
      otherArms: [...others].map(([name, found]) => ({ name, units: typeof found === 'number' ? found : found.size })),
      rows: read,
      origins: { sheet: Int16Array.from(sheet), rows },
      strangers,
      regrouped: [...regrouped],
    }
  }

  return { add, finish }
}

/** Rows of one unit as one figure: added up, or averaged. */
function totalOf({ sums, counts }: UnitColumn, unit: number, isAdded: boolean): number | null {
  const count = counts[unit] ?? 0
  if (count === 0) return null
  return isAdded ? (sums[unit] ?? 0) : (sums[unit] ?? 0) / count
}

function figureOf(column: UnitColumn | undefined, unit: number): number | null {
  return column ? totalOf(column, unit, false) : null
}

type Refusal = 'plan.same-arm' | 'plan.empty-arm' | 'plan.silent-arm' | 'plan.units-in-both' | 'plan.paired-kind'

function refused(message: Refusal, pointer: string, values: Record<string, string | number>): Problem {
  return new Problem('bad-input', message, values, [{ pointer, message, values }])
}
