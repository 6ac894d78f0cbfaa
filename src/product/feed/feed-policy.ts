import type { Policy } from '#platform/anywhere/policy.ts'

export const feedPolicy = {
  /** The owner of the metric sees whether its figures come. */
  'feed.read': { least: 'lead', own: 'member' },
  /** It reads files of the server and asks other hosts. */
  'feed.manage': { least: 'admin' },
} as const satisfies Policy
