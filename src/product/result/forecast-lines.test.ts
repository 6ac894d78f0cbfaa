import { describe, expect, test } from 'vitest'
import { sayIn } from '#platform/anywhere/say-in.ts'
import type { AnsweredAnalysis } from './analysis.ts'
import type { Expected } from './expected.ts'
import { forecastLines, foreseen } from './forecast-lines.ts'
import { sayLine } from './line.ts'
import { anAnalysis, aQuestion } from './testing/an-analysis.ts'
import { resultDe } from './words/de.ts'
import { resultEn } from './words/en.ts'

const found = { estimate: 3, low: 2, high: 4 }

describe('what somebody expected of a change', () => {
  test.each([
    ['holds what was found', { low: 1, high: 3 }, 'right'],
    ['touches the interval, but not what was found', { low: 3.5, high: 9 }, 'possible'],
    ['ends where the interval begins', { low: 0, high: 2 }, 'possible'],
    ['lies above every size that fits', { low: 4.1, high: 6 }, 'more'],
    ['lies below every size that fits', { low: -1, high: 1.9 }, 'less'],
    ['is one number, the very one', { low: 3, high: 3 }, 'right'],
  ] as const)('%s', (_, expected, outcome) => {
    expect(foreseen(expected, found)).toBe(outcome)
  })

  test('without an interval only what was found can be right; nobody is wrong', () => {
    const bare = { estimate: 3, low: null, high: null }
    expect(foreseen({ low: 2, high: 4 }, bare)).toBe('right')
    expect(foreseen({ low: 8, high: 9 }, bare)).toBe('open')
  })
})

function told(expected: Expected[], better: 'higher' | 'lower' = 'higher', language: 'en' | 'de' = 'en') {
  // 3 boxes more with the change; plausibly by 2.2 to 3.8.
  const analysis: AnsweredAnalysis = anAnalysis({ effect: better === 'higher' ? 3 : -3 }, { better })
  const question = aQuestion({ metric: { name: 'Sales', unit: 'boxes', better } })
  const lines = forecastLines(analysis, question, expected)
  if (!lines) throw new Error('nothing was told')
  const say = sayIn(language, language === 'en' ? resultEn : resultDe)
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
  return {
    sentence: plain(sayLine(lines.sentence, say, language)),
    each: lines.each.map(({ name, range, says }) =>
      plain(`${name}: ${sayLine(range, say, language)}. ${sayLine(says, say, language)}`),
    ),
  }
}
const amina = { name: 'Amina', low: 6, high: 9 }
const jonas = { name: 'Jonas', low: 5, high: 5 }
const mei = { name: 'Mei', low: 2, high: 4 }

describe('who foresaw it', () => {
  test('is counted in words, and whoever was right is named among the others', () => {
    expect(told([amina, jonas, mei])).toEqual({
      sentence: 'Two of three expected more of it than it brought. One was right.',
      each: [
        'Amina: 6 to 9 boxes higher. Expected more of it',
        'Jonas: 5 boxes higher. Expected more of it',
        'Mei: 2 to 4 boxes higher. Right',
      ],
    })
  })

  test('says it in German', () => {
    expect(told([amina, jonas, mei], 'higher', 'de').sentence).toBe(
      '2 von 3 erwarteten mehr davon, als es brachte. Eine Person hatte recht.',
    )
    expect(told([mei], 'higher', 'de').sentence).toBe('Was erwartet wurde, ist eingetreten.')
    expect(told([amina, mei, { ...mei, name: 'Li', low: 0, high: 1 }], 'higher', 'de').sentence).toBe(
      'Von 3 hatte eine Person recht.',
    )
  })

  test('speaks of one and of all without counting them', () => {
    expect(told([mei]).sentence).toBe('What was expected came true.')
    expect(told([amina, jonas]).sentence).toBe('Both expected more of it than it brought.')
    expect(told([{ ...mei, low: 0, high: 1 }]).sentence).toBe('Less was expected of it than it brought.')
  })

  test('of equally many the kinder one is said', () => {
    expect(told([amina, mei]).sentence).toBe('One of two was right.')
  })

  test('where lower is better, more is expected by whoever expects it lower', () => {
    const { sentence, each } = told([amina, { name: 'Mei', low: -1, high: 4 }], 'lower')
    expect(sentence).toBe('One of two was right.')
    expect(each).toEqual([
      'Amina: 6 to 9 boxes lower. Expected more of it',
      'Mei: 4 boxes lower to 1 boxes higher. Right',
    ])
  })

  test('nobody said anything: there is nothing to tell', () => {
    expect(forecastLines(anAnalysis(), aQuestion(), [])).toBeNull()
  })
})
