import type { Policy } from '#platform/anywhere/policy.ts'

export const goalPolicy = {
  'goal.read': { least: 'viewer' },
  'goal.write': { least: 'lead' },
  'goal.edit': { least: 'admin', own: 'lead' },
} as const satisfies Policy
