import { describe, expect, test } from 'vitest'
import { elapsedOf, judgedBy, lookAt, stopsFrom } from './looks.ts'
import type { PlanBody } from './plan-body.ts'
import type { TrialFigures } from './trial-figures.ts'

const stops = { harm: true, futility: true, success: false, looks: 'daily' } as const
const eightWeeks = { design: 'pilot', runsFor: 8, stops } as const
const running = { state: 'running', door: 'plan-first' } as const

async function confidenceOf(...asked: Parameters<typeof judgedBy>): Promise<number> {
  return (await judgedBy(...asked)).confidence
}

describe('looking at a running trial', () => {
  test('before the first period with the change there is nothing to look at', async () => {
    expect(await lookAt(eightWeeks, 0)).toBeNull()
  })

  test('early looks must be surer than later ones, and the last is nearly as any', async () => {
    const [third, seventh, last] = await Promise.all(
      [3, 7, 8].map(async (elapsed) => (await lookAt(eightWeeks, elapsed))?.confidence ?? 0),
    )
    expect(third).toBeGreaterThan(seventh ?? 1)
    expect(seventh).toBeGreaterThan(last ?? 1)
    expect(last).toBeCloseTo(0.96, 2)
  })

  test('a trial that goes on past its end is at its last look', async () => {
    expect(await lookAt(eightWeeks, 20)).toEqual(await lookAt(eightWeeks, 8))
  })

  test('a plan that does not say how long it runs has no looks', async () => {
    expect(await lookAt({ ...eightWeeks, runsFor: null }, 5)).toBeNull()
  })

  test('a split is looked at after every hundredth of its units', async () => {
    const split = { design: 'split', runsFor: 20_000 } as const
    expect(await lookAt(split, 199)).toBeNull()
    expect(await lookAt(split, 10_100)).toMatchObject({ look: 50, fraction: 0.5 })
  })
})

describe('how far a trial has come', () => {
  const of = (values: (number | null)[][]) =>
    elapsedOf({
      design: 'pilot',
      since: 1,
      periods: values[0]?.map((_, at) => ({ label: String(at) })),
      sites: values.map((each) => ({ values: each })),
    } as unknown as TrialFigures)

  test('a period counts when more than half of the sites have its figure', () => {
    expect(
      of([
        [1, 1, 1],
        [1, 1, null],
        [1, 1, null],
      ]),
    ).toBe(1)
    expect(
      of([
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, null],
      ]),
    ).toBe(2)
    expect(
      of([
        [1, 1],
        [1, null],
      ]),
    ).toBe(0)
    expect(of([[1, 1]])).toBe(1)
  })
})

describe('from when on a trial can be stopped', () => {
  const sites = (treated: number, others: number) =>
    Array.from({ length: treated + others }, (_, at) => ({ name: String(at), treated: at < treated }))
  const plan = (treated: number, others: number) =>
    ({ design: 'pilot', runsFor: 28, method: null, sites: sites(treated, others) }) as unknown as PlanBody

  test('harm from the first period on where a group has three sites; never where it has fewer', async () => {
    expect(await stopsFrom(plan(3, 3))).toEqual({ harm: 1, success: null })
    expect(await stopsFrom(plan(2, 9))).toMatchObject({ harm: null })
  })

  test('success of four against four sites hardly before the end, of many early', async () => {
    expect((await stopsFrom(plan(4, 4)))?.success).toBe(27)
    expect((await stopsFrom(plan(8, 8)))?.success).toBeLessThan(14)
  })

  test('other designs have no such limit', async () => {
    expect(await stopsFrom({ ...plan(4, 4), design: 'before-after' } as PlanBody)).toBeNull()
  })
})

describe('how sure a result is', () => {
  test('at the planned end as if nobody had looked, when no look could have ended it well', async () => {
    expect(await confidenceOf({ ...running, state: 'ended' }, eightWeeks, 8)).toBe(0.95)
  })

  test('as the looks are, when a success could have ended it', async () => {
    const plan = { ...eightWeeks, stops: { ...stops, success: true } }
    expect(await confidenceOf({ ...running, state: 'ended' }, plan, 8)).toBe((await lookAt(plan, 8))?.confidence)
  })

  test('as the look at which it was stopped, or ended early', async () => {
    const sure = (await lookAt(eightWeeks, 5))?.confidence
    expect(await confidenceOf({ ...running, state: 'stopped' }, eightWeeks, 5)).toBe(sure)
    expect(await confidenceOf({ ...running, state: 'ended' }, eightWeeks, 5)).toBe(sure)
  })

  test('stopped before anything could be told, nothing is', async () => {
    expect(await confidenceOf({ ...running, state: 'stopped' }, eightWeeks, 1)).toBeGreaterThan(0.99999)
  })

  test('harm is judged as at its look, where the trial was stopped before its end', async () => {
    const level = (await lookAt(eightWeeks, 2))?.harmLevel
    expect(await judgedBy({ ...running, state: 'stopped' }, eightWeeks, 2)).toMatchObject({ harmLevel: level })
    expect(await judgedBy({ ...running, state: 'ended' }, eightWeeks, 8)).toEqual({ confidence: 0.95 })
  })

  test('a look back was looked at once', async () => {
    expect(await confidenceOf({ state: 'ended', door: 'look-back' }, eightWeeks, 3)).toBe(0.95)
  })
})
