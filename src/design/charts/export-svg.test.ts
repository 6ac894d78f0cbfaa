import { expect, test } from 'vitest'
import { readColour } from './export-svg.ts'

test.each([
  ['rgb(20, 96, 63)', { hex: '#14603f', alpha: 1 }],
  ['rgba(20, 96, 63, 0.26)', { hex: '#14603f', alpha: 0.26 }],
  ['color(srgb 0.0784 0.3765 0.2471 / 0.26)', { hex: '#14603f', alpha: 0.26 }],
  ['none', null],
])('the computed colour %s is read', (value, colour) => {
  expect(readColour(value)).toEqual(colour)
})
