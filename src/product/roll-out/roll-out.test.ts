import { describe, expect, test } from 'vitest'
import type { PersonId } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { NewRollOutStep, newStep, type RollOutSiteId, type RollOutStepId, reachOf, standingOfSite } from './roll-out.ts'
import { effectOf } from './spread-effect.ts'

const site = { isFromTrial: false }
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour))
const step = (
  of: 'trained' | 'live' | 'adoption' | 'given-up',
  onDay: string,
  share: number | null = null,
  hour = 1,
) => ({
  ...{ step: of, onDay, share, at: at(hour) },
})

describe('where a site stands', () => {
  test('before anything was reached it is planned; what came from the trial is in use', () => {
    expect(standingOfSite(site, []).state).toBe('planned')
    expect(standingOfSite({ isFromTrial: true }, []).state).toBe('live')
  })

  test('the latest step counts, by its day and not by when it was written', () => {
    const steps = [
      step('live', '2026-11-10', null, 1),
      step('trained', '2026-11-02', null, 5),
      step('adoption', '2026-11-18', 0.6),
    ]
    expect(standingOfSite(site, steps)).toEqual({
      state: 'live',
      trainedOn: '2026-11-02',
      liveOn: '2026-11-10',
      share: 0.6,
    })
  })

  test('given up and begun again is in use since it was begun first', () => {
    const steps = [step('live', '2026-11-01'), step('given-up', '2026-11-05'), step('live', '2026-11-09')]
    expect(standingOfSite(site, steps)).toMatchObject({ state: 'live', liveOn: '2026-11-01' })
  })
})

describe('how far it has come', () => {
  const standing = (state: 'planned' | 'live' | 'given-up', share: number | null = null) => ({
    state,
    trainedOn: null,
    liveOn: null,
    share,
  })

  test('a site in use that said nothing counts whole, one that waits not at all, one given up is left out', () => {
    const sites = [
      { dueOn: null, standing: standing('live') },
      { dueOn: null, standing: standing('live', 0.5) },
      { dueOn: '2026-11-01', standing: standing('planned') },
      { dueOn: '2026-11-01', standing: standing('given-up') },
    ]
    expect(reachOf(sites, '2026-11-20')).toEqual({ sites: 4, live: 2, givenUp: 1, late: 1, share: 0.5 })
  })
})

describe('a step at a site', () => {
  const edge = {
    id: '5f6b0000-0000-4000-8000-000000000001' as RollOutStepId,
    siteId: '5f6b0000-0000-4000-8000-000000000002' as RollOutSiteId,
    byId: '5f6b0000-0000-4000-8000-000000000003' as PersonId,
    at: at(1),
    today: '2026-11-20',
  }
  const planned = standingOfSite(site, [])
  const say = (written: object, where = planned) =>
    newStep(NewRollOutStep.parse({ onDay: '2026-11-20', ...written }), where, edge)

  test('giving up needs a word of why', () => {
    expect(() => say({ step: 'given-up' })).toThrow(expect.objectContaining({ messageId: 'roll-out.say-why' }))
    expect(say({ step: 'given-up', note: 'No room for the shelf' }).step).toBe('given-up')
  })

  test('nothing is done in the new way before it is in use', () => {
    expect(() => say({ step: 'adoption', share: 0.5 })).toThrow(new Problem('out-of-step', 'roll-out.not-live'))
  })

  test('is not told of a day to come, and a share only of adoption', () => {
    expect(() => say({ step: 'live', onDay: '2026-12-01' })).toThrow(
      expect.objectContaining({ messageId: 'roll-out.future' }),
    )
    expect(say({ step: 'live', share: 0.3 }).share).toBeNull()
  })
})

describe('the effect as it spreads', () => {
  const days = Array.from({ length: 12 }, (_, week) =>
    new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
  )
  const sites = (effect: number) =>
    Array.from({ length: 9 }, (_, at) => {
      const since = at < 3 ? days[4] : at < 6 ? days[8] : null
      return {
        ...{ name: `Site ${at}`, since: since ?? null },
        points: days.map((on, week) => ({
          on,
          value: 10 + at + ((week * 7 + at * 3) % 5) / 10 + (since && on >= since ? effect : 0),
          denominator: null,
        })),
      }
    })
  const question = { better: 'higher', seed: 1 } as const

  test('is found from sites that have it and sites that do not yet', () => {
    const { estimate, low, high, live, waiting, reason } = effectOf(sites(3), question)
    expect({ live, waiting, reason }).toEqual({ live: 6, waiting: 3, reason: null })
    expect(estimate).toBeCloseTo(3, 0)
    expect(low).toBeLessThan(3)
    expect(high).toBeGreaterThan(3)
  })

  test('needs figures, and somebody who has it', () => {
    expect(effectOf([], question).reason).toBe('no-figures')
    expect(
      effectOf(
        sites(3).map((each) => ({ ...each, since: null })),
        question,
      ).reason,
    ).toBe('none-live')
  })
})
