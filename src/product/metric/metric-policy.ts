import type { Policy } from '#platform/anywhere/policy.ts'

export const metricPolicy = {
  'metric.read': { least: 'viewer' },
  /** Whoever plans a trial names what it measures. */
  'metric.add': { least: 'member' },
  /** A worth turns effects into money for everybody. */
  'metric.change': { least: 'admin' },
  /** Its owner knows how its figures come and what they mean. */
  'metric.arrange': { least: 'lead', own: 'member' },
  'metric.define': { least: 'lead', own: 'member' },
} as const satisfies Policy
