import type { Policy } from '#platform/anywhere/policy.ts'

export const personPolicy = {
  'person.enter': 'anyone',
  'person.own': 'signed-in',
  'person.read': { least: 'viewer' },
  'person.manage': { least: 'admin' },
  'person.live': { least: 'viewer' },
} as const satisfies Policy
