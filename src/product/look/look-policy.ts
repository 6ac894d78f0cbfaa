import type { Policy } from '#platform/anywhere/policy.ts'

export const lookPolicy = {
  'look.read': { least: 'viewer' },
} as const satisfies Policy
