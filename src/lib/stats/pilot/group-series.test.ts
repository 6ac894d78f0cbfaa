import { expect, test } from 'vitest'
import { groupSeries } from './group-series.ts'

test('groupSeries gives each group its mean in every period that most of its sites have, and says how many are in it', () => {
  const sites = [
    { name: 'a', treated: true, values: [1, null, 5] },
    { name: 'b', treated: true, values: [3, null, null] },
    { name: 'c', treated: false, values: [10, 20, 1e9] },
  ]
  expect(groupSeries(sites)).toEqual([
    { period: 0, treated: 2, comparison: 10, treatedSites: 2, comparisonSites: 1 },
    { period: 1, treated: null, comparison: 20, treatedSites: 0, comparisonSites: 1 },
    { period: 2, treated: null, comparison: 1e9, treatedSites: 1, comparisonSites: 1 },
  ])
  expect(groupSeries([])).toEqual([])
})
