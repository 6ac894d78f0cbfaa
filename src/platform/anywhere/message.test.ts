import { expect, test } from 'vitest'
import type { MessageId } from './message.ts'
import { sayIn } from './say-in.ts'

const say = sayIn('en', { 'a.b': '{count, plural, one {# idea} other {# ideas}} by {who}' })

test('puts values and plural forms in', () => {
  expect(say('a.b' as MessageId, { count: 1, who: 'Ana' })).toBe('1 idea by Ana')
  expect(say('a.b' as MessageId, { count: 3, who: 'Ana' })).toBe('3 ideas by Ana')
})

test('a value that looks like a message is only text', () => {
  expect(say('a.b' as MessageId, { count: 2, who: '{count, plural, other {<b>}}' })).toBe(
    '2 ideas by {count, plural, other {<b>}}',
  )
})

test('a message without words is not said', () => {
  expect(say('no.such' as MessageId)).toBe('')
})

test('a name in right-to-left letters leaves the sentence around it in its order', () => {
  expect(say('a.b' as MessageId, { count: 1, who: 'محمد' })).toBe('1 idea by \u2068محمد\u2069')
  expect(say('a.b' as MessageId, { count: 1, who: 'Zoë' })).toBe('1 idea by Zoë')
})
