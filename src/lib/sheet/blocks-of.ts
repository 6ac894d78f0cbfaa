import { SheetProblem } from './sheet-problem.ts'

/** Bytes of a block. What depends on the first block must not depend on how a network cut the file. */
export const blockBytes = 65_536

/**
 * The same bytes in blocks of 64 KiB, the last one shorter, whatever pieces they come in.
 *
 * @throws {SheetProblem} `too-many-bytes` as soon as more than `limit` have come.
 */
export async function* blocksOf(source: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(blockBytes)
  let filled = 0
  let total = 0
  for await (const piece of source) {
    total += piece.length
    if (total > limit) throw new SheetProblem('too-many-bytes', { limit })
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + blockBytes - filled)
      block.set(part, filled)
      filled += part.length
      from += part.length
      if (filled < blockBytes) continue
      yield block
      block = new Uint8Array(blockBytes)
      filled = 0
    }
  }
  if (filled > 0) yield block.subarray(0, filled)
}
