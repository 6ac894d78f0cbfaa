import type { Policy } from '#platform/anywhere/policy.ts'

export const drawPolicy = {
  'draw.read': { least: 'viewer' },
  /** Whoever plans a trial draws its lots: nobody can steer them. */
  'draw.make': { least: 'member' },
} as const satisfies Policy
