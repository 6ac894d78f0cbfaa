import { expect, test } from 'vitest'
import { gramsOf } from './grams-of.ts'

test('gives all runs of three and four characters, ends of words marked', () => {
  expect(gramsOf(' ab cd ')).toEqual([' ab', ' ab ', 'ab ', 'ab c', 'b c', 'b cd', ' cd', ' cd ', 'cd '])
})

test('counts a character beyond the first plane as one', () => {
  expect(gramsOf(' 🎉🎉 ')).toEqual([' 🎉🎉', ' 🎉🎉 ', '🎉🎉 '])
})

test('a single character is one run, no text is none', () => {
  expect(gramsOf(' a ')).toEqual([' a '])
  expect(gramsOf('')).toEqual([])
})
