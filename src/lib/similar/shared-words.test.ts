import { expect, test } from 'vitest'
import { sharedWords } from './shared-words.ts'

const asked = {
  written: ['Der', 'Etikettendrucker', 'klemmt', 'oft', 'klemmt'],
  words: ['der', 'etikettendrucker', 'klemmt', 'oft', 'klemmt'],
  stems: ['', 'etikettendruck', 'klemmt', 'oft', 'klemmt'],
}
const weightOf = (stem: string) => stem.length

test('gives words by their stem or as part of a longer one, the rarest first, each once', () => {
  const other = { words: ['drucker', 'klemmte', 'der'], stems: ['druck', 'klemmt', ''] }
  expect(sharedWords(asked, other, weightOf)).toEqual(['Etikettendrucker', 'klemmt'])
})

test('a few letters within a word are chance', () => {
  expect(sharedWords(asked, { words: ['oftmals', 'ett'], stems: ['oftmal', 'ett'] }, weightOf)).toEqual([])
})
