import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Idea } from './idea.ts'
import { titleOf } from './title-of.ts'

describe('the title made from somebody’s words', () => {
  test.each([
    ['Put the scanner on the left', 'Put the scanner on the left'],
    ['Put the scanner on the left.', 'Put the scanner on the left'],
    ['Warm the blankets. They are cold.', 'Warm the blankets'],
    ['Why two forms? One is enough.', 'Why two forms?'],
    ['Version 2.5 needs a label', 'Version 2.5 needs a label'],
    ['First line\nand a second', 'First line'],
    ['a.\nb is better', 'a. b is better'],
    ['  Too   many\tspaces  ', 'Too many spaces'],
    ['ab .', 'ab .'],
    ['...', '...'],
  ])('%j becomes %j', (text, title) => {
    expect(titleOf(text)).toBe(title)
  })

  test('a long sentence is cut between words', () => {
    const title = titleOf(`${'word '.repeat(40)}end`)
    expect(title).toMatch(/^(word )+word…$/)
    expect(title.length).toBeLessThanOrEqual(90)
  })

  test('an emoji is never cut in half', () => {
    expect(titleOf('🙂'.repeat(100)).isWellFormed()).toBe(true)
  })

  const anyText = fc
    .string({ unit: 'grapheme', minLength: 3, maxLength: 400 })
    .filter((text) => Idea.shape.text.safeParse(text).success)

  test('it is a valid title of at most 90 characters on one line, whatever was written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const title = titleOf(Idea.shape.text.parse(text))
        expect(Idea.shape.title.parse(title)).toBe(title)
        expect(title.length).toBeLessThanOrEqual(90)
        expect(title).not.toMatch(/[\n\r\t]/)
      }),
    )
  })

  test('it says nothing that was not written', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = text.trim().replace(/\s+/g, ' ')
        expect(written.startsWith(titleOf(text).replace(/…$/, ''))).toBe(true)
      }),
    )
  })
})
