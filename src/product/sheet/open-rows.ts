import { foreignFile } from '#lib/sheet/foreign-file.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'
import { textFacts } from '#lib/sheet/texts-of.ts'
import { type About, csvRows } from './csv-rows.ts'
import type { SheetLimits } from './sheet-bounds.ts'
import { type SheetFile, spooled } from './sheet-file.ts'
import { isProtected } from './workbook/is-protected.ts'
import { isDocument, openDocument } from './workbook/open-document.ts'
import { openWorkbook } from './workbook/open-workbook.ts'
import { openZip } from './workbook/open-zip.ts'
import type { Workbook } from './workbook/workbook.ts'

/** Bytes that come once, in pieces, or a file that can be read from anywhere. */
export type SheetSource = AsyncIterable<Uint8Array> | SheetFile

export interface OpenRows {
  /** All rows, blank ones too where the file has them. */
  rows: AsyncGenerator<SheetRow[]>
  about: About
  workbook: Workbook | null
}

/** Kinds of workbooks that can be read. */
const readable = ['xlsx', 'ods']
/** Bytes at the start that tell a workbook from text. */
const told = 4096

/**
 * The rows of a file, whichever kind it is.
 * @param tab Of a workbook: the one to read.
 */
export async function openRows(source: SheetSource, limits: SheetLimits, tab?: string): Promise<OpenRows> {
  const about: About = { ...textFacts(), delimiter: ',', names: [] }
  const { start, all } = await peeked(source)
  if (!isContainer(start)) return { rows: csvRows(all, limits, about), about, workbook: null }
  if (Symbol.asyncIterator in source) {
    const file = await spooled(all, limits.bytes)
    try {
      const workbook = await workbookOf(file, start, limits, tab)
      return { rows: letting(workbook.rows, file.close), about, workbook }
    } catch (error) {
      await file.close()
      throw error
    }
  }
  const workbook = await workbookOf(source, start, limits, tab)
  return { rows: workbook.rows, about, workbook }
}

/** @throws {SheetProblem} saying what it is, when it is no workbook that can be read. */
async function workbookOf(file: SheetFile, start: Uint8Array, limits: SheetLimits, tab?: string): Promise<Workbook> {
  if (file.size > limits.bytes) throw new SheetProblem('too-many-bytes', { limit: limits.bytes })
  const foreign = foreignFile(start)
  if (foreign?.code === 'is-xlsx' && 'type' in foreign.values && !readable.includes(foreign.values.type)) {
    throw (await isProtected(file, start)) ? new SheetProblem('is-protected', {}) : foreign
  }
  if (isDocument(await openZip(file, limits))) return openDocument(file, limits, tab)
  return openWorkbook(file, limits, tab)
}

/** A zip, or the older container that .xls and workbooks with a password come in. */
function isContainer([a, b, c = 9, d = 9]: Uint8Array): boolean {
  return (a === 0x50 && b === 0x4b && c < 9 && d < 9) || (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
}

/** The first bytes, and all of them, those first ones included. */
async function peeked(source: SheetSource): Promise<{ start: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  const pieces = (Symbol.asyncIterator in source ? source : source.read())[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let length = 0
  while (length < told) {
    const next = await pieces.next()
    if (next.done) break
    seen.push(next.value)
    length += next.value.length
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* seen
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
    } finally {
      await pieces.return?.()
    }
  }
  return { start: Buffer.concat(seen).subarray(0, told), all: all() }
}

async function* letting(rows: AsyncGenerator<SheetRow[]>, go: () => Promise<void>): AsyncGenerator<SheetRow[]> {
  try {
    yield* rows
  } finally {
    await go()
  }
}
