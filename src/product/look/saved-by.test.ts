import { describe, expect, test } from 'vitest'
import type { PlanBody } from '#product/plan/plan-body.ts'
import { savedBy } from './saved-by.ts'

const sites = ['North', 'South', 'East', 'West'].map((name, at) => ({ name, treated: at < 2 }))
const pilot = { design: 'pilot', sites } as PlanBody
const look = { elapsed: 3, runsFor: 8, estimate: -2, seen: ['harm'] } as const
const sold = { better: 'higher', worthMinor: 150n } as const

describe('what stopping saved', () => {
  test('counts the periods that did not come, at each site that would have had the change', () => {
    expect(savedBy({ ...look, seen: [] }, pilot, sold)).toEqual({
      periods: 5,
      runsFor: 8,
      sitePeriods: 10,
      moneyMinor: null,
    })
  })

  test('of harm also its money: two units a site and period, at 1.50 each', () => {
    expect(savedBy({ ...look, seen: ['harm'] }, pilot, sold)?.moneyMinor).toBe(3000n)
    expect(savedBy({ ...look, seen: ['harm'] }, pilot, { better: 'higher', worthMinor: null })?.moneyMinor).toBeNull()
  })

  test('where lower is better, harm is above zero', () => {
    const seen: ['harm'] = ['harm']
    expect(savedBy({ ...look, estimate: 2, seen }, pilot, { better: 'lower', worthMinor: 100n })?.moneyMinor).toBe(
      2000n,
    )
  })

  test('a trial that came to its end saved nothing', () => {
    expect(savedBy({ ...look, elapsed: 8, seen: [] }, pilot, sold)).toBeNull()
  })
})
