import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Advice, Asked, KnownHistory, Outlook, Situation } from './outlook.ts'

export const outlookApi = {
  advise: endpoint({
    method: 'POST',
    path: '/design-advice',
    policy: 'outlook.read',
    reads: true,
    input: z.strictObject({ situation: Situation, history: KnownHistory }),
    output: Advice,
    says: 'Which design can be done with what there is, how sure each can make anybody, and what stands in the way of the others.',
  }),
  tell: endpoint({
    method: 'POST',
    path: '/outlooks',
    policy: 'outlook.read',
    reads: true,
    input: Asked,
    output: Outlook,
    says: 'What a trial could tell, from the noise of the history: the smallest effect each design sees as time goes by, what being wrong costs, and what would help.',
  }),
}
