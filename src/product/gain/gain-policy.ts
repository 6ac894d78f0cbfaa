import type { Policy } from '#platform/anywhere/policy.ts'

export const gainPolicy = {
  'gain.read': { least: 'viewer' },
  'gain.reverse': { least: 'lead' },
  'gain.confirm': { least: 'lead' },
} as const satisfies Policy
