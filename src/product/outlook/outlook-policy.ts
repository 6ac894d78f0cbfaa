import type { Policy } from '#platform/anywhere/policy.ts'

export const outlookPolicy = {
  'outlook.read': { least: 'viewer' },
} as const satisfies Policy
