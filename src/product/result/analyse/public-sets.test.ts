import { describe, expect, test } from 'vitest'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { Analysis, type AnsweredAnalysis, isRefused } from '../analysis.ts'
import { standingOf } from '../result.ts'
import {
  contactTracing,
  dayCareFines,
  fastFood,
  licorice,
  mailing,
  minimumWage,
  packPictures,
  scentInTheShop,
  smokingBan,
  tobacco,
} from '../testing/public-sets.ts'
import { analyseFigures } from './analyse-figures.ts'

function answered(figures: TrialFigures): AnsweredAnalysis {
  const planned = figures.plan.isAfterData ? 'after' : 'before'
  const analysis = Analysis.parse(analyseFigures(figures, { planned, moreChecks: [] }).analysis)
  if (isRefused(analysis)) throw new Error(`refused: ${analysis.refused}`)
  return analysis
}

// Each figure stands in the SOURCE.md of its set.
describe('public sets come to their published results', () => {
  test('fast food in New Jersey: difference in differences 2.75', () => {
    const { estimate, grade } = answered(fastFood())
    expect(estimate).toBeCloseTo(2.75, 2)
    expect(grade).toBe('B')
  })

  test('a fine for late pick-ups is harm', () => {
    const analysis = answered(dayCareFines())
    expect(analysis.estimate).toBeCloseTo(10.03, 2)
    expect(standingOf(analysis)).toBe('harm')
  })

  test('California against a mixture of states: -19.514, rank 3 of 39, and the difference in differences beside it', () => {
    const analysis = answered(tobacco('synthetic-control'))
    expect(analysis).toMatchObject({ design: 'pilot', method: 'synthetic-control', rank: 3, low: null })
    expect(analysis.estimate).toBeCloseTo(-19.514, 2)
    expect(analysis.pValue).toBeCloseTo(3 / 39, 10)
    expect(analysis.beside?.readings.map(({ method }) => method)).toEqual(['synthetic-difference', 'did-placebo'])
    expect(analysis.beside?.readings[1]?.estimate).toBeCloseTo(-27.349, 2)
    const did = answered(tobacco(null))
    expect(did.estimate).toBeCloseTo(-27.349, 2)
    expect(did.beside?.readings.map(({ method }) => method)).toEqual(['synthetic-control', 'synthetic-difference'])
    // Arkhangelsky et al. (2021): synthetic difference in differences -15.6.
    expect(did.beside?.readings[1]?.estimate).toBeCloseTo(-15.6, 1)
  })

  test('the minimum wage in waves: -0.0310 by group, not the two-way -0.0365', () => {
    const analysis = answered(minimumWage())
    expect(analysis.estimate).toBeCloseTo(-0.031, 4)
    expect(analysis.estimate).not.toBeCloseTo(-0.0365, 3)
    expect(analysis.beside?.trends?.bounds.map(({ magnitude }) => magnitude)).toEqual([0, 0.5, 1, 2])
  })

  test('contact tracing shows both effects: as planned -0.018, on those who took it -0.255', () => {
    const analysis = answered(contactTracing())
    expect(analysis.estimate).toBeCloseTo(-0.0179, 4)
    expect(analysis.rows.used).toBe(193)
    expect(analysis.beside?.received?.estimate).toBeCloseTo(-0.255, 2)
  })

  test('a scent in the shop books nothing: 612.00 against 575.39 is within chance', () => {
    const analysis = answered(scentInTheShop())
    expect(analysis.groups.map((group) => 'mean' in group && group.mean?.toFixed(2))).toEqual(['612.00', '575.39'])
    expect(standingOf(analysis)).toBe('unclear')
    expect(analysis.beside?.readings[0]?.pValue).toBeCloseTo(0.48, 1)
  })

  test('a smoking ban: rate ratio 0.894 against the trend, though the raw count rose', () => {
    const analysis = answered(smokingBan())
    if (analysis.design !== 'before-after') throw new Error('wrong design')
    expect(analysis.rateRatios?.level?.estimate).toBeCloseTo(0.894, 3)
    expect(analysis.rateRatios?.level?.low).toBeCloseTo(0.8647, 3)
    const [before, after] = analysis.groups
    expect(after?.mean).toBeGreaterThan(before?.mean ?? 0)
    expect(standingOf(analysis)).toBe('proved')
    expect(analysis.grade).toBe('C')
  })

  test('licorice: 19 % against 36 % sore throats', () => {
    const analysis = answered(licorice())
    expect(analysis.groups.map((group) => 'mean' in group && group.mean?.toFixed(3))).toEqual(['0.188', '0.362'])
    expect(standingOf(analysis)).toBe('proved')
  })

  test('two pictures seen by each person: paired t 6.67', () => {
    const { estimate, standardError, method } = answered(packPictures())
    expect(method).toBe('paired-t')
    expect(estimate / (standardError ?? 0)).toBeCloseTo(6.67, 2)
  })

  test('a mail to customers: spend +0.770 (0.485 to 1.055), visits +7.659 points', () => {
    const spend = answered(mailing('spend', ['channel']))
    expect(spend.estimate).toBeCloseTo(0.77, 3)
    expect(spend.low).toBeCloseTo(0.485, 3)
    expect(spend.high).toBeCloseTo(1.055, 3)
    expect(spend.beside?.segments.map(({ value }) => value)).toEqual(['Multichannel', 'Phone', 'Web'])
    expect(answered(mailing('visit')).estimate).toBeCloseTo(0.07659, 5)
  })
})
