import { z } from 'zod'
import { PersonId, type Signed } from '#platform/anywhere/identity.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { type Idea, IdeaId, isAuthor } from '#product/idea/idea.ts'

/** One person would like to see one idea tried. It is out while the idea waits for its answer, and comes back with it. */
export const Vote = z.strictObject({
  ideaId: IdeaId,
  personId: PersonId,
  votedAt: instant,
})
export type Vote = z.output<typeof Vote>

/** What somebody has left to give. */
export interface Purse {
  /** Votes that one person may have out at a time. */
  most: number
  /** Of them, on ideas that still wait. More than `most` where the number was lowered, or ideas were taken up again. */
  out: number
}

export function votesLeft({ most, out }: Purse): number {
  return Math.max(0, most - out)
}

/** Whether this idea takes votes from this person at all, however many they have left. */
export function isVotable(idea: Pick<Idea, 'state' | 'authorId'>, signed: Signed): boolean {
  return idea.state === 'open' && !isAuthor(idea, signed)
}

/**
 * @throws {Problem} `out-of-step` once the idea is answered or with no vote left, `not-allowed` for one's own: whoever
 * writes an idea is for it anyway.
 */
export function refuseVote(idea: Idea, signed: Signed, purse: Purse): void {
  if (idea.state !== 'open') throw new Problem('out-of-step', 'vote.answered')
  if (isAuthor(idea, signed)) throw new Problem('not-allowed', 'vote.own')
  if (votesLeft(purse) === 0) throw new Problem('out-of-step', 'vote.none-left', { most: purse.most })
}

/** A vote that has been answered is history. @throws {Problem} `out-of-step`. */
export function refuseWithdrawal({ state }: Pick<Idea, 'state'>): void {
  if (state !== 'open') throw new Problem('out-of-step', 'vote.kept')
}
