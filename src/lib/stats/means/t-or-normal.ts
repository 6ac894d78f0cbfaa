import { normalQuantile, normalUpperTail } from '../distribution/normal.ts'
import { studentTQuantile, studentTTwoSided, studentTUpperTail } from '../distribution/student-t.ts'

/** How many standard errors an interval reaches to either side; no degrees of freedom (null) means the normal distribution. */
export function reachOf(confidence: number, degreesOfFreedom: number | null): number {
  const p = (1 + confidence) / 2
  return degreesOfFreedom === null ? normalQuantile(p) : studentTQuantile(p, degreesOfFreedom)
}

/** The share of chance results at least as far from 0, in either direction. */
export function twoSided(statistic: number, degreesOfFreedom: number | null): number {
  if (degreesOfFreedom === null) return 2 * normalUpperTail(Math.abs(statistic))
  return studentTTwoSided(statistic, degreesOfFreedom)
}

/** The share of chance results above. */
export function upperTail(statistic: number, degreesOfFreedom: number | null): number {
  return degreesOfFreedom === null ? normalUpperTail(statistic) : studentTUpperTail(statistic, degreesOfFreedom)
}
