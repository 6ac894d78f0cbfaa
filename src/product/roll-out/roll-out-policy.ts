import type { Policy } from '#platform/anywhere/policy.ts'

export const rollOutPolicy = {
  'roll-out.read': { least: 'viewer' },
  /** Begin it, add sites, say who sees to them: whoever ran the trial, the lead of their team, an admin. */
  'roll-out.run': { least: 'admin', team: 'lead', own: 'member' },
  /** Say what was reached at a site: whoever works there. */
  'roll-out.report': { least: 'member' },
} as const satisfies Policy
