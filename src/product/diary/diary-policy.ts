import type { Policy } from '#platform/anywhere/policy.ts'

export const diaryPolicy = {
  'diary.read': { least: 'viewer' },
  /** Whoever sees it writes it down: the floor knows first. */
  'diary.write': { least: 'member' },
} as const satisfies Policy
