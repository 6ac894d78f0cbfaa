import { z } from 'zod'
import { instant } from '#platform/anywhere/time.ts'
import { IdeaRow } from '#product/idea/idea-api.ts'
import { Notice } from '#product/notice/notice.ts'

/** One thing that a search found. A new kind is a new word here, and a part of the query in the store. */
export const Hit = z.strictObject({
  kind: z.enum(['idea', 'goal', 'trial', 'metric', 'site', 'person']),
  id: z.uuid(),
  title: z.string(),
  /** Where it stands, for what has a state. */
  state: z.string().nullable(),
})
export type Hit = z.output<typeof Hit>

/** Something that waits for the reader. `kind` says what they are asked to do; a new kind is a new literal here. */
export const Need = z.strictObject({
  kind: z.enum(['answer-idea', 'plan-trial', 'start-trial', 'end-trial', 'decide-trial', 'measure-again']),
  id: z.uuid(),
  title: z.string(),
  /** Whose it is. Null for an anonymous author. */
  byName: z.string().nullable(),
  since: instant,
})
export type Need = z.output<typeof Need>

/** At most so many things that wait are counted: beyond that the number helps nobody. */
export const mostNeeds = 100

/** What a new workspace has done on the way to its first measured example. */
export const FirstSteps = z.strictObject({
  hasIdea: z.boolean(),
  hasTrial: z.boolean(),
  hasDecidedTrial: z.boolean(),
  hasGoal: z.boolean(),
  hasSecondPerson: z.boolean(),
})
export type FirstSteps = z.output<typeof FirstSteps>

/** What the first page shows. */
export const Today = z.strictObject({
  /** Longest waiting first. */
  needs: z.array(Need),
  /** How many wait in all, at most `mostNeeds`. */
  needsCount: z.int(),
  told: z.array(Notice),
  newest: z.array(IdeaRow),
  firstSteps: FirstSteps,
})
export type Today = z.output<typeof Today>
