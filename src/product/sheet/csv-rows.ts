import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Parser, parse } from 'csv-parse'
import { breaksIn } from '#lib/sheet/breaks-in.ts'
import { delimiterOf } from '#lib/sheet/delimiter-of.ts'
import { lineGuard } from '#lib/sheet/line-guard.ts'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'
import { type TextFacts, textsOf } from '#lib/sheet/texts-of.ts'
import { uniqueNames } from '#lib/sheet/unique-names.ts'
import type { SheetLimits } from './sheet-bounds.ts'

/** What is known of a file so far. */
export interface About extends TextFacts {
  delimiter: string
  names: readonly string[]
}

/**
 * All rows, blank ones too, a block of the file at a time. Rows before a fault come first, then it is thrown.
 *
 * Text without quotation marks is simply divided, which is several times as fast; from the first mark on csv-parse reads.
 */
export async function* csvRows(
  source: AsyncIterable<Uint8Array>,
  limits: SheetLimits,
  about: About,
): AsyncGenerator<SheetRow[]> {
  const guard = lineGuard(limits.line)
  let found: string[][] = []
  let plain: PlainLines | undefined
  let parser: Parser | undefined
  let [row, line] = [0, 1]

  /** The rows that have been found, with their numbers. */
  function taken(): SheetRow[] {
    const rows = found.map((cells) => {
      row++
      line += 1 + (parser ? breaksIn(cells) : 0)
      // Until more rows have shown which one is the header: a fault in row 2 needs a name too.
      if (about.names.length === 0 && cells.some(Boolean)) about.names = uniqueNames(cells)
      return { row, cells }
    })
    found = []
    return rows
  }

  async function take(text: string): Promise<void> {
    if (!parser && plain && !text.includes('"')) {
      found = plain.divide(text)
      return
    }
    parser ??= parserOf(about.delimiter, limits, (cells) => found.push(cells))
    await written(parser, (plain?.rest() ?? '') + text)
    plain = undefined
  }

  try {
    let isFirst = true
    for await (const { text, isWhole } of textsOf(source, limits.bytes, about)) {
      guard(text, row + 1)
      let start = 0
      if (isFirst) {
        const { delimiter, skip } = delimiterOf(text, isWhole)
        about.delimiter = delimiter
        plain = plainLines(delimiter)
        start = skip
        if (skip > 0) line++
      }
      isFirst = false
      await take(text.slice(start))
      yield taken()
      // Memory is read faster than other requests can be answered in between.
      await setImmediate()
    }
    if (plain) found = plain.end()
    if (parser) {
      parser.resume().end()
      await finished(parser)
    }
    yield taken()
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield taken()
    throw problemOf(error, row + 1, line, about.names)
  } finally {
    parser?.destroy()
  }
}

interface PlainLines {
  /** The rows that a piece of the text completes. */
  divide(text: string): string[][]
  /** The last row, if the text does not end with a line end. */
  end(): string[][]
  /** What belongs to no row yet. */
  rest(): string
}

/** Divides text that holds no quotation mark. */
function plainLines(delimiter: string): PlainLines {
  let rest = ''
  const cellsOf = (line: string) => {
    const cells = line.split(delimiter)
    for (let at = 0; at < cells.length; at++) cells[at] = trimmed(cells[at] ?? '')
    return cells
  }
  return {
    divide(piece) {
      const text = rest + piece
      // A carriage return at the end may be the first half of a line end.
      const end = text.endsWith('\r') ? text.length - 1 : text.length
      const lines = linesIn(text.slice(0, end))
      rest = (lines.pop() ?? '') + text.slice(end)
      return lines.map(cellsOf)
    },
    end: () =>
      linesIn(rest)
        .slice(0, rest.endsWith('\r') || rest === '' ? -1 : undefined)
        .map(cellsOf),
    rest: () => rest,
  }
}

function linesIn(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n')
  const lines = text.replaceAll('\r\n', '\n')
  return lines.includes('\r') ? lines.split(/[\r\n]/) : lines.split('\n')
}

/** Most cells have nothing to trim, and looking is faster than making a copy. */
function trimmed(text: string): string {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
  return (first > 32 && first < 128 && last > 32 && last < 128) || text === '' ? text : text.trim()
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
