import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { PanelOptions } from '#lib/sheet/gather-rows.ts'
import { panelReader } from '#lib/sheet/panel-reader.ts'
import type { NumberStyle } from '#lib/sheet/parse-number.ts'
import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import type { SheetWarning } from '#lib/sheet/sheet-warning.ts'
import { limits } from '#platform/anywhere/limits.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Database } from '#platform/database.ts'
import type { Upload } from '#platform/http.ts'
import type { ColumnMap } from './columns.ts'
import { type GridColumns, gridMappingOf } from './mapping-of.ts'
import { piecesOf } from './pieces-of.ts'
import { type Sheet as ReadSheet, readSheet } from './read-sheet.ts'
import { unpacked } from './row-block.ts'
import { type Sheet, type SheetId, type SheetRow, warningOf } from './sheet.ts'
import { refusing } from './sheet-refusal.ts'
import { type Surveyed, surveySheet } from './survey-sheet.ts'

declare module '#platform/database.ts' {
  interface Tables {
    sheet: Sheet
    sheetChunk: { sheetId: SheetId; position: number; content: Buffer }
    sheetBlock: { sheetId: SheetId; position: number; firstRow: number; content: Buffer }
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'sheet.added': { id: SheetId }
  }
}

/** @throws {Problem} `not-found`. */
export async function findSheet(db: Database, id: SheetId): Promise<Sheet> {
  const sheet = await db.selectFrom('sheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (!sheet) throw new Problem('not-found', 'sheet.none')
  return sheet
}

/** Whether there is such a sheet, without reading what was found in it. */
export async function hasSheet(db: Database, id: SheetId): Promise<boolean> {
  return (await db.selectFrom('sheet').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/**
 * Keeps a sheet as it came, what was found in it, and its rows as they were read.
 * @param surveyed What `surveySheet` said of the same bytes; without it they are read here.
 * @throws {Problem} `full` when the workspace keeps as much as it may; `bad-input` when it is no table that can be read.
 */
export async function addSheet(
  db: Database,
  { upload, surveyed, ...given }: Given & { upload: Upload; surveyed?: Surveyed },
): Promise<Sheet> {
  await refuseFull(db, upload.size)
  const read = surveyed ?? (await surveySheet(upload, { tab: null, layout: 'as-found' }))
  try {
    let position = 0
    for await (const content of piecesOf(upload.read(), limits.sheetChunkBytes))
      await db.insertInto('sheetChunk').values({ sheetId: given.id, position: position++, content }).execute()
    const { size: bytes, sha256 } = upload
    return await storeSheet(db, { ...given, bytes, sha256, bytesOfId: null }, read)
  } finally {
    if (!surveyed) await read.close()
  }
}

type Given = Pick<Sheet, 'id' | 'name' | 'addedById' | 'addedAt'>

/** Keeps another reading of the bytes of a sheet: another tab of its workbook, another layout of its rows. */
export function addReading(
  db: Database,
  { of, surveyed, ...given }: Omit<Given, 'name'> & { of: Sheet; surveyed: Surveyed },
): Promise<Sheet> {
  const { name, bytes } = of
  const sha256 = createHash('sha256')
    .update(`${of.sha256} ${JSON.stringify(surveyed.reading)}`)
    .digest('hex')
  return storeSheet(db, { ...given, name, bytes, sha256, bytesOfId: of.bytesOfId ?? of.id }, surveyed)
}

async function storeSheet(
  db: Database,
  given: Omit<Sheet, 'reading' | 'description'>,
  { reading, description, blocks }: Surveyed,
): Promise<Sheet> {
  let position = 0
  for await (const block of blocks())
    await db
      .insertInto('sheetBlock')
      .values({ sheetId: given.id, position: position++, ...block })
      .execute()
  const sheet = { ...given, reading, description }
  await db.insertInto('sheet').values(sheet).execute()
  return sheet
}

async function refuseFull(db: Database, more: number): Promise<void> {
  const { kept } = await db
    .selectFrom('sheet')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('bytes'), sql<number>`0`).as('kept'))
    .where('bytesOfId', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(kept) + more > limits.sheetsBytes) throw new Problem('full', 'sheet.full', { limit: limits.sheetsBytes })
}

/**
 * The bytes of a sheet, as they came.
 * @param tx Reads each piece in a transaction of its own: a large file may take longer than one stays open.
 */
export async function* bytesOf(
  { id, bytesOfId }: Pick<Sheet, 'id' | 'bytesOfId'>,
  tx: <T>(work: (db: Database) => Promise<T>) => Promise<T>,
): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const chunk = await tx((db) =>
      db
        .selectFrom('sheetChunk')
        .select('content')
        .where('sheetId', '=', bytesOfId ?? id)
        .where('position', '=', position)
        .executeTakeFirst(),
    )
    if (!chunk) return
    yield chunk.content
  }
}

/**
 * Lets go the sheets that came before `before` and that nothing needs; what was measured on them holds them by foreign
 * keys, and so does another reading the bytes it was made from.
 * @param inUse Sheets that drafts and plans name.
 * @returns How many.
 */
export async function sweepSheets(db: Database, before: Date, inUse: ReadonlySet<SheetId>): Promise<number> {
  const old = await db
    .selectFrom('sheet')
    .select('id')
    .where('addedAt', '<', before)
    .orderBy('addedAt', 'desc')
    .execute()
  let count = 0
  for (const { id } of old) {
    if (inUse.has(id)) continue
    await sql`savepoint sheet`.execute(db)
    try {
      await removeSheet(db, id)
      await sql`release savepoint sheet`.execute(db)
      count++
    } catch (error) {
      if (!isHeld(error)) throw error
      await sql`rollback to savepoint sheet`.execute(db)
    }
  }
  return count
}

/** Takes away a sheet that the server itself wrote and that nothing needs any longer. */
export async function removeSheet(db: Database, id: SheetId): Promise<void> {
  await db.deleteFrom('sheetBlock').where('sheetId', '=', id).execute()
  await db.deleteFrom('sheetChunk').where('sheetId', '=', id).execute()
  await db.deleteFrom('sheet').where('id', '=', id).execute()
}

/** A foreign key of something that was measured on it. */
function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23503' || error.code === '23001')
}

/**
 * A sheet as site x period x value.
 * @param guardrails More columns of numbers.
 * @throws {Problem} `not-found`; `bad-input` saying where the sheet and the choice of columns do not fit.
 */
export async function readPanel(
  db: Database,
  id: SheetId,
  { columns, since, guardrails }: { columns: PanelColumns; since: string; guardrails: readonly string[] },
): Promise<SheetPanel> {
  const { site, treated } = columns
  const told = { column: treated.column, values: treated.values ?? undefined }
  const mapping = { ...gridMappingOf(columns, guardrails), site, since, treated: told }
  return readWith(db, id, (header, options) => panelReader(header, mapping, options), columns)
}

/** What a table of two groups needs. */
type PanelColumns = GridColumns & { site: string; treated: { column: string; values: string[] | null } }

/** Takes the rows of a sheet one by one, and says in the end what they make. */
export interface RowReader<T> {
  add(row: number, cells: readonly string[]): void
  finish(): T
}

/**
 * What the rows of a sheet make, read by a reader of `lib/sheet`. The file's own doubts come first.
 * @param columns The choice that it is read by: a refusal then marks the part that it is about.
 * @throws {Problem} `not-found`; `bad-input` saying where the sheet and the choice of columns do not fit.
 */
export async function readWith<T extends { warnings: SheetWarning[] }>(
  db: Database,
  id: SheetId,
  readerOf: (header: readonly string[], options: PanelOptions) => RowReader<T>,
  columns: ColumnMap,
): Promise<T> {
  return refusing(async () => {
    const sheet = await storedRows(db, await findSheet(db, id))
    try {
      const most = { sites: limits.trialSites, periods: limits.trialPeriods }
      const reader = readerOf(sheet.header, { hint: sheet.hint, limits: most })
      for await (const rows of sheet.batches) for (const { row, cells } of rows) reader.add(row, cells)
      const made = reader.finish()
      return { ...made, warnings: [...sheet.warnings(), ...made.warnings] }
    } finally {
      await sheet.close()
    }
  }, columns)
}

/** Rows by the numbers that a spreadsheet shows, from `from` on or only some, at most `limits.rowsPage`. */
export async function readRows(
  db: Database,
  id: SheetId,
  { from, only }: { from: number; only: ReadonlySet<number> | null },
): Promise<{ columns: string[]; rows: SheetRow[]; hasMore: boolean }> {
  const { header, batches } = await storedRows(db, await findSheet(db, id), only ? Math.min(...only) : from)
  const last = only && Math.max(...only)
  const rows: SheetRow[] = []
  for await (const batch of batches) {
    for (const row of batch) {
      if (last !== null && row.row > last) return { columns: header, rows, hasMore: false }
      if (row.row < from || (only && !only.has(row.row))) continue
      if (rows.length === limits.rowsPage) return { columns: header, rows, hasMore: true }
      rows.push(row)
    }
  }
  return { columns: header, rows, hasMore: false }
}

/**
 * Reads all rows of a sheet, some at a time, header first. `visit` may stop it by answering false.
 * @throws {Problem} `not-found`; `bad-input` saying where the sheet cannot be read on.
 */
export async function visitRows(
  db: Database,
  id: SheetId,
  visit: (rows: SheetRow[], sheet: { header: string[]; hint: NumberStyle }) => Promise<boolean> | boolean,
): Promise<void> {
  const found = await findSheet(db, id)
  await refusing(async () => {
    const { header, hint, batches } = await storedRows(db, found)
    for await (const rows of batches) if (!(await visit(rows, { header, hint }))) return
  })
}

type StoredRows = Pick<ReadSheet, 'header' | 'hint' | 'batches' | 'warnings' | 'close'>

/**
 * The rows of a sheet as they were read when it came, from row number `from` on, a block at a time; rows before it in the
 * same block come too.
 */
async function storedRows(db: Database, sheet: Sheet, from = 1): Promise<StoredRows> {
  const { id, reading, description } = sheet
  const start = await firstBlock(db, id, from)
  // Sheets from before there were blocks.
  if (start === null)
    return readSheet(
      bytesOf(sheet, (work) => work(db)),
      {},
      { layout: reading.layout },
    )
  const header = description.columns.map(({ name }) => name)
  return {
    header,
    hint: description.hint,
    batches: blockRows(db, id, start, header.length),
    warnings: () => description.doubts.map(warningOf),
    close: async () => {},
  }
}

/** Where to begin for a row. A row that was turned into several may have begun in the block before its last. */
async function firstBlock(db: Database, id: SheetId, from: number): Promise<number | null> {
  const blocks = db.selectFrom('sheetBlock').select('position').where('sheetId', '=', id)
  const before = await blocks.where('firstRow', '<', from).orderBy('position', 'desc').limit(1).executeTakeFirst()
  const found = before ?? (await blocks.orderBy('position').limit(1).executeTakeFirst())
  return found?.position ?? null
}

async function* blockRows(db: Database, id: SheetId, start: number, width: number): AsyncGenerator<SheetRow[]> {
  const all = [...Array(width).keys()]
  for (let position = start; ; position++) {
    const block = await db
      .selectFrom('sheetBlock')
      .select('content')
      .where('sheetId', '=', id)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!block) return
    const { numbers, columns } = unpacked(block.content, all)
    yield Array.from(numbers, (row, at) => ({
      row,
      cells: columns.map(({ texts, codes }) => texts[codes[at] ?? 0] ?? ''),
    }))
    // Other requests are answered in between.
    await setImmediate()
  }
}
