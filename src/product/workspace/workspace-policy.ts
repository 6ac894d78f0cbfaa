import type { Policy } from '#platform/anywhere/policy.ts'

export const workspacePolicy = {
  'workspace.read': { least: 'viewer' },
  'workspace.set': { least: 'admin' },
} as const satisfies Policy
