import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageing } from './ageing.ts'
import { blockedDays } from './blocked-days.ts'
import { everyDay, workingWeek } from './calendar.ts'
import { cumulativeFlow } from './cumulative-flow.ts'
import { cycleTimes } from './cycle-times.ts'
import { dayNumber, dayOf, weekdayOf } from './day.ts'
import { lastingTimes } from './lasting-times.ts'
import { littlesLaw } from './littles-law.ts'
import { upperNormalQuantile } from './normal-quantile.ts'
import { orderInterval } from './order-interval.ts'
import { type Move, type Passage, passagesOf } from './passages-of.ts'
import { throughput } from './throughput.ts'
import { timeInState } from './time-in-state.ts'

const workflow = { active: ['doing', 'checking'], done: ['done'], dropped: ['dropped'] }
const move = (item: string, state: string, on: string): Move => ({ item, state, on })
/** Started on 1 January 2024 (a Monday) unless told otherwise, and finished after so many days, both counted. */
const lasting = (days: number, isOpen = false, start = '2024-01-01'): Passage => ({
  item: `${start} ${days}`,
  arrivedOn: start,
  startedOn: start,
  finishedOn: isOpen ? null : dayOf(dayNumber(start) + days - 1),
  droppedOn: null,
  stays: [],
})

describe('days', () => {
  test('are numbered, and know their weekday', () => {
    expect(dayNumber('1970-01-02')).toBe(1)
    expect(dayOf(dayNumber('2024-02-29'))).toBe('2024-02-29')
    expect(['2024-01-01', '2024-01-07', '1969-12-31'].map((on) => weekdayOf(dayNumber(on)))).toEqual([1, 7, 3])
  })
  test.each(['2023-02-29', '2024-13-01', '24-01-01', '2024-1-1', ''])('%j is no day', (on) => {
    expect(() => dayNumber(on)).toThrow(RangeError)
  })
  test('a calendar knows weekends and holidays', () => {
    const works = workingWeek([1, 2, 3, 4, 5], ['2024-01-01'])
    expect(['2024-01-01', '2024-01-02', '2024-01-06'].map(works)).toEqual([false, true, false])
    expect(() => workingWeek([0])).toThrow(RangeError)
    expect(() => workingWeek([])).toThrow(RangeError)
  })
})

describe('the way of an item', () => {
  test('begins with its first active state and ends when it is done', () => {
    const [passage] = passagesOf(
      [move('a', 'done', '2024-01-09'), move('a', 'idea', '2024-01-01'), move('a', 'doing', '2024-01-03')],
      workflow,
    )
    expect(passage).toMatchObject({ arrivedOn: '2024-01-01', startedOn: '2024-01-03', finishedOn: '2024-01-09' })
    expect(passage?.stays.map(({ state, to }) => [state, to])).toEqual([
      ['idea', '2024-01-03'],
      ['doing', '2024-01-09'],
      ['done', null],
    ])
  })
  test('an item that is opened again is open, from its first start, until it is done again', () => {
    const moves = [
      move('a', 'doing', '2024-01-01'),
      move('a', 'done', '2024-01-02'),
      move('a', 'checking', '2024-01-05'),
    ]
    expect(passagesOf(moves, workflow)[0]).toMatchObject({ startedOn: '2024-01-01', finishedOn: null })
    const again = passagesOf([...moves, move('a', 'done', '2024-01-08')], workflow)
    expect(again[0]).toMatchObject({ startedOn: '2024-01-01', finishedOn: '2024-01-08' })
  })
  test('moves of one day count in the order given; a move into the same state is none; dropped is not done', () => {
    const [passage] = passagesOf(
      [move('a', 'doing', '2024-01-01'), move('a', 'doing', '2024-01-02'), move('a', 'dropped', '2024-01-02')],
      workflow,
    )
    expect(passage).toMatchObject({ finishedOn: null, droppedOn: '2024-01-02' })
    expect(passage?.stays).toHaveLength(2)
    expect(() => passagesOf([], { active: ['x'], done: ['x'] })).toThrow(RangeError)
  })
})

describe('cycle times', () => {
  test('say within how many days so many of the items were done', () => {
    const { percentiles } = cycleTimes([5, 1, 3, 2, 4, 10, 6, 8, 7, 9].map((days) => lasting(days)))
    expect(percentiles.map(({ share, days }) => [share, days])).toEqual([
      [0.5, 5],
      [0.85, 9],
      [0.95, 10],
    ])
    // Ten values: ranks 2 and 9 hold the median in 97.9 % (Conover, table A3); nothing bounds the 95th percentile above.
    expect(percentiles[0]).toMatchObject({ low: 2, high: 9 })
    expect(percentiles[2]?.high).toBeNull()
  })
  test('count working days where a calendar is given, at least one', () => {
    const works = workingWeek()
    const days = (passage: Passage) => cycleTimes([passage], { works, shares: [0.5] }).percentiles[0]?.days
    expect(days(lasting(8))).toBe(6)
    expect(days(lasting(1, false, '2024-01-06'))).toBe(1)
  })
  test('nothing finished says so, and impossible shares are refused', () => {
    expect(cycleTimes([lasting(3, true)])).toEqual({ finished: 0, percentiles: [], reason: 'nothing-finished' })
    expect(() => cycleTimes([], { shares: [1] })).toThrow(RangeError)
  })
  test('the 95th percentile has an upper bound from 72 values on', () => {
    expect(orderInterval(71, 0.95, 0.95).high).toBeNull()
    expect(orderInterval(72, 0.95, 0.95).high).toBe(72)
  })
})

describe('with those that are still open', () => {
  // Kaplan & Meier (1958), section 2: deaths at 0.8, 3.1, 5.4, 9.2 and losses at 1.0, 2.7, 7.0, 12.1 months; here in tenths.
  test('reproduces the example of Kaplan and Meier', () => {
    const finished = [8, 31, 54, 92]
    const passages = [8, 31, 54, 92, 10, 27, 70, 121].map((days) => {
      const passage = lasting(days)
      return finished.includes(days) ? passage : { ...passage, finishedOn: null, droppedOn: passage.finishedOn }
    })
    // 7/8, then x 4/5 = 0.70, x 3/4 = 0.525, x 1/2 = 0.2625.
    const at = (share: number) => lastingTimes(passages, '2025-01-01', { shares: [share] }).percentiles[0]?.days
    expect([0.124, 0.126, 0.299, 0.301, 0.474, 0.476, 0.737, 0.738].map(at)).toEqual([8, 31, 31, 54, 54, 92, 92, null])
  })
  test('an item of some age is compared with those that lasted so long', () => {
    const passages = [2, 4, 6, 8, 20, 30].map((days) => lasting(days))
    expect(lastingTimes(passages, '2024-06-01', { age: 7, shares: [0.5] })).toMatchObject({
      finished: 3,
      open: 0,
      percentiles: [{ days: 20 }],
    })
    expect(lastingTimes(passages, '2024-06-01', { age: 99 }).reason).toBe('nothing-finished')
  })
  test('without open items it is the plain percentile', () => {
    const days = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(days, (all) => {
        const passages = all.map((each) => lasting(each))
        const plain = cycleTimes(passages, { shares: [0.5, 0.85] }).percentiles.map((each) => each.days)
        const km = lastingTimes(passages, '2024-06-01', { shares: [0.5, 0.85] }).percentiles.map((each) => each.days)
        expect(km).toEqual(plain)
      }),
    )
  })
  test('the normal quantile has seven digits', () => {
    expect(upperNormalQuantile(0.975)).toBeCloseTo(1.959963985, 6)
    expect(upperNormalQuantile(0.9)).toBeCloseTo(1.281551566, 6)
    expect(upperNormalQuantile(1 - 1e-12)).toBeCloseTo(7.0344869, 4)
    expect(upperNormalQuantile(0.5)).toBe(0)
  })
})

describe('throughput and flow', () => {
  test('weeks run from Monday; days without anything are there', () => {
    const options = { from: '2024-01-05', to: '2024-01-15', works: workingWeek() }
    const finished = ['2024-01-05', '2024-01-10', '2024-01-10', '2023-12-31']
    expect(throughput(finished, options)).toEqual([
      { from: '2024-01-05', to: '2024-01-07', finished: 1, workingDays: 1 },
      { from: '2024-01-08', to: '2024-01-14', finished: 2, workingDays: 5 },
      { from: '2024-01-15', to: '2024-01-15', finished: 0, workingDays: 1 },
    ])
    expect(throughput(finished, { ...options, by: 'day' }).map(({ finished: each }) => each)).toEqual([
      1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0,
    ])
  })

  const states = ['idea', 'doing', 'checking', 'done', 'dropped']
  const moves = fc
    .array(
      fc.record({
        item: fc.constantFrom('a', 'b', 'c'),
        state: fc.constantFrom(...states),
        day: fc.integer({ min: 0, max: 20 }),
      }),
      {
        maxLength: 20,
      },
    )
    .map((all) => all.map(({ item, state, day }) => move(item, state, dayOf(19_723 + day))))

  test('every item stands somewhere from the day it came, and the bands of the days add up to the time in each state', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const passages = passagesOf(all, workflow)
        const days = cumulativeFlow(passages, states, dayOf(19_723), dayOf(19_750))
        for (const { on, counts } of days)
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
            passages.filter(({ arrivedOn }) => arrivedOn <= on).length,
          )
        const times = timeInState(passages, states, dayOf(19_750))
        for (const [place, { days: inState }] of times.entries())
          expect(inState).toBe(days.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0))
      }),
    )
  })
  test('time in a state leaves weekends out where nobody works', () => {
    const passages = passagesOf([move('a', 'doing', '2024-01-05'), move('a', 'done', '2024-01-09')], workflow)
    expect(timeInState(passages, ['doing'], '2024-01-31', { works: workingWeek() })[0]).toMatchObject({
      days: 2,
      middle: 2,
      share: 1,
    })
  })
})

describe('ageing', () => {
  test('the oldest comes first, beside what was finished', () => {
    const open: Passage = {
      ...lasting(1, true, '2024-03-01'),
      item: 'open',
      stays: [
        { state: 'doing', from: '2024-03-01', to: '2024-03-05' },
        { state: 'checking', from: '2024-03-05', to: null },
      ],
    }
    const finished = Array.from({ length: 20 }, (_, i) => lasting(i + 1))
    const young = { ...open, item: 'young', startedOn: '2024-03-18' }
    expect(ageing([young, open, ...finished], '2024-03-18')).toEqual([
      { item: 'open', state: 'checking', age: 18, inState: 14, olderThan: 0.85, passed: 0.85 },
      { item: 'young', state: 'checking', age: 1, inState: 14, olderThan: 0, passed: null },
    ])
    expect(ageing([open], '2024-03-18')[0]).toMatchObject({ olderThan: null, passed: null })
  })
})

describe('blocked days', () => {
  test('a day with two blocks counts once for the item, and once for each kind', () => {
    const blocks = [
      { item: 'a', why: 'money', from: '2024-01-01', to: '2024-01-05' },
      { item: 'a', why: 'leader', from: '2024-01-03', to: '2024-01-08' },
      { item: 'b', why: 'money', from: '2024-01-09', to: null },
      { item: 'b', why: 'money', from: '2024-02-09', to: null },
    ]
    expect(blockedDays(blocks, '2024-01-10')).toEqual({
      items: [
        { item: 'a', days: 7, isBlocked: false },
        { item: 'b', days: 2, isBlocked: true },
      ],
      kinds: [
        { why: 'money', days: 6, items: 2 },
        { why: 'leader', days: 5, items: 1 },
      ],
    })
    expect(blockedDays(blocks, '2024-01-10', { works: workingWeek() }).items[0]?.days).toBe(5)
    expect(() => blockedDays([{ item: 'a', why: 'x', from: '2024-01-02', to: '2024-01-01' }], '2024-01-03')).toThrow(
      RangeError,
    )
  })
})

describe("Little's law", () => {
  const steady = Array.from({ length: 60 }, (_, i) => lasting(6, false, dayOf(19_723 + i)))
  test('holds where as much is finished as is started', () => {
    const law = littlesLaw(steady, dayOf(19_733), dayOf(19_772))
    expect(law).toEqual({ inProgress: 5, finishedPerDay: 1, cycleDays: 5, expectedDays: 5, verdict: 'holds' })
  })
  test('says what is wrong where it does not', () => {
    const forgotten = Array.from({ length: 10 }, () => lasting(1, true, '2023-06-01'))
    expect(littlesLaw([...steady, ...forgotten], dayOf(19_733), dayOf(19_772)).verdict).toBe('ageing')
    const started = Array.from({ length: 20 }, (_, i) => lasting(1, true, dayOf(19_740 + i)))
    expect(littlesLaw([...steady, ...started], dayOf(19_733), dayOf(19_772)).verdict).toBe('growing')
    expect(littlesLaw(started, dayOf(19_733), dayOf(19_772))).toMatchObject({
      verdict: 'nothing-finished',
      cycleDays: null,
    })
    expect(everyDay('2024-01-01')).toBe(true)
  })
})
