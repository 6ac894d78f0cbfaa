import { blockBytes, blocksOf } from './blocks-of.ts'
import { foreignFile } from './foreign-file.ts'
import type { Suspicions } from './row-check.ts'
import { type SheetEncoding, sheetDecoder } from './sheet-decoder.ts'

/** What the text of a file has shown so far. */
export interface TextFacts extends Suspicions {
  encoding: SheetEncoding
}

/** A piece of the text; `isWhole` when it is all of it. */
export interface TextPiece {
  text: string
  isWhole: boolean
}

export function textFacts(): TextFacts {
  return { encoding: 'utf-8', hasNul: false, hasReplacement: false, isSound: true }
}

/**
 * The text of a file in pieces of 64 KiB or less, which depend on its bytes alone. `facts` is kept up to date with every piece.
 *
 * @param limit Bytes of the file.
 * @throws {SheetProblem} when the file is no text (see `foreignFile`) or too long.
 */
export async function* textsOf(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  facts: TextFacts,
): AsyncGenerator<TextPiece> {
  const decoder = sheetDecoder()
  let isFirst = true
  function seen(text: string, isWhole: boolean): TextPiece {
    facts.encoding = decoder.encoding
    facts.isSound = decoder.isSound
    facts.hasNul ||= text.includes('\0')
    facts.hasReplacement ||= text.includes('\ufffd')
    return { text, isWhole }
  }
  for await (const block of blocksOf(source, limit)) {
    const problem = isFirst ? foreignFile(block) : null
    if (problem) throw problem
    const isWhole = isFirst && block.length < blockBytes
    isFirst = false
    if (isWhole) return yield seen(decoder.decode(block) + decoder.end(), true)
    yield seen(decoder.decode(block), false)
  }
  yield seen(decoder.end(), false)
}
