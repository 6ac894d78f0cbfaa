import { describe, expect, test } from 'vitest'
import type { SiteId } from '#product/site/site.ts'
import type { TrialId } from '#product/trial/trial.ts'
import type { PlanBody } from './plan-body.ts'
import { type SpanAsked, trialSpanOf } from './trial-span.ts'

const north = { id: 'n' as SiteId, name: 'North' }
const south = { id: 's' as SiteId, name: 'South' }

/** A trial that began on 2 May and ended on 30 June; the sheet is by the month. */
function aTrial(body: object, part: Partial<SpanAsked> = {}, door: 'plan-first' | 'look-back' = 'plan-first') {
  const common = { columns: { dateOrder: null }, startsOn: null, endsOn: null }
  const trial = { id: 't' as TrialId, title: 'Call bells', state: 'ended', door } as const
  const whole = { ...common, ...body } as PlanBody
  const usual = { startedOn: '2024-05-02', endedOn: '2024-06-30', lastPeriod: '2024-06', every: 'month' } as const
  return { trial: { ...trial, design: whole.design }, body: whole, ...usual, ...part }
}
const pilot = {
  design: 'pilot',
  since: '2024-05',
  sites: [
    { name: 'north ', treated: true },
    { name: 'South', treated: false },
  ],
}

describe('where the change of a trial is drawn in', () => {
  test('at the site that gets it, in whatever spelling, until the trial ends', () => {
    expect(trialSpanOf(aTrial(pilot), north)).toMatchObject({ fromOn: '2024-05-01', toOn: '2024-06-30' })
  })

  test('on the chart of all sites', () => {
    expect(trialSpanOf(aTrial(pilot), null)).toMatchObject({ fromOn: '2024-05-01' })
  })

  test('not at a site that others are only compared with, nor at one that takes no part', () => {
    expect(trialSpanOf(aTrial(pilot), south)).toBeNull()
    expect(trialSpanOf(aTrial(pilot), { id: 'e' as SiteId, name: 'East' })).toBeNull()
  })

  test('a site that was renamed since is known by its id', () => {
    const measured = { sites: [{ siteId: 'n', name: 'North' }] }
    const renamed = { ...north, name: 'North Street' }
    expect(trialSpanOf(aTrial({ ...pilot, measured }), renamed)).toMatchObject({ fromOn: '2024-05-01' })
  })

  test('while it runs it has no end', () => {
    expect(trialSpanOf(aTrial(pilot, { endedOn: null }), north)?.toOn).toBeNull()
  })

  test('one after another, each site has its own start, and all of them the earliest', () => {
    const sites = [
      { name: 'North', start: '2024-06' },
      { name: 'South', start: '2024-04' },
      { name: 'East', start: null },
    ]
    const staggered = aTrial({ design: 'staggered', sites })
    expect(trialSpanOf(staggered, north)?.fromOn).toBe('2024-06-01')
    expect(trialSpanOf(staggered, null)?.fromOn).toBe('2024-04-01')
    expect(trialSpanOf(staggered, { id: 'e' as SiteId, name: 'East' })).toBeNull()
  })

  test('where the sheet only numbers its weeks, the planned day counts, and else the day of the start', () => {
    const numbered = { ...pilot, since: '5' }
    expect(trialSpanOf(aTrial({ ...numbered, startsOn: '2024-05-06' }), north)?.fromOn).toBe('2024-05-06')
    expect(trialSpanOf(aTrial(numbered), north)?.fromOn).toBe('2024-05-02')
  })

  test('a look back ends with its figures, and has no start that nobody wrote', () => {
    const lookedAt = { startedOn: '2026-01-01', endedOn: '2026-01-01' }
    expect(trialSpanOf(aTrial(pilot, lookedAt, 'look-back'), north)?.toOn).toBe('2024-06-01')
    expect(trialSpanOf(aTrial({ ...pilot, since: '5' }, lookedAt, 'look-back'), north)).toBeNull()
  })

  test('a trial of single people is of no site', () => {
    const split = aTrial({ design: 'split' })
    expect(trialSpanOf(split, north)).toBeNull()
    expect(trialSpanOf(split, null)?.fromOn).toBe('2024-05-02')
  })
})
