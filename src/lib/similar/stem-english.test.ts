import { expect, test } from 'vitest'
import { stemEnglish } from './stem-english.ts'
import { knownStems } from './testing/public-sets.ts'

test('agrees with PostgreSQL on every word of two public sets', () => {
  const { english } = knownStems()
  expect(english.length).toBeGreaterThan(3_000)
  expect(english.filter(([word, stem]) => stemEnglish(word) !== stem)).toEqual([])
})

test.each([
  // The examples of Porter's own page.
  ['consign consigned consigning consignment', 'consign'],
  ['knock knocked knocking knocks', 'knock'],
  ['generate generated generating', 'generat'],
  ['skies sky', 'sky'],
  ['dying die', 'die'],
  ['hopping hop', 'hop'],
  ['hoping hope', 'hope'],
  ['happy happiness', 'happi'],
])('%s have one stem', (words, stem) => {
  for (const word of words.split(' ')) expect.soft(stemEnglish(word), word).toBe(stem)
})

test('leaves alone what is no English word', () => {
  for (const word of ['', 'b2b', 'שלום', '🎉', 'at']) expect(stemEnglish(word)).toBe(word)
})
