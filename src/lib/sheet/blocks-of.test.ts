import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockBytes, blocksOf } from './blocks-of.ts'

async function* pieces(sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let next = 0
  for (const size of sizes) yield Uint8Array.from({ length: size }, () => next++ % 251)
}

async function all(blocks: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const list: Uint8Array[] = []
  for await (const block of blocks) list.push(block)
  return list
}

test('the pieces do not matter, only the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 6 }), async (sizes) => {
      const blocks = await all(blocksOf(pieces(sizes), Number.POSITIVE_INFINITY))
      const total = sizes.reduce((sum, size) => sum + size, 0)
      expect(blocks.map(({ length }) => length)).toEqual([
        ...Array.from({ length: Math.floor(total / blockBytes) }, () => blockBytes),
        ...(total % blockBytes ? [total % blockBytes] : []),
      ])
      expect(blocks.every((block, at) => block.every((byte, place) => byte === (at * blockBytes + place) % 251))).toBe(
        true,
      )
    }),
    { numRuns: 20 },
  )
})

test('too many bytes are refused as they come', async () => {
  const endless = async function* () {
    for (;;) yield new Uint8Array(1000)
  }
  await expect(all(blocksOf(endless(), 10_500))).rejects.toMatchObject({
    code: 'too-many-bytes',
    values: { limit: 10_500 },
  })
})
