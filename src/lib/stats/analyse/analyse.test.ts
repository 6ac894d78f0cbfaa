import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededGenerator } from '../numeric/seeded-generator.ts'
import { analyseBeforeAfter } from './analyse-before-after.ts'
import { analysePairs } from './analyse-pairs.ts'
import { analyseSplit, type MetricKind, type SplitUnit } from './analyse-split.ts'
import { analyseStaggered } from './analyse-staggered.ts'
import { analyseSwitchback } from './analyse-switchback.ts'

const question = { better: 'higher', seed: 1, planned: 'before', randomised: true } as const
const arms = { treated: 'new', comparison: 'old' } as const
const kinds: MetricKind[] = ['mean', 'proportion', 'rate', 'ratio', 'quantile']

/** Numbers that a sheet can hold: round ones, huge ones, tiny ones, the same again and again. */
const figure = fc.oneof(
  fc.constantFrom(0, 1, 1, 2, -3, 1e9, 1e9 + 1, 1e-9),
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
)
const maybe = fc.option(figure, { freq: 8 })

function isPlain(answer: unknown): void {
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
}

function units(values: readonly (number | null)[], denominators: readonly number[] = []): SplitUnit[] {
  return values.map((value, at) => ({ arm: at % 2 ? 'new' : 'old', value, denominator: denominators[at] ?? 1 }))
}

describe('every design answers with a plain object, whatever the figures', () => {
  test.each(kinds)('split, %s', (kind) => {
    fc.assert(
      fc.property(fc.array(maybe, { maxLength: 40 }), (values) => {
        isPlain(analyseSplit(units(values), { ...question, ...arms, kind }))
      }),
      { numRuns: 100 },
    )
  })

  test('pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ treated: maybe, comparison: maybe }), { maxLength: 20 }), (pairs) => {
        isPlain(analysePairs(pairs, { ...question, ...arms }))
      }),
      { numRuns: 100 },
    )
  })

  test('staggered', () => {
    const unit = fc.record({
      since: fc.option(fc.integer({ min: 0, max: 6 })),
      values: fc.array(maybe, { minLength: 6, maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (sites) => {
        isPlain(
          analyseStaggered(
            sites.map((site, at) => ({ ...site, name: `s${at}` })),
            question,
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('switchback', () => {
    const site = fc.record({
      on: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      values: fc.array(maybe, { minLength: 6, maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 4 }), (sites) => {
        isPlain(
          analyseSwitchback(
            sites.map((each, at) => ({ ...each, name: `s${at}` })),
            { ...question, windowLength: 1 },
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('before and after', () => {
    fc.assert(
      fc.property(fc.array(maybe, { minLength: 2, maxLength: 40 }), (values) => {
        isPlain(analyseBeforeAfter({ values, since: Math.floor(values.length / 2) }, question))
      }),
      { numRuns: 60 },
    )
  })
})

describe('one place before and after', () => {
  const { normal } = seededGenerator(7)
  const rising = Array.from({ length: 48 }, (_, t) => 10 + t + normal())
  const asked = { ...question, model: 'local-level' } as const
  const analysed = (trend?: 'drift' | 'level', values: readonly number[] = rising) => {
    const answer = analyseBeforeAfter({ values, since: 24 }, { ...asked, ...(trend ? { trend } : {}) })
    if ('refused' in answer) throw new Error(answer.refused)
    return answer
  }
  const holdsNone = ({ low, high }: { low: number | null; high: number | null }) => (low ?? 1) <= 0 && (high ?? -1) >= 0

  test('a trend that goes on is no effect, and a forecast without it would have found one', () => {
    expect(holdsNone(analysed())).toBe(true)
    expect(analysed()).toEqual(analysed('drift'))
    const wrong = analysed('level')
    expect(holdsNone(wrong)).toBe(false)
    expect(wrong.estimate).toBeGreaterThan(5)
  })

  test('an effect on top of the trend is found', () => {
    const raised = rising.map((value, t) => value + (t >= 24 ? 8 : 0))
    expect(holdsNone(analysed('drift', raised))).toBe(false)
    expect(analysed('drift', raised).estimate - analysed().estimate).toBeCloseTo(8, 9)
  })

  test('a memory at its limit is a check that fails, and lowers the grade', () => {
    let level = 0
    const draw = seededGenerator(4)
    const walk = Array.from({ length: 36 }, () => {
      level += draw.normal()
      return level
    })
    const answer = analyseBeforeAfter({ values: walk, since: 18 }, question)
    expect('checks' in answer && answer.checks.find(({ code }) => code === 'memory-known')).toMatchObject({
      passed: false,
      lowersGrade: true,
    })
    const calm = analyseBeforeAfter({ values: Array.from({ length: 36 }, draw.normal), since: 18 }, question)
    expect('checks' in calm && calm.checks.find(({ code }) => code === 'memory-known')).toMatchObject({ passed: true })
  })
})

describe('the split design', () => {
  const fair = units(Array.from({ length: 400 }, (_, at) => (at * 7) % 11))

  test('an honest trial with a frozen plan reaches grade A', () => {
    const answer = analyseSplit(fair, { ...question, ...arms, kind: 'mean', parts: { treated: 1, comparison: 1 } })
    expect(answer).toMatchObject({ design: 'split', method: 'welch', grade: 'A' })
  })

  test('arms that do not have their planned sizes cost a grade', () => {
    const answer = analyseSplit(fair, { ...question, ...arms, kind: 'mean', parts: { treated: 1, comparison: 2 } })
    expect(answer).toMatchObject({ grade: 'B' })
    const checks = 'checks' in answer ? answer.checks : []
    expect(checks.find(({ code }) => code === 'sample-ratio')).toMatchObject({ passed: false })
  })

  test('what foretells the value takes noise away, and what is left is the same effect', () => {
    const rows = Array.from({ length: 200 }, (_, at): SplitUnit => {
      const pre = (at * 13) % 37
      return { arm: at % 2 ? 'new' : 'old', value: 2 * pre + (at % 2) * 3 + ((at * 5) % 4), pre }
    })
    const plain = analyseSplit(
      rows.map((row) => ({ ...row, pre: null })),
      { ...question, ...arms, kind: 'mean' },
    )
    const adjusted = analyseSplit(rows, { ...question, ...arms, kind: 'mean' })
    if ('refused' in plain || 'refused' in adjusted) throw new Error('refused')
    expect(adjusted.method).toBe('cuped')
    expect(adjusted.standardError ?? 0).toBeLessThan((plain.standardError ?? 0) / 5)
    // 3, and 1 by which the remainders of odd rows are larger.
    expect(adjusted.estimate).toBeCloseTo(4, 1)
  })

  test('says why there is no answer', () => {
    const asked = { ...question, ...arms, kind: 'mean' } as const
    expect(analyseSplit([], asked)).toMatchObject({ refused: 'empty-arm' })
    expect(analyseSplit(units([1, 2]), asked)).toMatchObject({ refused: 'too-few-values' })
    expect(analyseSplit(units([1, 1, 1, 1]), asked)).toMatchObject({ refused: 'no-variation' })
    expect(analyseSplit(units([1, 2, 3, 4]), { ...asked, kind: 'proportion' })).toMatchObject({
      refused: 'not-yes-or-no',
    })
    expect(analyseSplit(units([0.5, 2, 3, 4]), { ...asked, kind: 'rate' })).toMatchObject({ refused: 'not-counts' })
  })
})
