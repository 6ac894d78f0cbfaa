import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical-json.ts'

describe('canonicalJson', () => {
  // RFC 8785, section 3.2.3: names sort by UTF-16 code units, not by code points.
  test('sorts the names of the published example', () => {
    const example = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.keys(JSON.parse(canonicalJson(example))).length).toBe(7)
    expect([...canonicalJson(example).matchAll(/"([A-Z][^"]+)"/g)].map(([, words]) => words)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  // RFC 8785, section 3.2.2 and appendix B.
  test('writes the published numbers and literals', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
    expect([-0, 5e-324, 1.7976931348623157e308, 9007199254740992, 1e23, 1e21, 1e-7].map(canonicalJson)).toEqual([
      '0',
      '5e-324',
      '1.7976931348623157e+308',
      '9007199254740992',
      '1e+23',
      '1e+21',
      '1e-7',
    ])
  })

  test('a name without a value is left out, also from the middle', () => {
    expect(canonicalJson({ b: undefined, a: 1, c: [] })).toBe('{"a":1,"c":[]}')
  })

  test('the order in which names were written does not matter, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value as Json)
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
        expect(canonicalJson(reversed(value as Json))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('what JSON cannot say is refused', () => {
    expect(() => canonicalJson({ a: [Number.NaN] })).toThrow(RangeError)
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(() => canonicalJson('\ud800')).toThrow(RangeError)
  })
})

/** The same value, its names written in the opposite order. */
function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return (value as Json[]).map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, reversed(inner ?? null)]),
  )
}
