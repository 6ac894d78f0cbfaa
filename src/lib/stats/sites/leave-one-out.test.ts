import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leaveOneOut } from './leave-one-out.ts'

const site = (name: string, treated: boolean, change: number) => ({ name, treated, change })

describe('leaveOneOut', () => {
  test('finds the site that carries the result', () => {
    const sites = [
      site('a', true, 1),
      site('b', true, -1),
      site('big', true, 12),
      site('c', false, 0),
      site('d', false, 1),
    ]
    const answer = leaveOneOut(sites)
    expect(answer).toMatchObject({ site: 'big', signChanges: true })
    expect(answer?.estimateWithout).toBeCloseTo(-0.5, 12)
    expect(answer?.low).toBeCloseTo(-0.5, 12)
    expect(answer?.high).toBeCloseTo(6, 12)
  })

  test('gives what taking sites out by hand gives', () => {
    const groups = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -99, max: 99 })), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(groups, (drawn) => {
        const sites = [site('t', true, 1), site('c', false, 0), ...drawn.map(([t, x], i) => site(`s${i}`, t, x))]
        const mean = (all: typeof sites, treated: boolean) => {
          const changes = all.filter((s) => s.treated === treated).map((s) => s.change)
          return changes.reduce((sum, x) => sum + x, 0) / changes.length
        }
        const estimates = sites
          .map((_, i) => sites.toSpliced(i, 1))
          .map((left) => mean(left, true) - mean(left, false))
          .filter(Number.isFinite)
        const answer = leaveOneOut(sites)
        expect(answer?.low).toBeCloseTo(Math.min(...estimates), 9)
        expect(answer?.high).toBeCloseTo(Math.max(...estimates), 9)
      }),
    )
  })

  test('leaves the only site of a group where it is', () => {
    const answer = leaveOneOut([site('only', true, 50), site('c', false, 1), site('d', false, 3)])
    expect(answer).toEqual({ low: 47, high: 49, site: 'c', estimateWithout: 47, signChanges: false })
    expect(leaveOneOut([site('a', true, 1), site('b', false, 0)])).toBeNull()
  })

  test('refuses an empty group', () => {
    expect(() => leaveOneOut([site('a', true, 1)])).toThrow(RangeError)
  })
})
