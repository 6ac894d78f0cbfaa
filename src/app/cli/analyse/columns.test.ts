import { describe, expect, test } from 'vitest'
import { editDistance, nearest } from '../did-you-mean.ts'
import { WrongInput } from '../wrong-input.ts'
import { guardrailOf, treatedOf } from './columns.ts'

const header = ['site', 'a', 'a=b', 'time: from', 'time: from:to']

describe('which sites got the change', () => {
  test.each([
    ['a', { column: 'a' }],
    ['a=b', { column: 'a=b' }],
    ['a=b=c', { column: 'a=b', values: ['c'] }],
    ['a=x,y', { column: 'a', values: ['x', 'y'] }],
    ['a=x=1', { column: 'a', values: ['x=1'] }],
    ['a="Portland, Oregon", Utah', { column: 'a', values: ['Portland, Oregon', 'Utah'] }],
    ['a="say ""yes"""', { column: 'a', values: ['say "yes"'] }],
  ])('%s', (text, treated) => {
    expect(treatedOf(text, header)).toEqual(treated)
  })

  test.each(['a=', 'a=x,', 'a=,x'])('%s names no value', (text) => {
    expect(() => treatedOf(text, header)).toThrow(WrongInput)
  })

  test('an unknown column is answered with the columns there are', () => {
    expect(() => treatedOf('sites=1', header)).toThrow(
      '--treated: there is no column "sites". Did you mean "site"? The columns are: site, a, a=b, time: from, time: from:to.',
    )
  })
})

describe('a guardrail', () => {
  test.each([
    ['site:lower:0.5', { column: 'site', better: 'lower', margin: 0.5 }],
    ['time: from:higher:2', { column: 'time: from', better: 'higher', margin: 2 }],
    ['time: from:to:lower:1e3', { column: 'time: from:to', better: 'lower', margin: 1000 }],
  ])('%s is read from the end', (text, guardrail) => {
    expect(guardrailOf(text, header)).toEqual(guardrail)
  })

  test.each(['site', 'site:down:1', 'site:lower:', 'site:lower:x', 'site:lower:-1', 'sites:lower:1'])(
    '%s is refused',
    (text) => {
      expect(() => guardrailOf(text, header)).toThrow(WrongInput)
    },
  )
})

test('the name that was meant is the nearest, or none', () => {
  expect(nearest('FTE', ['fte', 'ft'])).toBe('fte')
  expect(nearest('hrsopne', ['hrsopen', 'nregs'])).toBe('hrsopen')
  expect(nearest('colour', ['fte', 'nj'])).toBeNull()
  expect(editDistance('kitten', 'sitting')).toBe(3)
})
