import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { type SheetTable, type TableColumns, tableReader } from '#lib/sheet/table-reader.ts'
import { readSheet } from '#product/sheet/read-sheet.ts'
import { problemLine, warningLine } from '../sheet-lines.ts'
import { WrongInput } from '../wrong-input.ts'
import { nameOf, open } from './figures.ts'
import { say } from './told.ts'

export interface ReadTable extends Omit<SheetTable, 'warnings'> {
  /** Doubts about the sheet, in words. */
  readonly warnings: string[]
}

/**
 * Some columns of a file, row by row. `-` is standard input.
 * @param columnsOf Names the columns, once the header is known.
 * @throws {WrongInput} saying in one line what does not fit.
 */
export async function readTable(
  file: string,
  columnsOf: (header: readonly string[]) => TableColumns,
): Promise<ReadTable> {
  try {
    const sheet = await readSheet(await open(file))
    const reader = tableReader(sheet.header, columnsOf(sheet.header), { hint: sheet.hint })
    for await (const rows of sheet.batches) for (const { row, cells } of rows) reader.add(row, cells)
    const { warnings, ...table } = reader.finish()
    return { ...table, warnings: [...sheet.warnings(), ...warnings].map((warning) => warningLine(warning, say)) }
  } catch (error) {
    if (error instanceof SheetProblem) throw new WrongInput(`${nameOf(file)}: ${problemLine(error)}`)
    throw error
  }
}
