import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Direction } from '../evidence/non-inferiority.ts'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { type BoschlooOptions, boschlooExact } from './boschloo-exact.ts'
import { compareProportions } from './compare-proportions.ts'
import { eTest } from './e-test.ts'
import { type ExactIntervalOptions, exactProportionInterval } from './exact-proportion-interval.ts'
import { exactRateTest } from './exact-rate-test.ts'
import { type Alternative, fisherExact } from './fisher-exact.ts'
import { chiSquareHomogeneity } from './homogeneity.ts'
import { mantelHaenszel, type ProportionStratum } from './mantel-haenszel.ts'
import { newcombeInterval } from './newcombe-interval.ts'
import { pooledScoreTest } from './pooled-score-test.ts'
import type { Proportion } from './proportion.ts'
import { proportionEquivalence, proportionNonInferiority } from './proportion-margin.ts'
import { quasiPoissonComparison } from './quasi-poisson-comparison.ts'
import type { Rate } from './rate.ts'
import { exactRateInterval, scoreRateInterval } from './rate-interval.ts'
import { rateEquivalence, rateNonInferiority } from './rate-margin.ts'
import { sampleRatio } from './sample-ratio.ts'
import { type ScoreOptions, scoreDifference } from './score-difference.ts'
import { scoreRateTest } from './score-rate-test.ts'
import { scoreRatio } from './score-ratio.ts'
import { wilsonInterval } from './wilson-interval.ts'

// Two programs and exact fractions: reference/stats/counts.py and counts-r.R.

type Two<Arm, Options = object> = { treated: Arm; comparison: Arm } & Options
type WithMargin<Arm> = Two<Arm, { margin: number; better: Direction }>

function agrees<Given>(of: string, family: string, answer: (given: Given) => unknown): void {
  const cases = referenceCases<Given, unknown>(family, of)
  test(`${of}: ${cases.length} cases of ${family}`, () => {
    for (const each of cases) expectAgreement(answer(each.given), each)
  })
}

describe('other programs agree', () => {
  agrees<Proportion & { confidence: number }>('wilsonInterval', 'counts', (given) => wilsonInterval(given, given))
  agrees<Proportion & ExactIntervalOptions>('exactProportionInterval', 'counts', (given) =>
    exactProportionInterval(given, given),
  )
  agrees<Two<Proportion, ScoreOptions>>('scoreDifference', 'counts', (given) =>
    scoreDifference(given.treated, given.comparison, given),
  )
  agrees<Two<Proportion, ScoreOptions>>('scoreRatio', 'counts', (given) =>
    scoreRatio(given.treated, given.comparison, given),
  )
  agrees<Two<Proportion, { confidence: number }>>('newcombeInterval', 'counts', (given) =>
    newcombeInterval(given.treated, given.comparison, given),
  )
  agrees<Two<Proportion, { alternative: Alternative }>>('fisherExact', 'counts', (given) =>
    fisherExact(given.treated, given.comparison, given),
  )
  agrees<Two<Proportion, BoschlooOptions>>('boschlooExact', 'counts', (given) =>
    boschlooExact(given.treated, given.comparison, given),
  )
  agrees<WithMargin<Proportion>>('proportionNonInferiority', 'counts', (given) =>
    proportionNonInferiority(given.treated, given.comparison, given.better, given),
  )
  agrees<WithMargin<Proportion>>('proportionEquivalence', 'counts', (given) =>
    proportionEquivalence(given.treated, given.comparison, given),
  )
  agrees<Rate & ExactIntervalOptions>('exactRateInterval', 'counts', (given) => exactRateInterval(given, given))
  agrees<Rate & { confidence: number }>('scoreRateInterval', 'counts', (given) => scoreRateInterval(given, given))
  agrees<Two<Rate, { confidence?: number }>>('scoreRateTest', 'counts', (given) =>
    scoreRateTest(given.treated, given.comparison, given),
  )
  agrees<Two<Rate>>('eTest', 'counts', (given) => eTest(given.treated, given.comparison))
  agrees<WithMargin<Rate>>('rateEquivalence', 'counts', (given) =>
    rateEquivalence(given.treated, given.comparison, given),
  )
  agrees<WithMargin<Rate>>('rateNonInferiority', 'counts', (given) =>
    rateNonInferiority(given.treated, given.comparison, given.better, given),
  )
  agrees<{ counts: number[]; weights: number[] }>('sampleRatio', 'counts', (given) =>
    sampleRatio(given.counts, given.weights),
  )
  agrees<Two<Proportion>>('pooledScoreTest', 'counts-r', (given) => pooledScoreTest(given.treated, given.comparison))
  agrees<Two<Proportion>>('fisherExact', 'counts-r', (given) => fisherExact(given.treated, given.comparison))
  agrees<Proportion[]>('chiSquareHomogeneity', 'counts-r', (given) => chiSquareHomogeneity(given))
  agrees<Two<Rate, { confidence: number; hypothesis: number }>>('exactRateTest', 'counts-r', (given) =>
    exactRateTest(given.treated, given.comparison, given),
  )
  agrees<Two<Rate[]>>('quasiPoissonComparison', 'counts-r', (given) =>
    quasiPoissonComparison(given.treated, given.comparison),
  )
  agrees<ProportionStratum[]>('mantelHaenszel', 'counts-r', (given) => mantelHaenszel(given))
})

describe('real data', () => {
  const rowsOf = (path: string) =>
    readFileSync(new URL(`../../../../reference/${path}`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))

  test('licorice gargle: throat pain after half an hour 18.8 % against 36.2 %, relative risk 0.519', () => {
    const rows = rowsOf('licorice-gargle/throat_pain.csv').filter(([, hours, pain]) => hours === '0.5' && pain !== '')
    const arm = (name: string) => {
      const pains = rows.filter((row) => row[3] === name)
      return { events: pains.filter((row) => row[2] === '1').length, units: pains.length }
    }
    const result = compareProportions(arm('licorice'), arm('sugar water'))
    expect([arm('licorice').units, arm('sugar water').units]).toEqual([117, 116])
    expect(result.treated).toBeCloseTo(0.188, 3)
    expect(result.comparison).toBeCloseTo(0.362, 3)
    expect((result.relative.estimate ?? 0) + 1).toBeCloseTo(0.519, 3)
    expect(result.method).toBe('score')
    expect(result.pValue).toBeLessThan(0.005)
    expect(result.high).toBeLessThan(0)
  })

  test('trap: 12 of 99 comparisons in a public archive of real trials have arms of the wrong size', () => {
    const comparisons = rowsOf('asos-experiments/last-counts.csv').map((row) => [Number(row[2]), Number(row[3])])
    expect(comparisons).toHaveLength(99)
    const failed = comparisons.filter((counts) => sampleRatio(counts, [1, 1]).passed === false)
    expect(failed).toHaveLength(12)
    // A difference of one in a hundred looks harmless, and is not.
    const largestShares = failed.map(([a = 0, b = 0]) => Math.max(a, b) / (a + b))
    expect(Math.min(...largestShares)).toBeLessThan(0.505)
  })
})
