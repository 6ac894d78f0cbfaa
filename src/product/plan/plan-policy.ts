import type { Policy } from '#platform/anywhere/policy.ts'

/** Who may write, freeze and change a plan may run the trial: that right is the trial's. */
export const planPolicy = {
  'plan.read': { least: 'viewer' },
} as const satisfies Policy
