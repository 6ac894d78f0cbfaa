import { SheetProblem, type SheetProblemCode } from '#lib/sheet/sheet-problem.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { ColumnMap } from './columns.ts'

/**
 * What a person is told of a sheet that cannot be read on: what happened, where, what was kept, what to do.
 * @param columns The choice it was read with: the part that the fault is about is then marked, as `#/columns/site`.
 */
export function refusalOf({ code, values, row, column }: SheetProblem, columns?: ColumnMap): Problem {
  const message = `sheet.problem.${code}` as const
  const named = column ?? ('column' in values ? values.column : '')
  const said = { ...(values as Record<string, string | number>), row: row ?? 0, column: named }
  const pointer = columns && pointerTo(code, named, columns)
  const fields = pointer ? [{ pointer, message, values: said }] : []
  return new Problem(code === 'too-many-bytes' ? 'too-large' : 'bad-input', message, said, fields)
}

/** One column may play two parts, so some faults tell the part by themselves. */
const parts: Partial<Record<SheetProblemCode, string>> = {
  'no-since': '#/since',
  'not-a-flag': '#/columns/treated',
  'no-treated-value': '#/columns/treated',
  'no-treated-site': '#/columns/treated',
  'both-states': '#/columns/treated',
  'several-starts': '#/columns/start',
  'start-ends': '#/columns/start',
  'too-many-units': '#/columns/unit',
}

function pointerTo(code: SheetProblemCode, column: string, columns: ColumnMap): string | undefined {
  // A value that never comes is one of whichever column was to say yes by it, and that may name sites too.
  const part = code === 'no-treated-value' ? partOf(column, saying(columns)) : undefined
  if (part ?? parts[code]) return part ?? parts[code]
  if (column === '') return undefined
  return partOf(column, columns) ?? '#/guardrails'
}

/** The choices that say yes by some of their values. */
function saying(columns: ColumnMap): object {
  return Object.fromEntries(Object.entries(columns).filter(([, choice]) => typeof choice === 'object'))
}

function partOf(column: string, columns: object): string | undefined {
  const found = Object.entries(columns).find(([, choice]) => isColumn(choice, column))
  return found && `#/columns/${found[0]}`
}

function isColumn(choice: unknown, column: string): boolean {
  if (choice === column) return true
  return typeof choice === 'object' && choice !== null && 'column' in choice && choice.column === column
}

/** The reader speaks in codes; people read sentences. */
export async function refusing<T>(read: () => Promise<T>, columns?: ColumnMap): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof SheetProblem ? refusalOf(error, columns) : error
  }
}
