import type { z } from 'zod'
import type { PilotColumns, StaggeredColumns } from '../columns.ts'
import type { SheetColumn } from '../sheet.ts'

type Pilot = z.output<typeof PilotColumns>
interface YesChoice {
  column: string | null
  values: string[] | null
}

/** Parts that one column plays by its name, and parts whose column says yes and no. */
export type NamedPart = 'site' | 'period' | 'value' | 'denominator' | 'weight' | 'arm' | 'unit' | 'pre'
export type YesPart = 'treated' | 'received' | 'start'

/** A choice of columns of any design while it is being made: what another design needs is kept beside. */
export type ColumnChoice = Record<NamedPart, string | null> & {
  treated: YesChoice
  received: YesChoice
  start: YesChoice & Pick<z.output<typeof StaggeredColumns>['start'], 'says'>
  segments: string[]
  dateOrder: Pilot['dateOrder']
  numberStyle: Pilot['numberStyle']
}

/** A part that a page asks for, and the words it is asked in: one part may mean different things in two designs. */
export interface PartOfMap {
  part: NamedPart | YesPart
  word:
    | 'site'
    | 'place'
    | 'period'
    | 'value'
    | 'denominator'
    | 'weight'
    | 'arm'
    | 'unit'
    | 'pre'
    | 'treated'
    | 'on'
    | 'received'
    | 'start'
  isOptional?: boolean
}

export function columnIn(columns: ColumnChoice, part: NamedPart | YesPart): string | null {
  const chosen = columns[part]
  return typeof chosen === 'object' && chosen !== null ? chosen.column : chosen
}

/** Another column for a part. Which of its texts mean yes is asked anew; a column of yes and no tells a start by its first yes. */
export function withColumn(
  columns: ColumnChoice,
  part: NamedPart | YesPart,
  column: Pick<SheetColumn, 'name' | 'kind'> | null,
): ColumnChoice {
  const name = column?.name ?? null
  if (part === 'start') {
    const says = column?.kind === 'flag' ? 'flag' : 'period'
    return { ...columns, start: { column: name, values: null, says } }
  }
  if (part === 'treated' || part === 'received') return { ...columns, [part]: { column: name, values: null } }
  return { ...columns, [part]: name }
}
