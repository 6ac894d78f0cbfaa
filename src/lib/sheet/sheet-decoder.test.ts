import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sheetDecoder } from './sheet-decoder.ts'

/** What comes out when `bytes` go in, `size` at a time. */
function decoded(bytes: readonly number[] | Uint8Array, size = 7) {
  const decoder = sheetDecoder()
  let text = ''
  for (let at = 0; at < bytes.length; at += size) text += decoder.decode(Uint8Array.from(bytes.slice(at, at + size)))
  text += decoder.end()
  return { text, encoding: decoder.encoding, isSound: decoder.isSound }
}
const utf8 = (text: string) => [...new TextEncoder().encode(text)]
const utf16 = (text: string, isBig: boolean) =>
  [...text].flatMap((char) => {
    const code = char.charCodeAt(0)
    return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8]
  })

describe('sheetDecoder', () => {
  test.each([
    ['ASCII', utf8('a,b\n1,2'), 'utf-8', 'a,b\n1,2'],
    ['UTF-8', utf8('Zürich, 5 €, 🙂'), 'utf-8', 'Zürich, 5 €, 🙂'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8('ä')], 'utf-8', 'ä'],
    ['UTF-16LE with a mark', [0xff, 0xfe, ...utf16('ä;1', false)], 'utf-16le', 'ä;1'],
    ['UTF-16BE with a mark', [0xfe, 0xff, ...utf16('ä;1', true)], 'utf-16be', 'ä;1'],
    ['UTF-16LE without one', utf16('shop;week', false), 'utf-16le', 'shop;week'],
    ['UTF-16BE without one', utf16('shop;week', true), 'utf-16be', 'shop;week'],
    ['Windows-1252', [0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80], 'windows-1252', 'Zürich €'],
    ['Windows-1252, the last byte only', [0x61, 0xe4], 'windows-1252', 'aä'],
    ['nothing', [], 'utf-8', ''],
  ])('%s', (_, bytes, encoding, text) => {
    for (const size of [1000, 7, 3, 1]) {
      if (size < 3 && bytes[0] !== 0x61) continue // a mark must not be torn
      if (size < 8 && text.startsWith('shop')) continue // nor the first NULs
      expect(decoded(bytes, size)).toEqual({ text, encoding, isSound: true })
    }
  })

  test('bytes that break UTF-8 later on are noticed', () => {
    expect(decoded([...utf8('Zürich '), 0xe4, 0x20])).toMatchObject({
      encoding: 'utf-8',
      isSound: false,
      text: 'Zürich \ufffd ',
    })
  })

  test('text that is UTF-8 for the most part stays so, and is noticed', () => {
    expect(decoded([...utf8('Zürich Köln '), 0xe4, 0x20], 1000)).toMatchObject({ encoding: 'utf-8', isSound: false })
    expect(decoded([0xdc, 0x96, 0x20, 0xe4, 0x20, 0xfc, 0x20], 1000)).toEqual({
      text: 'Ü– ä ü ',
      encoding: 'windows-1252',
      isSound: true,
    })
  })

  test('a lone surrogate in UTF-16 is noticed', () => {
    expect(decoded([0xff, 0xfe, 0x61, 0, 0, 0xd8, 0x61, 0]).isSound).toBe(false)
  })

  test('any text in UTF-8 comes back, whatever the pieces', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\0') && !value.startsWith('\ufeff'))
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 50 }), (value, size) => {
        expect(decoded(utf8(value), size)).toEqual({ text: value, encoding: 'utf-8', isSound: true })
      }),
    )
  })
})
