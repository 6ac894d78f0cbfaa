import type { Policy } from '#platform/anywhere/policy.ts'

export const measurementPolicy = {
  'measurement.read': { least: 'viewer' },
  /** Whoever stands where the figure is made enters it. What it was before a correction stays. */
  'measurement.add': { least: 'member' },
} as const satisfies Policy
