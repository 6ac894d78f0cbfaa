import type { SheetProblem, SheetProblemCode } from '#lib/sheet/sheet-problem.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Columns } from './sheet.ts'

/**
 * What a person is told of a sheet that cannot be read on: what happened, where, what was kept, what to do.
 * @param columns The choice it was read with: the part that the fault is about is then marked, as `#/columns/site`.
 */
export function refusalOf({ code, values, row, column }: SheetProblem, columns?: Columns): Problem {
  const message = `sheet.problem.${code}` as const
  const named = column ?? ('column' in values ? values.column : '')
  const said = { ...(values as Record<string, string | number>), row: row ?? 0, column: named }
  const pointer = columns && pointerTo(code, named, columns)
  const fields = pointer ? [{ pointer, message, values: said }] : []
  return new Problem(code === 'too-many-bytes' ? 'too-large' : 'bad-input', message, said, fields)
}

/** One column may play two parts, so some faults tell the part by themselves. */
function pointerTo(code: SheetProblemCode, column: string, columns: Columns): string | undefined {
  if (code === 'no-since') return '#/since'
  if (code === 'not-a-flag' || code === 'no-treated-value' || code === 'no-treated-site') return '#/columns/treated'
  const part = (['site', 'period', 'value'] as const).find((name) => columns[name] === column)
  if (part) return `#/columns/${part}`
  if (column === columns.treated.column) return '#/columns/treated'
  return column === '' ? undefined : '#/guardrails'
}
