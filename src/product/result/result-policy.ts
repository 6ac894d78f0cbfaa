import type { Policy } from '#platform/anywhere/policy.ts'

export const resultPolicy = {
  'result.read': { least: 'viewer' },
  /** Whoever may run the trial may have it measured again. */
  'result.measure': { least: 'admin', team: 'lead', own: 'member' },
  /** A link shows a result to whoever holds it: whoever may run the trial may make one, see which there are, and take it back. */
  'result.share': { least: 'admin', team: 'lead', own: 'member' },
  'result.open-shared': 'anyone',
} as const satisfies Policy
