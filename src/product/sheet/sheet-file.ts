import { Readable } from 'node:stream'
import { SheetProblem } from '#lib/sheet/sheet-problem.ts'
import { openNameless, partOf } from '#platform/nameless-file.ts'

/** The bytes of a sheet, to be read from anywhere, as often as needed: a workbook has its list of contents at its end. */
export interface SheetFile {
  readonly size: number
  /** The bytes from `from` up to, not including, `to`; all of them by default. */
  read(from?: number, to?: number): Readable
}

/** Bytes that are in memory anyway. */
export function fileOf(bytes: Uint8Array): SheetFile {
  return {
    size: bytes.length,
    read: (from = 0, to = bytes.length) => Readable.from([Buffer.from(bytes.subarray(from, to))]),
  }
}

/**
 * Bytes that come once, put into a temporary file. The caller lets it go with `close`.
 * @throws {SheetProblem} `too-many-bytes`
 */
export async function spooled(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<SheetFile & { close(): Promise<void> }> {
  const file = await openNameless()
  let size = 0
  try {
    for await (const piece of source) {
      size += piece.length
      if (size > limit) throw new SheetProblem('too-many-bytes', { limit })
      await file.writeFile(piece)
    }
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    size,
    read: (from = 0, to = size) => partOf(file, from, to),
    close: () => file.close(),
  }
}
