import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { type BetweenVarianceMethod, betweenVariance } from './between-variance.ts'
import { compoundEffects } from './compound-effects.ts'
import { correctSelection, type SelectionOptions } from './correct-selection.ts'
import { type Forecast, forecastScore } from './forecast-score.ts'
import { intervalCoverage } from './interval-coverage.ts'
import { type MetaAnalysisOptions, metaAnalysis } from './meta-analysis.ts'
import { posteriorEffect } from './posterior-effect.ts'
import { selectedEffect } from './selected-effect.ts'
import { shrinkEffects } from './shrink-effects.ts'
import type { TrialEffect } from './trial-effect.ts'

describe('second programs agree: metafor, statsmodels, quadrature and 30-digit roots', () => {
  test('metaAnalysis', () => {
    type Given = { effects: TrialEffect[]; options: MetaAnalysisOptions }
    for (const each of referenceCases<Given, unknown>('portfolio-r', 'metaAnalysis'))
      expectAgreement(metaAnalysis(each.given.effects, each.given.options), each)
  })

  test('betweenVariance', () => {
    type Given = { effects: TrialEffect[]; method: BetweenVarianceMethod }
    for (const each of referenceCases<Given, number>('portfolio-r', 'betweenVariance'))
      expectAgreement(betweenVariance(each.given.effects, each.given.method), each)
  })

  test('shrinkEffects: best linear unbiased predictions', () => {
    const weakPrior = { mean: 0, standardDeviation: 1 }
    for (const each of referenceCases<{ effects: TrialEffect[] }, { prior: { variance: number } }>(
      'portfolio-r',
      'shrinkEffects',
    )) {
      const { prior, effects } = shrinkEffects(each.given.effects, { weakPrior })
      // metafor takes the variance between for known: its part is taken out of ours to compare.
      const errors = effects.map((effect, i) => {
        const { perVariance } = posteriorEffect(each.given.effects[i] as TrialEffect, prior)
        return Math.sqrt(effect.standardError ** 2 - perVariance ** 2 * prior.varianceOfVariance)
      })
      expectAgreement({ prior, estimates: effects.map(({ estimate }) => estimate), errors }, each)
    }
  })

  test('posteriorEffect under a t prior', () => {
    type Given = { effect: TrialEffect; prior: { mean: number; variance: number; degreesOfFreedom: number } }
    for (const each of referenceCases<Given, unknown>('portfolio', 'posteriorEffect')) {
      const { effect, prior } = each.given
      const whole = {
        ...prior,
        family: 't',
        from: 'portfolio',
        varianceOfMean: 0,
        varianceOfVariance: 0,
        reason: null,
      } as const
      expectAgreement(posteriorEffect(effect, whole), each)
    }
  })

  test('selectedEffect and correctSelection', () => {
    for (const each of referenceCases<{ effect: TrialEffect; options: SelectionOptions }, unknown>(
      'portfolio',
      'selectedEffect',
    ))
      expectAgreement(selectedEffect(each.given.effect, each.given.options), each)
    for (const each of referenceCases<{ effects: TrialEffect[]; options: SelectionOptions }, unknown>(
      'portfolio',
      'correctSelection',
    ))
      expectAgreement(correctSelection(each.given.effects, each.given.options), each)
  })

  test('compoundEffects', () => {
    for (const each of referenceCases<{ effects: TrialEffect[] }, unknown>('portfolio', 'compoundEffects'))
      expectAgreement(compoundEffects(each.given.effects), each)
  })

  test('forecastScore and intervalCoverage', () => {
    for (const each of referenceCases<Forecast[], unknown>('portfolio', 'forecastScore'))
      expectAgreement(forecastScore(each.given), each)
    for (const each of referenceCases<{ count: number; held: number }, unknown>('portfolio', 'intervalCoverage')) {
      const { count, held } = each.given
      const intervals = Array.from({ length: count }, (_, i) => ({ low: 0, high: 1, actual: i < held ? 0.5 : 2 }))
      expectAgreement(intervalCoverage(intervals, 0.8), each)
    }
  })
})

describe('BCG vaccine, 13 trials (Colditz et al. 1994)', () => {
  const file = new URL('../../../../reference/bcg-vaccine/trials.csv', import.meta.url)
  const effects = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [ill = 0, well = 0, illOthers = 0, wellOthers = 0] = line
        .replace(/"[^"]*"/g, '')
        .split(',')
        .slice(3, 7)
        .map(Number)
      const [all, others] = [ill + well, illOthers + wellOthers]
      return {
        estimate: Math.log(ill / all) - Math.log(illOthers / others),
        standardError: Math.sqrt(1 / ill - 1 / all + 1 / illOthers - 1 / others),
      }
    })

  test('REML -0.7145 (0.1798), tau squared 0.3132, Q 152.233', () => {
    const answer = metaAnalysis(effects, { interval: 'normal' })
    expect(answer.estimate).toBeCloseTo(-0.7145, 4)
    expect(answer.standardError).toBeCloseTo(0.1798, 4)
    expect(answer.betweenVariance).toBeCloseTo(0.3132, 4)
    expect(answer.heterogeneity.q).toBeCloseTo(152.233, 3)
    expect(answer.heterogeneity.degreesOfFreedom).toBe(12)
  })

  test('DerSimonian-Laird -0.7141 (0.1787)', () => {
    const answer = metaAnalysis(effects, { method: 'dersimonian-laird', interval: 'normal' })
    expect(answer.estimate).toBeCloseTo(-0.7141, 4)
    expect(answer.standardError).toBeCloseTo(0.1787, 4)
  })
})
