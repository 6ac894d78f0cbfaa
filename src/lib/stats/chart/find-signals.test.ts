import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement, referenceCases } from '../testing/reference-cases.ts'
import { anhoejLimits } from './anhoej-limits.ts'
import { countRuns, findSignals, type RuleSet } from './find-signals.ts'

/** Every rule's points, from values in sigmas from the centre. */
function read(rules: RuleSet, scores: readonly number[]) {
  const sides = Int8Array.from(scores, Math.sign)
  const zones = Int8Array.from(scores, (z) => Math.sign(z) * Math.min(3, Math.max(0, Math.ceil(Math.abs(z)) - 1)))
  const marks: Record<string, number[]> = {}
  const signals = findSignals(
    rules,
    {
      positions: Int32Array.from(scores.keys()),
      values: Float64Array.from(scores),
      sides,
      zones,
      hasLimits: true,
      ...anhoejLimits(countRuns(sides).useful),
    },
    (index, rule) => {
      marks[rule] = [...(marks[rule] ?? []), index]
    },
  )
  for (const members of Object.values(marks)) members.sort((a, b) => a - b)
  return { marks, signals }
}

describe('findSignals', () => {
  test('agrees with a search through all windows', () => {
    for (const each of referenceCases<{ rules: RuleSet; scores: number[] }, Record<string, number[]>>(
      'chart',
      'findSignals',
    )) {
      const { marks } = read(each.given.rules, each.given.scores)
      expect(Object.keys(marks).sort()).toEqual(Object.keys(each.expected).sort())
      expectAgreement(marks, each)
    }
  })

  test('marks every member of a run, and says where it is', () => {
    const { marks, signals } = read('nhs', [-1, 0.5, 0.4, 1.1, 0.2, 0.5, 0.7, 0.1, -0.5])
    expect(marks).toEqual({ shift: [1, 2, 3, 4, 5, 6, 7] })
    expect(signals).toEqual([{ rule: 'shift', direction: 'above', from: 1, to: 7, count: 7 }])
  })

  test('seven points are six steps; equal neighbours end a trend', () => {
    expect(read('nhs', [-1.5, -1, -0.5, 0.1, 0.2, 0.6, 0.9]).signals).toEqual([
      { rule: 'trend', direction: 'rising', from: 0, to: 6, count: 7 },
    ])
    expect(read('nhs', [-1.5, -1, -0.5, -0.5, 0.2, 0.6, 0.9]).signals).toEqual([])
    expect(read('nhs', [-1, -0.5, 0.1, 0.2, 0.6, 0.9]).signals).toEqual([])
  })

  test('two of three: the third point is not marked; both sides together are nothing', () => {
    expect(read('nhs', [2.5, 0.1, 2.2]).marks).toEqual({ 'two-of-three': [0, 2] })
    expect(read('nhs', [2.5, 0.1, -2.2]).marks).toEqual({})
    expect(read('nhs', [2.5, 0.1, 0.1, 2.2]).marks).toEqual({})
    // Two windows that share a point are one signal.
    expect(read('nhs', [2.5, 0.1, 2.2, -0.1, 2.1]).signals).toEqual([
      { rule: 'two-of-three', direction: 'above', from: 0, to: 4, count: 3 },
    ])
  })

  test('a point on the centre line ends a run, but is passed over by Anhoej', () => {
    const scores = [0.5, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0.5, -0.5]
    expect(read('nhs', scores).signals).toEqual([])
    expect(read('anhoej', scores).marks).toEqual({ 'long-run': [0, 1, 2, 3, 5, 6, 7, 8] })
  })

  test('too few crossings speak of the whole, and mark no point', () => {
    const scores = Array.from({ length: 24 }, (_, i) => (i % 8 < 4 ? 1 : -1))
    const { marks, signals } = read('anhoej', scores)
    expect(marks).toEqual({})
    expect(signals).toEqual([{ rule: 'few-crossings', direction: null, from: 0, to: 23, count: 24 }])
  })

  test('turned upside down, the same points are marked', () => {
    const scores = fc
      .array(fc.integer({ min: -40, max: 40 }), { maxLength: 60 })
      .map((all) => all.map((each) => each / 10))
    fc.assert(
      fc.property(scores, fc.constantFrom<RuleSet>('nhs', 'western-electric', 'nelson', 'anhoej'), (all, rules) => {
        expect(
          read(
            rules,
            all.map((z) => 0 - z),
          ).marks,
        ).toEqual(read(rules, all).marks)
      }),
    )
  })

  test('read backwards, the same points are marked', () => {
    const scores = fc
      .array(fc.integer({ min: -40, max: 40 }), { maxLength: 60 })
      .map((all) => all.map((each) => each / 10))
    fc.assert(
      fc.property(scores, fc.constantFrom<RuleSet>('nhs', 'western-electric', 'nelson', 'anhoej'), (all, rules) => {
        const back = read(rules, all.toReversed()).marks
        const turned = Object.fromEntries(
          Object.entries(back).map(([rule, members]) => [rule, members.map((i) => all.length - 1 - i).toReversed()]),
        )
        expect(turned).toEqual(read(rules, all).marks)
      }),
    )
  })
})
