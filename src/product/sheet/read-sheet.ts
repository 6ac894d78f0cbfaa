import { createHash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { breaksIn } from '#lib/sheet/breaks-in.ts'
import { delimiterOf } from '#lib/sheet/delimiter-of.ts'
import { headerOf } from '#lib/sheet/header-of.ts'
import { lineGuard } from '#lib/sheet/line-guard.ts'
import { numberHintOf } from '#lib/sheet/number-hint.ts'
import type { PanelMapping } from '#lib/sheet/panel-mapping.ts'
import { panelReader } from '#lib/sheet/panel-reader.ts'
import type { NumberStyle } from '#lib/sheet/parse-number.ts'
import { rowCheck } from '#lib/sheet/row-check.ts'
import type { SheetEncoding } from '#lib/sheet/sheet-decoder.ts'
import type { SheetPanel } from '#lib/sheet/sheet-panel.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { type SheetRow, type SheetSurvey, sheetSurvey } from '#lib/sheet/sheet-survey.ts'
import type { SheetWarning } from '#lib/sheet/sheet-warning.ts'
import { type TextFacts, textFacts, textsOf } from '#lib/sheet/texts-of.ts'
import { uniqueNames } from '#lib/sheet/unique-names.ts'
import { limits as house } from '#platform/anywhere/limits.ts'

export interface SheetLimits {
  bytes: number
  columns: number
  /** Characters of a cell, and of a line; lines under 64 KiB are not measured. */
  cell: number
  line: number
  sites: number
  periods: number
}

export const sheetLimits: SheetLimits = {
  bytes: house.sheetBytes,
  columns: house.sheetColumns,
  cell: house.sheetCell,
  line: house.sheetLine,
  sites: house.trialSites,
  periods: house.trialPeriods,
}

export interface Sheet {
  delimiter: string
  header: string[]
  /** Null when the first row already holds figures; the columns are then called "Column 1" and so on. */
  headerRow: number | null
  /** How numbers are read in columns that leave it open. */
  hint: NumberStyle
  /** The rows that are not blank, to be read once. Leaving early closes the source; who never begins must call `close`. */
  batches: AsyncIterable<SheetRow[]>
  close(): Promise<void>
  /** Final once the last row has been read. */
  encoding(): SheetEncoding
  warnings(): SheetWarning[]
}

/** Rows that the header and the number style are judged by, of those in the first block. */
const judgedRows = 100

/**
 * Opens a CSV file of any common encoding, delimiter and line end. It is read as far as rows are asked for.
 * Every problem, here and while the rows are read, is a `SheetProblem` with row and column where it has them.
 */
export async function readSheet(source: AsyncIterable<Uint8Array>, some: Partial<SheetLimits> = {}): Promise<Sheet> {
  const limits = { ...sheetLimits, ...some }
  const about: About = { ...textFacts(), delimiter: ',', names: [] }
  const raw = rawRows(source, limits, about)
  try {
    const head: SheetRow[] = []
    while (head.length < 2) {
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
    const kept = (rows: readonly SheetRow[]) =>
      rows.flatMap(({ row, cells }) => {
        const full = checks.check(row, cells)
        return full ? [{ row, cells: full }] : []
      })
    return {
      delimiter: about.delimiter,
      header: header.names,
      headerRow,
      hint: numberHintOf(judged.slice(header.first), about.delimiter),
      batches: closing(raw, async function* () {
        yield kept(head.slice(header.first))
        for await (const rows of raw) yield kept(rows)
        if (checks.count() === 0) throw new SheetProblem('no-rows', {})
      }),
      encoding: () => about.encoding,
      warnings: checks.warnings,
      close: () => closed(raw),
    }
  } catch (error) {
    await closed(raw)
    throw error
  }
}

/** What is known of a file so far. */
interface About extends TextFacts {
  delimiter: string
  names: readonly string[]
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

/** All rows, blank ones too, a block of the file at a time. Rows before a fault come first, then it is thrown. */
async function* rawRows(
  source: AsyncIterable<Uint8Array>,
  limits: SheetLimits,
  about: About,
): AsyncGenerator<SheetRow[]> {
  const guard = lineGuard(limits.line)
  let found: string[][] = []
  let parser: Parser | undefined
  let [row, line, mayBreak] = [0, 1, false]

  /** The rows that the parser has found, with their numbers. */
  function taken(): SheetRow[] {
    const rows = found.map((cells) => {
      row++
      line += 1 + (mayBreak ? breaksIn(cells) : 0)
      // Until more rows have shown which one is the header: a fault in row 2 needs a name too.
      if (about.names.length === 0 && cells.some(Boolean)) about.names = uniqueNames(cells)
      return { row, cells }
    })
    found = []
    return rows
  }

  try {
    for await (const { text, isWhole } of textsOf(source, limits.bytes, about)) {
      guard(text, row + 1)
      mayBreak ||= text.includes('"')
      let start = 0
      if (!parser) {
        const { delimiter, skip } = delimiterOf(text, isWhole)
        about.delimiter = delimiter
        parser = parserOf(delimiter, limits, (cells) => found.push(cells))
        start = skip
        if (skip > 0) line++
      }
      await written(parser, text.slice(start))
      yield taken()
      // Memory is read faster than other requests can be answered in between.
      await setImmediate()
    }
    if (!parser) return
    parser.resume().end()
    await finished(parser)
    yield taken()
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield taken()
    throw problemOf(error, row + 1, line, about.names)
  } finally {
    parser?.destroy()
  }
}

/**
 * `relax_quotes` and `trim` together let a quote stand inside an unquoted cell (12" pipe), and still refuse text after a
 * closing quote, which is how a forgotten one shows. Rows go to `take`, never into the stream, so it does not fill up.
 */
function parserOf(delimiter: string, limits: SheetLimits, take: (cells: string[]) => void): Parser {
  const parser: Parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    // A line is shorter (`lineGuard`), at up to four bytes a character: only an open quote gets here.
    max_record_size: 4 * limits.line,
    on_record: (cells: string[]) => {
      take(cells)
      // A row as wide as the first costs nothing; for any other the parser makes an error that nobody reads, which takes
      // ten times as long as the row. It takes the row after none for the first.
      Object.assign(parser.info, { records: 0 })
      return null
    },
  })
  // Faults reach the reader through `written` and `finished`; without a listener the event would end the process.
  return parser.on('error', () => {})
}

function written(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

function problemOf(error: CsvError, row: number, line: number, names: readonly string[]): unknown {
  const place = Number(error['column'])
  const at = { row, column: names[place] ?? `Column ${place + 1}` }
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new SheetProblem('quote-not-closed', { line }, at)
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
      return new SheetProblem('quote-misplaced', { line }, at)
    default:
      return error
  }
}

/** What a page needs to show a sheet and to ask which column is which. */
export interface SheetDescription extends SheetSurvey {
  delimiter: string
  encoding: SheetEncoding
  header: string[]
  headerRow: number | null
  /** Of the bytes, in hexadecimal. */
  sha256: string
  bytes: number
  warnings: SheetWarning[]
}

/** Reads all of a sheet to say what is in it. */
export async function describeSheet(
  source: AsyncIterable<Uint8Array>,
  some?: Partial<SheetLimits>,
): Promise<SheetDescription> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  const { delimiter, header, headerRow, hint, batches, encoding, warnings } = await readSheet(hashed(), some)
  const survey = sheetSurvey(header, hint)
  for await (const rows of batches) for (const row of rows) survey.add(row)
  const about = { delimiter, encoding: encoding(), header, headerRow, bytes, warnings: warnings() }
  return { ...survey.finish(), ...about, sha256: hash.digest('hex') }
}

/** Reads a sheet into a panel, in memory that grows with its sites and periods only. Its warnings come first. */
export async function panelFromSheet(
  source: AsyncIterable<Uint8Array>,
  mapping: PanelMapping,
  some: Partial<SheetLimits> = {},
): Promise<SheetPanel> {
  const { sites, periods } = { ...sheetLimits, ...some }
  const sheet = await readSheet(source, some)
  try {
    const reader = panelReader(sheet.header, mapping, { hint: sheet.hint, limits: { sites, periods } })
    for await (const rows of sheet.batches) for (const { row, cells } of rows) reader.add(row, cells)
    const panel = reader.finish()
    return { ...panel, warnings: [...sheet.warnings(), ...panel.warnings] }
  } finally {
    await sheet.close()
  }
}
