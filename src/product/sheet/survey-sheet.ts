import type { FileHandle } from 'node:fs/promises'
import { openNameless, partOf } from '#platform/nameless-file.ts'
import type { SheetSource } from './open-rows.ts'
import { describeSheet } from './read-sheet.ts'
import { type RowBlock, rowBlocks } from './row-block.ts'
import type { Reading, SheetDescription } from './sheet.ts'
import { descriptionOf } from './sheet-description.ts'
import { refusing } from './sheet-refusal.ts'

/** A sheet that has been read through and is not stored yet: what is in it, and its rows in blocks. */
export interface Surveyed {
  reading: Reading
  description: SheetDescription
  blocks(): AsyncGenerator<RowBlock>
  close(): Promise<void>
}

/**
 * Reads a sheet through, outside of any transaction: that of a large one takes longer than one may stay open. Its blocks
 * wait in a temporary file. The caller lets them go with `close`.
 * @throws {Problem} `bad-input` when it is no table that can be read.
 */
export async function surveySheet(source: SheetSource, reading: Reading): Promise<Surveyed> {
  const file = await openNameless()
  const places: { firstRow: number; length: number }[] = []
  const blocks = rowBlocks()
  async function keep(found: readonly RowBlock[]): Promise<void> {
    for (const { firstRow, content } of found) {
      await file.writeFile(content)
      places.push({ firstRow, length: content.length })
    }
  }
  try {
    const wanted = { tab: reading.tab ?? undefined, layout: reading.layout }
    const described = await refusing(() => describeSheet(source, {}, wanted, (rows) => keep(blocks.add(rows))))
    await keep(blocks.end())
    const description = descriptionOf(described)
    return { reading, description, blocks: () => blocksIn(file, places), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function* blocksIn(
  file: FileHandle,
  places: readonly { firstRow: number; length: number }[],
): AsyncGenerator<RowBlock> {
  let at = 0
  for (const { firstRow, length } of places) {
    const parts: Buffer[] = []
    for await (const part of partOf(file, at, at + length)) parts.push(part as Buffer)
    yield { firstRow, content: Buffer.concat(parts) }
    at += length
  }
}
