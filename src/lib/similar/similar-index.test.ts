import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { similarIndex } from './similar-index.ts'

const word = fc.constantFrom(
  ...'printer printers label till Drucker druckt Etikettendrucker the und Kasse ＫＡＳＳＥ café 🎉 שלום 4 bin'.split(
    ' ',
  ),
  '\ud83c',
  '!',
)
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
const texts = fc.uniqueArray(fc.tuple(fc.nat({ max: 30 }).map(String), text), { selector: ([id]) => id, maxLength: 15 })

function indexOf(entries: Iterable<readonly [id: string, text: string]>) {
  const index = similarIndex()
  for (const [id, each] of entries) index.put(id, each)
  return index
}

const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id)

describe('whatever happened before', () => {
  test('the order of insertion makes no difference', () => {
    fc.assert(
      fc.property(texts, text, fc.integer({ min: 1, max: 20 }), (entries, asked, most) => {
        const answer = indexOf(entries).nearest(asked, { most })
        expect(indexOf(entries.toReversed()).nearest(asked, { most })).toEqual(answer)
        expect(indexOf(entries.toSorted()).nearest(asked, { most })).toEqual(answer)
      }),
    )
  })

  test('what was removed or replaced is as if it had never been there', () => {
    fc.assert(
      fc.property(texts, texts, text, (entries, passing, asked) => {
        const index = indexOf(passing)
        for (const [id, each] of entries) index.put(id, each)
        const staying = new Set(entries.map(([id]) => id))
        for (const [id] of passing) if (!staying.has(id)) expect(index.remove(id)).toBe(true)
        const fresh = indexOf(entries)
        expect(index.size).toBe(fresh.size)
        expect(index.nearest(asked)).toEqual(fresh.nearest(asked))
      }),
    )
  })

  test('also after so many removals that numbers are set anew', () => {
    const index = similarIndex()
    const fresh = similarIndex()
    for (let turn = 0; turn < 5_000; turn++) {
      index.put('passing', `label number ${turn} of the printer`)
      if (turn % 1_000 !== 0) continue
      for (const each of [index, fresh]) each.put(`kept ${turn}`, `label ${turn} and what a printer costs`)
    }
    index.remove('passing')
    expect(index.nearest('printer label 3000')).toEqual(fresh.nearest('printer label 3000'))
    expect(index.nearest('label 4000 and what a printer costs')[0]).toMatchObject({ id: 'kept 4000', score: 1 })
  })
})

describe('nearest', () => {
  test('a copy is first, even beside texts that repeat it', () => {
    fc.assert(
      fc.property(texts, text, (entries, copied) => {
        const index = indexOf(entries)
        index.put('copy', copied)
        index.put('twice', `${copied} ${copied}`)
        const found = index.nearest(copied)
        if (/^[\ud83c! ]*$/.test(copied)) expect(found).toEqual([])
        const copies = found.filter(({ score, likeness }) => score === 1 && likeness > 1 - 1e-9)
        expect(idsOf(copies).includes('copy')).toBe(found.length > 0)
        expect(idsOf(found.slice(0, copies.length))).toEqual(idsOf(copies))
      }),
    )
  })

  test('is never more than asked for, in falling order, with numbers in their range', () => {
    fc.assert(
      fc.property(
        texts,
        fc.string({ unit: 'binary' }),
        text,
        fc.integer({ min: 1, max: 5 }),
        (entries, odd, even, most) => {
          const index = indexOf(entries)
          index.put('odd', odd)
          for (const asked of [odd, even]) {
            const found = index.nearest(asked, { most })
            expect(found.length).toBeLessThanOrEqual(most)
            for (const [k, { score, likeness }] of found.entries()) {
              expect(score).toBeGreaterThan(0)
              expect(score).toBeLessThanOrEqual(found[k - 1]?.score ?? 1)
              expect(likeness).toBeGreaterThan(0)
              expect(likeness).toBeLessThanOrEqual(1)
            }
          }
        },
      ),
    )
  })

  test('two texts are as like in one direction as in the other', () => {
    fc.assert(
      fc.property(texts, text, text, (entries, first, second) => {
        const index = indexOf([...entries, ['first', first], ['second', second]])
        const likeness = (asked: string, wanted: string) =>
          index.nearest(asked, { most: 100 }).find(({ id }) => id === wanted)?.likeness ?? 0
        expect(likeness(first, 'second')).toBeCloseTo(likeness(second, 'first'), 9)
      }),
    )
  })

  const shop = indexOf([
    ['1', 'Put the label printer next to till 4'],
    ['2', 'Print labels at the tills'],
    ['3', 'A second coffee machine for the night shift'],
    ['4', 'Der Etikettendrucker klemmt jeden Morgen'],
    ['5', 'Neue Drucker für die Kasse'],
    ['6', 'Größere Müllbehälter'],
    ['7', ''],
    ['8', 'to be or not to be'],
    ['9', 'مفتاح المخزن مفقود'],
    ['10', '🎉🎂'],
  ])

  test('finds other forms of a word, and says which words are shared', () => {
    expect(shop.nearest('Printing labels')[0]).toMatchObject({ id: '2', shared: ['Printing', 'labels'] })
  })

  test('finds a part of a German compound', () => {
    expect(idsOf(shop.nearest('Drucker klemmen'))).toEqual(expect.arrayContaining(['4', '5']))
    expect(shop.nearest('Drucker klemmt')[0]).toMatchObject({ id: '4' })
    expect(shop.nearest('Drucker klemmt')[0]?.shared).toEqual(expect.arrayContaining(['Drucker', 'klemmt']))
  })

  test('finds a slip of the finger, and half a word while it is typed', () => {
    expect(shop.nearest('cofee mashine')[0]?.id).toBe('3')
    expect(shop.nearest('coff')[0]?.id).toBe('3')
  })

  test('finds umlauts in either spelling', () => {
    expect(shop.nearest('groessere Muellbehaelter')[0]?.id).toBe('6')
    expect(shop.nearest('GRÖSSERE MÜLLBEHÄLTER')[0]).toMatchObject({ id: '6', score: 1 })
  })

  test('finds texts of stop words, from right to left, and of picture signs', () => {
    expect(shop.nearest('not to be')[0]?.id).toBe('8')
    expect(shop.nearest('المخزن')[0]?.id).toBe('9')
    expect(shop.nearest('🎂')[0]?.id).toBe('10')
  })

  test('nothing is near to nothing', () => {
    for (const asked of ['', ' \n', '!?', 'qqq zzz']) expect(shop.nearest(asked)).toEqual([])
    expect(similarIndex().nearest('label')).toEqual([])
  })

  test('leaves out what is excluded, before it counts how many', () => {
    const found = shop.nearest('label printer at till 4', { most: 1, exclude: (id) => id === '1' })
    expect(idsOf(found)).toEqual(['2'])
  })

  test('equal texts come in the order of their ids', () => {
    const index = indexOf(['c', 'a', 'b'].map((id) => [id, 'label printer']))
    expect(idsOf(index.nearest('Label printer!'))).toEqual(['a', 'b', 'c'])
    expect(idsOf(index.nearest('label'))).toEqual(['a', 'b', 'c'])
  })

  test('a text of a million characters holds nobody up', () => {
    const index = indexOf([['long', 'label printer '.repeat(70_000)]])
    expect(index.nearest('printer labels '.repeat(70_000))).toHaveLength(1)
  })

  test('refuses to look for none, half a text or thousands', () => {
    for (const most of [0, 1.5, 1_001, Number.NaN]) expect(() => shop.nearest('label', { most })).toThrow(RangeError)
  })
})

describe('the index', () => {
  test('counts its texts, the empty ones too', () => {
    const index = indexOf([
      ['a', 'one'],
      ['b', ''],
      ['a', 'two'],
    ])
    expect(index.size).toBe(2)
    expect([index.remove('a'), index.remove('a'), index.remove('b'), index.size]).toEqual([true, false, true, 0])
  })

  test('needs a language', () => {
    expect(() => similarIndex({ languages: [] })).toThrow(RangeError)
  })

  test('of one language knows its stop words alone', () => {
    const index = similarIndex({ languages: ['en'] })
    index.put('a', 'die cutter')
    expect(index.nearest('die')[0]?.shared).toEqual(['die'])
  })
})
