import { headerOf } from '#lib/sheet/header-of.ts'
import { numberHintOf } from '#lib/sheet/number-hint.ts'
import type { PanelMapping } from '#lib/sheet/panel-mapping.ts'
import { panelReader } from '#lib/sheet/panel-reader.ts'
import type { NumberStyle } from '#lib/sheet/parse-number.ts'
import { rowCheck } from '#lib/sheet/row-check.ts'
import { rowShaper, type SheetLayout } from '#lib/sheet/row-shaper.ts'
import type { SheetEncoding } from '#lib/sheet/sheet-decoder.ts'
import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { type SheetRow, type SheetSurvey, sheetSurvey } from '#lib/sheet/sheet-survey.ts'
import type { SheetWarning } from '#lib/sheet/sheet-warning.ts'
import { openRows, type SheetSource } from './open-rows.ts'
import { type SheetLimits, sheetLimits } from './sheet-bounds.ts'
import type { Tab } from './workbook/workbook.ts'

/** What a person has said about how a file is to be read. Without it the file decides. */
export interface SheetReading {
  /** Of a workbook: the tab to read. */
  tab?: string | undefined
  layout?: SheetLayout | undefined
}

export interface Sheet {
  /** Of a workbook: its tabs, and the one that is read. */
  tabs: Tab[]
  tab: string | null
  delimiter: string
  header: string[]
  /** Null when the first row already holds figures; the columns are then called "Column 1" and so on. */
  headerRow: number | null
  /** One column for each period has become one row for each. */
  isTurned: boolean
  /** How numbers are read in columns that leave it open. */
  hint: NumberStyle
  /** The rows that are not blank, to be read once. Leaving early closes the source; who never begins must call `close`. */
  batches: AsyncIterable<SheetRow[]>
  close(): Promise<void>
  /** Final once the last row has been read. */
  encoding(): SheetEncoding
  warnings(): SheetWarning[]
}

/** Rows that the header, the number style and the layout are judged by, of those in the first block. */
const judgedRows = 100

/**
 * Opens a CSV file of any common encoding, delimiter and line end, or a workbook. It is read as far as rows are asked
 * for. Every problem, here and while the rows are read, is a `SheetProblem` with row and column where it has them.
 */
export async function readSheet(
  source: SheetSource,
  some: Partial<SheetLimits> = {},
  reading: SheetReading = {},
): Promise<Sheet> {
  const limits = { ...sheetLimits, ...some }
  const { rows: raw, about, workbook } = await openRows(source, limits, reading.tab)
  try {
    const head: SheetRow[] = []
    while (head.length < (workbook ? judgedRows : 2)) {
      const next = await raw.next()
      if (next.done) break
      for (const row of next.value) head.push(row)
    }
    const judged = head.slice(0, judgedRows).map(({ cells }) => cells)
    if (!judged.flat().some((cell) => cell.trim() !== '')) throw new SheetProblem('empty-file', {})
    const header = headerOf(judged)
    const headerRow = header.at === null ? null : (head[header.at]?.row ?? null)
    const count = header.names.length
    if (count > limits.columns)
      throw new SheetProblem('too-many-columns', { count, limit: limits.columns }, { row: headerRow ?? 1 })
    about.names = header.names
    const checks = rowCheck(header, limits.cell, about)
    checks.examine(headerRow ?? 1, head[header.at ?? 0]?.cells ?? [])
    const shaper = rowShaper(header.names, judged.slice(header.first), reading.layout ?? 'as-found')
    const kept = (rows: readonly SheetRow[]) =>
      rows.flatMap(({ row, cells }) => {
        // A workbook leaves out the empty cells at the end of a row: none is missing there.
        if (workbook) while (cells.length < count) cells.push('')
        const full = checks.check(row, cells)
        return full ? shaper.add({ row, cells: full }) : []
      })
    return {
      tabs: workbook?.tabs ?? [],
      tab: workbook?.tab ?? null,
      delimiter: about.delimiter,
      header: shaper.header,
      headerRow,
      isTurned: shaper.isTurned,
      hint: workbook ? 'point' : numberHintOf(judged.slice(header.first), about.delimiter),
      batches: closing(raw, async function* () {
        try {
          yield kept(head.slice(header.first))
          for await (const rows of raw) yield kept(rows)
        } catch (error) {
          // The rows before a fault are as good as if it were not there.
          if (error instanceof SheetProblem) yield shaper.end()
          throw error
        }
        yield shaper.end()
        if (checks.count() === 0) throw new SheetProblem('no-rows', {})
      }),
      encoding: () => about.encoding,
      warnings: () => [...(workbook?.warnings() ?? []), ...checks.warnings(), ...shaper.warnings()],
      close: () => closed(raw),
    }
  } catch (error) {
    await closed(raw)
    throw error
  }
}

async function* closing<T>(source: AsyncGenerator<unknown>, read: () => AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* read()
  } finally {
    await closed(source)
  }
}

async function closed(source: AsyncGenerator<unknown>): Promise<void> {
  await source.return(undefined)
}

/** What a page needs to show a sheet and to ask which column is which. */
export interface SheetDescription
  extends SheetSurvey,
    Pick<Sheet, 'tabs' | 'tab' | 'delimiter' | 'header' | 'headerRow'> {
  encoding: SheetEncoding
  isTurned: boolean
  hint: NumberStyle
  warnings: SheetWarning[]
}

/**
 * Reads all of a sheet to say what is in it.
 * @param keep Is given the rows, a batch at a time, before the next is read.
 */
export async function describeSheet(
  source: SheetSource,
  some?: Partial<SheetLimits>,
  reading?: SheetReading,
  keep?: (rows: readonly SheetRow[]) => Promise<void>,
): Promise<SheetDescription> {
  const sheet = await readSheet(source, some, reading)
  const { tabs, tab, delimiter, header, headerRow, isTurned, hint } = sheet
  const survey = sheetSurvey(header, hint)
  for await (const rows of sheet.batches) {
    for (const row of rows) survey.add(row)
    await keep?.(rows)
  }
  const about = { tabs, tab, delimiter, header, headerRow, isTurned, hint }
  return { ...survey.finish(), ...about, encoding: sheet.encoding(), warnings: sheet.warnings() }
}

/** Reads a sheet into a panel, in memory that grows with its sites and periods only. Its warnings come first. */
export async function panelFromSheet(
  source: SheetSource,
  mapping: PanelMapping,
  some: Partial<SheetLimits> = {},
  reading: SheetReading = {},
): Promise<SheetPanel> {
  const { sites, periods } = { ...sheetLimits, ...some }
  const sheet = await readSheet(source, some, reading)
  try {
    const reader = panelReader(sheet.header, mapping, { hint: sheet.hint, limits: { sites, periods } })
    for await (const rows of sheet.batches) for (const { row, cells } of rows) reader.add(row, cells)
    const panel = reader.finish()
    return { ...panel, warnings: [...sheet.warnings(), ...panel.warnings] }
  } finally {
    await sheet.close()
  }
}
