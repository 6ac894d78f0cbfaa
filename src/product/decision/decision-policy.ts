import type { Policy } from '#platform/anywhere/policy.ts'

export const decisionPolicy = {
  'decision.read': { least: 'viewer' },
  /** The trial's owner, the lead of the owner's team, an admin. */
  'decision.take': { least: 'admin', team: 'lead', own: 'member' },
} as const satisfies Policy
