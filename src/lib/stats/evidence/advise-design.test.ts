import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviseDesign } from './advise-design.ts'
import type { Possibilities } from './design-rules.ts'
import { gradeEvidence } from './grade-evidence.ts'

/** Twelve shops with history, nothing else possible. */
const shops: Possibilities = {
  measured: true,
  units: 0,
  spillover: false,
  sites: 12,
  sitesTreatable: 6,
  drawSites: false,
  rollOut: false,
  drawOrder: false,
  switchable: false,
  carryOver: null,
  periodsBefore: 20,
  periodsAhead: 12,
  season: null,
  pickedAtWorst: false,
}

describe('adviseDesign', () => {
  test.each<[string, Partial<Possibilities>, string, string, string]>([
    ['customers can be told apart', { units: 5000 }, 'split', 'A', 'arm-comparison'],
    [
      'customers talk to each other',
      { units: 5000, spillover: true, drawSites: true },
      'pilot-randomised',
      'A',
      'site-permutation',
    ],
    [
      'many sites may be drawn',
      { sites: 40, sitesTreatable: 20, drawSites: true },
      'pilot-randomised',
      'A',
      'cluster-robust',
    ],
    [
      'one site that can switch',
      { sites: 1, sitesTreatable: 1, switchable: true, carryOver: 0 },
      'switchback',
      'A',
      'schedule-permutation',
    ],
    [
      'all get it, order free',
      { sites: 6, rollOut: true, drawOrder: true },
      'staggered-randomised',
      'A',
      'group-time-effects',
    ],
    ['the lead chose six shops', {}, 'pilot-chosen', 'B', 'difference-in-differences'],
    ['the lead chose one shop', { sitesTreatable: 1 }, 'pilot-chosen', 'B', 'synthetic-control'],
    // One against one: whatever else struck one of them would look the same.
    ['two shops', { sites: 2, sitesTreatable: 1 }, 'before-after', 'C', 'interrupted-series'],
    ['three shops', { sites: 3, sitesTreatable: 1 }, 'pilot-chosen', 'B', 'difference-in-differences'],
    ['one shop with history', { sites: 1, sitesTreatable: 1 }, 'before-after', 'C', 'interrupted-series'],
    [
      'one shop, three years of months',
      { sites: 1, sitesTreatable: 1, season: 12, periodsBefore: 36 },
      'before-after',
      'C',
      'state-space',
    ],
    ['one shop without history', { sites: 1, sitesTreatable: 1, periodsBefore: 3 }, 'word', 'D', 'estimate-by-word'],
    ['nothing is measured', { units: 5000, measured: false }, 'word', 'D', 'estimate-by-word'],
  ])('%s', (_, possible, design, grade, first) => {
    const advice = adviseDesign({ ...shops, ...possible })
    expect(advice).toMatchObject({ design, bestGrade: grade })
    expect(advice.analyses[0]).toBe(first)
  })

  test('two more sites would do', () => {
    const { wouldHelp } = adviseDesign({ ...shops, sites: 6, sitesTreatable: 4, drawSites: true })
    expect(wouldHelp[0]).toEqual({
      design: 'pilot-randomised',
      grade: 'A',
      needs: [{ code: 'more-sites', needed: 8, available: 6 }],
    })
  })

  test('four more weeks of history would do', () => {
    const { wouldHelp } = adviseDesign({ ...shops, sites: 1, sitesTreatable: 1, periodsBefore: 4 })
    const series = wouldHelp.find(({ design }) => design === 'before-after')
    expect(series?.needs).toEqual([{ code: 'more-periods-before', needed: 8, available: 4 }])
  })

  test('knowing how long it carries over would do', () => {
    const { wouldHelp } = adviseDesign({ ...shops, sites: 1, sitesTreatable: 1, switchable: true })
    const switchback = wouldHelp.find(({ design }) => design === 'switchback')
    expect(switchback?.needs).toEqual([{ code: 'know-carry-over', needed: null, available: null }])
  })

  test('the worst site, alone, with eleven points of history: nothing but a word', () => {
    const worst = { ...shops, sites: 1, sitesTreatable: 1, pickedAtWorst: true }
    expect(adviseDesign({ ...worst, periodsBefore: 11 })).toMatchObject({ design: 'word', bestGrade: 'D' })
    expect(adviseDesign({ ...worst, periodsBefore: 12 })).toMatchObject({ design: 'before-after', bestGrade: 'C' })
    expect(adviseDesign({ ...worst, periodsBefore: 12 }).reasons.map(({ code }) => code)).toContain(
      'regression-to-the-mean',
    )
  })

  const count = fc.integer({ min: 0, max: 50 })
  const anything = fc.record({
    measured: fc.boolean(),
    units: count,
    spillover: fc.boolean(),
    sites: count,
    sitesTreatable: count,
    drawSites: fc.boolean(),
    rollOut: fc.boolean(),
    drawOrder: fc.boolean(),
    switchable: fc.boolean(),
    carryOver: fc.option(fc.integer({ min: 0, max: 5 })),
    periodsBefore: count,
    periodsAhead: count,
    season: fc.constantFrom(null, 4, 12),
    pickedAtWorst: fc.boolean(),
  })

  test('what would help is always better than what is proposed, and says what it needs', () => {
    fc.assert(
      fc.property(anything, (possible) => {
        const { bestGrade, wouldHelp, analyses } = adviseDesign(possible)
        expect(analyses.length).toBeGreaterThan(0)
        for (const { grade, needs } of wouldHelp) {
          expect(grade < bestGrade).toBe(true)
          expect(needs.length).toBeGreaterThan(0)
          for (const { needed, available } of needs) if (needed !== null) expect(available).toBeLessThan(needed)
        }
      }),
    )
  })

  test('more of anything never makes the advice worse, and its grade is the one that is given', () => {
    fc.assert(
      fc.property(anything, (possible) => {
        const before = adviseDesign(possible)
        const more = {
          ...possible,
          units: possible.units + 30,
          periodsBefore: possible.periodsBefore + 9,
          periodsAhead: possible.periodsAhead + 9,
        }
        expect(adviseDesign(more).bestGrade <= before.bestGrade).toBe(true)
        const [design = 'word', assigned] = before.design.split(/-(?=randomised|chosen)/)
        const randomised = assigned !== 'chosen'
        const { grade } = gradeEvidence(design as 'split', { randomised, planned: 'before', checks: [] })
        expect(grade).toBe(before.bestGrade)
      }),
    )
  })

  test('refuses half a site', () => {
    expect(() => adviseDesign({ ...shops, sites: 1.5 })).toThrow(RangeError)
    expect(() => adviseDesign({ ...shops, periodsBefore: -1 })).toThrow(RangeError)
  })
})
