import type { Serve } from '#platform/http.ts'
import { answerOf, type IdeaAnswerId, moveIdea } from '#product/idea/idea.ts'
import { findIdea, storeMove } from '#product/idea/idea-store.ts'
import { listAsked } from '#product/idea/judge-store.ts'
import { tell } from '#product/notice/notice-store.ts'
import { findPerson } from '#product/person/person-store.ts'
import { findWorkspace } from '#product/workspace/workspace-store.ts'
import { type RuleUseId, refuseOutsideRule } from './rule.ts'
import { ruleApi } from './rule-api.ts'
import { sentenceOf } from './rule-sentence.ts'
import { addRuleUse, listRuleUses } from './rule-store.ts'

export function ruleRoutes(serve: Serve): void {
  serve(ruleApi.list, async ({ id }, { db }) => {
    await findIdea(db, id)
    return listRuleUses(db, id)
  })

  serve(ruleApi.use, async ({ id, bet }, context) => {
    const { db, signed, now, newId, emit } = context
    const before = await findIdea(db, id)
    const workspace = await findWorkspace(db)
    const idea = moveIdea(before, 'approve', 'rule')
    refuseOutsideRule(before, bet, signed, workspace.currency)
    const given = { id: newId<IdeaAnswerId>(), reason: sentenceOf(workspace), byId: signed.personId, at: now }
    await storeMove(db, before, idea, answerOf(before, 'approve', 'rule', given))
    await addRuleUse(db, { id: newId<RuleUseId>(), ideaId: id, personId: signed.personId, bet, usedAt: now })
    await emit('idea.moved', { id })
    await emit('rule.used', { id })
    const asked = await listAsked(db, id)
    await tell(
      context,
      asked.map((judge) => judge.id),
      {
        message: 'rule.told-use',
        messageValues: {
          title: idea.title,
          by: (await findPerson(db, signed.personId)).name,
          reason: given.reason,
        },
        href: `/ideas/${id}`,
      },
    )
    return idea
  })
}
