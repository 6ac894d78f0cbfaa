import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { momentsOf, varianceOf } from '../numeric/moments.ts'
import { adjustByRegression } from './adjust-by-regression.ts'
import { readDifference } from './compare-estimates.ts'
import { compareMeansWithControl } from './compare-means-with-control.ts'
import { relativeDifference } from './relative-difference.ts'
import { welch } from './welch.ts'
import { welchAnova } from './welch-anova.ts'
import { winsorisedComparison } from './winsorised-comparison.ts'

/** The rows of a set by column name; quoted texts, which none of the tests needs, are left empty. */
function rowsOf(path: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../../../reference/${path}`, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.trim().split(/\r?\n/)
  const names = head.split(',').map((name) => name.replaceAll('"', ''))
  return lines.map((line) =>
    Object.fromEntries(
      line
        .replaceAll(/"[^"]*"/g, '')
        .split(',')
        .map((value, i) => [names[i] ?? '', value]),
    ),
  )
}

describe('scent in a bookstore (McGrath et al. 2016), 30 randomised days', () => {
  const days = rowsOf('chocolate-scent-store/mcgrath.csv')
  const sales = (treatment: string, column: string) =>
    momentsOf(days.filter((day) => day['treatment'] === treatment).map((day) => Number(day[column])))

  test('612.00 against 575.39 a day, p 0.48: not a gain to claim', () => {
    const [treated, comparison] = [sales('1', 'grandtotal'), sales('0', 'grandtotal')]
    expect([treated.count, comparison.count].sort()).toEqual([14, 16])
    expect(treated.mean).toBeCloseTo(612, 2)
    expect(comparison.mean).toBeCloseTo(575.39, 2)
    expect(welch(treated, comparison).pValue).toBeCloseTo(0.48, 2)
    const relative = relativeDifference(treated, comparison)
    expect(relative.estimate).toBeCloseTo(0.064, 3)
    expect(relative.low).toBeLessThan(0)
    expect(relative.high).toBeGreaterThan(0)
  })

  test('books 189.06 against 168.69, p 0.53; food p 0.23', () => {
    expect(sales('1', 'book').mean).toBeCloseTo(189.06, 2)
    expect(sales('0', 'book').mean).toBeCloseTo(168.69, 2)
    expect(welch(sales('1', 'book'), sales('0', 'book')).pValue).toBeCloseTo(0.53, 2)
    expect(welch(sales('1', 'food'), sales('0', 'food')).pValue).toBeCloseTo(0.23, 2)
  })
})

describe('an e-mail to 64,000 customers (Hillstrom 2008), two arms and a control', () => {
  const customers = rowsOf('hillstrom-email/hillstrom.csv')
  const of = (segment: string) => customers.filter((customer) => customer['segment'] === segment)
  const [mens, womens, none] = [of('Mens E-Mail'), of('Womens E-Mail'), of('No E-Mail')]
  const valuesOf = (arm: Record<string, string>[], column: string) => arm.map((customer) => Number(customer[column]))
  const moments = (arm: Record<string, string>[], column: string) => momentsOf(valuesOf(arm, column))

  test('spend: +0.770 (0.485 to 1.055) and +0.424 (0.169 to 0.680) dollars', () => {
    const [forMen, forWomen] = compareMeansWithControl(
      [moments(mens, 'spend'), moments(womens, 'spend')],
      moments(none, 'spend'),
    )
    expect([mens.length, womens.length, none.length]).toEqual([21_307, 21_387, 21_306])
    expect(forMen?.alone.estimate).toBeCloseTo(0.77, 3)
    expect(forMen?.alone.low).toBeCloseTo(0.485, 3)
    expect(forMen?.alone.high).toBeCloseTo(1.055, 3)
    expect(forWomen?.alone.estimate).toBeCloseTo(0.424, 3)
    expect(forWomen?.alone.low).toBeCloseTo(0.169, 3)
    expect(forWomen?.alone.high).toBeCloseTo(0.68, 3)
    expect(forWomen?.together.low).toBeLessThan(forWomen?.alone.low ?? 0)
  })

  test('visits as means: +7.659 points (6.995 to 8.323)', () => {
    const answer = welch(moments(mens, 'visit'), moments(none, 'visit'))
    expect(answer.estimate).toBeCloseTo(0.07659, 5)
    expect(answer.low).toBeCloseTo(0.06995, 5)
    expect(answer.high).toBeCloseTo(0.08323, 5)
    expect(welchAnova([mens, womens, none].map((arm) => moments(arm, 'visit'))).pValue).toBeLessThan(1e-100)
  })

  test('99 in 100 spend nothing: a cap at the 99th percentile would be 0, and is left off', () => {
    const [a, b] = [valuesOf(mens, 'spend'), valuesOf(none, 'spend')]
    expect(winsorisedComparison(a, b, { upper: 0.99 })).toMatchObject({ cap: null, disabled: true })
    const capped = winsorisedComparison(a, b, { upper: 0.999 })
    expect(capped.cap).toBeGreaterThan(0)
    expect(capped.treated.cappedHigh).toBeLessThan(0.003)
    expect(capped.difference.standardError).toBeLessThan(capped.uncapped.standardError ?? 0)
  })

  test('history and recency are no help for spend, and adjusting for them does no harm', () => {
    const asArm = (arm: Record<string, string>[]) => ({
      outcomes: valuesOf(arm, 'spend'),
      covariates: arm.map((customer) => [Number(customer['history']), Number(customer['recency'])]),
    })
    const answer = adjustByRegression(asArm(mens.slice(0, 5000)), asArm(none.slice(0, 5000)))
    expect(Math.abs(answer.varianceReduction ?? 1)).toBeLessThan(0.01)
  })
})

describe('job-training grants and scrap (Holzer et al. 1993; Wooldridge), 54 firms, 1988', () => {
  const firms = rowsOf('jtrain-scrap/jtrain.csv').filter(
    (firm) => firm['year'] === '1988' && firm['clscrap'] !== '' && firm['clscrap'] !== 'NA',
  )
  const changes = (grant: string) =>
    momentsOf(firms.filter((firm) => firm['grant'] === grant).map((firm) => Number(firm['clscrap'])))

  test('the change of log scrap is -0.317 lower with a grant; -0.057 without', () => {
    const [treated, comparison] = [changes('1'), changes('0')]
    expect(treated.count + comparison.count).toBe(54)
    expect(comparison.mean).toBeCloseTo(-0.057, 3)
    const answer = welch(treated, comparison)
    expect(answer.estimate).toBeCloseTo(-0.317, 3)
    // Wooldridge's 0.164 pools the spreads of both arms; Welch does not.
    const pooled = (treated.sumOfSquares + comparison.sumOfSquares) / 52
    const published = readDifference(
      answer.estimate ?? 0,
      pooled * (1 / treated.count + 1 / comparison.count),
      52,
      0.95,
    )
    expect(published.standardError).toBeCloseTo(0.164, 3)
    expect(varianceOf(treated)).toBeGreaterThan(varianceOf(comparison) ?? 0)
    expect(answer.standardError).toBeGreaterThan(0.164)
  })
})
