import { limits } from '#platform/anywhere/limits.ts'
import type { Database } from '#platform/database.ts'
import type { IdeaId } from '#product/idea/idea.ts'
import type { RuleUse } from './rule.ts'

declare module '#platform/database.ts' {
  interface Tables {
    ruleUse: RuleUse
  }
}

declare module '#platform/outbox.ts' {
  interface Events {
    'rule.used': { id: IdeaId }
  }
}

export async function addRuleUse(db: Database, use: RuleUse): Promise<void> {
  await db.insertInto('ruleUse').values(use).execute()
}

/** Newest first, at most `limits.listPage`. */
export function listRuleUses(db: Database, ideaId: IdeaId): Promise<RuleUse[]> {
  return db
    .selectFrom('ruleUse')
    .selectAll()
    .where('ideaId', '=', ideaId)
    .orderBy('usedAt', 'desc')
    .limit(limits.listPage)
    .execute()
}
