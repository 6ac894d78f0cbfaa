import { describe, expect, it } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { groupTimeEffects } from './group-time-effects.ts'
import type { StaggeredUnit } from './staggered-panel.ts'
import { testPreTrends } from './test-pre-trends.ts'

function tableOf(units: StaggeredUnit[], errors: 'small-sample' | 'large-sample' = 'small-sample') {
  const table = groupTimeEffects(units, { errors })
  if ('refused' in table) throw new Error(table.refused)
  return table
}

const panel = (since: number, periods: number, drift: number): StaggeredUnit[] => {
  const { normal } = seededGenerator(4)
  return Array.from({ length: 16 }, (_, i) => ({
    name: `u${i}`,
    since: i % 2 === 0 ? since : null,
    values: Array.from({ length: periods }, (__, t) => normal() + (i % 2 === 0 ? drift * t : 0)),
  }))
}

describe('testPreTrends', () => {
  it('notices trends that part', () => {
    expect(testPreTrends(tableOf(panel(4, 6, 0))).pValue).toBeGreaterThan(0.05)
    expect(testPreTrends(tableOf(panel(4, 6, 3))).pValue).toBeLessThan(0.001)
  })

  it('is more careful with few units', () => {
    const units = panel(4, 6, 0.3)
    expect(testPreTrends(tableOf(units)).pValue ?? 0).toBeGreaterThan(
      testPreTrends(tableOf(units, 'large-sample')).pValue ?? 1,
    )
  })

  it('says why it cannot tell', () => {
    expect(testPreTrends(tableOf(panel(1, 3, 0)))).toMatchObject({ reason: 'no-effects-before', pValue: null })
    expect(testPreTrends(tableOf(panel(20, 30, 0)))).toMatchObject({ reason: 'too-few-units', effects: 19 })
    const flat = panel(3, 5, 0).map((unit) => ({ ...unit, values: [0, 0, 0, 0, 0] }))
    expect(testPreTrends(tableOf(flat))).toMatchObject({ reason: 'no-variation' })
  })
})
