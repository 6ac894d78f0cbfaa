import { describe, expect, test } from 'vitest'
import { onOffStretches } from './on-off.ts'

describe('stretches of a schedule', () => {
  test('neighbouring windows in one state are one stretch, with the mean of what counts', () => {
    const on = [true, true, false, false, false, false]
    const values = [1, 3, 9, 5, null, 7]
    expect(onOffStretches({ on, values }, { windowLength: 2, carryOver: 0 })).toEqual([
      { from: 0, to: 2, isOn: true, mean: 2, leftOut: [] },
      { from: 2, to: 6, isOn: false, mean: 7, leftOut: [] },
    ])
  })

  test('what the window before may still work in is left out of the mean', () => {
    const on = [true, true, false, false]
    const [first, second] = onOffStretches({ on, values: [100, 2, 100, 4] }, { windowLength: 2, carryOver: 1 })
    expect([first?.mean, second?.mean]).toEqual([2, 4])
    expect([first?.leftOut, second?.leftOut]).toEqual([[0], [2]])
  })

  test('periods outside of the schedule belong to none', () => {
    const on = [null, true, null, true]
    expect(onOffStretches({ on, values: [1, 2, 3, 4] }, { windowLength: 1, carryOver: 0 })).toMatchObject([
      { from: 1, to: 2, mean: 2 },
      { from: 3, to: 4, mean: 4 },
    ])
  })
})
