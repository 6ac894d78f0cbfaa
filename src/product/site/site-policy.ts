import type { Policy } from '#platform/anywhere/policy.ts'

export const sitePolicy = {
  'site.read': { least: 'viewer' },
  'site.manage': { least: 'lead' },
} as const satisfies Policy
