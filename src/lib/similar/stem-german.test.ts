import { expect, test } from 'vitest'
import { stemGerman } from './stem-german.ts'
import { knownStems } from './testing/public-sets.ts'
import { wordsOf } from './words-of.ts'

const folded = (word: string) => wordsOf(word)[0]?.folded ?? ''

test('agrees with PostgreSQL on every word of the German interface', () => {
  const { german } = knownStems()
  expect(german.length).toBeGreaterThan(2_500)
  expect(german.filter(([word, stem]) => stemGerman(folded(word)) !== folded(stem))).toEqual([])
})

test.each([
  // The examples of Snowball's own page, and words of a shop floor.
  'aufeinanderfolge aufeinanderfolgen aufeinanderfolgend aufeinanderfolgende',
  'Drucker Druckern Druckers',
  'Leitung Leitungen',
  'Wagen Wagens',
  'freundlich freundliche freundlicher freundlichen Freundlichkeit',
  'Müller Mueller Muller',
  'Schlüssel Schluessel Schlüsseln',
  'Verhältnis Verhältnisse Verhaeltnissen',
])('%s have one stem', (words) => {
  const stems = words.split(' ').map((word) => stemGerman(folded(word)))
  expect(new Set(stems).size, stems.join(' ')).toBe(1)
})

test('leaves alone what is no German word', () => {
  for (const word of ['', 'b2b', 'שלום', '🎉']) expect(stemGerman(word)).toBe(word)
})
