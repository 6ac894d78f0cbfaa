import type { Policy } from '#platform/anywhere/policy.ts'

export const trialPolicy = {
  'trial.read': { least: 'viewer' },
  /** Plan, freeze, run, stop, end, discard: the owner, the lead of the owner's team, an admin. */
  'trial.plan': { least: 'admin', team: 'lead', own: 'member' },
} as const satisfies Policy
