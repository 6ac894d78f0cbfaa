import { describe, expect, test } from 'vitest'
import type { Signed } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import type { Idea } from '#product/idea/idea.ts'
import { isVotable, refuseVote, refuseWithdrawal, votesLeft } from './vote.ts'

const [me, other] = ['me', 'other'] as unknown as [Signed['personId'], Signed['personId']]
const signed = { personId: me } as Signed
const anIdea = (changes: Partial<Idea> = {}) => ({ state: 'open', authorId: other, ...changes }) as Idea
const states = ['approved', 'trying', 'adopted', 'dropped', 'parked', 'merged'] as const

describe('a vote', () => {
  test('goes to somebody else’s open idea while one is left', () => {
    expect(() => refuseVote(anIdea(), signed, { most: 3, out: 2 })).not.toThrow()
    expect(isVotable(anIdea(), signed)).toBe(true)
  })
  test('goes to an idea whose author nobody knows', () => {
    expect(() => refuseVote(anIdea({ authorId: null }), signed, { most: 3, out: 0 })).not.toThrow()
  })
  test('does not go to one’s own idea', () => {
    const own = anIdea({ authorId: me })
    expect(() => refuseVote(own, signed, { most: 3, out: 0 })).toThrow(new Problem('not-allowed', 'vote.own'))
    expect(isVotable(own, signed)).toBe(false)
  })
  test.each(states)('does not go to an idea that is %s, and does not leave it', (state) => {
    const idea = anIdea({ state })
    expect(() => refuseVote(idea, signed, { most: 3, out: 0 })).toThrow(new Problem('out-of-step', 'vote.answered'))
    expect(() => refuseWithdrawal(idea)).toThrow(new Problem('out-of-step', 'vote.kept'))
    expect(isVotable(idea, signed)).toBe(false)
  })
  test('is refused when all are out, or more than all since the number was lowered', () => {
    for (const out of [3, 5])
      expect(() => refuseVote(anIdea(), signed, { most: 3, out })).toThrow(
        new Problem('out-of-step', 'vote.none-left', { most: 3 }),
      )
    expect(votesLeft({ most: 3, out: 5 })).toBe(0)
  })
})
