import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { panelReader } from '#lib/sheet/panel-reader.ts'
import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { readSheet } from '#product/sheet/read-sheet.ts'
import { sheetLimits } from '#product/sheet/sheet-bounds.ts'
import { problemLine } from '../sheet-lines.ts'
import { WrongInput } from '../wrong-input.ts'
import { type AskedColumns, type AskedGuardrail, columnsOf } from './columns.ts'

/**
 * The figures of a file as site x period x value, with the guardrails that were asked for. `-` is standard input.
 * @throws {WrongInput} saying in one line what does not fit.
 */
export async function readFigures(
  file: string,
  asked: AskedColumns,
): Promise<{ panel: SheetPanel; guardrails: AskedGuardrail[] }> {
  try {
    const sheet = await readSheet(await open(file))
    const { mapping, guardrails } = columnsOf(asked, sheet.header)
    const reader = panelReader(sheet.header, mapping, { hint: sheet.hint, limits: sheetLimits })
    for await (const rows of sheet.batches) for (const { row, cells } of rows) reader.add(row, cells)
    const panel = reader.finish()
    return { panel: { ...panel, warnings: [...sheet.warnings(), ...panel.warnings] }, guardrails }
  } catch (error) {
    if (error instanceof SheetProblem) throw new WrongInput(`${nameOf(file)}: ${problemLine(error)}`)
    throw error
  }
}

export async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) throw new WrongInput(`${file}: ${reasons[found.code ?? ''] ?? found.message}`)
  if (found.isDirectory()) throw new WrongInput(`${file}: this is a folder, not a file.`)
  return createReadStream(file)
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file.',
  EACCES: 'it may not be read.',
}

export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file
}
