import type { Policy } from '#platform/anywhere/policy.ts'

export const overviewPolicy = {
  'overview.read': { least: 'viewer' },
} as const satisfies Policy
