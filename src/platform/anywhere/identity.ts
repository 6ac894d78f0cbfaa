import { z } from 'zod'

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const WorkspaceId = z.uuid().brand<'WorkspaceId'>()
export type WorkspaceId = z.infer<typeof WorkspaceId>

export const TeamId = z.uuid().brand<'TeamId'>()
export type TeamId = z.infer<typeof TeamId>

/** From the fewest rights to the most. */
export const Role = z.enum(['viewer', 'member', 'lead', 'admin', 'owner'])
export type Role = z.infer<typeof Role>

/** Whether `role` has at least the rights of `least`. */
export function isAtLeast(role: Role, least: Role): boolean {
  return Role.options.indexOf(role) >= Role.options.indexOf(least)
}

/** Who asks, inside a workspace. All that the platform knows of a person: profile and membership are the person noun's. */
export interface Signed {
  readonly accountId: AccountId
  readonly personId: PersonId
  readonly workspaceId: WorkspaceId
  readonly role: Role
  /** Null for somebody in no team. */
  readonly teamId: TeamId | null
}

/** What a key is good for: it acts for one person in one workspace, and holds no more than its scopes. */
export interface HeldKey {
  readonly id: string
  readonly signed: Signed
  readonly workspaceSlug: string
  /** Rows of the rights table. What stands in none of them the key may not, whatever its person may. */
  readonly scopes: readonly string[]
  /** Addresses and networks that it may be sent from; empty: from anywhere. */
  readonly addresses: readonly string[]
  /** Requests a minute, at most. */
  readonly perMinute: number
}
