import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf } from './pieces-of.ts'

async function* from(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

test('the same bytes in pieces of one size, however they came', async () => {
  const part = fc.uint8Array({ maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(fc.array(part), fc.integer({ min: 1, max: 30 }), async (parts, size) => {
      const pieces: Buffer[] = []
      for await (const piece of piecesOf(from(parts), size)) pieces.push(piece)
      expect(Buffer.concat(pieces)).toEqual(Buffer.concat(parts))
      expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true)
      for (const { length } of pieces.slice(-1)) expect(length).toBeGreaterThan(0)
    }),
  )
})
