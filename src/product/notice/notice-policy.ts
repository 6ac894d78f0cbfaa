import type { Policy } from '#platform/anywhere/policy.ts'

/** One's own notices only: the store never asks for anybody else's. */
export const noticePolicy = {
  'notice.own': { least: 'viewer' },
} as const satisfies Policy
