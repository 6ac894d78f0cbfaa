import type { Policy } from '#platform/anywhere/policy.ts'

export const chartPolicy = {
  'chart.read': { least: 'viewer' },
  /** Whoever was there knows why a period is odd, or what was done differently. */
  'chart.write': { least: 'member' },
  /** Limits that follow the figures hide what they are there to show: moving them is for who looks after the metric. */
  'chart.arrange': { least: 'lead', own: 'member' },
} as const satisfies Policy
