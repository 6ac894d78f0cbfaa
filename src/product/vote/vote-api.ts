import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { IdeaId } from '#product/idea/idea.ts'
import { IdeaRow } from '#product/idea/idea-api.ts'

/** What somebody has left to give. */
const Left = z.strictObject({
  /** Votes that one person may have out at a time; 0: nobody votes here. */
  most: z.int().min(0),
  /** Of one's own, those that are not out. */
  left: z.int().min(0),
})

/** How an idea stands with those who would like to see it tried. */
export const Standing = z.strictObject({ ideaId: IdeaId, votes: z.int().min(0), isMine: z.boolean() })
export type Standing = z.output<typeof Standing>

export const voteApi = {
  list: endpoint({
    method: 'GET',
    path: '/votes',
    policy: 'vote.read',
    watches: ['idea', 'workspace'],
    input: z.strictObject({
      /** Ids with commas between them, at most 100. */
      ideaIds: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/),
    }),
    output: Left.extend({ ideas: z.array(Standing) }),
    says: 'How many votes each of some ideas has, whether one is yours, and how many you have left.',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/votes/mine',
    policy: 'vote.cast',
    watches: ['idea', 'workspace'],
    input: z.strictObject({}),
    output: Left.extend({ ideas: z.array(IdeaRow) }),
    says: 'The ideas that you have voted for, the latest vote first, at most 200.',
  }),
  cast: endpoint({
    method: 'POST',
    path: '/ideas/:id/votes',
    policy: 'vote.cast',
    input: z.strictObject({ id: IdeaId }),
    output: Left.extend({ idea: Standing }),
    says: 'Vote for an open idea of somebody else. Voting twice is voting once. The vote comes back with the answer.',
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/ideas/:id/votes',
    policy: 'vote.cast',
    input: z.strictObject({ id: IdeaId }),
    output: Left.extend({ idea: Standing }),
    says: 'Take one’s vote back while the idea still waits.',
  }),
}
