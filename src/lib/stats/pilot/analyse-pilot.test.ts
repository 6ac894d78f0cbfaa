import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { analysePilot, type PilotOptions, type PilotResult } from './analyse-pilot.ts'
import type { Panel } from './panel.ts'

const options: PilotOptions = { better: 'higher', seed: 1, planned: 'before', randomised: true }

/** Sites with a level and a wobble of their own, a drift that all share, and an effect on the treated. */
function aPanel(treated: number, comparison: number, { effect = 0, periods = 8, since = 4, seed = 5 } = {}): Panel {
  const { normal } = seededGenerator(seed)
  const sites = Array.from({ length: treated + comparison }, (_, i) => {
    const level = 100 + 20 * normal()
    const isTreated = i < treated
    const values = Array.from(
      { length: periods },
      (_, t) => level + t + normal() + (isTreated && t >= since ? effect : 0),
    )
    return { name: `site ${i}`, treated: isTreated, values }
  })
  return { sites, since }
}

function analysed(panel: Panel, more: Partial<PilotOptions> = {}): PilotResult {
  const answer = analysePilot(panel, { ...options, ...more })
  if ('refused' in answer) throw new Error(`refused: ${answer.refused}`)
  return answer
}

describe('analysePilot', () => {
  test('finds an effect, says how sure it is, and grades it', () => {
    const answer = analysed(aPanel(6, 6, { effect: 5 }), { worthHaving: 1 })
    expect(answer).toMatchObject({
      design: 'pilot',
      method: 'did-permutation',
      pValueMethod: 'permutation-exact',
      arrangements: 924,
      verdict: 'better',
      zeroInside: false,
      worthHavingInside: false,
      worthHaving: 'yes',
      periods: { before: 4, after: 4 },
      rows: { used: 96, missing: 0, dropped: 0 },
      grade: 'A',
      gradeReasons: [{ why: 'design', code: 'pilot-randomised', from: null, to: 'A' }],
    })
    expect(answer.estimate).toBeGreaterThan(4)
    expect(answer.relative.estimate).toBeCloseTo(answer.estimate / answer.relative.counterfactual, 12)
    expect(answer.groups.map(({ role, sites, rows }) => [role, sites, rows])).toEqual([
      ['treated', 6, 48],
      ['comparison', 6, 48],
    ])
    const [treated, comparison] = answer.groups
    expect(treated.after - treated.before - (comparison.after - comparison.before)).toBeCloseTo(answer.estimate, 9)
    expect(answer.series).toHaveLength(8)
    expect(answer.perSite).toHaveLength(12)
  })

  test('the direction that is good turns the verdict, not the numbers', () => {
    const panel = aPanel(6, 6, { effect: 5 })
    const [up, down] = [analysed(panel), analysed(panel, { better: 'lower' })]
    expect(down.verdict).toBe('worse')
    expect([down.estimate, down.low, down.high]).toEqual([up.estimate, up.low, up.high])
  })

  test('chosen sites are B, and a look back says so', () => {
    const answer = analysed(aPanel(12, 12), { randomised: false, planned: 'after' })
    expect(answer).toMatchObject({ method: 'did-cr2', grade: 'B' })
    expect(answer.gradeReasons.map(({ code }) => code)).toEqual(['pilot-chosen', 'plan-after-data'])
  })

  test('each fault takes one off', () => {
    const panel = aPanel(8, 8)
    const gone = {
      ...panel,
      sites: panel.sites.map((s, i) => (i < 3 ? { ...s, values: s.values.map((v, t) => (t < 4 ? null : v)) } : s)),
    }
    const changed = { code: 'plan-unchanged', passed: false, lowersGrade: true, values: { versions: 2 } }
    const answer = analysed(gone, { randomised: false, moreChecks: [changed] })
    expect(answer.dropped).toHaveLength(3)
    expect(answer.rows).toEqual({ used: 104, missing: 12, dropped: 12 })
    expect(answer.gradeReasons.map(({ why, code, to }) => [why, code, to])).toEqual([
      ['design', 'pilot-chosen', 'B'],
      ['failed', 'missing-values', 'C'],
      ['failed', 'plan-unchanged', 'D'],
    ])
  })

  test('a drift before the start lowers a chosen pilot', () => {
    const panel = aPanel(8, 8, { seed: 6 })
    const drifting = {
      ...panel,
      sites: panel.sites.map((s) => ({ ...s, values: s.values.map((v, t) => (v ?? 0) + (s.treated ? 3 * t : 0)) })),
    }
    const answer = analysed(drifting, { randomised: false })
    expect(answer.preTrend.parallel).toBe(false)
    expect(answer.checks.filter(({ passed }) => passed === false).map(({ code }) => code)).toEqual([
      'pre-trend',
      'outweighs-drift',
    ])
    expect(answer.grade).toBe('C')
    expect(analysed(drifting).grade).toBe('A')
  })

  test('fewer than four treated sites get a placebo test, no interval, and the floor of its p-value', () => {
    const answer = analysed(aPanel(2, 12, { effect: 9 }))
    expect(answer).toMatchObject({
      method: 'did-placebo',
      ...{ standardError: null, degreesOfFreedom: null, low: null, high: null, noInterval: 'too-few-sites' },
      ...{ arrangements: 91, rank: 1, smallestPossibleP: 1 / 91, pValue: 1 / 91 },
      ...{ verdict: 'better', zeroInside: null, secondReading: null, relative: { low: null, reason: 'too-few-sites' } },
    })
  })

  test('the same holds for fewer than four comparison sites', () => {
    expect(analysed(aPanel(12, 2, { effect: 9 }))).toMatchObject({
      method: 'did-placebo',
      low: null,
      verdict: 'better',
    })
  })

  test('three against three can show nothing, and it says so', () => {
    const answer = analysed(aPanel(3, 3, { effect: 50 }))
    expect(answer).toMatchObject({ verdict: 'unclear', smallestPossibleP: 0.1, pValue: 0.1, grade: 'B' })
    expect(answer.gradeReasons.at(-1)).toMatchObject({ why: 'failed', code: 'enough-sites' })
  })

  test('reads guardrails and lists them among the checks', () => {
    const guardrail = {
      name: 'complaints',
      better: 'lower' as const,
      margin: 1,
      panel: aPanel(6, 6, { effect: 8, seed: 9 }),
    }
    const answer = analysed(aPanel(6, 6, { effect: 5 }), { guardrails: [guardrail] })
    expect(answer.guardrails).toMatchObject([{ name: 'complaints', verdict: 'harm', worse: true }])
    expect(answer.checks.at(-1)).toMatchObject({ code: 'guardrail', passed: false })
    expect(answer.grade).toBe('A')
  })

  test('refuses what holds no answer', () => {
    expect(analysePilot(aPanel(1, 1), options)).toMatchObject({ refused: 'one-site-per-group' })
    expect(analysePilot({ ...aPanel(4, 4), since: 8 }, options)).toMatchObject({ refused: 'since-after-last-period' })
    expect(() => analysePilot(aPanel(4, 4), { ...options, confidence: 95 })).toThrow(RangeError)
    expect(() => analysePilot(aPanel(4, 4), { ...options, worthHaving: -1 })).toThrow(RangeError)
    expect(() => analysePilot(aPanel(4, 4), { ...options, seed: -1 })).toThrow(RangeError)
  })

  test('a level of 1e9 moves nothing but the level', () => {
    const panel = aPanel(6, 5, { effect: 2 })
    const rounded = (lift: number) => ({
      ...panel,
      sites: panel.sites.map((s) => ({ ...s, values: s.values.map((v) => Math.round(v ?? 0) + lift) })),
    })
    const [plain, lifted] = [analysed(rounded(0)), analysed(rounded(1e9))]
    expect(lifted.estimate).toBeCloseTo(plain.estimate, 9)
    // At that level the cells themselves carry seven digits after the point; ties are judged accordingly.
    expect(lifted.low).toBeCloseTo(plain.low ?? 0, 4)
    expect(lifted.rank).toBe(plain.rank)
    expect(lifted.grade).toBe(plain.grade)
  })

  test('answers 500 sites over 104 periods in well under a second', () => {
    const panel = aPanel(250, 250, { periods: 104, since: 52 })
    // The best of three: other work on the machine is not ours to measure.
    const times = [1, 2, 3].map(() => {
      const started = performance.now()
      analysed(panel)
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(500)
  })

  const cell = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -3, max: 9 }) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.double({ min: -1e100, max: 1e100, noNaN: true }) },
  )
  const panels = fc.integer({ min: 0, max: 7 }).chain((periods) =>
    fc.record({
      since: fc.integer({ min: -1, max: 8 }),
      sites: fc
        .array(
          fc.record({ treated: fc.boolean(), values: fc.array(cell, { minLength: periods, maxLength: periods }) }),
          { maxLength: 12 },
        )
        .map((sites) => sites.map((site, i) => ({ ...site, name: `s${i}` }))),
    }),
  )

  test('whatever the panel, the answer survives JSON: no NaN, no Infinity, nothing undefined', () => {
    fc.assert(
      fc.property(panels, fc.constantFrom('higher' as const, 'lower' as const), (panel, better) => {
        const answer = analysePilot(panel, {
          ...options,
          better,
          guardrails: [{ name: 'g', panel, better, margin: 1 }],
        })
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
        expectFinite(answer)
      }),
      { numRuns: 300 },
    )
  })

  test('whatever the panel, verdict, interval and p-value agree', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const answer = analysePilot(panel, options)
        if ('refused' in answer) return
        const isBeyondChance = answer.pValue <= 0.05 * (1 + 1e-9)
        if (answer.verdict !== 'unclear') expect(isBeyondChance).toBe(true)
        if (answer.zeroInside !== null) expect(answer.zeroInside).toBe(answer.verdict === 'unclear')
        expect(answer.low === null).toBe(answer.noInterval !== null)
        expect(answer.rows.used + answer.rows.missing + answer.rows.dropped).toBe(
          panel.sites.length * (panel.sites[0]?.values.length ?? 0),
        )
      }),
      { numRuns: 300 },
    )
  })
})

/** Every number in `value`, however deep, is finite, and nothing is undefined. */
function expectFinite(value: unknown): void {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) expectFinite(part)
  else expect(value).not.toBeUndefined()
}
