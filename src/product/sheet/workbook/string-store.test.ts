import { expect, test } from 'vitest'
import { stringStore } from './string-store.ts'

test('texts past what memory may hold are read back from their file, wherever a page ends', async () => {
  const texts = Array.from({ length: 5_000 }, (_, at) => `${'ä'.repeat(at % 97)} text ${at}`)
  const store = stringStore(10_000)
  for (const [at, text] of texts.entries()) {
    store.add(text)
    if (at % 500 === 0) await store.settle()
  }
  await store.settle()
  expect(texts.map((_, at) => store.get(at))).toEqual(texts)
  expect([store.get(4_999), store.get(0), store.get(2_500)]).toEqual([texts[4_999], texts[0], texts[2_500]])
  expect(store.get(5_000)).toBe('')
  await store.close()
})
