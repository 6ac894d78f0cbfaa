import type { Policy } from '#platform/anywhere/policy.ts'

export const metricPolicy = {
  'metric.read': { least: 'viewer' },
  /** Whoever plans a trial names what it measures. */
  'metric.add': { least: 'member' },
  /** A worth turns effects into money for everybody. */
  'metric.change': { least: 'admin' },
} as const satisfies Policy
