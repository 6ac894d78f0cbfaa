import { describe, expect, test } from 'vitest'
import { textFacts, textsOf } from './texts-of.ts'

async function read(bytes: Uint8Array, limit = 1e9) {
  const facts = textFacts()
  const pieces: { text: string; isWhole: boolean }[] = []
  async function* source() {
    yield bytes
  }
  for await (const piece of textsOf(source(), limit, facts)) pieces.push(piece)
  return { pieces, facts }
}
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('textsOf', () => {
  test('a small file is one piece', async () => {
    expect((await read(utf8('a,ä'))).pieces).toEqual([{ text: 'a,ä', isWhole: true }])
  })

  test('a large one comes in several, and no character is torn', async () => {
    const text = `x${'ä'.repeat(100_000)}`
    const { pieces } = await read(utf8(text))
    expect(pieces.map(({ text }) => text).join('')).toBe(text)
    expect(pieces.some(({ isWhole }) => isWhole)).toBe(false)
  })

  test('notes what is suspicious', async () => {
    expect((await read(utf8('a\0b\ufffd'))).facts).toEqual({
      encoding: 'utf-8',
      hasNul: true,
      hasReplacement: true,
      isSound: true,
    })
    expect((await read(Uint8Array.of(0x61, 0xfc, 0x62))).facts).toMatchObject({
      encoding: 'windows-1252',
      isSound: true,
    })
  })

  test('refuses what is no text', async () => {
    await expect(read(utf8('PK\x03\x04xl/workbook.xml'))).rejects.toMatchObject({ code: 'is-xlsx' })
  })
})
