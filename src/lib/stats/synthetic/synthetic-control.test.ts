import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { augmentedSyntheticControl } from './augmented-synthetic-control.ts'
import type { DonorPanel } from './donor-panel.ts'
import { leaveOneDonorOut } from './leave-one-donor-out.ts'
import { placeboSynthetic } from './placebo-synthetic.ts'
import { syntheticControl } from './synthetic-control.ts'
import { syntheticDifference } from './synthetic-difference.ts'

interface Given {
  panel: DonorPanel
  ridge?: number
}

describe('agrees with other programs', () => {
  it.each(referenceCases<Given, unknown>('synthetic', 'syntheticControl'))('syntheticControl %#', (each) => {
    expectAgreement(syntheticControl(each.given.panel), each)
  })
  it.each(referenceCases<Given, unknown>('synthetic', 'placeboSynthetic'))('placeboSynthetic %#', (each) => {
    expectAgreement(placeboSynthetic(each.given.panel), each)
  })
  it.each(referenceCases<Given, unknown>('synthetic', 'leaveOneDonorOut'))('leaveOneDonorOut %#', (each) => {
    expectAgreement(leaveOneDonorOut(each.given.panel), each)
  })
  it.each(referenceCases<Given, unknown>('synthetic', 'augmentedSyntheticControl'))(
    'augmentedSyntheticControl %#',
    (each) => {
      const { panel, ridge } = each.given
      expectAgreement(augmentedSyntheticControl(panel, ridge === undefined ? {} : { ridge }), each)
    },
  )
  it.each(referenceCases<Given, unknown>('synthetic', 'syntheticDifference'))('syntheticDifference %#', (each) => {
    expectAgreement(syntheticDifference(each.given.panel), each)
  })
})

describe('donors that are copies of one another', () => {
  const wave = (at: number) => Array.from({ length: 24 }, (_, t) => at + Math.sin(t * 1.3) + (t % 5) / 7)
  const treated = wave(3).map((value, t) => value + (t >= 16 ? 2 : 0) + (t % 3) / 10)
  const donorsAt = (apart: number, offset = 0) =>
    Array.from({ length: 6 }, (_, j) => ({ name: `d${j}`, values: wave(offset + apart * j) }))

  it.each([
    [0, 0],
    [100, 0],
    [0, 1e9],
  ])('apart by %d at a level of %d: an estimate, and no interval of width 0', (apart, level) => {
    const panel = { treated: treated.map((value) => value + level), donors: donorsAt(apart, level), since: 16 }
    const answer = syntheticDifference(panel)
    expect(answer).toMatchObject({ standardError: null, low: null, high: null, reason: 'no-variation' })
    expect(answer.degreesOfFreedom).toBeNull()
    expect(answer.estimate).toBeCloseTo(2, 0)
  })

  it('one that moves on its own is enough for a spread', () => {
    const donors = donorsAt(0).map((donor, j) =>
      j === 0 ? { ...donor, values: treated.map((v, t) => v + (t % 4)) } : donor,
    )
    const { low, high, reason } = syntheticDifference({ treated, donors, since: 16 })
    expect(reason).toBeNull()
    expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(0.1)
  })
})

describe('California’s tobacco programme', () => {
  const panel = california()

  it('gives the reference weights and effects of outcomes alone', () => {
    const { estimate, gaps, weights, rmspeBefore } = syntheticControl(panel)
    expect(estimate).toBeCloseTo(-19.514, 3)
    expect(gaps.at(-1)).toBeCloseTo(-26.597, 3)
    expect(rmspeBefore).toBeCloseTo(1.66, 2)
    expect(weights.map(({ name, weight }) => [name, Number(weight.toFixed(4))])).toEqual([
      ['Utah', 0.3939],
      ['Montana', 0.2318],
      ['Nevada', 0.2049],
      ['Connecticut', 0.1091],
      ['New Hampshire', 0.0454],
      ['Colorado', 0.0148],
    ])
  })

  it('ranks California third of 39 placebos', () => {
    expect(placeboSynthetic(panel)).toMatchObject({ rank: 3, pValue: 3 / 39, smallestPossibleP: 1 / 39 })
  })

  it('gives the published synthetic difference in differences', () => {
    const { estimate, standardError, periodWeights } = syntheticDifference(panel)
    // Arkhangelsky et al. 2021, table 1: -15.6 (8.4); their error is from drawn placebos, ours from all 38.
    expect(estimate).toBeCloseTo(-15.6, 1)
    expect(standardError).toBeGreaterThan(7.5)
    expect(standardError).toBeLessThan(10.5)
    // Their figure 1: the three years before the start alone have weight.
    expect(periodWeights.slice(0, 16)).toEqual(Array(16).fill(0))
  })

  it('does not hang on one donor', () => {
    const { low, high } = leaveOneDonorOut(panel)
    expect([low, high]).toEqual([expect.closeTo(-20.514, 3), expect.closeTo(-17.968, 3)])
  })

  it('corrects what the mixture does not fit', () => {
    const { rmspeBefore, rmspePlain, extrapolation } = augmentedSyntheticControl(panel)
    expect(rmspeBefore ?? 9).toBeLessThan(rmspePlain ?? 0)
    expect(extrapolation).toBeGreaterThan(0)
  })
})

const panels = fc
  .array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 }), { minLength: 6, maxLength: 8 })
  .map(([treated = [], ...rest]): DonorPanel => {
    return { treated, donors: rest.map((values, j) => ({ name: `d${j}`, values })), since: 9 }
  })

const movedBy = (panel: DonorPanel, change: (value: number, t: number) => number): DonorPanel => ({
  ...panel,
  treated: panel.treated.map(change),
  donors: panel.donors.map(({ name, values }) => ({ name, values: values.map(change) })),
})

describe('properties', () => {
  const methods = [syntheticControl, augmentedSyntheticControl, syntheticDifference]

  it('all follow the scale, ignore a common path and take an added effect as it is', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: -9, max: 9 }), (panel, effect) => {
        for (const method of methods) {
          const { estimate, reason } = method(panel)
          if (reason !== null || estimate === null) continue
          const scaled = method(movedBy(panel, (value, t) => 10 * value + 7 * t)).estimate
          expect(scaled).toBeCloseTo(10 * estimate, 3)
          const treated = panel.treated.map((value, t) => value + (t >= panel.since ? effect : 0))
          expect(method({ ...panel, treated }).estimate).toBeCloseTo(estimate + effect, 6)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('keep their digits at levels of 1e9', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        for (const method of methods) {
          const { estimate } = method(panel)
          if (estimate !== null)
            expect(method(movedBy(panel, (value) => value + 1e9)).estimate).toBeCloseTo(estimate, 4)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('the augmented one comes near the plain one as the penalty grows', () => {
    fc.assert(
      fc.property(panels, (panel) => {
        const answer = augmentedSyntheticControl(panel, { ridge: 1e12 })
        if (answer.reason === null) expect(answer.estimate).toBeCloseTo(syntheticControl(panel).estimate ?? 0, 5)
      }),
      { numRuns: 20 },
    )
  })
})

describe('edges', () => {
  const flat = (value: number) => [value, value, value, value]
  const donors = [1, 2, 3, 4, 5].map((value, j) => ({ name: `d${j}`, values: flat(value) }))
  const methods = [syntheticControl, placeboSynthetic, leaveOneDonorOut, augmentedSyntheticControl, syntheticDifference]

  it('say why there is no answer', () => {
    for (const method of methods) {
      expect(method({ treated: flat(1), donors: donors.slice(1), since: 2 }).reason).toBe('too-few-donors')
      expect(method({ treated: flat(1), donors, since: 1 }).reason).toBe('too-few-periods-before')
      expect(method({ treated: flat(1), donors, since: 4 }).reason).toBe('no-periods-after')
    }
  })

  it('answer where nothing moves, and survive JSON', () => {
    const panel = { treated: flat(1.5), donors, since: 2 }
    expect(syntheticControl(panel)).toMatchObject({ estimate: expect.closeTo(0, 12), reason: null })
    expect(syntheticDifference(panel)).toMatchObject({ estimate: null, reason: 'no-variation' })
    expect(
      augmentedSyntheticControl({ ...panel, donors: donors.map(({ name }) => ({ name, values: flat(1) })) }),
    ).toMatchObject({
      reason: 'no-variation',
    })
    for (const method of methods) expect(JSON.parse(JSON.stringify(method(panel)))).toEqual(method(panel))
  })

  it('cap the ratio of a unit that fits too well before', () => {
    const wave = (phase: number) => Array.from({ length: 10 }, (_, t) => Math.sin(3 * t + phase) + phase)
    const others = [1, 2, 3, 4, 5].map((phase) => ({ name: `d${phase}`, values: wave(phase) }))
    const treated = wave(1).map((value, t) => value + (t >= 6 ? 1 : 0))
    const { units, floor } = placeboSynthetic({ treated, donors: others, since: 6 })
    const own = units.find(({ name }) => name === null)
    expect(own).toMatchObject({ isCapped: true, ratio: expect.closeTo(1 / floor, 6) })
  })

  it('refuse what cannot be', () => {
    const panel = { treated: flat(1), donors, since: 2 }
    for (const method of methods) {
      expect(() => method({ ...panel, since: 1.5 })).toThrow(RangeError)
      expect(() => method({ ...panel, treated: [1] })).toThrow(RangeError)
      expect(() => method({ ...panel, treated: [1, Number.NaN, 1, 1] })).toThrow(RangeError)
      expect(() => method({ ...panel, donors: [...donors, { name: 'd1', values: flat(2) }] })).toThrow(RangeError)
    }
    expect(() => augmentedSyntheticControl(panel, { ridge: 0 })).toThrow(RangeError)
    expect(() => syntheticDifference(panel, { treatedUnits: 0 })).toThrow(RangeError)
    expect(() => syntheticDifference(panel, { confidence: 1 })).toThrow(RangeError)
  })
})

function california(): DonorPanel {
  const file = new URL('../../../../reference/prop99-smoking/smoking.csv', import.meta.url)
  const states = new Map<string, number[]>()
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [state = '', year = '', packs = ''] = line.replaceAll('"', '').split(',')
    const values = states.get(state) ?? []
    values[Number(year) - 1970] = Number(packs)
    states.set(state, values)
  }
  const treated = states.get('California') ?? []
  states.delete('California')
  return { treated, donors: [...states].map(([name, values]) => ({ name, values })), since: 19 }
}

it('placebos of the augmented control are the augmented control of each donor among the others', () => {
  const values = (seed: number) =>
    Array.from({ length: 12 }, (_, t) => 10 + Math.sin(seed * 7 + t * (1 + seed / 5)) + seed * t)
  const donors = Array.from({ length: 8 }, (_, j) => ({ name: `d${j}`, values: values(j / 9) }))
  const panel = { treated: values(2), donors, since: 8 }
  const { units, floor, rank } = placeboSynthetic(panel, { method: 'augmented' })
  const ratios = donors.map(({ name, values: own }) => {
    const { gaps } = augmentedSyntheticControl({
      ...panel,
      treated: own,
      donors: donors.filter((d) => d.name !== name),
    })
    const size = (part: number[]) => Math.hypot(...part) / Math.sqrt(part.length)
    return size(gaps.slice(8)) / Math.max(floor, size(gaps.slice(0, 8)))
  })
  for (const [j, { name }] of donors.entries())
    expect(units.find((unit) => unit.name === name)?.ratio).toBeCloseTo(ratios[j] ?? 0, 9)
  const own = units.find(({ name }) => name === null)
  expect(own?.estimate).toBeCloseTo(augmentedSyntheticControl(panel).estimate ?? 0, 9)
  expect(rank).toBe(1 + ratios.filter((ratio) => ratio >= (own?.ratio ?? 0)).length)
})
