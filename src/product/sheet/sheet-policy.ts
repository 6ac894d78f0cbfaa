import type { Policy } from '#platform/anywhere/policy.ts'

export const sheetPolicy = {
  'sheet.read': { least: 'viewer' },
  'sheet.add': { least: 'member' },
} as const satisfies Policy
