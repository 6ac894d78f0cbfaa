import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { READ_AT_MOST, wordsOf } from './words-of.ts'

const folded = (text: string) => wordsOf(text).map((word) => word.folded)

describe('wordsOf', () => {
  test('parts words at spaces, signs and hyphens, and keeps digits', () => {
    expect(folded('Till 4: re-order (label) rolls!')).toEqual(['till', '4', 're', 'order', 'label', 'rolls'])
  })

  test('a word keeps how it was written beside what it is compared by', () => {
    expect(wordsOf('Größe ÄNDERN')).toEqual([
      { written: 'Größe', folded: 'grosse' },
      { written: 'ÄNDERN', folded: 'andern' },
    ])
  })

  test('one word in every way Unicode can write it', () => {
    for (const text of ['Café', 'Cafe\u0301', 'ＣＡＦÉ', 'cafe']) expect(folded(text)).toEqual(['cafe'])
    expect(folded('ﬁnd ² ™')).toEqual(['find', '2', 'tm'])
  })

  test('an apostrophe parts nothing', () => {
    expect(folded("the driver's, don’t 'quoted'")).toEqual(['the', 'drivers', 'dont', 'quoted'])
  })

  test('Hebrew and Arabic words are one with and without vowel signs', () => {
    expect(folded('שָׁלוֹם')).toEqual(folded('שלום'))
    expect(folded('كِتَاب')).toEqual(folded('كتاب'))
  })

  test('marks that are letters in all but name stay', () => {
    expect(folded('हिन्दी')).toEqual(['हिन्दी'])
    expect(folded('が か')).toEqual(['が', 'か'])
  })

  test('picture signs are words', () => {
    expect(folded('🎉done🎉')).toEqual(['🎉', 'done', '🎉'])
  })

  test('nothing but signs has no words', () => {
    for (const text of ['', '   ', '!?…', '\u0301', '\ud83c']) expect(wordsOf(text)).toEqual([])
  })

  test('reads so much of a long text, and of a long word', () => {
    expect(folded(`${'a '.repeat(READ_AT_MOST)}end`)).toHaveLength(READ_AT_MOST / 2)
    expect(folded('x'.repeat(1_000))[0]).toHaveLength(64)
  })

  test('no word is empty or holds a space, and folding a folded word changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const word of folded(text)) {
          expect(word).toMatch(/^\S+$/u)
          expect(folded(word).join('')).toBe(word)
        }
      }),
      { numRuns: 300 },
    )
  })
})
