import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { SheetRow } from '#lib/sheet/sheet-survey.ts'

/** Some thousand rows as they are stored: column by column, each text once, compressed. */
export interface RowBlock {
  firstRow: number
  content: Buffer
}

/** Rows and characters of a block: enough to compress well, few enough to be read for a single row. */
const mostRows = 8_192
const mostCharacters = 1_000_000
/** No cell holds a NUL: the reader refuses it. */
const between = '\0'

/** Gathers rows into blocks. */
export function rowBlocks(): { add(rows: readonly SheetRow[]): RowBlock[]; end(): RowBlock[] } {
  let waiting: SheetRow[] = []
  let characters = 0
  function taken(): RowBlock[] {
    const [first] = waiting
    if (!first) return []
    const block = { firstRow: first.row, content: packed(waiting) }
    ;[waiting, characters] = [[], 0]
    return [block]
  }
  return {
    add: (rows) =>
      rows.flatMap((row) => {
        waiting.push(row)
        for (const cell of row.cells) characters += cell.length + 1
        return waiting.length >= mostRows || characters >= mostCharacters ? taken() : []
      }),
    end: taken,
  }
}

/** The parts of a block, by their lengths: the row numbers, then each column. */
function packed(rows: readonly SheetRow[]): Buffer {
  const numbers = Uint32Array.from(rows, ({ row }) => row)
  const width = rows[0]?.cells.length ?? 0
  const parts: Buffer[] = [Buffer.from(numbers.buffer)]
  for (let column = 0; column < width; column++) parts.push(packedColumn(rows, column))
  const small = parts.map((part) => zstdCompressSync(part))
  const lengths = Uint32Array.from([rows.length, ...small.map(({ length }) => length)])
  return Buffer.concat([Buffer.from(Uint32Array.of(lengths.length).buffer), Buffer.from(lengths.buffer), ...small])
}

/** The number of texts, which of them each row has, and the texts. */
function packedColumn(rows: readonly SheetRow[], column: number): Buffer {
  const known = new Map<string, number>()
  const codes = Uint16Array.from(rows, ({ cells }) => {
    const text = cells[column] ?? ''
    const code = known.get(text) ?? known.size
    if (code === known.size) known.set(text, code)
    return code
  })
  return Buffer.concat([Buffer.from(codes.buffer), Buffer.from([...known.keys()].join(between))])
}

export interface BlockRows {
  numbers: Uint32Array
  /** Of each column that was asked for: its texts, and which of them each row has. */
  columns: { texts: string[]; codes: Uint16Array }[]
}

/**
 * The rows of a block.
 * @param wanted The columns to unpack, by their places.
 */
export function unpacked(content: Buffer, wanted: readonly number[]): BlockRows {
  const count = content.readUInt32LE(0)
  const lengths = new Uint32Array(aligned(content.subarray(4, 4 + 4 * count)))
  const rows = lengths[0] ?? 0
  const starts = [4 + 4 * count]
  for (let at = 1; at < count; at++) starts.push((starts[at - 1] ?? 0) + (lengths[at] ?? 0))
  const part = (at: number) => zstdDecompressSync(content.subarray(starts[at], starts[at + 1]))
  return {
    numbers: new Uint32Array(aligned(part(0))),
    columns: wanted.map((column) => {
      const bytes = part(column + 1)
      const codes = new Uint16Array(aligned(bytes.subarray(0, 2 * rows)))
      return {
        codes,
        texts: bytes
          .subarray(2 * rows)
          .toString()
          .split(between),
      }
    }),
  }
}

/** A copy that begins where numbers may: a slice of a buffer may not. */
function aligned(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
