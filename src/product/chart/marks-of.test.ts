import { expect, test } from 'vitest'
import type { ChartSignal } from './chart.ts'
import { marksOf } from './marks-of.ts'

function aSignal(part: Partial<ChartSignal> & { members: number[] }): ChartSignal {
  const [first = 0, last = 0] = [part.members[0], part.members.at(-1)]
  const on = (at: number) => `2024-01-${String(at + 1).padStart(2, '0')}`
  const known = { rule: 'shift', direction: 'above', side: 'worse', reason: '', count: part.members.length } as const
  return { ...known, fromOn: on(first), toOn: on(last), ...part }
}

test('several rules that saw the same thing are one mark, named by the longest', () => {
  const [mark, ...rest] = marksOf({
    signals: [
      aSignal({ rule: 'shift', members: [3, 4, 5, 6, 7, 8, 9] }),
      aSignal({ rule: 'outside', members: [5] }),
      aSignal({ rule: 'two-of-three', members: [9, 11] }),
    ],
  })
  expect(rest).toEqual([])
  expect(mark).toMatchObject({ number: 1, at: [3, 4, 5, 6, 7, 8, 9, 11], fromOn: '2024-01-04', toOn: '2024-01-12' })
  expect([mark?.main.rule, mark?.others.length]).toEqual(['shift', 2])
})

test('better and worse are never one mark, and what is far apart is two', () => {
  const marks = marksOf({
    signals: [
      aSignal({ rule: 'outside', members: [2] }),
      aSignal({ rule: 'shift', side: 'better', members: [2, 3, 4, 5, 6, 7, 8] }),
      aSignal({ rule: 'outside', members: [12] }),
    ],
  })
  expect(marks.map(({ number, side }) => [number, side])).toEqual([
    [1, 'worse'],
    [2, 'better'],
    [3, 'worse'],
  ])
})

test('what is about a whole phase marks no point', () => {
  const signals = [aSignal({ rule: 'few-crossings', side: null, direction: null, members: [0, 1, 2] })]
  expect(marksOf({ signals })).toMatchObject([{ side: 'odd', at: [] }])
})
