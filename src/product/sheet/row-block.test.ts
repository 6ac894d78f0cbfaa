import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowBlocks, unpacked } from './row-block.ts'

type Row = { row: number; cells: string[] }

function through(rows: readonly Row[], width: number): Row[] {
  const blocks = rowBlocks()
  const all = [...blocks.add(rows), ...blocks.end()]
  return all.flatMap(({ content }) => {
    const { numbers, columns } = unpacked(content, [...Array(width).keys()])
    return Array.from(numbers, (row, at) => ({
      row,
      cells: columns.map(({ texts, codes }) => texts[codes[at] ?? 0] ?? ''),
    }))
  })
}

test('whatever goes in comes out', () => {
  const cell = fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  )
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.tuple(fc.integer({ min: 1, max: 4e9 }), fc.array(cell, { minLength: width, maxLength: width }))),
    )
  fc.assert(
    fc.property(rows, (given) => {
      const sheet = given.map(([row, cells]) => ({ row, cells }))
      expect(through(sheet, sheet[0]?.cells.length ?? 0)).toEqual(sheet)
    }),
  )
})

test('many rows make several blocks, each named by its first row', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ row: at + 2, cells: [`shop ${at % 7}`, String(at)] }))
  const blocks = rowBlocks()
  const all = [...blocks.add(rows), ...blocks.end()]
  expect(all.map(({ firstRow }) => firstRow)).toEqual([2, 8194, 16_386])
  expect(through(rows, 2)).toEqual(rows)
  expect(all.reduce((sum, { content }) => sum + content.length, 0)).toBeLessThan(130_000)
})

test('a column by itself', () => {
  const blocks = rowBlocks()
  const [block] = [...blocks.add([{ row: 2, cells: ['a', 'b', 'c'] }]), ...blocks.end()]
  const { columns } = unpacked(block?.content ?? Buffer.alloc(0), [2])
  expect(columns.map(({ texts }) => texts)).toEqual([['c']])
})
