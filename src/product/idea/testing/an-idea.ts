import { randomUUID } from 'node:crypto'
import type { AccountId, PersonId, Role, Signed, TeamId, WorkspaceId } from '#platform/anywhere/identity.ts'
import { policyEngine } from '#platform/anywhere/policy.ts'
import { Idea, type Judge } from '../idea.ts'
import { ideaPolicy } from '../idea-policy.ts'

/** An open idea of an unknown author in no team, unless told otherwise. */
export function anIdea(given: Partial<Idea> = {}): Idea {
  return Idea.parse({
    id: randomUUID(),
    text: 'Put the scanner on the left.',
    title: 'Put the scanner on the left',
    state: 'open',
    version: 1,
    authorId: randomUUID(),
    teamId: null,
    goalId: null,
    ...given,
    // A codec reads text.
    createdAt: (given.createdAt ?? new Date(0)).toISOString(),
    editedAt: given.editedAt?.toISOString() ?? null,
  })
}

/** Somebody with this role. */
export function aPerson(role: Role, teamId: TeamId | null = null): Signed {
  return {
    accountId: randomUUID() as AccountId,
    personId: randomUUID() as PersonId,
    workspaceId: randomUUID() as WorkspaceId,
    role,
    teamId,
  }
}

/** Somebody who moves or edits ideas, judged by the real rights table. */
export function aJudge(signed: Signed, isOnlyJudge = false): Judge {
  const can = policyEngine(ideaPolicy)
  return { signed, may: (action, subject) => can(signed, action, subject), isOnlyJudge }
}
