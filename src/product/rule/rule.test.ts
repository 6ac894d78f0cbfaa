import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/anywhere/problem.ts'
import { anIdea, aPerson } from '#product/idea/testing/an-idea.ts'
import { mayUseRule, mostMinorOf, objectionsTo, refuseOutsideRule, type SmallBet } from './rule.ts'
import { sentenceOf } from './rule-sentence.ts'

const small: SmallBet = { isReversible: true, costMinor: 0, touchesOtherTeams: false, touchesPersonalData: false }

describe('the default rule', () => {
  test('lets a small bet be tried', () => {
    expect(objectionsTo(small, 'EUR')).toEqual([])
    expect(objectionsTo({ ...small, costMinor: 200_00 }, 'EUR')).toEqual([])
  })

  test.each([
    ['not-reversible', { isReversible: false }],
    ['too-dear', { costMinor: 200_01 }],
    ['other-teams', { touchesOtherTeams: true }],
    ['personal-data', { touchesPersonalData: true }],
  ] as const)('says %s of %o', (objection, bet) => {
    expect(objectionsTo({ ...small, ...bet }, 'EUR')).toEqual([objection])
  })

  test('names everything that speaks against it at once', () => {
    const bet = { isReversible: false, costMinor: 1e9, touchesOtherTeams: true, touchesPersonalData: true }
    expect(objectionsTo(bet, 'EUR')).toHaveLength(4)
  })

  test('counts in the minor units that the currency has', () => {
    expect(mostMinorOf('EUR')).toBe(200_00)
    expect(mostMinorOf('JPY')).toBe(200)
    expect(mostMinorOf('KWD')).toBe(200_000)
  })

  test('is a sentence in the workspace’s language and money', () => {
    expect(sentenceOf({ language: 'en', currency: 'EUR' })).toContain('at most €200.00')
    expect(sentenceOf({ language: 'de', currency: 'EUR' })).toMatch(/höchstens 200,00\s€/)
  })
})

describe('who uses it', () => {
  const author = aPerson('member')
  const idea = anIdea({ authorId: author.personId })

  test('its author, while it is open', () => {
    expect(mayUseRule(idea, author)).toBe(true)
    expect(mayUseRule({ ...idea, state: 'parked' }, author)).toBe(false)
    expect(mayUseRule(idea, aPerson('owner'))).toBe(false)
  })

  test('a refusal points at each answer that stands against it', () => {
    const bet = { ...small, costMinor: 500_00, touchesPersonalData: true }
    try {
      refuseOutsideRule(idea, bet, author, 'EUR')
      throw new Error('it was allowed')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      expect(error.kind).toBe('bad-input')
      expect(error.fields).toEqual([
        { pointer: '#/bet/costMinor', message: 'rule.too-dear' },
        { pointer: '#/bet/touchesPersonalData', message: 'rule.personal-data' },
      ])
    }
  })
})
