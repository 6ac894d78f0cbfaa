import { describe, expect, test } from 'vitest'
import { rowSample } from './row-sample.ts'

function sampleOf(count: number, limit: number): number[] {
  const sample = rowSample(limit)
  for (let row = 0; row < count; row++) sample.add([String(row)])
  return sample.rows().map(([text]) => Number(text))
}

describe('rowSample', () => {
  test('keeps all of a small sheet', () => {
    expect(sampleOf(5, 10)).toEqual([0, 1, 2, 3, 4])
  })

  test('keeps some of a large one, the same each time, in order', () => {
    const kept = sampleOf(100_000, 1000)
    expect(kept.length).toBeGreaterThan(400)
    expect(kept.length).toBeLessThanOrEqual(1000)
    expect(kept).toEqual(sampleOf(100_000, 1000))
    expect(kept).toEqual(kept.toSorted((a, b) => a - b))
  })

  test.each([2, 4, 12, 52])('meets each of %i periods that take turns', (periods) => {
    const counts = new Map<number, number>()
    for (const row of sampleOf(100_000, 2000)) counts.set(row % periods, (counts.get(row % periods) ?? 0) + 1)
    expect(counts.size).toBe(periods)
    const fair = sampleOf(100_000, 2000).length / periods
    for (const count of counts.values()) expect(Math.abs(count - fair)).toBeLessThan(6 * Math.sqrt(fair))
  })
})
