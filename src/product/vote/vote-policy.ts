import type { Policy } from '#platform/anywhere/policy.ts'

export const votePolicy = {
  'vote.read': { least: 'viewer' },
  'vote.cast': { least: 'member' },
} as const satisfies Policy
