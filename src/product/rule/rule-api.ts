import { z } from 'zod'
import { endpoint } from '#platform/anywhere/endpoint.ts'
import { Idea, IdeaId } from '#product/idea/idea.ts'
import { RuleUse, SmallBet } from './rule.ts'

export const ruleApi = {
  list: endpoint({
    method: 'GET',
    path: '/ideas/:id/rule-uses',
    policy: 'rule.read',
    input: z.strictObject({ id: IdeaId }),
    output: z.array(RuleUse),
    says: 'Each time the default rule let the author of this idea try it, and what they said of the bet. Newest first.',
  }),
  use: endpoint({
    method: 'POST',
    path: '/ideas/:id/rule-uses',
    policy: 'rule.use',
    input: z.strictObject({ id: IdeaId, bet: SmallBet }),
    output: Idea,
    says: 'Try the own idea without asking: a small bet that can be undone needs no approval. Its lead is told.',
  }),
}
