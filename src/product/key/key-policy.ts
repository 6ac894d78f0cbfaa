import type { Policy } from '#platform/anywhere/policy.ts'

/** No key is ever given one of these (see `scopes`): a key that has leaked must not be able to make another. */
export const keyPolicy = {
  /** One's own; an admin sees all. */
  'key.read': { least: 'admin', own: 'viewer' },
  'key.make': { least: 'member' },
  'key.revoke': { least: 'admin', own: 'viewer' },
} as const satisfies Policy
