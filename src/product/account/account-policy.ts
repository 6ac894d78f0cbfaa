import type { Policy } from '#platform/anywhere/policy.ts'

export const accountPolicy = {
  'account.sign-in': 'anyone',
  'account.reset': 'anyone',
  'account.own': 'signed-in',
} as const satisfies Policy
