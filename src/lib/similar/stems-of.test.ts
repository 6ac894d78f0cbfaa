import { describe, expect, test } from 'vitest'
import { stemmer } from './stems-of.ts'

describe('stemmer', () => {
  test.each([
    'printer printers',
    'label labels labelled labelling',
    'drucker druckern druckers',
    'leitung leitungen',
    'wagen wagens',
    'regal regale regalen',
    'kunde kunden',
    'bestellung bestellungen',
  ])('with both languages %s is one word', (words) => {
    expect(new Set(stemmer(['en', 'de'])(words.split(' '))).size).toBe(1)
  })

  test('with both languages different things stay apart', () => {
    const words = 'lager lage lagune wagen wahl waage kasse kassel karte karton post poster'.split(' ')
    const stems = stemmer(['en', 'de'])(words)
    expect(new Set(stems).size).toBeGreaterThanOrEqual(words.length - 2)
  })

  test('a stop word has none', () => {
    expect(stemmer(['en'])(['the', 'printer'])).toEqual(['', 'printer'])
    expect(stemmer(['de'])(['der', 'drucker'])).toEqual(['', 'druck'])
  })

  test('what is a stop word in German and a thing in English counts with both', () => {
    expect(stemmer(['en', 'de'])(['waste', 'bin', 'und'])).toEqual(['wast', 'bin', ''])
  })

  test('a text of nothing but stop words keeps them', () => {
    expect(stemmer(['en', 'de'])(['to', 'be', 'or', 'not'])).toEqual(['to', 'be', 'or', 'not'])
  })
})
