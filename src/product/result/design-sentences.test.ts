import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sayIn } from '#platform/anywhere/say-in.ts'
import type { TrialFigures } from '#product/plan/trial-figures.ts'
import { analyseFigures } from './analyse/analyse-figures.ts'
import { Analysis, isRefused } from './analysis.ts'
import { besideLines } from './beside-lines.ts'
import { checkLines } from './check-lines.ts'
import { explainLines } from './explain-lines.ts'
import { gradeLines } from './grade-lines.ts'
import { sayLine, sayLines } from './line.ts'
import { methodLines } from './method-lines.ts'
import { questionOf } from './question-of.ts'
import { sentenceOf } from './sentence.ts'
import {
  pilotFigures,
  seriesFigures,
  splitFigures,
  staggeredFigures,
  switchbackFigures,
} from './testing/figures-of-a-trial.ts'
import {
  contactTracing,
  dayCareFines,
  licorice,
  minimumWage,
  packPictures,
  scentInTheShop,
  smokingBan,
  tobacco,
} from './testing/public-sets.ts'
import { resultDe } from './words/de.ts'
import { resultEn } from './words/en.ts'

const say = { en: sayIn('en', resultEn), de: sayIn('de', resultDe) }

function told(figures: TrialFigures, language: 'en' | 'de'): string[] {
  const planned = figures.plan.isAfterData ? 'after' : 'before'
  const analysis = Analysis.parse(analyseFigures(figures, { planned, moreChecks: [] }).analysis)
  const { sentence, lead } = sentenceOf(analysis, questionOf(figures.plan))
  return [sentence, lead].map((lines) => sayLines(lines, say[language], language).replaceAll('\u00a0', ' '))
}

describe('the headline and the second line of every design, word for word', () => {
  test.each([
    [
      'pilot',
      dayCareFines(),
      'Late pick-ups came out 10.0 higher with the change than without it: worse, plausibly by 6.6 to 13.7.',
      '6 sites with the change against 4 without it, 4 periods before and 16 with it.',
      'Late pick-ups: mit der Änderung 10,0 mehr als ohne sie. Das ist schlechter, plausibel sind 6,6 bis 13,7.',
    ],
    [
      'synthetic control',
      tobacco('synthetic-control'),
      'Looking back: Cannot tell: Cigarette sales came out 19.51 packs lower with the change than without it, but chance alone could do that (p = 0.077; the smallest possible is 0.026).',
      'One site with the change against a mixture of 6 of 38 others. A mixture of other sites gives no interval; p says how unusual the result is among them. The plan was written after the data, so the grade can never be above B.',
      'Im Rückblick: Das lässt sich nicht sagen. Cigarette sales: mit der Änderung 19,51 packs weniger als ohne sie, aber das kann auch Zufall sein (p = 0,077; das kleinste mögliche ist 0,026).',
    ],
    [
      'staggered',
      minimumWage(),
      'Looking back: Teen employment came out 0.0310 log points lower with the change than without it: worse, plausibly by 0.0064 to 0.0556.',
      '500 sites in 3 waves; each wave is compared with the 309 that never start. The plan was written after the data, so the grade can never be above B.',
      'Im Rückblick: Teen employment: mit der Änderung 0,0310 log points weniger als ohne sie. Das ist schlechter, plausibel sind 0,0064 bis 0,0556.',
    ],
    [
      'stepped wedge',
      contactTracing(),
      'Filled fields came out 0.0179 lower with the change than without it: worse, plausibly by 0.0031 to 0.0327.',
      '29 sites, 193 figures; each site is compared with itself, beside what all sites did in the same period.',
      'Filled fields: mit der Änderung 0,0179 weniger als ohne sie. Das ist schlechter, plausibel sind 0,0031 bis 0,0327.',
    ],
    [
      'switchback',
      scentInTheShop(),
      'Too close to call: with the change, Sales could be anything from 68 dollars worse to 143 dollars better.',
      '16 windows with the change against 14 without it, at one site.',
      'Zu knapp, um etwas zu sagen: Sales kann mit der Änderung zwischen 68 dollars schlechter und 143 dollars besser liegen.',
    ],
    [
      'before and after',
      smokingBan(),
      'Looking back: Heart attacks came out 101 cases lower than where it was heading: better, plausibly by 69 to 133.',
      '36 periods before against 23 from 2005-01 on, held against where its own course was heading. Nothing shows what else happened at the same time. The bare figure rose all the same: it was on its way there already, and came out lower than where it was heading. The plan was written after the data.',
      'Im Rückblick: Heart attacks: seit der Änderung 101 cases weniger als der Verlauf davor erwarten ließ. Das ist besser, plausibel sind 69 bis 133.',
    ],
    [
      'split of shares',
      licorice(),
      'Sore throats came out 17.4 percentage points lower with “licorice” than with “sugar water”: better, plausibly by 6.0 to 28.5.',
      '117 with “licorice” (19 %) against 116 with “sugar water” (36 %).',
      'Sore throats: mit „licorice“ 17,4 Prozentpunkte weniger als mit „sugar water“. Das ist besser, plausibel sind 6,0 bis 28,5.',
    ],
    [
      'split of pairs',
      packPictures(),
      'Evaluation came out 0.246 points higher with “cut” than with “whole”: better, plausibly by 0.174 to 0.319.',
      '399 measured both ways: 3.72 points with “cut”, 3.48 points with “whole”.',
      'Evaluation: mit „cut“ 0,246 points mehr als mit „whole“. Das ist besser, plausibel sind 0,174 bis 0,319.',
    ],
  ])('%s', (_, figures, sentence, lead, german) => {
    expect(told(figures, 'en')).toEqual([sentence, lead])
    expect(told(figures, 'de')[0]).toBe(german)
  })

  test('arms of other sizes than were planned: nothing has won, however large the difference', () => {
    const units = Array.from({ length: 300 }, (_, at) => ({
      arm: at < 200 ? 'new' : 'old',
      value: (at % 7) + (at < 200 ? 5 : 0),
    }))
    const shares = { treated: 1, comparison: 1 }
    const figures = splitFigures(units, { treated: 'new', comparison: 'old' }, { shares, isRandomised: true })
    expect(told(figures, 'en')[0]).toBe('No winner can be named: the arms do not have the sizes that were planned.')
  })

  test('what holds no answer says so with a remedy', () => {
    const figures = seriesFigures({ name: 'Ward', values: [1, 2, 3, 4, 5, 6] }, 3)
    expect(told(figures, 'en')).toEqual([
      'There is no answer: a series takes at least eight periods before and eight after.',
      'Add periods; until then a control chart shows what can be seen.',
    ])
  })
})

describe('whatever the figures, everything has words and no number is a riddle', () => {
  const value = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 10 })
  const values = (length: number) => fc.array(value, { minLength: length, maxLength: length })
  const figures: fc.Arbitrary<TrialFigures> = fc.oneof(
    fc.array(values(8), { minLength: 2, maxLength: 9 }).map((sites) =>
      pilotFigures(
        sites.map((each, at) => ({ name: `s${at}`, treated: at % 2 === 0, values: each })),
        4,
      ),
    ),
    fc
      .array(fc.tuple(fc.option(fc.integer({ min: 1, max: 5 })), values(6)), { minLength: 2, maxLength: 8 })
      .map((sites) => staggeredFigures(sites.map(([start, each], at) => ({ name: `s${at}`, start, values: each })))),
    fc.array(values(8), { minLength: 1, maxLength: 3 }).map((sites) =>
      switchbackFigures(
        sites.map((each, at) => ({
          name: `s${at}`,
          values: each,
          on: each.map((_, period) => (period + at) % 2 === 0),
        })),
      ),
    ),
    values(24).map((each) => seriesFigures({ name: 'all', values: each }, 12)),
    fc.array(fc.tuple(fc.boolean(), value), { minLength: 2, maxLength: 40 }).map((units) =>
      splitFigures(
        units.map(([isNew, each]) => ({ arm: isNew ? 'new' : 'old', value: each, received: isNew ? 1 : 0 })),
        { treated: 'new', comparison: 'old' },
      ),
    ),
  )

  test('sentence, checks, grade, method, explanation and what stands beside', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom('en', 'de'), (of, language) => {
        const analysis = Analysis.parse(analyseFigures(of, { planned: 'before', moreChecks: [] }).analysis)
        expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis)
        const question = questionOf(of.plan)
        const { sentence, lead } = sentenceOf(analysis, question)
        const lines = [...sentence, ...lead]
        if (!isRefused(analysis)) {
          const checks = checkLines(analysis, question)
          for (const { title } of checks) expect(title.id).not.toBe('result.check.other')
          const { name, steps } = methodLines(analysis)
          expect(name.id).not.toBe('result.method.other')
          lines.push(name, ...steps, ...gradeLines(analysis), ...explainLines(analysis, question))
          lines.push(...checks.flatMap(({ title, detail }) => [title, detail]))
          lines.push(...besideLines(analysis, question).flatMap(({ title, detail }) => [title, detail]))
        }
        for (const line of lines) {
          const text = sayLine(line, say[language], language)
          expect(text.trim()).not.toBe('')
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|[{}]/)
        }
      }),
      { numRuns: 150 },
    )
  })
})
