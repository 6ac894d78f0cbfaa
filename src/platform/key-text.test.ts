import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsKeyText, newKeySecret, readKeyText, writeKeyText } from './key-text.ts'

describe('the text of a key', () => {
  test('is read as it was written, and is one word', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const key = { id, secret: newKeySecret() }
        const text = writeKeyText(key)
        expect(readKeyText(text)).toEqual(key)
        expect(text).toMatch(/^\w{93}$/)
      }),
    )
  })

  test('holds 256 random bits', () => {
    const secrets = Array.from({ length: 200 }, newKeySecret)
    expect(new Set(secrets).size).toBe(200)
    for (const secret of secrets) expect(secret).toMatch(/^[0-9A-Za-z]{43}$/)
  })

  test('with any one character changed is no key', () => {
    const text = writeKeyText({ id: randomUUID(), secret: newKeySecret() })
    for (let place = 0; place < text.length; place++) {
      const other = text[place] === 'a' ? 'b' : 'a'
      expect(readKeyText(`${text.slice(0, place)}${other}${text.slice(place + 1)}`), `at ${place}`).toBeNull()
    }
  })

  test('that is longer, shorter or something else is no key', () => {
    const text = writeKeyText({ id: randomUUID(), secret: newKeySecret() })
    for (const wrong of ['', text.slice(1), text.slice(0, -1), `${text}0`, `${text}\n`, ` ${text}`, text.toUpperCase()])
      expect(readKeyText(wrong)).toBeNull()
  })

  test('is found in an address', () => {
    const text = writeKeyText({ id: randomUUID(), secret: newKeySecret() })
    expect(holdsKeyText(`/api/w/acme/ideas?token=${text}&state=open`)).toBe(true)
    expect(holdsKeyText(`/api/w/acme/ideas/${randomUUID()}?state=open`)).toBe(false)
  })
})
