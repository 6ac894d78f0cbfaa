import type { Policy } from '#platform/anywhere/policy.ts'

export const resultPolicy = {
  'result.read': { least: 'viewer' },
  /** Whoever may run the trial may have it measured again. */
  'result.measure': { least: 'admin', team: 'lead', own: 'member' },
} as const satisfies Policy
