import { z } from 'zod'
import { PersonId, type Signed, TeamId } from '#platform/anywhere/identity.ts'
import { limits } from '#platform/anywhere/limits.ts'
import type { Subject } from '#platform/anywhere/policy.ts'
import { Problem } from '#platform/anywhere/problem.ts'
import { instant } from '#platform/anywhere/time.ts'
import { GoalId } from '#product/goal/goal.ts'
import { titleOf } from './title-of.ts'

export const IdeaId = z.uuid().brand<'IdeaId'>()
export type IdeaId = z.output<typeof IdeaId>

/** An idea claims that one small change moves a goal. Only a trial can settle the claim. */
export const Idea = z.strictObject({
  id: IdeaId,
  /** The person's own words: the only field that capture asks for. */
  text: z.string().trim().min(3).max(4000),
  /** The first words of `text` until somebody edits it. */
  title: z.string().trim().min(3).max(120),
  state: z.enum(['open', 'approved', 'trying', 'adopted', 'dropped', 'parked', 'merged']),
  /** Counts up when a decision adapts it. */
  version: z.int().min(1),
  /** Null for an anonymous idea: nothing stored can name its author. */
  authorId: PersonId.nullable(),
  /** The author's team when it was written: whose lead answers. */
  teamId: TeamId.nullable(),
  goalId: GoalId.nullable(),
  createdAt: instant,
  /** Null until somebody edits it. Says which words an editor had before them. */
  editedAt: instant.nullable(),
})
export type Idea = z.output<typeof Idea>

/** The part a person writes: one field, and the goal when they write it on a goal's page. */
export const NewIdea = Idea.pick({ text: true, goalId: true }).partial({ goalId: true })
export type NewIdea = z.output<typeof NewIdea>

/** What its author may mend while it is open, and a lead at any time: the words, and which goal it serves. */
export const IdeaEdit = Idea.pick({ text: true, title: true, goalId: true }).partial()
export type IdeaEdit = z.output<typeof IdeaEdit>

export function newIdea({ text, goalId = null }: NewIdea, id: IdeaId, author: Signed, now: Date): Idea {
  return {
    id,
    text,
    title: titleOf(text),
    state: 'open',
    version: 1,
    authorId: author.personId,
    teamId: author.teamId,
    goalId,
    createdAt: now,
    editedAt: null,
  }
}

/**
 *   open --approve--> approved --try--> trying --adopt--> adopted --reopen--> open
 *    | ^                 ^  |             |  \---drop---> dropped --reopen--> open
 *  park resume           |  park        adapt
 *    v |                 |  v             |
 *   parked             (back) <-----------/        decline: open, parked -> dropped
 */
const moves = {
  approve: { from: ['open', 'parked'], to: 'approved', by: 'judge' },
  park: { from: ['open', 'approved'], to: 'parked', by: 'lead' },
  resume: { from: ['parked'], to: 'open', by: 'lead' },
  decline: { from: ['open', 'parked'], to: 'dropped', by: 'judge' },
  reopen: { from: ['adopted', 'dropped'], to: 'open', by: 'lead' },
  try: { from: ['approved'], to: 'trying', by: 'trial' },
  adopt: { from: ['trying'], to: 'adopted', by: 'trial' },
  adapt: { from: ['trying'], to: 'approved', by: 'trial' },
  drop: { from: ['trying'], to: 'dropped', by: 'trial' },
} as const satisfies Record<
  string,
  { from: readonly Idea['state'][]; to: Idea['state']; by: 'judge' | 'lead' | 'trial' }
>

export type IdeaMove = keyof typeof moves
export const IdeaMove = z.enum(Object.keys(moves) as [IdeaMove, ...IdeaMove[]])

/** A person, and what the rights table lets them do. */
export interface Editor {
  readonly signed: Signed
  may(action: string, subject?: Subject): boolean
}

/** A person who answers. `isOnlyJudge`: nobody but its author may answer this idea, so its author has to. */
export interface Judge extends Editor {
  readonly isOnlyJudge: boolean
}

/** Who moves it: a person; the trial that has just started or been decided; or an autonomy rule, which only approves. */
export type Mover = Judge | 'trial' | 'rule'

/** The moves open to `mover` now. The page draws these and the server accepts no others. */
export function movesFor(idea: Idea, mover: Mover): IdeaMove[] {
  return IdeaMove.options.filter((move) => isFrom(idea, move) && mayMove(idea, move, mover))
}

/**
 * The idea after `move`. Pure: the caller stores it.
 * @throws {Problem} `out-of-step` when the idea is in another state, `not-allowed` when the mover may not.
 */
export function moveIdea(idea: Idea, move: IdeaMove, mover: Mover): Idea {
  if (!isFrom(idea, move)) throw new Problem('out-of-step', `idea.is-${idea.state}`)
  if (!mayMove(idea, move, mover))
    throw new Problem('not-allowed', moves[move].by === 'trial' ? 'idea.trial-decides' : refusalOf(idea, mover))
  return { ...idea, state: moves[move].to, version: move === 'adapt' ? idea.version + 1 : idea.version }
}

export const IdeaAnswerId = z.uuid().brand<'IdeaAnswerId'>()
export type IdeaAnswerId = z.output<typeof IdeaAnswerId>

export const Reason = z.string().trim().min(3).max(2000)

/** One move of an idea: who made it, and why. Kept for ever. */
export const IdeaAnswer = z.strictObject({
  id: IdeaAnswerId,
  ideaId: IdeaId,
  move: IdeaMove,
  from: Idea.shape.state,
  to: Idea.shape.state,
  /** Null only where a trial starts: its plan says why. */
  reason: Reason.nullable(),
  /** Null for what happened by itself, a hold check for one. */
  byId: PersonId.nullable(),
  isByRule: z.boolean(),
  /** The only judge has answered their own idea. Shown for ever; what comes of it is grade D until somebody confirms. */
  isSelfJudged: z.boolean(),
  at: instant,
})
export type IdeaAnswer = z.output<typeof IdeaAnswer>

/** What is kept of a move that `moveIdea` has allowed on `idea`, as it was before. */
export function answerOf(
  idea: Idea,
  move: IdeaMove,
  mover: Mover,
  given: Pick<IdeaAnswer, 'id' | 'reason' | 'byId' | 'at'>,
): IdeaAnswer {
  return {
    ...given,
    ideaId: idea.id,
    move,
    from: idea.state,
    to: moves[move].to,
    isByRule: mover === 'rule',
    isSelfJudged: moves[move].by === 'judge' && typeof mover === 'object' && isAuthor(idea, mover.signed),
  }
}

/**
 * The idea after an edit. Pure: the caller stores it. A title nobody has touched follows the words.
 * @throws {Problem} `not-allowed`; `out-of-step` for an author who comes after the answer.
 */
export function editIdea(idea: Idea, edit: IdeaEdit, editor: Editor, now: Date): Idea {
  if (!mayEdit(idea, editor)) {
    const isLate = isAuthor(idea, editor.signed)
    throw isLate ? new Problem('out-of-step', 'idea.answered') : new Problem('not-allowed', 'idea.not-yours-to-edit')
  }
  const { text = idea.text, goalId = idea.goalId } = edit
  const title = edit.title ?? (idea.title === titleOf(idea.text) ? titleOf(text) : idea.title)
  return { ...idea, text, title, goalId, editedAt: now }
}

/** Whether this person may mend the words: its author until somebody has answered, and who may edit what others wrote. */
export function mayEdit(idea: Idea, { signed, may }: Editor): boolean {
  return may('idea.edit', { teamId: idea.teamId }) || (isAuthor(idea, signed) && idea.state === 'open')
}

/** Whether its author may still take it away: fresh, and nobody has answered. */
export function mayRemove(idea: Idea, answers: number, signed: Signed, now: Date): boolean {
  const age = now.getTime() - idea.createdAt.getTime()
  return isAuthor(idea, signed) && idea.state === 'open' && answers === 0 && age < limits.freshIdeaMs
}

export function isAuthor(idea: Pick<Idea, 'authorId'>, { personId }: Signed): boolean {
  return idea.authorId !== null && idea.authorId === personId
}

function isFrom(idea: Idea, move: IdeaMove): boolean {
  return (moves[move].from as readonly Idea['state'][]).includes(idea.state)
}

function mayMove(idea: Idea, move: IdeaMove, mover: Mover): boolean {
  const { by } = moves[move]
  if (mover === 'trial') return by === 'trial'
  if (mover === 'rule') return move === 'approve' && idea.state === 'open'
  if (by === 'trial' || !mover.may('idea.answer', { teamId: idea.teamId })) return false
  // Nobody answers their own idea, unless nobody else could.
  return by === 'lead' || !isAuthor(idea, mover.signed) || mover.isOnlyJudge
}

function refusalOf(idea: Idea, mover: Mover): 'idea.own' | 'idea.not-yours-to-answer' {
  const isJudge = typeof mover === 'object' && mover.may('idea.answer', { teamId: idea.teamId })
  return isJudge ? 'idea.own' : 'idea.not-yours-to-answer'
}
