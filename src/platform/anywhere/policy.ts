import { isAtLeast, type Role, type Signed, type TeamId } from './identity.ts'

/** What an action is done to, as far as rights go: whose it is, and which team's. */
export interface Subject {
  /** Null for something nobody owns, an anonymous idea for one. */
  readonly ownerId?: string | null
  readonly teamId?: TeamId | null
}

/**
 * One row of the rights table. `least` may always; a role named in `own` may only with what is its own, a role in
 * `team` with what is its own team's. Without a subject (a list, a new thing) those roles may ask.
 */
export interface PolicyRow {
  readonly least: Role
  readonly own?: Role
  readonly team?: Role
}

/**
 * Who may use an endpoint outside any workspace: `anyone`, or somebody signed in. They read no workspace, so no role
 * decides; what they may touch is theirs by construction.
 */
export type Entry = 'anyone' | 'signed-in'

export type Policy = Readonly<Record<string, PolicyRow | Entry>>

/** Decides whether somebody may. Built once in `app/` from the rows of all nouns; tests may swap it. */
export type Can = (signed: Signed, action: string, subject?: Subject) => boolean

/**
 * The one policy engine: a pure look-up in the rows of all nouns. Deny by default: an action without a row is refused.
 * More role never means less right (`policy.test.ts` holds it to that).
 */
export function policyEngine(policy: Policy): Can {
  return (signed, action, subject) => {
    const row = policy[action]
    if (row === undefined || typeof row === 'string') return false
    if (isAtLeast(signed.role, row.least)) return true
    if (row.team && isAtLeast(signed.role, row.team) && (!subject || isOwnTeams(signed, subject))) return true
    return row.own !== undefined && isAtLeast(signed.role, row.own) && (!subject || isOwn(signed, subject))
  }
}

function isOwn(signed: Signed, subject: Subject): boolean {
  return subject.ownerId !== undefined && subject.ownerId !== null && subject.ownerId === signed.personId
}

/** A lead in no team leads everybody: a small organisation has leads before it has teams. What is in no team is any lead's. */
function isOwnTeams(signed: Signed, subject: Subject): boolean {
  return isOwn(signed, subject) || signed.teamId === null || !subject.teamId || subject.teamId === signed.teamId
}
