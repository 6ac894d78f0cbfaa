import { describe, expect, test } from 'vitest'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { planPilot } from '#lib/stats/planning/plan-pilot.ts'
import { planSeries } from '#lib/stats/planning/plan-series.ts'
import { adviseOn } from './advise.ts'
import { detectable, type Prospect, treatedOf } from './detectable.ts'
import { pairUp } from './pair-up.ts'
import { varianceOfChange } from './site-change.ts'
import { readingOf } from './site-history.ts'
import { tellOutlook } from './tell-outlook.ts'
import { aHistory, aPanel, aSituation } from './testing/a-history.ts'
import { wavesError, wavesOf } from './waves-error.ts'

const noise = { between: 400, within: 100, autocorrelation: 0.3 }
const reading = { ...noise, intraclusterCorrelation: 0.8, mean: 100, sites: 12, periods: 26, values: 312, reason: null }

function aProspect(changes: Partial<Prospect> = {}): Prospect {
  return {
    sites: 12,
    periods: 26,
    shared: reading,
    alone: noise,
    series: { standardDeviation: 3, autocorrelation: 0.2, season: null },
    mean: 100,
    treated: 6,
    carryOver: 0,
    better: 'higher',
    unitsPerPeriod: null,
    unit: null,
    ...changes,
  }
}

const question = {
  better: 'higher' as const,
  worthHaving: 9,
  worthMinor: 1_000n,
  design: null,
  unitDeviation: null,
}

describe('which design', () => {
  test('lots where they may be drawn, and eight sites', () => {
    const { proposed, grade } = adviseOn(aSituation(), { sites: 8, periodsBefore: 26, season: 52 })
    expect([proposed, grade]).toEqual(['pilot-randomised', 'A'])
  })

  test('six sites are two short of it, and the advice says so', () => {
    const { proposed, designs } = adviseOn(aSituation(), { sites: 6, periodsBefore: 26, season: null })
    expect(proposed).toBe('pilot-chosen')
    expect(designs.find(({ design }) => design === 'pilot-randomised')?.needs).toContainEqual({
      code: 'more-sites',
      needed: 8,
      available: 6,
    })
  })

  test('one place only: before and after, unless it can be switched off again', () => {
    const one = { sites: 1, periodsBefore: 30, season: null }
    const alone = aSituation({ mayDraw: false, periodsAhead: 12 })
    expect(adviseOn(alone, one).proposed).toBe('before-after')
    expect(adviseOn({ ...alone, canSwitch: true }, one).proposed).toBe('switchback')
  })

  test('all get it in the end: an order by lot', () => {
    const four = { sites: 4, periodsBefore: 12, season: null }
    expect(adviseOn(aSituation({ allInTheEnd: true }), four).proposed).toBe('staggered-randomised')
  })

  test('every design is told, with somebody’s word as the last', () => {
    const { designs } = adviseOn(aSituation(), { sites: 0, periodsBefore: 0, season: null })
    expect(designs).toHaveLength(8)
    expect(designs.at(-1)).toEqual({ design: 'word', grade: 'D', needs: [] })
  })
})

describe('the smallest effect that is seen', () => {
  test.each([
    [4, 4],
    [6, 6],
    [3, 9],
    [25, 25],
  ])('with %i against %i sites is what planPilot says, for both readings', (treated, comparison) => {
    const prospect = aProspect({ sites: treated + comparison, treated })
    for (const [analysis, periods] of [
      ['change', 4],
      ['adjusted', 9],
    ] as const) {
      const planned = planPilot({
        noise,
        before: 26,
        after: periods,
        size: treated,
        ratio: comparison / treated,
        analysis,
        power: 0.8,
      })
      expect(detectable('pilot-randomised', periods, { ...prospect, analysis }).effect).toBeCloseTo(
        planned.effect ?? 0,
        2,
      )
    }
  })

  test('shrinks as the weeks go by, with more sites, and with less noise', () => {
    const at = (periods: number, changes: Partial<Prospect> = {}) =>
      detectable('pilot-randomised', periods, aProspect(changes)).effect ?? Number.POSITIVE_INFINITY
    expect(at(8)).toBeLessThan(at(4))
    expect(at(4, { sites: 20, treated: 10 })).toBeLessThan(at(4))
    expect(at(4, { shared: { ...reading, within: 25 } })).toBeCloseTo(at(4) / 2, 6)
  })

  test('three against three sites see nothing, however large it is', () => {
    expect(detectable('pilot-randomised', 8, aProspect({ sites: 6, treated: 3 }))).toEqual({
      effect: null,
      shortfall: 'floor',
    })
  })

  test('a series is planned as planSeries plans it, from eight points on', () => {
    expect(detectable('before-after', 7, aProspect()).shortfall).toBe('too-few-points')
    const planned = planSeries({ standardDeviation: 3, autocorrelation: 0.2, before: 26, size: 12, power: 0.8 })
    expect(detectable('before-after', 12, aProspect()).effect).toBeCloseTo(planned.effect ?? 0, 10)
  })

  test('single units need a known scatter', () => {
    expect(detectable('split', 4, aProspect({ unitsPerPeriod: 500 })).shortfall).toBe('unit-noise')
    const share = aProspect({ unitsPerPeriod: 500, unit: { share: 0.1 } })
    expect(detectable('split', 4, share).effect).toBeGreaterThan(0)
  })
})

describe('waves', () => {
  test('two sites, one period, no memory: two differences of two periods each', () => {
    expect(
      wavesError(
        [
          { start: 0, sites: 1 },
          { start: 1, sites: 1 },
        ],
        2,
        0,
        'simple',
      ),
    ).toBeCloseTo(2, 12)
  })

  test('nobody left to compare with has no error', () => {
    expect(wavesError([{ start: 0, sites: 4 }], 5, 0, 'simple')).toBeNull()
  })

  test('sites are spread over the waves, and the waves over the time', () => {
    expect(wavesOf(10, 8)).toEqual([
      { start: 0, sites: 2 },
      { start: 2, sites: 3 },
      { start: 4, sites: 2 },
      { start: 6, sites: 3 },
    ])
  })
})

describe('the whole outlook', () => {
  const history = aHistory(
    aPanel(seededGenerator(11), { sites: 8, periods: 26, between: 20, within: 8, autocorrelation: 0.3, shared: 3 }),
  )

  test('reads the noise that is there', () => {
    const { shared, mean, doubt } = readingOf(history)
    expect(Math.sqrt(shared?.within ?? 0)).toBeGreaterThan(6)
    expect(Math.sqrt(shared?.within ?? 0)).toBeLessThan(10)
    expect(mean).toBeGreaterThan(80)
    expect(doubt).toBeNull()
  })

  test('says when it can tell: at the end of the time, or later, or never', () => {
    const tell = (worthHaving: number) => tellOutlook(history, { ...question, situation: aSituation(), worthHaving })
    expect(tell(60).verdict).toBe('tells')
    expect(tell(9).verdict).toBe('later')
    expect(tell(0.5).verdict).toBe('cannot')
    expect(tellOutlook(history, { ...question, situation: aSituation(), worthHaving: null }).verdict).toBe('unasked')
  })

  test('a remedy that is said to reach does reach, when it is done', () => {
    const { remedies, design } = tellOutlook(history, { ...question, situation: aSituation() })
    expect(design).toBe('pilot-randomised')
    const sites = remedies.find(({ code }) => code === 'more-sites')
    expect(sites?.reaches).toBe(true)
    const read = readingOf(history)
    const more = (count: number) =>
      detectable('pilot-randomised', 8, {
        ...aProspect(),
        shared: read.shared,
        sites: count,
        treated: treatedOf(count, count),
      }).effect ?? Number.POSITIVE_INFINITY
    expect(more(sites?.amount ?? 0)).toBeLessThanOrEqual(9)
    expect(more((sites?.amount ?? 0) - 1)).toBeGreaterThan(9)
    const longer = remedies.find(({ code }) => code === 'more-periods')
    const again = tellOutlook(history, {
      ...question,
      situation: aSituation({ periodsAhead: longer?.amount ?? 0 }),
    })
    expect(again.verdict).toBe('tells')
    expect(again.remedies).toEqual([])
  })

  test('being wrong costs what the arithmetic says: units, and cents', () => {
    const { cost } = tellOutlook(history, { ...question, situation: aSituation() })
    // 4 sites, 8 weeks, 9 a week at each; 10 a unit.
    expect(cost?.duringTrial).toEqual({ units: 288, minor: 288_000n })
    expect(cost?.missed.units).toBeCloseTo(0.2 * 9 * 8 * 52, 6)
  })

  test('looking whenever one likes costs far more than looking once a week', () => {
    const { looks } = tellOutlook(history, { ...question, situation: aSituation() })
    expect(looks.anytime.inflation).toBeGreaterThan(1.5)
    expect(looks.scheduled.inflation).toBeLessThan(1.1)
  })

  test('one place that never changed has no noise, and that is said', () => {
    const flat = aHistory([Array<number>(20).fill(3)])
    const { verdict, history: told } = tellOutlook(flat, {
      ...question,
      situation: aSituation({ mayDraw: false, periodsAhead: 12 }),
    })
    expect(verdict).toBe('unknown')
    expect(told.doubt).toBe('no-variation')
  })

  test('50 sites and two years of weeks take little of a processor', () => {
    const large = aHistory(
      aPanel(seededGenerator(3), { sites: 50, periods: 104, between: 20, within: 8, autocorrelation: 0.3, shared: 3 }),
    )
    const situation = aSituation({ allInTheEnd: true, canSwitch: true })
    tellOutlook(large, { ...question, situation, worthHaving: 3 })
    const before = process.cpuUsage()
    tellOutlook(large, { ...question, situation, worthHaving: 2.9 })
    // Half a second even on a machine that does much else; the answer is wanted in 300 ms.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
  })
})

describe('pairs by history', () => {
  test('the closest levels, and the odd one out is the one that fits nobody', () => {
    expect(pairUp([[10], [50], [11], [90], [52]])).toEqual([
      [0, 2],
      [1, 4],
    ])
  })

  test('a site without figures has no pair', () => {
    expect(pairUp([[1], [null], [2]])).toEqual([[0, 2]])
  })
})

test('the variance of a change with no memory is that of two means', () => {
  expect(varianceOfChange({ between: 5, within: 12, autocorrelation: 0 }, 4, 3, 'change')).toBeCloseTo(
    12 / 4 + 12 / 3,
    12,
  )
})
