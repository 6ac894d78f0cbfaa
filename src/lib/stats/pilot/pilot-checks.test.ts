import { describe, expect, test } from 'vitest'
import { inferEffect } from '../sites/infer-effect.ts'
import { leaveOneOut } from '../sites/leave-one-out.ts'
import * as checks from './pilot-checks.ts'
import type { PreTrend } from './pre-trend.ts'

const options = { seed: 1, resolution: 1e-9, withSecondReading: true }
const trend = (parallel: boolean | null, bias: number | null): PreTrend => ({
  parallel,
  reason: parallel === null ? 'too-few-periods' : null,
  periods: 4,
  treatedSlope: null,
  comparisonSlope: null,
  difference: null,
  impliedBias: bias === null ? null : { estimate: bias, low: null, high: null },
})

function sitesOf(count: number): number[] {
  return Array.from({ length: count }, (_, at) => (at * 7) % 5)
}

/** An effect that is on one side beyond chance. */
const clear = (estimate: number) => ({
  ...{ estimate, low: estimate - 1, high: estimate + 1, pValue: 0.001, confidence: 0.95 },
})

describe('the checks of a pilot', () => {
  test('a pre-trend convicts chosen sites, not randomised ones', () => {
    expect(checks.preTrendCheck(trend(false, 3), false)).toMatchObject({ passed: false, lowersGrade: true })
    expect(checks.preTrendCheck(trend(false, 3), true)).toMatchObject({ passed: false, lowersGrade: false })
    expect(checks.preTrendCheck(trend(null, null), false)).toMatchObject({
      passed: null,
      values: { reason: 'too-few-periods' },
    })
  })

  test.each([
    [-27, -19, false],
    [-27, -13, true],
    [-27, 19, true],
    [10, 20, false],
    [10, null, null],
  ])('an effect of %d beside a drift worth %d', (estimate, bias, passed) => {
    expect(checks.driftCheck(trend(true, bias), clear(estimate)).passed).toBe(passed)
  })

  test('beside a drift cannot be judged while the effect may be on either side', () => {
    const unclear = { ...clear(10), low: -1, high: 21 }
    expect(checks.driftCheck(trend(true, 2), unclear).passed).toBeNull()
    const placebo = { ...clear(10), low: null, high: null }
    expect(checks.driftCheck(trend(true, 2), { ...placebo, pValue: 0.2 }).passed).toBeNull()
    expect(checks.driftCheck(trend(true, 2), placebo).passed).toBe(true)
  })

  test('too few sites to show anything fails, few but enough passes', () => {
    const [three, four] = [inferEffect([1, 2, 3], [4, 5, 7], options), inferEffect([1, 2, 3, 5], [4, 5, 7, 9], options)]
    expect(checks.enoughSitesCheck(three, 3, 3)).toMatchObject({ passed: false, values: { smallestPossibleP: 0.1 } })
    expect(checks.enoughSitesCheck(four, 4, 4).passed).toBe(true)
    const many = inferEffect([1, 2, 3, 5, 1, 2, 3, 5, 1, 2], [4, 5, 7, 9, 4, 5, 7, 9, 4, 5], options)
    expect(checks.enoughSitesCheck(many, 10, 10).passed).toBe(true)
  })

  test('sites that all changed alike within their group fail the variation check', () => {
    expect(checks.variationCheck(inferEffect([2, 2, 2, 2], [1, 1, 1, 1], options)).passed).toBe(false)
    expect(checks.variationCheck(inferEffect([2], [1, 1, 3], options)).passed).toBe(true)
  })

  test('a single site that turns the effect round is named', () => {
    const site = (name: string, treated: boolean, change: number) => ({ name, treated, change })
    const sites = [
      site('a', true, -1),
      site('b', true, 12),
      site('c', true, 0),
      site('d', false, 1),
      site('e', false, 1),
    ]
    expect(checks.singleSiteCheck(leaveOneOut(sites), sites)).toMatchObject({
      passed: false,
      values: { site: 'b', alone: null },
    })
    const even = [site('a', true, 3), site('b', true, 4), site('c', false, 0), site('d', false, 1)]
    expect(checks.singleSiteCheck(leaveOneOut(even), even).passed).toBe(true)
    expect(checks.singleSiteCheck(null, even).passed).toBeNull()
  })

  test('the only site of a group carries the result: it cannot be left out', () => {
    const site = (name: string, treated: boolean, change: number) => ({ name, treated, change })
    const one = [site('a', true, 9), site('b', false, 1), site('c', false, 2)]
    expect(checks.singleSiteCheck(leaveOneOut(one), one)).toMatchObject({
      passed: false,
      values: { site: 'a', alone: 'treated' },
    })
    const other = one.map((each) => ({ ...each, treated: !each.treated }))
    expect(checks.singleSiteCheck(leaveOneOut(other), other)).toMatchObject({
      passed: false,
      values: { site: 'a', alone: 'comparison' },
    })
  })

  test('two methods on two sides of the level disagree, one alone says nothing', () => {
    const effect = inferEffect([6, 7, 9, 8], [1, 2, 3, 5], options)
    expect(checks.methodsAgreeCheck(effect).passed).toBe(true)
    const split = { ...effect, secondReading: { method: 'cr2' as const, pValue: 0.2, low: -1, high: 9 } }
    expect(checks.methodsAgreeCheck(split).passed).toBe(false)
    expect(checks.methodsAgreeCheck({ ...effect, secondReading: null }).passed).toBeNull()
  })

  test.each([
    ['too-few-sites', [1, 2, 3], [4, 5, 7]],
    ['no-variation', [2, 2, 2, 2], [1, 1, 1, 1]],
    ['too-many-sites', sitesOf(117), sitesOf(116)],
    [null, sitesOf(12), sitesOf(12)],
  ])('why there is one method alone: %s', (reason, treated, comparison) => {
    expect(checks.methodsAgreeCheck(inferEffect(treated, comparison, options)).values['reason']).toBe(reason)
  })

  test('a guardrail that held passes, one that broke fails, and the grade does not mind', () => {
    const reading = {
      name: 'waiting',
      better: 'lower' as const,
      margin: 2,
      worse: false,
      estimate: 1,
      low: 0,
      high: 2,
      confidence: 0.95,
      pValue: 0.1,
      refused: null,
    }
    const passed = (verdict: 'safe' | 'harm' | 'unclear') => checks.guardrailCheck({ ...reading, verdict }).passed
    expect([passed('safe'), passed('harm'), passed('unclear')]).toEqual([true, false, null])
    expect(checks.guardrailCheck({ ...reading, verdict: 'harm' }).lowersGrade).toBe(false)
  })
})
