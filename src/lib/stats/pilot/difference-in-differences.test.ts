import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceInDifferences } from './difference-in-differences.ts'

const values = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 4 })
const panels = fc
  .tuple(fc.array(values, { minLength: 2, maxLength: 6 }), fc.array(values, { minLength: 2, maxLength: 6 }))
  .map(([treated, comparison]) => ({
    since: 2,
    sites: [
      ...treated.map((v, i) => ({ name: `t${i}`, treated: true, values: v })),
      ...comparison.map((v, i) => ({ name: `c${i}`, treated: false, values: v })),
    ],
  }))

describe('differenceInDifferences', () => {
  test('is the difference of the group means of the changes', () => {
    const sites = [
      { name: 'a', treated: true, values: [1, 4] },
      { name: 'b', treated: true, values: [2, 7] },
      { name: 'c', treated: false, values: [1, 2] },
      { name: 'd', treated: false, values: [3, 4.5] },
    ]
    const answer = differenceInDifferences({ sites, since: 1 })
    expect(answer).toMatchObject({
      estimate: 2.75,
      treated: { sites: 2, before: 1.5, after: 5.5 },
      comparison: { sites: 2, before: 2, after: 3.25 },
      reason: null,
    })
    // Changes 3, 5 against 1, 1.5: variance 2/2 + 0.125/2, two and two sites give 2 degrees of freedom.
    expect(answer.standardError).toBeCloseTo(Math.sqrt(1.0625), 12)
    expect(answer.degreesOfFreedom).toBeCloseTo(2, 12)
  })

  test('does not see what moves all sites alike, nor the level of a site', () => {
    const shifts = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(panels, shifts, (panel, shift) => {
        const moved = {
          ...panel,
          sites: panel.sites.map((site, i) => ({
            ...site,
            values: site.values.map((value, period) => value + (shift[period] ?? 0) + (shift[4 + i] ?? 0)),
          })),
        }
        const [plain, other] = [differenceInDifferences(panel), differenceInDifferences(moved)]
        expect(other.estimate).toBeCloseTo(plain.estimate, 9)
        expect(other.standardError).toBeCloseTo(plain.standardError ?? 0, 9)
      }),
    )
  })

  test('adds an effect where there is one', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: -100, max: 100 }), (panel, effect) => {
        const changed = panel.sites.map((site) => ({
          ...site,
          values: site.values.map((value, period) => value + (site.treated && period >= panel.since ? effect : 0)),
        }))
        const difference = differenceInDifferences({ ...panel, sites: changed }).estimate
        expect(difference - differenceInDifferences(panel).estimate).toBeCloseTo(effect, 9)
      }),
    )
  })

  test('refuses a group without usable sites', () => {
    const sites = [
      { name: 'a', treated: true, values: [1, null] },
      { name: 'b', treated: false, values: [1, 2] },
    ]
    expect(() => differenceInDifferences({ sites, since: 1 })).toThrow(RangeError)
  })
})
