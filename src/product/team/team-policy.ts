import type { Policy } from '#platform/anywhere/policy.ts'

export const teamPolicy = {
  'team.read': { least: 'viewer' },
  'team.manage': { least: 'admin' },
} as const satisfies Policy
