import type { Policy } from '#platform/anywhere/policy.ts'

export const rulePolicy = {
  'rule.read': { least: 'viewer' },
  /** For one's own idea, whatever the role: see `refuseOutsideRule`. */
  'rule.use': { least: 'member' },
} as const satisfies Policy
