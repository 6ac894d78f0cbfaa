import { describe, expect, test } from 'vitest'
import { headerOf, periodsAcross } from './header-of.ts'

const rows = (...lines: string[]) => lines.map((line) => line.split(';'))

describe('headerOf', () => {
  test('is the first row', () => {
    expect(headerOf(rows('shop;week;sales', 'A;1;5'))).toEqual({
      names: ['shop', 'week', 'sales'],
      at: 0,
      first: 1,
      titles: 0,
    })
  })

  test('comes below titles and blank rows', () => {
    expect(headerOf(rows('Sales 2024', '', 'shop;week;sales', 'A;1;5', 'B;1;5'))).toEqual({
      names: ['shop', 'week', 'sales'],
      at: 2,
      first: 3,
      titles: 1,
    })
    expect(headerOf(rows('Sales 2024;;', 'shop;week;sales', 'A;1;5')).titles).toBe(1)
  })

  test('may be missing', () => {
    expect(headerOf(rows('A;2024-01;5', 'B;2024-01;6'))).toEqual({
      names: ['Column 1', 'Column 2', 'Column 3'],
      at: null,
      first: 0,
      titles: 0,
    })
    expect(headerOf(rows('1;2;3', '4;5;6')).at).toBeNull()
  })

  test('may hold the years of a wide table', () => {
    expect(headerOf(rows('shop;2019;2020;2021', 'A;1;2;3')).at).toBe(0)
  })

  test('may be shorter than its rows, or longer by empty cells', () => {
    expect(headerOf(rows('shop;week', 'A;1;5', 'B;1;5')).names).toEqual(['shop', 'week', 'Column 3'])
    expect(headerOf(rows('shop;week;;', 'A;1', 'B;1')).names).toEqual(['shop', 'week'])
  })

  test('of a sheet with one column, one row or none', () => {
    expect(headerOf(rows('shop', 'A', 'B'))).toMatchObject({ names: ['shop'], at: 0, first: 1, titles: 0 })
    expect(headerOf(rows('shop;week'))).toMatchObject({ at: 0, first: 1 })
    expect(headerOf([])).toMatchObject({ names: [], first: 1 })
  })
})

test('three rising periods in the header are a wide sheet', () => {
  expect(periodsAcross(['shop', 'Jan 2024', 'Feb 2024', 'Mar 2024'])).toHaveLength(3)
  expect(periodsAcross(['shop', '3', '2', '1'])).toEqual([])
  expect(periodsAcross(['shop', 'week', 'sales'])).toEqual([])
})
