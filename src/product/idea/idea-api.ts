import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Goal, GoalId } from '#product/goal/goal.ts'
import { Person } from '#product/person/person.ts'
import { Idea, IdeaAnswer, IdeaEdit, IdeaId, IdeaMove, NewIdea, Reason } from './idea.ts'
import { Place } from './place.ts'

const byName = { authorName: Person.shape.name.nullable(), goalTitle: Goal.shape.title.nullable() }

/** An idea in a list: everything but the long words. */
export const IdeaRow = Idea.omit({ text: true }).extend(byName)
export type IdeaRow = z.output<typeof IdeaRow>

/** Which ideas to list. Left out means all. */
export const IdeaFilter = z.strictObject({
  state: Idea.shape.state.optional(),
  goal: GoalId.optional(),
  /** One's own only. */
  mine: z.stringbool({ truthy: ['yes'], falsy: ['no'] }).optional(),
})
export type IdeaFilter = z.output<typeof IdeaFilter>

/** An idea on its own page. */
export const WholeIdea = Idea.extend({
  ...byName,
  /** Oldest first. */
  answers: z.array(IdeaAnswer.extend({ byName: Person.shape.name.nullable() })),
  /** Who is asked for the answer while it is open, nearest first. */
  asked: z.array(Person.pick({ id: true, name: true })),
  /** Nobody but its author may answer it. */
  isOnlyJudge: z.boolean(),
})
export type WholeIdea = z.output<typeof WholeIdea>

export const ideaApi = {
  list: endpoint({
    method: 'GET',
    path: '/ideas',
    policy: 'idea.read',
    watches: ['goal', 'person'],
    input: IdeaFilter.extend({ before: Place.optional() }),
    output: z.strictObject({
      ideas: z.array(IdeaRow),
      /** Ask again with this as `before` for the ones that follow; null after the last. */
      next: Place.nullable(),
    }),
    says: 'Ideas, newest first, a page at a time.',
  }),
  countByGoal: endpoint({
    method: 'GET',
    path: '/idea-counts',
    policy: 'idea.read',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ goalId: GoalId, ideas: z.int(), adopted: z.int() })),
    says: 'How many ideas serve each goal, and how many of them were adopted. Goals without ideas are left out.',
  }),
  find: endpoint({
    method: 'GET',
    path: '/ideas/:id',
    policy: 'idea.read',
    watches: ['goal', 'person'],
    input: z.strictObject({ id: IdeaId }),
    output: WholeIdea,
    says: 'One idea, with every answer it got and who is asked for the next.',
  }),
  write: endpoint({
    method: 'POST',
    path: '/ideas',
    policy: 'idea.write',
    input: NewIdea,
    output: Idea,
    says: 'Write an idea down. One sentence is enough; its first words become the title.',
  }),
  edit: endpoint({
    method: 'PATCH',
    path: '/ideas/:id',
    policy: 'idea.edit',
    input: IdeaEdit.extend({ id: IdeaId, seenEditedAt: Idea.shape.editedAt }),
    output: Idea,
    says: 'Mend the words or link a goal. `seenEditedAt` is its `editedAt` as you read it: an edit on top of somebody else’s is refused.',
  }),
  move: endpoint({
    method: 'POST',
    path: '/ideas/:id/moves',
    policy: 'idea.answer',
    input: z.strictObject({ id: IdeaId, move: IdeaMove, reason: Reason }),
    output: Idea,
    says: 'Answer an idea: approve, park, resume, decline or reopen it. The reason reaches its author.',
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/ideas/:id',
    policy: 'idea.remove',
    input: z.strictObject({ id: IdeaId }),
    output: z.void(),
    says: 'Take back one’s own fresh idea that nobody has answered.',
  }),
}
