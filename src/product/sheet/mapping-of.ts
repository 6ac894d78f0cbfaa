import type { z } from 'zod'
import { type GridMapping, numberColumns, type YesColumn } from '#lib/sheet/panel-mapping.ts'
import type { UnitMapping } from '#lib/sheet/unit-reader.ts'
import type { PilotColumns, SplitColumns, StaggeredColumns } from './columns.ts'

type Pilot = z.output<typeof PilotColumns>
type Staggered = z.output<typeof StaggeredColumns>
type Split = z.output<typeof SplitColumns>

/** The parts that a choice for sites and periods may name: those of every design but the split. */
export type GridColumns = Pick<Pilot, 'period' | 'value' | 'dateOrder' | 'numberStyle'> & {
  site: string | null
  denominator?: Pilot['denominator']
  treated?: Pilot['treated']
  received?: Pilot['received']
  start?: Staggered['start']
  weight?: Staggered['weight']
}

/**
 * The reader's words for a choice of columns by site and period.
 * @param also More columns of numbers: the guardrails, and whatever else is measured.
 */
export function gridMappingOf(columns: GridColumns, also: readonly string[]): GridMapping {
  const { site, period, value, denominator, weight, treated, received, start, dateOrder, numberStyle } = columns
  const mapping = {
    site,
    period,
    value,
    denominator: denominator ?? undefined,
    weight: weight ?? undefined,
    // A start that is told by a flag is a state like any other; its first yes is the start.
    treated: start?.says === 'flag' ? yesOf(start) : yesOf(treated),
    received: yesOf(received),
    start: start?.says === 'period' ? start.column : undefined,
    alsoValues: also,
    dateOrder: dateOrder ?? undefined,
  }
  return { ...mapping, styles: stylesOf(numberStyle, numberColumns(mapping)) }
}

/** The reader's words for a choice of columns of whoever was drawn. */
export function unitMappingOf(columns: Split, also: readonly string[]): UnitMapping {
  const { arm, unit, value, denominator, pre, received, segments, numberStyle } = columns
  const named = [value, denominator, pre, ...also].filter((column) => column !== null)
  return {
    arm,
    unit,
    value,
    denominator: denominator ?? undefined,
    pre: pre ?? undefined,
    received: yesOf(received),
    alsoValues: also,
    kinds: segments,
    styles: stylesOf(numberStyle, named),
  }
}

function yesOf(chosen: Pilot['received'] | undefined): YesColumn | undefined {
  return chosen ? { column: chosen.column, values: chosen.values ?? undefined } : undefined
}

function stylesOf(style: Pilot['numberStyle'], columns: readonly string[]): GridMapping['styles'] {
  return style ? columns.map((column) => ({ column, style })) : undefined
}
