import { describe, expect, test } from 'vitest'
import { seededGenerator } from '#lib/stats/numeric/seeded-generator.ts'
import { everyDay, workingWeek } from './calendar.ts'
import { dayNumber, dayOf, weekdayOf } from './day.ts'
import { drawGamma, drawPoisson } from './draws.ts'
import { weeklyHistory } from './finish-history.ts'
import { forecastCount } from './forecast-count.ts'
import { type ForecastOptions, forecastFinish } from './forecast-finish.ts'
import { pacePosterior } from './pace-posterior.ts'

const seeded = (seed = 1) => {
  const generator = seededGenerator(seed)
  return () => generator.uniform()
}
const works = workingWeek()
const options = (more: Partial<ForecastOptions> = {}): ForecastOptions => ({ works, uniform: seeded(), ...more })
/** Twelve weeks from Monday 1 January 2024, so many on every working day. */
const steady = (perDay: number) => ({
  from: '2024-01-01',
  to: '2024-03-24',
  finishedOn: Array.from({ length: 84 }, (_, i) => dayOf(dayNumber('2024-01-01') + i))
    .filter(works)
    .flatMap((on) => Array.from({ length: perDay }, () => on)),
})

describe('when it will be done', () => {
  test('surer is later, more is later, and every date is a working day after the history', () => {
    const few = forecastFinish(steady(1), 10, options())
    const many = forecastFinish(steady(1), 30, options())
    const dates = few.dates.map(({ on }) => on ?? '')
    expect(dates).toEqual([...dates].sort())
    for (const on of dates) expect(on > '2024-03-24' && works(on)).toBe(true)
    expect((many.dates[1]?.on ?? '') > (few.dates[1]?.on ?? '')).toBe(true)
    // Two weeks of work: even chances for about two weeks.
    expect(['2024-04-04', '2024-04-05', '2024-04-08', '2024-04-09']).toContain(few.dates[0]?.on)
    expect(few.doubts).toEqual([])
    expect(few.pace?.middle).toBeGreaterThan(4)
    expect(few.pace?.middle).toBeLessThan(6)
  })
  test('the same seed gives the same dates', () => {
    expect(forecastFinish(steady(2), 25, options())).toEqual(forecastFinish(steady(2), 25, options()))
  })
  test('a holiday ahead puts it off', () => {
    const closed = workingWeek(
      undefined,
      Array.from({ length: 14 }, (_, i) => dayOf(dayNumber('2024-03-25') + i)),
    )
    const [usual, later] = [works, closed].map(
      (calendar) => forecastFinish(steady(2), 10, options({ works: calendar })).dates[1]?.on ?? '',
    )
    expect(dayNumber(later ?? '') - dayNumber(usual ?? '')).toBe(14)
  })
  test('a team that finishes on Fridays is done on Fridays', () => {
    const friday = steady(5).finishedOn.filter((on) => weekdayOf(dayNumber(on)) === 5)
    const fridays = { ...steady(5), finishedOn: friday }
    const { dates } = forecastFinish(fridays, 12, options())
    for (const { on } of dates) expect(weekdayOf(dayNumber(on ?? ''))).toBe(5)
  })
  test('a shorter history is less sure', () => {
    const short = { ...steady(1), from: '2024-03-11' }
    const apart = (history: typeof short) => {
      const [half, , most] = forecastFinish(history, 20, options()).dates.map(({ on }) => dayNumber(on ?? ''))
      return (most ?? 0) - (half ?? 0)
    }
    expect(apart(short)).toBeGreaterThan(apart(steady(1)))
    expect(forecastFinish(short, 20, options()).doubts).toContain('short-history')
  })
  test('says so when nothing was finished, nobody works, or it lies too far', () => {
    const nothing = { ...steady(1), finishedOn: ['2023-12-01'] }
    expect(forecastFinish(nothing, 1, options())).toEqual({
      dates: [0.5, 0.85, 0.95].map((share) => ({ share, on: null })),
      pace: null,
      doubts: [],
      reason: 'nothing-finished',
    })
    const closed = (on: string) => on < '2024-03-25'
    expect(forecastFinish(steady(1), 1, options({ works: closed })).reason).toBe('no-working-day')
    const far = forecastFinish(steady(1), 500, options({ horizon: 60, futures: 200 }))
    expect(far.dates[0]?.on).toBeNull()
    expect(far.reason).toBeNull()
  })
  test.each([
    [0, {}],
    [1.5, {}],
    [1, { shares: [1] }],
    [1, { futures: 0 }],
    [1, { weeks: 0.5 }],
  ])('refuses %d items with %j', (items, more) => {
    expect(() => forecastFinish(steady(1), items, options(more))).toThrow(RangeError)
  })
})

describe('how many will be done', () => {
  test('surer is fewer, and it agrees with the dates', () => {
    const { counts, chance } = forecastCount(steady(2), '2024-04-19', { ...options(), items: 30 })
    const [half, most, nearly] = counts.map(({ count }) => count ?? 0)
    expect(half).toBeGreaterThan(most ?? 0)
    expect(most).toBeGreaterThan(nearly ?? 0)
    const done = forecastFinish(steady(2), most ?? 1, options()).dates[1]?.on ?? ''
    expect(Math.abs(dayNumber(done) - dayNumber('2024-04-19'))).toBeLessThanOrEqual(3)
    expect(chance).toBeGreaterThan(0.8)
  })
  test('nothing is done on days off, and a day that is past is refused', () => {
    const { counts } = forecastCount(steady(2), '2024-03-31', options())
    expect(counts).toEqual(forecastCount(steady(2), '2024-03-29', options()).counts)
    expect(() => forecastCount(steady(2), '2024-03-24', options())).toThrow(RangeError)
    expect(forecastCount({ ...steady(2), finishedOn: [] }, '2024-03-29', options()).reason).toBe('nothing-finished')
  })
})

describe('what it rests on', () => {
  test('weeks are counted back from the last day; a day off counts for the day before', () => {
    const history = { from: '2024-01-03', to: '2024-01-12', finishedOn: ['2024-01-03', '2024-01-06', '2024-01-12'] }
    const { weeks, finished } = weeklyHistory(history, works, 52)
    expect(weeks.map((week) => week.finished)).toEqual([2, 1])
    expect(finished).toBe(3)
    expect(weeklyHistory(history, works, 1).weeks).toHaveLength(1)
    expect(() => weeklyHistory({ ...history, from: '2024-02-01' }, works, 52)).toThrow(RangeError)
  })
  test('the rate of a long even history is the gamma posterior of its counts', () => {
    const weeks = Array.from({ length: 50 }, (_, i) => ({ finished: i % 2 ? 6 : 4, effort: 5 }))
    const paces = pacePosterior(weeks).filter(({ dispersion, drift }) => dispersion === 1 && drift === 0)
    const total = paces.reduce((sum, { probability }) => sum + probability, 0)
    const mean = paces.reduce((sum, { probability, logRate }) => sum + probability * Math.exp(logRate), 0) / total
    // 250 items in 250 days: gamma(250.25, 250).
    expect(mean).toBeCloseTo(250.25 / 250, 2)
    expect(pacePosterior(weeks).reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
  })
  test('bursts and a changed pace are seen for what they are', () => {
    const likely = (counts: number[], of: 'dispersion' | 'drift') =>
      pacePosterior(counts.map((finished) => ({ finished, effort: 5 }))).reduce(
        (sum, pace) => sum + pace.probability * pace[of],
        0,
      )
    const bursts = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 20 : 0))
    expect(likely(bursts, 'dispersion')).toBeGreaterThan(6)
    const rising = Array.from({ length: 40 }, (_, i) => Math.round(2 * 1.08 ** i))
    expect(likely(rising, 'drift')).toBeGreaterThan(
      2 *
        likely(
          Array.from({ length: 40 }, () => 8),
          'drift',
        ),
    )
  })
  test('draws have their mean and variance', () => {
    const uniform = seeded(9)
    const moments = (draw: () => number) => {
      const values = Array.from({ length: 20_000 }, draw)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length]
    }
    for (const mean of [0.3, 4, 75, 400]) {
      const [m, v] = moments(() => drawPoisson(mean, uniform))
      expect((m ?? 0) / mean).toBeCloseTo(1, 1)
      expect((v ?? 0) / mean).toBeCloseTo(1, 1)
    }
    for (const shape of [0.3, 2.5]) {
      const [m, v] = moments(() => drawGamma(shape, uniform))
      expect((m ?? 0) / shape).toBeCloseTo(1, 1)
      expect((v ?? 0) / shape).toBeCloseTo(1, 0)
    }
    expect(everyDay('2024-01-06')).toBe(true)
  })
})
