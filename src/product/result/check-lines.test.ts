import { describe, expect, test } from 'vitest'
import { sayIn } from '#platform/anywhere/say-in.ts'
import type { PilotAnalysis } from './analysis.ts'
import { checkLines } from './check-lines.ts'
import { gradeLines } from './grade-lines.ts'
import { sayLine } from './line.ts'
import { methodLines } from './method-lines.ts'
import { anAnalysis, aPanel, aQuestion } from './testing/an-analysis.ts'
import { resultDe } from './words/de.ts'
import { resultEn } from './words/en.ts'

const english = sayIn('en', resultEn)

function checks(analysis: PilotAnalysis): Record<string, string> {
  return Object.fromEntries(
    checkLines(analysis, aQuestion()).map(({ code, title, detail }) => [
      code,
      `${sayLine(title, english, 'en')} | ${sayLine(detail, english, 'en')}`,
    ]),
  )
}

describe('the checks in words', () => {
  test('every check of the analysis has words, in the same order', () => {
    const analysis = anAnalysis()
    const lines = checkLines(analysis, aQuestion())
    expect(lines.map(({ code }) => code)).toEqual(analysis.checks.map(({ code }) => code))
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
    for (const [language, words] of [
      ['en', resultEn],
      ['de', resultDe],
    ] as const) {
      const say = sayIn(language, words)
      for (const { title, detail } of lines)
        expect(`${sayLine(title, say, language)} ${sayLine(detail, say, language)}`).not.toMatch(/result\.|[{}]|NaN/)
    }
  })

  test('a check that could not be made says why', () => {
    expect(checks(anAnalysis({ before: 2 }))['pre-trend']).toBe(
      'Whether the groups moved together before is not known | There are 2 periods before the change; a trend takes three.',
    )
  })

  test('each guardrail is named with its change, its interval and its margin', () => {
    const guardrails = [
      { name: 'Returns', panel: aPanel({ effect: 0, noise: 0.1 }), better: 'lower' as const, margin: 2 },
      { name: 'Complaints', panel: aPanel({ effect: 5 }), better: 'lower' as const, margin: 1 },
    ]
    const lines = checkLines(anAnalysis({}, { guardrails }), aQuestion()).filter(({ code }) => code === 'guardrail')
    expect(lines.map(({ title }) => sayLine(title, english, 'en'))).toEqual([
      'Returns: no harm seen',
      'Complaints got worse than allowed',
    ])
    expect(sayLine(lines[1]?.detail ?? { id: 'result.none', values: {} }, english, 'en')).toMatch(
      /^It came out 5\.\d+ higher \([\d.]+ to [\d.]+ higher\); 1 for the worse was allowed\.$/,
    )
  })

  test('what is left without a site is said as the headline says it, without a sign', () => {
    const up = checks(anAnalysis({ effect: 3 }, { better: 'lower' }))['no-single-site']
    expect(up).toMatch(/\| Leave out any one site and it still comes out [\d.]+ to [\d.]+.boxes higher\.$/u)
    const down = checks(anAnalysis({ effect: -3 }))['no-single-site']
    const [, low, high] = /still comes out ([\d.]+) to ([\d.]+).boxes lower\.$/u.exec(down ?? '') ?? []
    expect(Number(low)).toBeLessThan(Number(high))
  })

  test.each([
    [{ treated: 1, comparison: 9 }, 'T1 alone has the change: it carries the result.'],
    [{ treated: 9, comparison: 1 }, 'C1 alone is without the change: it carries the result.'],
  ])('the only site of a group is named: %j', (made, words) => {
    expect(checks(anAnalysis(made))['no-single-site']).toBe(`One site carries the result | ${words}`)
  })

  test.each([
    [{ treated: 3, comparison: 9 }, 'For so few sites only the placebo test holds.'],
    [{ noise: 0 }, 'Sites do not differ within their group, and without that only the placebo test holds.'],
    [{ treated: 117, comparison: 116 }, 'With so many sites, rearranging them takes too long, and the two methods'],
  ])('why there is no second method, truly: %j', (made, words) => {
    expect(checks(anAnalysis(made))['methods-agree']).toContain(`There is no second method to compare with | ${words}`)
  })

  test('a changed plan is told with the number of its versions', () => {
    const changed = { code: 'plan-unchanged', passed: false, lowersGrade: true, values: { versions: 3 } }
    expect(checks(anAnalysis({}, { moreChecks: [changed] }))['plan-unchanged']).toBe(
      'The plan was changed after it was frozen | It has 3 versions; all of them are shown.',
    )
  })

  test('several plans tried after a result are told with their number', () => {
    const tried = { code: 'plan-tried-once', passed: false, lowersGrade: true, values: { tries: 3 } }
    expect(checks(anAnalysis({}, { moreChecks: [tried] }))['plan-tried-once']).toMatch(
      /^Several plans were tried after a result \| 3 versions were frozen/,
    )
  })

  test('a check that nobody wrote words for is still shown', () => {
    const odd = { code: 'moon-phase', passed: false, lowersGrade: false, values: {} }
    expect(checks(anAnalysis({}, { moreChecks: [odd] }))['moon-phase']).toMatch(/^moon-phase: not passed/)
  })
})

describe('the grade in words', () => {
  test('says where it starts and each step down', () => {
    const changed = { code: 'plan-unchanged', passed: false, lowersGrade: true, values: { versions: 2 } }
    const analysis = anAnalysis({}, { planned: 'after', moreChecks: [changed] })
    expect(gradeLines(analysis).map((line) => sayLine(line, english, 'en'))).toEqual([
      'Compared with other sites, but the sites were chosen, not drawn: B at best.',
      'The plan was written after the data: never above B.',
      'The plan was changed after it was frozen: one grade down, to C.',
    ])
  })
})

describe('the method in words', () => {
  test.each([
    ['did-cr2', { treated: 12, comparison: 12 }, 'The 95 % interval comes from how much sites differ'],
    ['did-permutation', {}, 'among all 924 ways to choose the sites'],
    ['did-placebo', { treated: 1, comparison: 9 }, 'its place among all 10 ways'],
  ])('%s is named, explained and sourced', (method, made, words) => {
    const analysis = anAnalysis(made)
    expect(analysis.method).toBe(method)
    const { name, steps, sources } = methodLines(analysis)
    expect(sayLine(name, english, 'en')).toMatch(/^Difference in differences, /)
    expect(steps.map((step) => sayLine(step, english, 'en')).join(' ')).toContain(words)
    expect(sources.length).toBeGreaterThan(2)
  })
})
