import type { Policy } from '#platform/anywhere/policy.ts'

export const ideaPolicy = {
  'idea.read': { least: 'viewer' },
  'idea.write': { least: 'member' },
  /** Own ones only while nobody has answered: see `mayEdit`. */
  'idea.edit': { least: 'admin', own: 'member', team: 'lead' },
  'idea.answer': { least: 'admin', team: 'lead' },
  /** One's own fresh ones only, whatever the role: see `mayRemove`. */
  'idea.remove': { least: 'member' },
} as const satisfies Policy
