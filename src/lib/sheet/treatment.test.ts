import { describe, expect, test } from 'vitest'
import { treatment } from './treatment.ts'

describe('treatment', () => {
  test('without values, cells are flags', () => {
    const { read } = treatment('pilot')
    expect(['1', 'no', 'NA'].map((text) => read(text, 2))).toEqual([true, false, null])
  })

  test('with values, every other cell is not treated, an empty one too', () => {
    const { read, check } = treatment('pilot', ['X', 'New  shop'])
    expect(['x', 'new shop', '', 'old'].map((text) => read(text, 2))).toEqual([true, true, false, false])
    expect(check).not.toThrow()
  })

  test('names at most ten of the values found', () => {
    const { read, check } = treatment('pilot')
    for (let at = 0; at < 30; at++) read(`level ${at}`, at + 2)
    expect(check).toThrow(expect.objectContaining({ values: { found: expect.stringMatching(/level 9, …$/) }, row: 2 }))
  })
})
